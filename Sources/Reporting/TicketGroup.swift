import Storage
import Workflow

/// What tickets are told apart by.
package enum TicketGroup: String, CaseIterable, Sendable {
    case category, customer, org, agent, team, tag, channel, priority, status, resolution, cause

    package var key: ReportKey { ReportKey(rawValue: rawValue) ?? .all }

    /// Whether a ticket may have several.
    var isMany: Bool { self == .tag || self == .cause }

    /// What holds it, with `join` in scope.
    var column: StaticString {
        switch self {
        case .category: "ticket.category_id"
        case .customer: "ticket.customer_id"
        case .org: "asking.organisation_id"
        case .agent: "ticket.assignee_id"
        case .team: "ticket.team_id"
        case .tag: "tagging.tag_id"
        case .channel: "ticket.channel"
        case .priority: "ticket.priority"
        case .status: "ticket.status"
        case .resolution: "ticket.resolution"
        case .cause: "causing.cause_id"
        }
    }

    var join: String {
        switch self {
        case .org: "LEFT JOIN customer AS asking ON asking.id = ticket.customer_id"
        case .tag: "LEFT JOIN ticket_tag AS tagging ON tagging.ticket_id = ticket.id"
        // Texts that only say that none is known are none, and neither is what was rejected.
        case .cause:
            """
            LEFT JOIN ticket_cause AS causing ON causing.ticket_id = ticket.id
                AND causing.state <> \(CauseState.rejected.rawValue)
                AND causing.cause_id IN (SELECT id FROM cause WHERE is_placeholder = 0)
            """
        default: ""
        }
    }

    private var names: String? {
        switch self {
        case .customer: "SELECT id, name FROM customer"
        case .org: "SELECT id, name FROM organisation"
        case .agent: "SELECT id, name FROM agent"
        case .team: "SELECT id, name FROM team"
        case .tag: "SELECT id, name FROM tag"
        case .cause: "SELECT id, name FROM cause"
        case .category, .channel, .priority, .status, .resolution: nil
        }
    }

    private var field: Query.Field {
        switch self {
        case .category: .category
        case .customer: .customer
        case .org: .organization
        case .agent: .assignee
        case .team: .team
        case .tag: .tag
        case .channel: .channel
        case .priority: .priority
        case .status: .status
        case .resolution: .resolution
        case .cause: .cause
        }
    }

    /// What the values of the column are called.
    func labels(_ queryContext: QueryContext, in db: any Transaction) throws -> GroupLabels {
        var labels = GroupLabels(group: self, categories: queryContext.categories)
        if let names { try db.each(names, []) { labels.names[try $0.integer(0)] = try $0.text(1) } }
        return labels
    }

    /// The tickets of a row.
    func asking(_ label: Label) -> Query {
        switch label {
        case .path(let levels) where levels.isEmpty: .asking(field, .none)
        case .path(let levels): .asking(field, .text(levels.joined(by: CategoryTree.separator)), .equals)
        case .named(let name): .asking(field, .text(name), .equals)
        case .status(let status): .asking(field, .status(status))
        case .priority(let priority): .asking(field, .priority(priority))
        case .resolution(let resolution): .asking(field, .resolution(resolution.asked))
        case .nobody: .asking(field, .none)
        default: .everything
        }
    }
}

extension Resolution {
    fileprivate var asked: Query.Resolution { Query.Resolution.allCases[Int(rawValue) - 1] }
}

/// The names of what tickets are told apart by.
struct GroupLabels {
    let group: TicketGroup
    let categories: CategoryTree
    var names: [Int64: String] = [:]

    func label(_ row: SQLRow, _ column: Int) throws -> Label {
        if group == .channel, let name = try row.optionalText(column) { return .named(name) }
        return try label(try row.optionalInteger(column))
    }

    /// - Parameter code: what the column holds, of any group but channels.
    func label(_ code: Int64?) throws -> Label {
        guard let code else { return group == .category ? .path([]) : .nobody }
        let label: Label? =
            switch group {
            case .category: .path(categories.path(of: code))
            case .priority: Priority(rawValue: code).map(Label.priority)
            case .status: Status(rawValue: code).map(Label.status)
            case .resolution: Resolution(rawValue: code).map(Label.resolution)
            case .channel: nil
            case .customer, .org, .agent, .team, .tag, .cause: names[code].map(Label.named)
            }
        guard let label else { throw StorageError.wrongValue(column: group.rawValue, expected: "a known one") }
        return label
    }
}
