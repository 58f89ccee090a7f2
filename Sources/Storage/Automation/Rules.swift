import Workflow

/// A rule as the desk keeps it.
package struct Rule: Equatable, Sendable {
    package var id: Int64
    package var name: String
    /// For which tickets.
    package var query: String
    /// What is done with them, a step a line.
    package var steps: String
    package var isEnabled: Bool
}

/// A line of the log of rules.
package struct RuleLogLine: Equatable, Sendable {
    package enum Outcome: String, CaseIterable, Sendable {
        case ran, refused, loop
    }

    package var rule: String
    package var at: Instant
    package var outcome: Outcome
    package var ticket: Ticket.Number?
    package var operation: Int64?
    package var detail: String
}

/// Reading rules.
package enum Rules {
    /// In the order in which they run: that in which they were made.
    package static func all(in db: any Transaction) throws -> [Rule] {
        try db.rows("SELECT id, name, query, steps, is_enabled FROM rule WHERE is_retired = 0 ORDER BY id").map { row in
            Rule(
                id: try row.integer(0), name: try row.text(1), query: try row.text(2), steps: try row.text(3),
                isEnabled: try row.flag(4))
        }
    }

    /// - Throws: `TextError.unknownText`
    package static func find(_ name: String, in db: any Transaction) throws -> Rule {
        let rules = try all(in: db)
        let plain = folded(name)
        if let rule = rules.first(where: { folded($0.name) == plain }) { return rule }
        throw TextError.unknownText(.rule, name, nearest: Nearest(to: plain).among(rules.map(\.name)))
    }

    /// The newest first.
    package static func log(limit: Int?, in db: any Transaction) throws -> [RuleLogLine] {
        let sql = """
            SELECT rule.name, rule_log.at, rule_log.outcome, rule_log.ticket_id, rule_log.operation_id, rule_log.detail
            FROM rule_log JOIN rule ON rule.id = rule_log.rule_id ORDER BY rule_log.id DESC LIMIT $1
            """
        return try db.rows(sql, [.limit(limit)]).map { row in
            guard let outcome = RuleLogLine.Outcome(rawValue: try row.text(2)) else {
                throw StorageError.wrongValue(column: "outcome", expected: "what a rule did")
            }
            return RuleLogLine(
                rule: try row.text(0), at: try row.instant(1), outcome: outcome,
                ticket: try row.optionalInteger(3).map { Ticket.Number($0) }, operation: try row.optionalInteger(4),
                detail: try row.text(5))
        }
    }

    /// Whether any rule runs: mostly none does.
    static func areEnabled(in db: any Transaction) throws -> Bool {
        try db.row("SELECT 1 FROM rule WHERE is_enabled = 1 AND is_retired = 0 LIMIT 1") != nil
    }

    /// The tickets that a query means: open ones unless it says otherwise.
    /// - Parameter tickets: only those among them.
    package static func tickets(
        of query: String, among tickets: [Ticket.Number]? = nil, _ queryContext: QueryContext, in db: any Transaction
    ) throws -> [Ticket.Number] {
        let parsed = try Query.parse(query, in: db)
        let scoped = parsed.setsItsScope || parsed.isOnlyIds ? parsed : parsed.narrowedToOpen
        return try TicketList(tickets.map { scoped.narrowed(to: $0) } ?? scoped, queryContext, in: db).numbers()
    }
}

extension Rules {
    /// A rule's operation went with the command that it followed: it may act on the tickets again.
    static func forget(_ operation: Int64, in db: any Transaction) throws {
        try db.run(
            """
            DELETE FROM rule_ticket WHERE rule_id IN (SELECT rule_id FROM rule_log WHERE operation_id = $1)
                AND ticket_id IN (SELECT ticket_id FROM event WHERE operation_id = $1)
            """, [.integer(operation)])
    }

    /// It came back with the command: it has dealt with the tickets.
    static func remember(_ operation: Int64, in db: any Transaction) throws {
        try db.run(
            """
            INSERT INTO rule_ticket (rule_id, ticket_id)
            SELECT DISTINCT rule_log.rule_id, event.ticket_id FROM rule_log
            JOIN event ON event.operation_id = rule_log.operation_id AND event.ticket_id IS NOT NULL
            WHERE rule_log.operation_id = $1 ON CONFLICT (rule_id, ticket_id) DO NOTHING
            """, [.integer(operation)])
    }
}

extension Store {
    /// Makes a rule. Its query and steps have been looked at: here they are kept.
    /// - Throws: `TextError.exists`, and what is wrong with the steps.
    package func addRule(
        _ name: String, when query: String, do steps: String, _ context: CommandContext
    ) throws -> WriteResult {
        try TextError.Kind.rule.check(steps)
        return try write(context, needs: .automation) { operation in
            guard try !Rules.all(in: operation.db).contains(where: { folded($0.name) == folded(name) }) else {
                throw TextError.exists(.rule, name)
            }
            let id = try operation.row(of: name, .rule)
            try operation.change(.ruleQuery, ofRow: id, to: .text(query))
            try operation.change(.ruleSteps, ofRow: id, to: .text(steps))
            try operation.change(.ruleEnabled, ofRow: id, to: .flag(true))
            try operation.change(.ruleRetired, ofRow: id, to: .flag(false))
        }.result
    }

    package func enable(
        _ isEnabled: Bool, rule name: String, _ context: CommandContext
    ) throws -> WriteResult {
        try write(context, needs: .automation) { operation in
            let rule = try Rules.find(name, in: operation.db)
            try operation.change(.ruleEnabled, ofRow: rule.id, to: .flag(isEnabled))
        }.result
    }
}
