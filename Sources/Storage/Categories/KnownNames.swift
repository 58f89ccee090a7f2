/// Names that the desk knows, for offering them to somebody who types. What is retired is not offered.
package enum KnownNames {
    case agents, teams, customers, organisations, tags, causes

    /// In the order of their bytes.
    package func all(in db: any Transaction) throws -> [String] {
        try db.rows(select).map { try $0.text(0) }.sortedByBytes()
    }

    private var select: String {
        switch self {
        case .agents: "SELECT name FROM agent WHERE removal = 0"
        case .teams: "SELECT name FROM team WHERE removal = 0"
        case .customers: "SELECT name FROM customer WHERE removal = 0"
        case .organisations: "SELECT name FROM organisation WHERE removal = 0"
        case .tags: "SELECT name FROM tag WHERE is_retired = 0"
        case .causes: "SELECT name FROM cause WHERE is_placeholder = 0 AND is_retired = 0"
        }
    }
}
