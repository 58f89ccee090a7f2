import Workflow

/// Reading problems.
package enum Problems {
    private static let select = "SELECT id, title, workaround, created_at, resolved_at FROM problem"

    /// Those that are there, oldest first.
    package static func all(in db: any Transaction) throws -> [Problem] {
        try db.rows("\(select) WHERE removal = 0 ORDER BY id").map(decode)
    }

    /// - Throws: `RelationFault.noProblem`
    package static func find(_ id: Problem.ID, in db: any Transaction) throws -> Problem {
        guard let row = try db.row("\(select) WHERE id = $1 AND removal = 0", [.integer(id)]) else {
            throw WorkflowError.relation(.noProblem(id))
        }
        return try decode(row)
    }

    /// The problems that a ticket is an incident of.
    package static func of(_ ticket: Ticket.Number, in db: any Transaction) throws -> [Problem] {
        let sql = """
            SELECT problem.id, problem.title, problem.workaround, problem.created_at, problem.resolved_at
            FROM problem_incident JOIN problem ON problem.id = problem_incident.problem_id AND problem.removal = 0
            WHERE problem_incident.ticket_id = $1 ORDER BY problem.id
            """
        return try db.rows(sql, [.integer(ticket.rawValue)]).map(decode)
    }

    /// Its tickets, in the order of their numbers.
    package static func incidents(of id: Problem.ID, in db: any Transaction) throws -> [Ticket] {
        let sql = """
            SELECT ticket.id FROM problem_incident JOIN ticket ON ticket.id = problem_incident.ticket_id
            WHERE problem_incident.problem_id = $1 AND ticket.removal = 0 ORDER BY ticket.id
            """
        return try db.rows(sql, [.integer(id)]).compactMap {
            try TicketRows.find(Ticket.Number(try $0.integer(0)), in: db)
        }
    }

    private static func decode(_ row: SQLRow) throws -> Problem {
        Problem(
            id: try row.integer(0), title: try row.text(1), workaround: try row.optionalText(2),
            createdAt: try row.instant(3), resolvedAt: try row.optionalInstant(4))
    }
}

/// What a write about a problem did.
package struct ProblemChange: Sendable {
    package var problem: Problem
    /// Tickets that became its incidents, or no longer are.
    package var incidents: [Ticket.Number] = []
    package var performed = CommandResult()
    /// Incidents that were done before and stay as they are.
    package var untouched: [Ticket.Number] = []
    package var operation: Int64?
    package var isTakenOff = false
    /// All was so already.
    package var isUnchanged = false
}

extension Store {
    package func newProblem(
        _ title: String, workaround: String?, incidents: [Ticket.Number], _ context: CommandContext
    ) throws -> ProblemChange {
        try changeProblem(context) { operation in
            let id = try operation.insertProblem(title, workaround: workaround)
            return (id, try operation.link(incidents, to: id))
        }
    }

    package func linkIncidents(
        _ incidents: [Ticket.Number], to id: Problem.ID, _ context: CommandContext
    ) throws -> ProblemChange {
        try changeProblem(context) { operation in
            try operation.confirm(changing: incidents.count)
            return (id, try operation.link(incidents, to: id))
        }
    }

    package func unlinkIncidents(
        _ incidents: [Ticket.Number], from id: Problem.ID, _ context: CommandContext
    ) throws -> ProblemChange {
        var change = try changeProblem(context) { operation in
            try operation.confirm(changing: incidents.count)
            return (id, try incidents.filter { try operation.remove(incident: $0, of: id) })
        }
        change.isTakenOff = true
        return change
    }

    /// Sets title and workaround; nil leaves them as they are, an empty workaround takes it away.
    package func editProblem(
        _ id: Problem.ID, title: String?, workaround: String?, _ context: CommandContext
    ) throws -> ProblemChange {
        try changeProblem(context) { operation in
            _ = try Problems.find(id, in: operation.db)
            if let title { try operation.change(.problemTitle, ofRow: id, to: .text(title)) }
            if let workaround {
                let value: SQLValue = workaround.isEmpty ? .null : .text(workaround)
                try operation.change(.problemWorkaround, ofRow: id, to: value)
            }
            return (id, [])
        }
    }

    private func changeProblem(
        _ context: CommandContext, _ change: (inout Operation) throws -> (Problem.ID, [Ticket.Number])
    ) throws -> ProblemChange {
        let outcome = try write(context, needs: .work) { operation in
            let (id, incidents) = try change(&operation)
            return ProblemChange(problem: try Problems.find(id, in: operation.db), incidents: incidents)
        }
        var changed = outcome.content
        changed.operation = outcome.result.operation
        changed.isUnchanged = outcome.result == .unchanged
        return changed
    }
}

extension Store {
    /// Resolves a problem and every incident of it that is open, each with the same public reply, as one operation.
    package func resolveProblem(
        _ id: Problem.ID, _ end: TicketEnd, _ context: CommandContext
    ) throws -> ProblemChange {
        try write(context, needs: .work) { operation in
            let db = operation.db
            let problem = try Problems.find(id, in: db)
            guard problem.resolvedAt == nil else { throw WorkflowError.relation(.problemResolved(id)) }
            let incidents = try Problems.incidents(of: id, in: db)
            let open = incidents.filter(\.status.isOpen).map(\.number)
            try operation.confirm(changing: open.count)
            let applying = ApplyCommand(verb: .resolve(end), version: nil, turn: try operation.present())
            let decided = try applying.decided(open)
            try operation.change(.problemResolvedAt, ofRow: id, to: .integer(context.at.milliseconds))
            var change = ProblemChange(problem: try Problems.find(id, in: db))
            change.performed = try applying.apply(decided, &operation)
            change.untouched = incidents.filter { !$0.status.isOpen }.map(\.number)
            change.operation = operation.reported
            return change
        }.content
    }
}

extension Operation {
    // It begins undone and is brought back by a change that undo can reverse.
    fileprivate mutating func insertProblem(_ title: String, workaround: String?) throws -> Problem.ID {
        let made = try db.row(
            """
            INSERT INTO problem (title, workaround, created_at, removal) VALUES ($1, $2, $3, 2) RETURNING id
            """, [.text(title), .optional(workaround), .integer(at.milliseconds)])
        guard let id = try made?.integer(0) else { throw StorageError.failed(detail: "no problem was made") }
        try change(.problemRemoval, ofRow: id, to: .integer(Removal.none.rawValue))
        return id
    }

    fileprivate mutating func link(_ incidents: [Ticket.Number], to id: Problem.ID) throws -> [Ticket.Number] {
        _ = try Problems.find(id, in: db)
        return try incidents.filter { number in
            let mergeTarget = try MergeTargets.mergeTarget(of: number, in: db)
            guard let ticket = try TicketRows.find(mergeTarget, in: db), ticket.removal == .none else {
                throw StorageError.noSuchTicket(number.rawValue)
            }
            return try add(incident: mergeTarget, to: id)
        }
    }

    /// - Returns: whether it was none before.
    @discardableResult
    mutating func add(incident ticket: Ticket.Number, to problem: Problem.ID) throws -> Bool {
        let row = try db.row(
            """
            INSERT INTO problem_incident (problem_id, ticket_id) VALUES ($1, $2)
            ON CONFLICT (problem_id, ticket_id) DO NOTHING RETURNING ticket_id
            """, [.integer(problem), .integer(ticket.rawValue)])
        guard row != nil else { return false }
        try record(Event(.add, .incident, of: ticket, subject: problem))
        try bumpVersion(of: ticket)
        return true
    }

    @discardableResult
    mutating func remove(incident ticket: Ticket.Number, of problem: Problem.ID) throws -> Bool {
        let row = try db.row(
            "DELETE FROM problem_incident WHERE problem_id = $1 AND ticket_id = $2 RETURNING ticket_id",
            [.integer(problem), .integer(ticket.rawValue)])
        guard row != nil else { return false }
        try record(Event(.remove, .incident, of: ticket, subject: problem))
        try bumpVersion(of: ticket)
        return true
    }

    /// The problem of that title, made when nobody told of it yet; without events, because the ticket's creation tells it.
    func problem(restoring known: Problem) throws -> Problem.ID {
        for present in try Problems.all(in: db) where present.title.isSameText(as: known.title) { return present.id }
        let made = try db.row(
            """
            INSERT INTO problem (title, workaround, created_at, resolved_at, removal) VALUES ($1, $2, $3, $4, 0)
            RETURNING id
            """,
            [
                .text(known.title), .optional(known.workaround), .integer(known.createdAt.milliseconds),
                .optional(known.resolvedAt?.milliseconds),
            ])
        guard let id = try made?.integer(0) else { throw StorageError.failed(detail: "no problem was made") }
        return id
    }
}
