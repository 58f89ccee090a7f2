import Workflow

/// What the ids and codes in events are called.
struct EventNames {
    private let db: any Transaction
    private let categories: CategoryTree
    private let agents: [Int64: String]
    private let customers: [Int64: String]
    private let teams: [Int64: String]
    private let organisations: [Int64: String]

    init(in db: any Transaction) throws {
        self.db = db
        categories = try CategoryTree.read(in: db)
        agents = try Self.names("SELECT id, name FROM agent", in: db)
        customers = try Self.names("SELECT id, name FROM customer", in: db)
        teams = try Self.names("SELECT id, name FROM team", in: db)
        organisations = try Self.names("SELECT id, name FROM organisation", in: db)
    }

    private static func names(_ sql: String, in db: any Transaction) throws -> [Int64: String] {
        Dictionary(uniqueKeysWithValues: try db.rows(sql).map { (try $0.integer(0), try $0.text(1)) })
    }

    func name(_ text: String?, of field: Event.Field?) -> String? {
        guard let text else { return nil }
        if field == .cause { return CauseRow(eventText: text)?.state.name ?? text }
        guard let code = Int64(text) else { return text }
        return switch field {
        case .status: Status(rawValue: code)?.name ?? text
        case .priority: Priority(rawValue: code)?.name ?? text
        case .resolution: Resolution(rawValue: code)?.name ?? text
        case .category: categories.printedPath(of: code) ?? text
        case .assignee: agents[code] ?? text
        case .customer: customers[code] ?? text
        case .team: teams[code] ?? text
        case .mergedInto: "#\(code)"
        case .customerMergedInto: customers[code] ?? text
        case .agentRole, .permissionRole: AgentRole(rawValue: code)?.name ?? text
        case .customerOrganisation: organisations[code] ?? text
        case .createdAt, .updatedAt, .resolvedAt, .closedAt, .wakeAt, .agentAbsentUntil:
            TimeText.rfc3339(code, offset: 0)
        default: text
        }
    }

    /// What a list gained or lost, or whose name was changed.
    func subject(of event: Event) throws -> String? {
        guard let id = event.subject else { return nil }
        switch event.field {
        case .tag: return try name("SELECT name FROM tag WHERE id = $1", id)
        case .cause: return try name("SELECT name FROM cause WHERE id = $1", id)
        case .field: return try name("SELECT name FROM field WHERE id = $1", id)
        case .message:
            return try db.row("SELECT sequence FROM message WHERE id = $1", [.integer(id)]).map { "m\(try $0.int(0))" }
        case .tagName, .tagRetired, .tagAlias: return try name("SELECT name FROM tag WHERE id = $1", id)
        case .causeName, .causeRetired, .causeAlias: return try name("SELECT name FROM cause WHERE id = $1", id)
        case .fieldKind, .fieldChoices, .fieldRetired: return try name("SELECT name FROM field WHERE id = $1", id)
        case .viewName, .viewQuery, .viewRetired: return try name("SELECT name FROM view WHERE id = $1", id)
        case .categoryName, .categoryParent, .categoryRetired, .categoryAlias: return categories.printedPath(of: id)
        case .merged: return "#\(id)"
        case .link:
            let kind = (event.after ?? event.before).flatMap { Int64($0) }.flatMap(LinkKind.init(rawValue:))
            return "\(kind?.name ?? "") #\(id)"
        case .watcher: return agents[id]
        case .incident: return Problem.label(of: id)
        case .attachment: return try name("SELECT name FROM attachment WHERE id = $1", id)
        case .answer: return try answer(id)
        case .messagePlace: return try MessagePlace.of(id, in: db)?.label
        default: return try event.field?.personSubject(id, in: db)
        }
    }

    // A message of an old case, or with a minus a canned reply.
    private func answer(_ id: Int64) throws -> String? {
        if id < 0 { return try name("SELECT name FROM canned_reply WHERE id = $1", -id) }
        let row = try db.row("SELECT ticket_id, sequence FROM message WHERE id = $1", [.integer(id)])
        return try row.map { "#\(try $0.integer(0)) m\(try $0.int(1))" }
    }

    private func name(_ sql: String, _ id: Int64) throws -> String? {
        try db.row(sql, [.integer(id)])?.text(0)
    }

    func named(_ conflicts: [UndoConflict]) -> [UndoConflict] {
        conflicts.map { conflict in
            var named = conflict
            named.expected = name(conflict.expected, of: conflict.field)
            named.found = name(conflict.found, of: conflict.field)
            return named
        }
    }
}
