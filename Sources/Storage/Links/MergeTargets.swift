import Workflow

/// Which ticket a merged one lives on in. A merged ticket keeps its messages; its mergeTarget shows them and is found by them.
package enum MergeTargets {
    /// The ticket that writes to this number go to: itself, unless it is merged.
    package static func mergeTarget(of ticket: Ticket.Number, in db: any Transaction) throws -> Ticket.Number {
        try chain(from: ticket, in: db).last ?? ticket
    }

    /// The ticket and those it is merged into, one after the other.
    static func chain(from ticket: Ticket.Number, in db: any Transaction) throws -> [Ticket.Number] {
        var chain = [ticket]
        while let last = chain.last, let next = try mergedInto(last, in: db), !chain.contains(next) {
            chain.append(next)
        }
        return chain
    }

    private static func mergedInto(_ ticket: Ticket.Number, in db: any Transaction) throws -> Ticket.Number? {
        let row = try db.row("SELECT merged_into FROM ticket WHERE id = $1", [.integer(ticket.rawValue)])
        return try row?.optionalInteger(0).map { Ticket.Number($0) }
    }

    /// The tickets merged into this one and into those, in the order of their numbers, each before those merged into it.
    package static func merged(into ticket: Ticket.Number, in db: any Transaction) throws -> [Ticket.Number] {
        let sql = "SELECT id FROM ticket WHERE merged_into = $1 AND removal <> 2 ORDER BY id DESC"
        var found: [Ticket.Number] = []
        var seen = TicketNumberList()
        _ = seen.insert(ticket)
        var waiting = [ticket]
        // A damaged file may lead back to where it began.
        while let next = waiting.popLast() {
            if next != ticket { found.append(next) }
            let rows = try db.rows(sql, [.integer(next.rawValue)])
            waiting += try rows.map { Ticket.Number(try $0.integer(0)) }.filter { seen.insert($0) }
        }
        return found
    }

    /// Messages of the ticket and of those merged into it.
    package static func messages(of ticket: Ticket.Number, in db: any Transaction) throws -> [Message] {
        try ([ticket] + merged(into: ticket, in: db)).flatMap { try TicketMessages.of($0, in: db) }
    }
}
