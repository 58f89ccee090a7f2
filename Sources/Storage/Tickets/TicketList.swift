import Workflow

/// The tickets a query finds, a part of them at a time.
package struct TicketList {
    private let condition: String
    private let order: String
    private let values: [SQLValue]
    private let db: any Transaction
    private let query: Query
    private let queryContext: QueryContext
    /// Where tickets stand, when the list goes first by what only Swift knows: when they are due, what a custom field says.
    private let places: [Int64: Int64]?

    /// - Throws: `QueryError` when the query names what the desk does not know.
    package init(_ query: Query, _ queryContext: QueryContext, in db: any Transaction) throws {
        var conditions = QueryConditions(queryContext: queryContext, db: db)
        condition = try conditions.condition(of: query)
        if let key = query.order.first, key.key == .due || key.key == .sla || key.key == .custom {
            let rest = Array(query.order.dropFirst())
            order = rest.isEmpty ? "ticket.id DESC" : try TicketOrder(rest, queryContext).sql(&conditions)
            let found =
                key.key == .custom
                ? try conditions.places(byField: key.name, at: key.range)
                : try conditions.dues(at: key.range).map { (ticket: $0.ticket, place: $0.due) }
            places = Dictionary(found.map { ($0.ticket, $0.place) }) { first, _ in first }
        } else {
            order =
                query.order.first?.key == .relevance ? "" : try TicketOrder(query.order, queryContext).sql(&conditions)
            places = nil
        }
        values = conditions.values
        self.db = db
        self.query = query
        self.queryContext = queryContext
    }

    /// How many tickets the query finds.
    package func total() throws -> Int {
        try db.row("SELECT COUNT(*) FROM ticket WHERE \(condition)", values)?.int(0) ?? 0
    }

    /// Tickets from `offset` on, `limit` at most (nil: all), in the query's order.
    package func tickets(limit: Int?, offset: Int = 0) throws -> [Ticket] {
        var tickets: [Ticket] = []
        try each(limit: limit, offset: offset) { tickets.append($0) }
        return tickets
    }

    /// Tickets read by one statement: enough to make it cheap, few enough to hold.
    private static let atOnce = 100

    package func each(limit: Int? = nil, offset: Int = 0, _ body: (Ticket) throws -> Void) throws {
        // Which tickets, then what they say: the sort carries numbers only.
        let numbers = try numbers(limit: limit, offset: offset)
        for start in stride(from: 0, to: numbers.count, by: Self.atOnce) {
            let some = Array(numbers[start..<min(start + Self.atOnce, numbers.count)])
            for ticket in try TicketRows.find(some, in: db) { try body(ticket) }
        }
    }

    /// Only the numbers, in the query's order.
    package func numbers(limit: Int? = nil, offset: Int = 0) throws -> [Ticket.Number] {
        if let key = query.order.first, key.key == .relevance {
            return try MostRelevant(query, by: key, condition, values, in: db).numbers(limit: limit, offset: offset)
        }
        if let limit, query.order.isEmpty, !query.searchWords.isEmpty,
            let newest = try amongNewest(offset + limit)
        {
            return Array(newest.dropFirst(offset))
        }
        if let places { return try byPlace(places, limit: limit, offset: offset) }
        return try allNumbers(limit: limit, offset: offset)
    }

    // What is known to Swift only sorts the list, which stands in the order of the other keys already.
    private func byPlace(_ places: [Int64: Int64], limit: Int?, offset: Int) throws -> [Ticket.Number] {
        let isDescending = query.order.first?.isDescending == true
        var known: [(number: Ticket.Number, place: Int64)] = []
        var rest: [Ticket.Number] = []
        for number in try allNumbers(limit: nil, offset: 0) {
            if let place = places[number.rawValue] { known.append((number, place)) } else { rest.append(number) }
        }
        let sorted = known.enumerated().sorted { a, b in
            if a.element.place == b.element.place { return a.offset < b.offset }
            return (a.element.place < b.element.place) != isDescending
        }
        let all = (sorted.map(\.element.number) + rest).dropFirst(offset)
        return Array(limit.map { all.prefix($0) } ?? all)
    }

    /// The first numbers of the list, when the newest tickets hold so many; else nil. A common word is in tens of thousands of
    /// tickets, and the newest of them are found without looking up the rest.
    private func amongNewest(_ count: Int) throws -> [Ticket.Number]? {
        let newest = "SELECT id FROM ticket ORDER BY created_at DESC NULLS LAST, id DESC LIMIT"
        let lowest = try db.row("SELECT MIN(id) FROM (\(newest) $1) AS newest", [.integer(Self.window)])
        guard count <= Self.window, let lowest = try lowest?.optionalInteger(0) else { return nil }
        var conditions = QueryConditions(queryContext: queryContext, db: db, from: Ticket.Number(lowest))
        let condition = try conditions.condition(of: query)
        let (window, limit) = (conditions.bind(.integer(Self.window)), conditions.bind(.integer(count)))
        let sql = """
            SELECT ticket.id FROM ticket WHERE ticket.id IN (\(newest) \(window)) AND \(condition)
            ORDER BY ticket.created_at DESC NULLS LAST, ticket.id DESC LIMIT \(limit)
            """
        let found = try db.rows(sql, conditions.values).map { Ticket.Number(try $0.integer(0)) }
        return found.count == count ? found : nil
    }

    private static let window = 512

    private func allNumbers(limit: Int?, offset: Int) throws -> [Ticket.Number] {
        let sql = """
            SELECT ticket.id FROM ticket LEFT JOIN customer ON customer.id = ticket.customer_id
            LEFT JOIN agent AS assignee ON assignee.id = ticket.assignee_id
            LEFT JOIN team ON team.id = ticket.team_id
            WHERE \(condition) ORDER BY \(order) LIMIT $\(values.count + 1) OFFSET $\(values.count + 2)
            """
        let rows = try db.rows(sql, values + [.limit(limit), .integer(offset)])
        return try rows.map { Ticket.Number(try $0.integer(0)) }
    }
}

/// The order of a list. The number is always the last key.
struct TicketOrder {
    private let keys: [Query.Order]
    private let queryContext: QueryContext

    init(_ keys: [Query.Order], _ queryContext: QueryContext) {
        self.keys = keys
        self.queryContext = queryContext
    }

    /// Newest first unless something is asked; unknown times come after known ones either way.
    func sql(_ conditions: inout QueryConditions) throws -> String {
        guard !keys.isEmpty else { return "ticket.created_at DESC NULLS LAST, ticket.id DESC" }
        var parts: [String] = []
        for key in keys {
            // The greatest age is the earliest time.
            let isTurned = key.key == .age || key.key == .idle || key.key == .waiting
            let direction = key.isDescending != isTurned ? "DESC" : "ASC"
            parts.append("\(try column(key, &conditions)) \(direction) NULLS LAST")
        }
        if !keys.contains(where: { $0.key == .id }) { parts.append("ticket.id DESC") }
        return parts.joined(by: ", ")
    }

    private func column(_ key: Query.Order, _ conditions: inout QueryConditions) throws -> String {
        switch key.key {
        case .id: "ticket.id"
        case .created, .age: "ticket.created_at"
        case .updated, .idle: "ticket.updated_at"
        case .resolved: "ticket.resolved_at"
        case .closed: "ticket.closed_at"
        case .priority: "ticket.priority"
        case .status: "ticket.status"
        case .title: "ticket.title"
        case .customer: "customer.folded"
        case .assignee: "assignee.folded"
        case .team: "team.folded"
        case .category: categoryPosition(&conditions)
        case .messages: "(SELECT COUNT(*) FROM message WHERE message.ticket_id = ticket.id AND message.removal = 0)"
        case .waiting: Timeline.waitingSince
        case .firstReply: Timeline.firstReply
        case .lastCustomer: Timeline.lastCustomer
        case .lastAgent: Timeline.lastAgent
        case .due, .sla: try conditions.dueColumn(at: key.range)
        case .relevance, .custom:
            throw QueryError.notSupported(.sort, at: key.range)
        }
    }

    // Paths are known to Swift only, so it says which comes first.
    private func categoryPosition(_ conditions: inout QueryConditions) -> String {
        let paths = queryContext.categories.categories.map {
            (queryContext.categories.printedPath(of: $0.id) ?? "", $0.id)
        }
        let sorted = paths.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
        guard !sorted.isEmpty else { return "ticket.category_id" }
        let cases = sorted.enumerated().map { position, path in
            "WHEN \(conditions.bind(.integer(path.1))) THEN \(conditions.bind(.integer(position)))"
        }
        return "CASE ticket.category_id \(cases.joined(by: " ")) END"
    }
}
