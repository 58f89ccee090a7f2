/// How one ticket is connected with another. The raw value is the code that the database keeps (table `link_kind`).
package enum LinkKind: Int64, CaseIterable, Sendable {
    case relates = 1
    case duplicates, blocks, parent, causedBy, follows

    /// Said from the ticket that has the link: #1 blocks #2; #1 is the parent of #2.
    package var name: String {
        switch self {
        case .relates: "relates"
        case .duplicates: "duplicates"
        case .blocks: "blocks"
        case .parent: "parent"
        case .causedBy: "caused-by"
        case .follows: "follows"
        }
    }

    /// Said from the other ticket.
    package var inverseName: String {
        switch self {
        case .relates: "relates"
        case .duplicates: "duplicated-by"
        case .blocks: "blocked-by"
        case .parent: "child"
        case .causedBy: "causes"
        case .follows: "followed-by"
        }
    }

    /// It says the same from both sides.
    package var isMutual: Bool { self == .relates }
}

/// A link as one of its two tickets sees it.
package struct Link: Equatable, Sendable {
    package var kind: LinkKind
    /// The ticket that sees it is the one the link was made to.
    package var isInverse: Bool
    package var other: Ticket.Number

    package init(kind: LinkKind, isInverse: Bool, other: Ticket.Number) {
        self.kind = kind
        self.isInverse = isInverse
        self.other = other
    }

    package var name: String { isInverse ? kind.inverseName : kind.name }
}

extension LinkKind {
    private static let chinese: [String: (LinkKind, isInverse: Bool)] = [
        "相关": (.relates, false), "重复": (.duplicates, false), "阻塞": (.blocks, false), "被阻塞": (.blocks, true),
        "父": (.parent, false), "子": (.parent, true), "起因": (.causedBy, false), "导致": (.causedBy, true),
        "后续": (.follows, false),
    ]

    /// The kind that people call so, and whether they say it from the other side.
    package static func named(_ word: String) -> (kind: LinkKind, isInverse: Bool)? {
        let word = folded(word)
        if let kind = allCases.first(where: { $0.name == word }) { return (kind, false) }
        if let kind = allCases.first(where: { $0.inverseName == word }) { return (kind, true) }
        return chinese[word].map { ($0.0, $0.isInverse) }
    }

    /// Every word that names a kind, for suggestions.
    package static var names: [String] {
        allCases.map(\.name) + allCases.filter { !$0.isMutual }.map(\.inverseName)
    }
}
