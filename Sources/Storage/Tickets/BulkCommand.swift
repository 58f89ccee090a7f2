import Workflow

extension Store {
    /// Says to each ticket a verb of its own: one operation for all. Tickets that a rule protects stay as they are.
    /// - Parameter commands: each ticket with what is to be done to it.
    package func perform(
        each commands: [(ticket: Ticket.Number, verb: TicketCommand)], _ context: CommandContext
    ) throws -> CommandResult {
        try write(context, needs: .work) { operation in
            let turn = try operation.present()
            try turn.confirm(changing: commands.count)
            var performed = CommandResult()
            for (ticket, verb) in commands {
                let applying = ApplyCommand(verb: verb, version: nil, turn: turn, keepsRefusals: true)
                let decided = try applying.decided([ticket])
                performed.refused += decided.refused
                let one = try applying.apply(decided, &operation)
                performed.changed += one.changed
                performed.redirected += one.redirected
            }
            performed.operation = operation.hasEvents ? operation.reported : nil
            let fields = commands.flatMap(\.verb.editedFields)
            try performed.tell(
                EventField.allCases.filter(fields.contains), changedBy: operation.number, in: turn.db)
            return performed
        }.content
    }
}
