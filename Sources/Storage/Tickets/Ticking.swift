import Workflow

/// What time alone does to tickets. Each kind is one operation, and none where nothing is due: doing it again at the same
/// time changes nothing.
extension Store {
    /// Opens every ticket again whose time of waiting has passed.
    package func wakeWhatIsDue(_ context: CommandContext) throws -> [Ticket.Number] {
        try perform(.wake, context) { db in
            let sql = "SELECT id FROM ticket WHERE wake_at IS NOT NULL AND wake_at <= $1 AND removal = 0 ORDER BY id"
            return try db.rows(sql, [.integer(context.at.milliseconds)]).map { Ticket.Number(try $0.integer(0)) }
        }
    }

    /// Closes every ticket that was resolved so long ago. A customer's answer has opened the others; how long a ticket waited
    /// before it was resolved does not matter.
    package func closeWhatIsResolved(
        for length: Query.Length, in calendar: WorkCalendar, _ context: CommandContext
    ) throws -> [Ticket.Number] {
        let zone = ZoneOffsets(calendar.zone)
        return try perform(.close(TicketEnd()), context) { db in
            let sql = """
                SELECT id, resolved_at FROM ticket
                WHERE status = 5 AND resolved_at IS NOT NULL AND resolved_at <= $1 AND removal = 0 ORDER BY id
                """
            return try db.rows(sql, [.integer(context.at.milliseconds)]).compactMap { row in
                let end = length.end(from: try row.instant(1), zone: zone, calendar: calendar)
                return end.map { $0 <= context.at } ?? false ? Ticket.Number(try row.integer(0)) : nil
            }
        }
    }

    private func perform(
        _ verb: TicketCommand, _ context: CommandContext, onDue due: (any Transaction) throws -> [Ticket.Number]
    ) throws -> [Ticket.Number] {
        try write(context, needs: .work) { operation in
            let applying = ApplyCommand(verb: verb, version: nil, turn: try operation.present())
            return try applying.run(try due(operation.db), &operation).changed.map(\.after.number)
        }.content
    }
}

extension ZoneOffsets {
    /// The offsets that a zone's rules give.
    package init(_ rules: TimeZoneRules) {
        self.init { Int64(rules.offset(at: $0 * 1000)) }
    }
}
