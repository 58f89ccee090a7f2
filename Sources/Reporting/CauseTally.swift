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

    let tickets: Int
    /// Tickets with at least one cause, and with at least one that is confirmed.
    private(set) var known = 0
    private(set) var confirmed = 0
    private(set) var pairs: [Pair: Count] = [:]
    private(set) var names: [Int64: String] = [:]

    /// Texts that only say that no cause is known are none, and neither is what was rejected.
    init(_ query: Query, _ queryContext: QueryContext, in db: any Transaction) throws {
        try self.init(of: try MatchingTickets(query, queryContext, in: db), in: db)
    }

    init(of asked: MatchingTickets, in db: any Transaction) throws {
        tickets = asked.count
        try db.eachInPlace("SELECT id, name FROM cause WHERE is_placeholder = 0", []) { row in
            names[try row.integer(0)] = try row.text(1)
        }
        var (last, isKnown, isConfirmed): (Int64?, Bool, Bool) = (nil, false, false)
        let sql = "SELECT ticket_id, cause_id, state FROM ticket_cause ORDER BY ticket_id"
        try db.eachInPlace(sql, []) { row in
            let (ticket, cause, state) = (try row.integer(0), try row.integer(1), try row.causeState(2))
            guard asked.contains(ticket), names[cause] != nil, state != .rejected else { return }
            if ticket != last { (last, isKnown, isConfirmed) = (ticket, false, false) }
            if !isKnown { known += 1 }
            isKnown = true
            if state == .confirmed && !isConfirmed { confirmed += 1 }
            isConfirmed = isConfirmed || state == .confirmed
            let pair = Pair(category: asked.category(of: ticket), cause: cause)
            if state == .confirmed {
                pairs[pair, default: Count()].confirmed += 1
            } else {
                pairs[pair, default: Count()].unverified += 1
            }
        }
    }

    func name(of cause: Int64) -> String { names[cause] ?? "" }
}
