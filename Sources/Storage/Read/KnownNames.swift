/// Names that the desk knows, for offering them to somebody who types.
package enum KnownNames {
    case agents, teams, customers, tags, causes

    /// In the order of their bytes.
    package func all(in db: any Transaction) throws -> [String] {
        try db.rows(select).map { try $0.text(0) }.sortedByBytes()
    }

    private var select: String {
        switch self {
        case .agents: "SELECT name FROM agent"
        case .teams: "SELECT name FROM team"
        case .customers: "SELECT name FROM customer"
        case .tags: "SELECT name FROM tag"
        case .causes: "SELECT name FROM cause WHERE is_placeholder = 0"
        }
    }
}
