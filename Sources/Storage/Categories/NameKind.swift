import Workflow

/// What is known by its name and made by naming it. The numbers are those of `batch_name.kind`.
enum NameKind: Int64, CaseIterable {
    case category = 1
    case cause, field, tag, customer, agent, team

    var lastID: String {
        switch self {
        case .category: "SELECT COALESCE(MAX(id), 0) FROM category"
        case .cause: "SELECT COALESCE(MAX(id), 0) FROM cause"
        case .field: "SELECT COALESCE(MAX(id), 0) FROM field"
        case .tag: "SELECT COALESCE(MAX(id), 0) FROM tag"
        case .customer: "SELECT COALESCE(MAX(id), 0) FROM customer"
        case .team: "SELECT COALESCE(MAX(id), 0) FROM team"
        case .agent: "SELECT COALESCE(MAX(id), 0) FROM agent"
        }
    }

    /// Tells whether a row is offered.
    var removalField: EventField {
        switch self {
        case .category: .categoryRetired
        case .cause: .causeRetired
        case .field: .fieldRetired
        case .tag: .tagRetired
        case .customer: .customerRemoval
        case .agent: .agentRemoval
        case .team: .teamRemoval
        }
    }

    /// The value of `removalField` of a row that is set aside.
    var setAside: SQLValue {
        switch self {
        case .category, .cause, .field, .tag: .integer(1)
        case .customer, .agent, .team: .integer(Removal.undone.rawValue)
        }
    }

    /// Ids, names and whether they are set aside, of the rows from `$1` to `$2`.
    var rows: String {
        switch self {
        case .category: "SELECT id, name, is_retired FROM category WHERE id BETWEEN $1 AND $2"
        case .cause: "SELECT id, name, is_retired FROM cause WHERE id BETWEEN $1 AND $2"
        case .field: "SELECT id, name, is_retired FROM field WHERE id BETWEEN $1 AND $2"
        case .tag: "SELECT id, name, is_retired FROM tag WHERE id BETWEEN $1 AND $2"
        case .customer: "SELECT id, name, removal FROM customer WHERE id BETWEEN $1 AND $2"
        case .agent: "SELECT id, name, removal FROM agent WHERE id BETWEEN $1 AND $2"
        case .team: "SELECT id, name, removal FROM team WHERE id BETWEEN $1 AND $2"
        }
    }
}
