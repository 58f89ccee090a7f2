import Storage
import Workflow

/// Which tickets a query finds and the category of each, read once to be looked up by number: cheaper than to join them with
/// what is counted.
struct AskedTickets {
    private(set) var count = 0
    /// By number: what `code` made of a category, `unasked` where the query does not find the ticket.
    private var categories: [Int32] = []

    private static let unasked = Int32.min
    private static let none = Int32(-1)

    init(_ query: Query, _ scene: QueryScene, in db: any Transaction) throws {
        let condition = try TicketCondition(query, scene, in: db)
        let sql = "SELECT ticket.id, ticket.category_id FROM ticket WHERE \(condition.sql)"
        try db.eachInPlace(sql, condition.values) { row in
            if let ticket = row.integer(0) { add(ticket, category: row.integer(1)) }
        }
    }

    private mutating func add(_ ticket: Int64, category: Category.ID?) {
        let place = Int(ticket)
        if place >= categories.count {
            categories += [Int32](repeating: Self.unasked, count: place + 1 - categories.count)
        }
        categories[place] = category.map { Int32(truncatingIfNeeded: $0) } ?? Self.none
        count += 1
    }

    func contains(_ ticket: Int64) -> Bool {
        ticket < categories.count && categories[Int(ticket)] != Self.unasked
    }

    /// The category of a ticket that the query finds.
    func category(of ticket: Int64) -> Category.ID? {
        let code = categories[Int(ticket)]
        return code == Self.none ? nil : Category.ID(code)
    }
}
