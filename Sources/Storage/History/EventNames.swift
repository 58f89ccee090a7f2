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

    func name(_ text: String?, of field: EventField?) -> String? {
        guard let text else { return nil }
        guard let content = field?.row.content else { return text }
        if content == .causeRow { return CauseRow(eventText: text)?.state.name ?? text }
        guard let code = Int64(text) else { return text }
        return switch content {
        case .status: Status(rawValue: code)?.name ?? text
        case .priority: Priority(rawValue: code)?.name ?? text
        case .resolution: Resolution(rawValue: code)?.name ?? text
        case .role: AgentRole(rawValue: code)?.name ?? text
        case .category: categories.printedPath(of: code) ?? text
        case .agent: agents[code] ?? text
        case .customer: customers[code] ?? text
        case .team: teams[code] ?? text
        case .organisation: organisations[code] ?? text
        case .ticket: "#\(code)"
        case .time: TimeText.rfc3339(code, offset: 0)
        case .text, .number, .causeRow: text
        }
    }

    /// What a list gained or lost, or whose name was changed.
    func subject(of event: Event) throws -> String? {
        guard let id = event.subject, let subject = event.field?.row.subject else { return nil }
        switch subject {
        case .nothing: return nil
        case .tag: return try name("SELECT name FROM tag WHERE id = $1", id)
        case .cause: return try name("SELECT name FROM cause WHERE id = $1", id)
        case .field: return try name("SELECT name FROM field WHERE id = $1", id)
        case .view: return try name("SELECT name FROM view WHERE id = $1", id)
        case .message:
            return try db.row("SELECT sequence FROM message WHERE id = $1", [.integer(id)]).map { "m\(try $0.int(0))" }
        case .category: return categories.printedPath(of: id)
        case .ticket: return "#\(id)"
        case .link:
            let kind = (event.after ?? event.before).flatMap { Int64($0) }.flatMap(LinkKind.init(rawValue:))
            return "\(kind?.name ?? "") #\(id)"
        case .agent: return agents[id]
        case .problem: return Problem.label(of: id)
        case .diagnosis: return StoredDiagnosis.label(of: id)
        case .domain: return try name("SELECT name FROM domain WHERE id = $1", id)
        case .attachment: return try name("SELECT name FROM attachment WHERE id = $1", id)
        case .answer: return try answer(id)
        case .tool: return try name("SELECT name FROM tool WHERE id = $1", id)
        case .signature:
            return try name("SELECT segments FROM signature WHERE id = $1", id)?.replacing("\u{1F}", with: "…")
        case .article: return "\(Article.Number(id))"
        case .messagePlace: return try MessagePlace.of(id, in: db)?.label
        case .teamMember: return try pair(Self.members, id)
        case .skill: return try pair(Self.skills, id)
        case .permission: return try name("SELECT permission FROM permission_override WHERE id = $1", id)
        case .row(let table): return try table.name(of: id, in: db)
        }
    }

    private static let members = """
        SELECT team.name, agent.name FROM team_member JOIN team ON team.id = team_member.team_id
        JOIN agent ON agent.id = team_member.agent_id WHERE team_member.id = $1
        """

    private static let skills = """
        SELECT agent.name, COALESCE(tag.name, category.name) FROM agent_skill
        JOIN agent ON agent.id = agent_skill.agent_id LEFT JOIN tag ON tag.id = agent_skill.tag_id
        LEFT JOIN category ON category.id = agent_skill.category_id WHERE agent_skill.id = $1
        """

    private func pair(_ sql: String, _ id: Int64) throws -> String? {
        try db.row(sql, [.integer(id)]).map { "\(try $0.text(0)): \(try $0.text(1))" }
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
