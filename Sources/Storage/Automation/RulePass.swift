import Workflow

/// What one rule did in a pass.
package struct RuleRun: Equatable, Sendable {
    package var rule: String
    package var changed: [Ticket.Number] = []
    package var refused: [Ticket.Number] = []
    /// Tickets that later rules of the pass brought back to where this one would act again.
    package var looped: [Ticket.Number] = []
    /// What the rule names is not there any more: it did nothing.
    package var fault: RuleFault?
    /// Nil where nothing was done.
    package var operation: Int64?
}

/// Why a rule cannot be read any more.
package enum RuleFault: Error, Equatable, Sendable, CustomStringConvertible {
    case query(QueryError, text: String)
    case step(TextError)
    case noAgent(String)

    package var description: String {
        switch self {
        case .query(let error, let text): "\(text): \(error)"
        case .step(let error): "\(error)"
        case .noAgent(let name): "unknown agent \(name)"
        }
    }
}

extension Store {
    /// Runs every enabled rule once, in order. A rule acts on a ticket when the ticket begins to meet its condition, and not
    /// again for as long as it does; so two rules that undo one another stop after one pass, which the log tells.
    /// - Parameter tickets: those that are looked at; nil is all.
    package func runRules(
        _ context: CommandContext, on tickets: [Ticket.Number]? = nil, zones: @escaping ZoneFinder,
        queryContext: (any Transaction) throws -> QueryContext
    ) throws -> [RuleRun] {
        guard try read({ try Rules.areEnabled(in: $0) }) else { return [] }
        let runs = try inTurn(context, needs: .work) { turn in
            try RulePass(turn: turn, tickets: tickets, queryContext: try queryContext(turn.db), zones: zones).run()
        }
        return runs.filter { run in
            !run.changed.isEmpty || !run.refused.isEmpty || !run.looped.isEmpty || run.fault != nil
        }
    }
}

/// All rules running once, inside one transaction.
private struct RulePass {
    let turn: WriteTurn
    let tickets: [Ticket.Number]?
    let queryContext: QueryContext
    let zones: ZoneFinder

    private var db: any Transaction { turn.db }

    func run() throws -> [RuleRun] {
        let rules = try Rules.all(in: db).filter(\.isEnabled)
        var runs = rules.map { RuleRun(rule: $0.name) }
        var verbs: [Int: TicketCommand] = [:]
        for (index, rule) in rules.enumerated() {
            do {
                verbs[index] = try verb(of: rule)
                try forgetWhatNoLongerMatches(rule)
            } catch let fault as RuleFault {
                runs[index].fault = fault
                try logOnce(rule, fault)
            }
        }
        // Tickets that a rule's own steps took out of its condition.
        var settled: [Int: Set<Ticket.Number>] = [:]
        for (index, rule) in rules.enumerated() where runs[index].fault == nil {
            guard let verb = verbs[index] else { continue }
            runs[index] = try run(rule, verb)
            settled[index] = Set(runs[index].changed).subtracting(try matching(rule))
        }
        for (index, rule) in rules.enumerated() {
            guard let before = settled[index], !before.isEmpty else { continue }
            runs[index].looped = before.intersection(try matching(rule)).sorted()
            for ticket in runs[index].looped { try log(rule, .loop, ticket: ticket, runs[index].operation, "") }
        }
        return runs
    }

    /// - Throws: `RuleFault`
    private func verb(of rule: Rule) throws -> TicketCommand {
        do {
            return try MacroReading(turn(of: rule).author, zones: zones, in: db).verb(of: rule.steps)
        } catch let error as TextError {
            throw RuleFault.step(error)
        } catch StorageError.unknownActor(let name) {
            throw RuleFault.noAgent(name)
        }
    }

    private func turn(of rule: Rule) -> WriteTurn {
        var context = turn.context
        context.command = "rule \(rule.name)"
        context.reason = rule.query
        // What it says was looked at when it was made.
        context.confirmed.append(.unfinishedText([]))
        // It may do what those may who make rules, whoever's command it follows.
        let makers = turn.permissions.role(for: .automation)
        return WriteTurn(turn, context, role: max(turn.author.agent.role, makers))
    }

    /// - Throws: `RuleFault`
    private func matching(_ rule: Rule) throws -> Set<Ticket.Number> {
        do {
            return Set(try Rules.tickets(of: rule.query, among: tickets, queryContext, in: db))
        } catch let error as QueryError {
            throw RuleFault.query(error, text: rule.query)
        }
    }

    private func known(_ rule: Rule) throws -> Set<Ticket.Number> {
        let rows = try db.rows("SELECT ticket_id FROM rule_ticket WHERE rule_id = $1", [.integer(rule.id)])
        let known = Set(try rows.map { Ticket.Number(try $0.integer(0)) })
        return tickets.map { known.intersection($0) } ?? known
    }

    private func forgetWhatNoLongerMatches(_ rule: Rule) throws {
        for ticket in try known(rule).subtracting(try matching(rule)) {
            try db.run(
                "DELETE FROM rule_ticket WHERE rule_id = $1 AND ticket_id = $2",
                [.integer(rule.id), .integer(ticket.rawValue)])
        }
    }

    private func run(_ rule: Rule, _ verb: TicketCommand) throws -> RuleRun {
        var run = RuleRun(rule: rule.name)
        let new = try matching(rule).subtracting(try known(rule)).sorted()
        guard !new.isEmpty else { return run }
        for ticket in new {
            try db.run(
                "INSERT INTO rule_ticket (rule_id, ticket_id) VALUES ($1, $2)",
                [.integer(rule.id), .integer(ticket.rawValue)])
        }
        let applying = ApplyCommand(verb: verb, version: nil, turn: turn(of: rule), keepsRefusals: true)
        let performed = try applying.run(new)
        run.changed = performed.changed.filter { !$0.isUnchanged }.map(\.after.number)
        run.operation = performed.operation
        for refused in performed.refused {
            run.refused.append(refused.ticket)
            try log(rule, .refused, ticket: refused.ticket, nil, "\(refused.error)")
        }
        if !run.changed.isEmpty { try log(rule, .ran, ticket: nil, run.operation, "\(run.changed.count)") }
        return run
    }

    // Every pass meets the fault again until somebody mends the rule.
    private func logOnce(_ rule: Rule, _ fault: RuleFault) throws {
        let sql = "SELECT detail FROM rule_log WHERE rule_id = $1 ORDER BY id DESC LIMIT 1"
        let last = try db.row(sql, [.integer(rule.id)])?.text(0)
        if last != fault.description { try log(rule, .refused, ticket: nil, nil, fault.description) }
    }

    private func log(
        _ rule: Rule, _ outcome: RuleLogLine.Outcome, ticket: Ticket.Number?, _ operation: Int64?, _ detail: String
    ) throws {
        try db.run(
            """
            INSERT INTO rule_log (rule_id, at, outcome, ticket_id, operation_id, detail)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                .integer(rule.id), .integer(turn.author.at.milliseconds), .text(outcome.rawValue),
                .optional(ticket?.rawValue), .optional(operation), .text(detail),
            ])
    }
}
