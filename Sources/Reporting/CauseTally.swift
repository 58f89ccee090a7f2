import Storage
import Workflow

/// The causes of the tickets of a request, by category: read in one pass for all that is told of causes.
struct CauseTally {
    /// A cause in a category, or (nil) among tickets without one.
    struct Pair: Hashable {
        var category: Category.ID?
        var cause: Int64
    }

    struct Count {
        var confirmed = 0
        /// Imported or suggested, and checked by nobody.
        var unverified = 0
    }

    private(set) var tickets = 0
    /// Tickets with at least one cause, and with at least one that is confirmed.
    private(set) var known = 0
    private(set) var confirmed = 0
    private(set) var pairs: [Pair: Count] = [:]
    private(set) var names: [Int64: String] = [:]

    /// Texts that only say that no cause is known are none, and neither is what was rejected.
    init(_ query: Query, _ scene: QueryScene, in db: any Transaction) throws {
        var placeholders: Set<Int64> = []
        try db.each("SELECT id, name, is_placeholder FROM cause", []) { row in
            names[try row.integer(0)] = try row.text(1)
            if try row.flag(2) { placeholders.insert(try row.integer(0)) }
        }
        let condition = try TicketCondition(query, scene, in: db)
        let sql = """
            SELECT ticket.id, ticket.category_id, ticket_cause.cause_id, ticket_cause.state FROM ticket
            LEFT JOIN ticket_cause ON ticket_cause.ticket_id = ticket.id WHERE \(condition.sql) ORDER BY ticket.id
            """
        var (last, isKnown, isConfirmed): (Int64?, Bool, Bool) = (nil, false, false)
        try db.eachInPlace(sql, condition.values) { row in
            let ticket = row.integer(0)
            if ticket != last {
                tickets += 1
                (last, isKnown, isConfirmed) = (ticket, false, false)
            }
            guard let cause = row.integer(2), let state = row.integer(3).flatMap(CauseState.init(rawValue:)),
                state != .rejected, !placeholders.contains(cause)
            else { return }
            if !isKnown { known += 1 }
            isKnown = true
            if state == .confirmed && !isConfirmed { confirmed += 1 }
            isConfirmed = isConfirmed || state == .confirmed
            let pair = Pair(category: row.integer(1), cause: cause)
            if state == .confirmed {
                pairs[pair, default: Count()].confirmed += 1
            } else {
                pairs[pair, default: Count()].unverified += 1
            }
        }
    }

    func name(of cause: Int64) -> String { names[cause] ?? "" }
}
