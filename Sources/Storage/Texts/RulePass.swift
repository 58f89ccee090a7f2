import Workflow

/// What one rule did in a pass.
package struct RuleRun: Equatable, Sendable {
    package var rule: String
    package var changed: [Ticket.Number] = []
    package var refused: [Ticket.Number] = []
    /// Tickets that later rules of the pass brought back to where this one would act again.
    package var looped: [Ticket.Number] = []
    /// Nil where nothing was done.
    package var operation: Int64?
}

extension Store {
    /// Runs every enabled rule once, in order. A rule acts on a ticket when the ticket begins to meet its condition, and not
    /// again for as long as it does; so two rules that undo one another stop after one pass, which the log tells.
    package func runRules(
        _ deed: Deed, zones: @escaping ZoneFinder, isRehearsal: Bool = false,
        scene: (any Transaction) throws -> QueryScene
    ) throws -> [RuleRun] {
        guard try read({ try Rules.all(in: $0).contains(where: \.isEnabled) }) else { return [] }
        let body: (any Transaction) throws -> [RuleRun] = { db in
            try RulePass(deed: deed, scene: try scene(db), zones: zones, db: db).run()
        }
        var runs = isRehearsal ? try rehearsing(body) : try database.write(body)
        if isRehearsal { for index in runs.indices { runs[index].operation = nil } }
        return runs.filter { !$0.changed.isEmpty || !$0.refused.isEmpty || !$0.looped.isEmpty }
    }
}

/// All rules running once, inside one transaction.
private struct RulePass {
    let deed: Deed
    let scene: QueryScene
    let zones: ZoneFinder
    let db: any Transaction

    func run() throws -> [RuleRun] {
        let rules = try Rules.all(in: db).filter(\.isEnabled)
        for rule in rules { try forgetWhatNoLongerMatches(rule) }
        var runs: [RuleRun] = []
        // Tickets that a rule's own steps took out of its condition.
        var settled: [Int64: Set<Ticket.Number>] = [:]
        for rule in rules {
            let run = try run(rule)
            settled[rule.id] = Set(run.changed).subtracting(try matching(rule))
            runs.append(run)
        }
        for (index, rule) in rules.enumerated() {
            guard let before = settled[rule.id], !before.isEmpty else { continue }
            runs[index].looped = before.intersection(try matching(rule)).sorted()
            for ticket in runs[index].looped { try log(rule, .loop, ticket: ticket, runs[index].operation, "") }
        }
        return runs
    }

    private func matching(_ rule: Rule) throws -> Set<Ticket.Number> {
        Set(try Rules.tickets(of: rule.query, scene, in: db))
    }

    private func known(_ rule: Rule) throws -> Set<Ticket.Number> {
        let rows = try db.rows("SELECT ticket_id FROM rule_ticket WHERE rule_id = $1", [.integer(rule.id)])
        return Set(try rows.map { Ticket.Number(try $0.integer(0)) })
    }

    private func forgetWhatNoLongerMatches(_ rule: Rule) throws {
        for ticket in try known(rule).subtracting(try matching(rule)) {
            try db.run(
                "DELETE FROM rule_ticket WHERE rule_id = $1 AND ticket_id = $2",
                [.integer(rule.id), .integer(ticket.rawValue)])
        }
    }

    private func run(_ rule: Rule) throws -> RuleRun {
        var run = RuleRun(rule: rule.name)
        let new = try matching(rule).subtracting(try known(rule)).sorted()
        guard !new.isEmpty else { return run }
        for ticket in new {
            try db.run(
                "INSERT INTO rule_ticket (rule_id, ticket_id) VALUES ($1, $2)",
                [.integer(rule.id), .integer(ticket.rawValue)])
        }
        var deed = deed
        deed.command = "rule \(rule.name)"
        deed.reason = rule.query
        do {
            let verb = try MacroReading(deed, zones: zones, in: db).verb(of: rule.steps)
            let performed = try Performing(verb: verb, deed: deed, version: nil, db: db, keepsRefusals: true).run(new)
            run.changed = performed.changed.map(\.after.number)
            run.operation = performed.operation
            for refused in performed.refused {
                run.refused.append(refused.ticket)
                try log(rule, .refused, ticket: refused.ticket, nil, "\(refused.error)")
            }
            if !run.changed.isEmpty { try log(rule, .ran, ticket: nil, run.operation, "\(run.changed.count)") }
        } catch let error as TextError {
            // What it names is gone; the other rules go on.
            run.refused = new
            try log(rule, .refused, ticket: nil, nil, "\(error)")
        }
        return run
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
                .integer(rule.id), .integer(deed.at.milliseconds), .text(outcome.rawValue),
                .optional(ticket?.rawValue), .optional(operation), .text(detail),
            ])
    }
}
