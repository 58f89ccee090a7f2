/// The headings above a line, the outermost first: they name the groups in which tickets stand that no heading opens.
struct HeadingPath {
    /// Of an item that names a group: below all headings.
    static let itemLevel = 7

    private var open: [(level: Int, name: Range<Int>)] = []
    /// One heading at the top level names the file; several are groups.
    private let hasGroupsAtTop: Bool

    init(_ survey: Survey) {
        hasGroupsAtTop = survey.landmarks.count { $0.kind == .heading && $0.level == 1 && !$0.isFenced } > 1
    }

    mutating func enter(_ level: Int, _ name: Range<Int>) {
        open.removeAll { $0.level >= level }
        open.append((level, name))
    }

    var names: [Range<Int>] { open.filter { $0.level > 1 || hasGroupsAtTop }.map(\.name) }

    func names(at level: Int) -> [Range<Int>] { open.filter { $0.level == level }.map(\.name) }
}
