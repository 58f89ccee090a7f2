import Workflow

/// What time alone does to tickets. Each kind is one operation, and none where nothing is due: doing it again at the same
/// time changes nothing.
extension Store {
    /// Opens every ticket again whose time of waiting has passed.
    package func wakeWhatIsDue(_ deed: Deed, isRehearsal: Bool = false) throws -> [Ticket.Number] {
        try performing(.wake, deed, isRehearsal) { db in
            let sql = "SELECT id FROM ticket WHERE wake_at IS NOT NULL AND wake_at <= $1 AND removal = 0 ORDER BY id"
            return try db.rows(sql, [.integer(deed.at.milliseconds)]).map { Ticket.Number(try $0.integer(0)) }
        }
    }

    /// Closes every ticket that was resolved so long ago. A customer's answer has opened the others; how long a ticket waited
    /// before it was resolved does not matter.
    package func closeWhatIsResolved(
        for length: Query.Length, in calendar: WorkCalendar, _ deed: Deed, isRehearsal: Bool = false
    ) throws -> [Ticket.Number] {
        let zone = ZoneOffsets(calendar.zone)
        return try performing(.close(TicketEnd()), deed, isRehearsal) { db in
            let sql = """
                SELECT id, resolved_at FROM ticket
                WHERE status = 5 AND resolved_at IS NOT NULL AND resolved_at <= $1 AND removal = 0 ORDER BY id
                """
            return try db.rows(sql, [.integer(deed.at.milliseconds)]).compactMap { row in
                let end = length.end(from: Instant(milliseconds: try row.integer(1)), zone: zone, calendar: calendar)
                return end.map { $0 <= deed.at } ?? false ? Ticket.Number(try row.integer(0)) : nil
            }
        }
    }

    private func performing(
        _ verb: TicketVerb, _ deed: Deed, _ isRehearsal: Bool, on due: (any Transaction) throws -> [Ticket.Number]
    ) throws -> [Ticket.Number] {
        let body: (any Transaction) throws -> [Ticket.Number] = { db in
            let numbers = try due(db)
            guard !numbers.isEmpty else { return [] }
            return try Performing(verb: verb, deed: deed, version: nil, db: db).run(numbers).changed.map(\.after.number)
        }
        return isRehearsal ? try rehearsing(body) : try database.write(body)
    }
}

extension ZoneOffsets {
    /// The offsets that a zone's rules give.
    package init(_ rules: TimeZoneRules) {
        self.init { Int64(rules.offset(at: $0 * 1000)) }
    }
}
