import Storage
import Workflow

/// Which tickets a query finds and the category of each, read once to be looked up by number: cheaper than to join them with
/// what is counted.
struct MatchingTickets {
    private(set) var count = 0
    private var categories: PerTicket<Int32>

    private static let unasked = Int32.min
    private static let none = Int32(-1)

    /// None yet.
    init(in db: any Transaction) throws { categories = try PerTicket(Self.unasked, in: db) }

    init(_ query: Query, _ queryContext: QueryContext, in db: any Transaction) throws {
        try self.init(in: db)
        let condition = try TicketCondition(query, queryContext, in: db)
        // What a query asks of the history stands in the order of the tickets.
        let sql = "SELECT ticket.id, ticket.category_id FROM ticket WHERE \(condition.sql) ORDER BY ticket.id"
        try db.eachInPlace(sql, condition.values) { row in
            add(try row.integer(0), in: try row.optionalInteger(1))
        }
    }

    mutating func add(_ ticket: Int64, in category: Category.ID?) {
        if !contains(ticket) { count += 1 }
        categories[ticket] = category.map { Int32(truncatingIfNeeded: $0) } ?? Self.none
    }

    func contains(_ ticket: Int64) -> Bool { categories[ticket] != Self.unasked }

    /// The category of a ticket that the query finds.
    func category(of ticket: Int64) -> Category.ID? {
        let code = categories[ticket]
        return code == Self.none ? nil : Category.ID(code)
    }
}
