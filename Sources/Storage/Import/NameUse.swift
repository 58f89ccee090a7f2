import Workflow

/// What refers to a name that an import made: such a name stays when the import is undone.
struct NameUse {
    private let db: any Transaction
    /// The texts that name things: queries, steps, commands.
    private let texts: String
    /// What somebody has changed, or an import other than the one that is undone.
    private var changed: [NameKind: Set<Int64>] = [:]

    init(besides batch: Int64, in db: any Transaction) throws {
        self.db = db
        texts = folded(try db.rows(Self.texts).map { try $0.text(0) }.joined(by: "\n"))
        try readChanges(besides: batch)
    }

    private mutating func readChanges(besides batch: Int64) throws {
        let undone = try OperationLog.undoneOperations(in: db)
        let sql = """
            SELECT event.operation_id, event.field, event.subject FROM event
            JOIN operation ON operation.id = event.operation_id
            WHERE event.ticket_id IS NULL AND event.subject IS NOT NULL AND event.field IS NOT NULL
                AND operation.undoes IS NULL AND (operation.batch_id IS NULL OR operation.batch_id <> $1)
            """
        let kinds = Dictionary(uniqueKeysWithValues: NameKind.allCases.map { ($0.table, $0) })
        try db.each(sql, [.integer(batch)]) { row in
            guard let field = EventField(rawValue: try row.text(1)), let table = field.row.column?.table,
                let kind = kinds[table], try !undone.contains(row.integer(0))
            else { return }
            changed[kind, default: []].insert(try row.integer(2))
        }
    }

    func holds(_ id: Int64, _ name: String, _ kind: NameKind) throws -> Bool {
        if changed[kind]?.contains(id) == true || texts.contains(folded(name)) { return true }
        return try kind.isUsed(id, in: db)
    }

    private static let texts = """
        SELECT query FROM view WHERE is_retired = 0 UNION ALL SELECT query FROM rule WHERE is_retired = 0
        UNION ALL SELECT steps FROM rule WHERE is_retired = 0 UNION ALL SELECT query FROM sla_policy WHERE is_retired = 0
        UNION ALL SELECT terms FROM sla_policy WHERE is_retired = 0
        UNION ALL SELECT steps FROM macro WHERE is_retired = 0
        UNION ALL SELECT command FROM report_schedule WHERE is_retired = 0
        UNION ALL SELECT value FROM setting WHERE value IS NOT NULL
        """
}

extension NameKind {
    fileprivate var table: String { removalField.row.column?.table ?? "" }

    /// A ticket that is there, or something else of the desk, has it.
    func isUsed(_ id: Int64, in db: any Transaction) throws -> Bool {
        try uses.contains { try db.row($0, [.integer(id)]) != nil }
    }

    // One statement a reference: each is looked up in the index of its foreign key.
    private var uses: [String] {
        switch self {
        case .category:
            [
                "SELECT 1 FROM ticket WHERE category_id = $1 AND removal <> 2 LIMIT 1",
                "SELECT 1 FROM category WHERE parent_id = $1 AND is_retired = 0 LIMIT 1",
                "SELECT 1 FROM category_alias WHERE category_id = $1 LIMIT 1",
                "SELECT 1 FROM agent_skill WHERE category_id = $1 AND is_held = 1 LIMIT 1",
            ]
        case .cause:
            [
                """
                SELECT 1 FROM ticket_cause JOIN ticket ON ticket.id = ticket_cause.ticket_id
                WHERE cause_id = $1 AND ticket.removal <> 2 LIMIT 1
                """, "SELECT 1 FROM cause_alias WHERE cause_id = $1 LIMIT 1",
            ]
        case .field:
            [
                """
                SELECT 1 FROM ticket_field JOIN ticket ON ticket.id = ticket_field.ticket_id
                WHERE field_id = $1 AND ticket.removal <> 2 LIMIT 1
                """
            ]
        case .tag:
            [
                """
                SELECT 1 FROM ticket_tag JOIN ticket ON ticket.id = ticket_tag.ticket_id
                WHERE tag_id = $1 AND ticket.removal <> 2 LIMIT 1
                """, "SELECT 1 FROM tag_alias WHERE tag_id = $1 LIMIT 1",
                "SELECT 1 FROM agent_skill WHERE tag_id = $1 AND is_held = 1 LIMIT 1",
            ]
        case .customer: customerUses
        case .agent: agentUses
        case .team:
            [
                "SELECT 1 FROM ticket WHERE team_id = $1 AND removal <> 2 LIMIT 1",
                "SELECT 1 FROM team_member WHERE team_id = $1 AND is_member = 1 LIMIT 1",
            ]
        }
    }

    private var customerUses: [String] {
        [
            "SELECT 1 FROM ticket WHERE customer_id = $1 AND removal <> 2 LIMIT 1",
            """
            SELECT 1 FROM message JOIN ticket ON ticket.id = message.ticket_id
            WHERE message.customer_id = $1 AND ticket.removal <> 2 LIMIT 1
            """, "SELECT 1 FROM customer WHERE merged_into = $1 LIMIT 1",
            "SELECT 1 FROM domain WHERE customer_id = $1 AND removal = 0 LIMIT 1",
            "SELECT 1 FROM diagnosis WHERE customer_id = $1 AND removal = 0 LIMIT 1",
        ]
    }

    private var agentUses: [String] {
        [
            "SELECT 1 FROM ticket WHERE assignee_id = $1 AND removal <> 2 LIMIT 1",
            """
            SELECT 1 FROM message JOIN ticket ON ticket.id = message.ticket_id
            WHERE message.agent_id = $1 AND ticket.removal <> 2 LIMIT 1
            """, "SELECT 1 FROM operation WHERE agent_id = $1 LIMIT 1",
            "SELECT 1 FROM team_member WHERE agent_id = $1 AND is_member = 1 LIMIT 1",
            "SELECT 1 FROM agent_skill WHERE agent_id = $1 AND is_held = 1 LIMIT 1",
            "SELECT 1 FROM ticket_watcher WHERE agent_id = $1 LIMIT 1",
            "SELECT 1 FROM attachment WHERE agent_id = $1 LIMIT 1",
            """
            SELECT 1 FROM ticket_cause JOIN ticket ON ticket.id = ticket_cause.ticket_id
            WHERE ticket_cause.agent_id = $1 AND ticket.removal <> 2 LIMIT 1
            """,
        ]
    }
}
