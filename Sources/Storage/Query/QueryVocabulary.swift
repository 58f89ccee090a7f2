import Workflow

/// A closed set of values with names in both languages.
protocol QueryVocabulary: CaseIterable, Equatable, Sendable {
    /// The canonical name first, then the others.
    var names: [String] { get }
}

extension QueryVocabulary {
    /// The value of that name; case, width and `_` for `-` make no difference.
    init?(queryName name: String) {
        let wanted = queryFolded(name)
        guard let value = Self.allCases.first(where: { $0.names.contains(wanted) }) else { return nil }
        self = value
    }

    /// The name that descriptions print.
    var queryName: String { names[0] }

    static var allNames: [String] { allCases.flatMap(\.names) }
}

/// The form in which names of fields and values are compared: folded, and `_` for `-`.
func queryFolded(_ name: String) -> String {
    let name = folded(name)
    return name.utf8.contains(UInt8(ascii: "_")) ? String(name.map { $0 == "_" ? "-" : $0 }) : name
}
