/// The headings above a ticket: the names of the groups in which it stands, the outermost first.
struct GroupPath {
    private let survey: Survey
    private let bytes: Bytes
    private let headings: TicketHeadings
    private var open: [(level: Int, name: Range<Int>)] = []
    /// The file's own title is no group.
    private let title: Int?
    /// Several files were laid one after the other: each has a title.
    private let isLaidTogether: Bool

    init(_ survey: Survey, _ headings: TicketHeadings, in bytes: Bytes) {
        self.survey = survey
        self.bytes = bytes
        self.headings = headings
        title = GroupPath.title(survey, headings)
        isLaidTogether = !headings.parts.isEmpty
        if let first = headings.found.first { enter(from: 0, to: first.landmark) }
    }

    /// The first heading, where no other outside of tickets stands as high.
    private static func title(_ survey: Survey, _ headings: TicketHeadings) -> Int? {
        var outside = Array(0..<(headings.found.first?.landmark ?? 0))
        for (position, found) in headings.found.enumerated() where found.mark == .group {
            let end =
                position + 1 < headings.found.count ? headings.found[position + 1].landmark : survey.landmarks.count
            outside += Array(found.landmark..<end)
        }
        let all = outside.filter { survey.landmarks[$0].kind == .heading && !headings.isHidden($0) }
        guard let first = all.first else { return nil }
        let top = survey.landmarks[first].level
        return top == 1 && all.count { survey.landmarks[$0].level <= top } == 1 ? first : nil
    }

    /// Takes in the headings among some landmarks.
    mutating func enter(from start: Int, to end: Int) {
        for index in start..<max(start, end) where survey.landmarks[index].kind == .heading && !headings.isHidden(index)
        {
            let mark = survey.landmarks[index]
            let line = bytes.line(at: mark.start, limit: bytes.count)
            guard let name = mark.title(in: line, bytes) else { continue }
            open.removeAll { $0.level >= Int(mark.level) }
            if isLaidTogether, mark.level == 1 { continue }
            if index != title, mark.field != .summary { open.append((Int(mark.level), name)) }
        }
    }

    func path(of ticket: Int) -> [Range<Int>] {
        let level = Int(survey.landmarks[ticket].level)
        return open.filter { $0.level < level }.map(\.name)
    }
}
