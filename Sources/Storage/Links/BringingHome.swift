import Workflow

/// What is said to the number of a merged ticket is kept by the ticket that it lives on in, and the event says which number it
/// was said to. When the ticket is its own again, those messages are its own, too.
extension Operation {
    /// Brings messages to the number that they were said to.
    /// - Parameter since: the operation that merged the ticket.
    /// - Returns: how many there were.
    mutating func bringHome(addressedTo ticket: Ticket.Number, since: Int64) throws -> Int {
        let sql = """
            SELECT subject FROM event
            WHERE operation_id > $1 AND field = 'message' AND kind = 'add' AND after = $2
            ORDER BY operation_id, sequence
            """
        var brought = 0
        for row in try db.rows(sql, [.integer(since), .text(String(ticket.rawValue))]) {
            let id = try row.integer(0)
            // Somebody may have taken it back or put it elsewhere by hand.
            guard let place = try MessagePlace.of(id, in: db), place.ticket != ticket,
                let message = try TicketMessages.of(place.ticket, in: db).first(where: { $0.id == id })
            else { continue }
            _ = try moveToEnd([message], of: place.ticket, to: ticket, at: at)
            brought += 1
        }
        return brought
    }

    /// The same for merges that an undo takes back.
    mutating func bringHome(afterUndoing events: [Event], of number: Int64) throws {
        for event in events where event.field == .mergedInto && event.before == nil && event.after != nil {
            if let ticket = event.ticket { _ = try bringHome(addressedTo: ticket, since: number) }
        }
    }
}
