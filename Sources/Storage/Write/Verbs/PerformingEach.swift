import Workflow

extension Store {
    /// Says to each ticket a verb of its own: one operation for all. Tickets that a rule protects stay as they are.
    /// - Parameter deeds: each ticket with what is to be done to it.
    package func perform(
        each deeds: [(ticket: Ticket.Number, verb: TicketVerb)], _ deed: Deed, isRehearsal: Bool = false
    ) throws -> Performed {
        let body: (any Transaction) throws -> Performed = { db in
            var operation: Operation?
            var performed = Performed()
            for (ticket, verb) in deeds {
                let performing = Performing(verb: verb, deed: deed, version: nil, db: db, keepsRefusals: true)
                let decided = try performing.decided([ticket])
                performed.refused += decided.refused
                guard !decided.allowed.isEmpty else { continue }
                var current = try operation ?? Operation.begin(deed, in: db)
                let one = try performing.carryOut(decided, &current)
                operation = current
                performed.changed += one.changed
                performed.redirected += one.redirected
                performed.operation = current.number
            }
            if let number = operation?.number {
                let fields = deeds.flatMap(\.verb.editedFields)
                try performed.tell(Event.Field.allCases.filter(fields.contains), changedBy: number, in: db)
            }
            return performed
        }
        guard isRehearsal else { return try database.write(body) }
        var performed = try rehearsing(body)
        performed.operation = nil
        return performed
    }
}
