import Workflow

/// `similar:1042`: tickets that say nearly the same.
extension QueryConditions {
    /// How near a ticket must be, and how many are enough.
    private static let nearness = 0.1
    private static let most = 50

    mutating func similarCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        let asked = try numbers(value, term)
        guard !asked.isEmpty else { return "1 = 0" }
        let near = try SimilarityIndex(texts: asked.count, in: db)
        var found: Set<Int64> = []
        for number in asked {
            let text = try AskedText(of: number, in: db)
            let tickets = try near.nearest(to: text, count: Self.most, in: db) { $0 != number }.tickets
            found.formUnion(tickets.filter { $0.similarity >= Self.nearness }.map(\.number.rawValue))
        }
        return among("ticket.id", found.sorted())
    }

    /// The tickets that a value of an id field names and that exist.
    private mutating func numbers(_ value: Query.Value, _ term: Query.Term) throws -> [Ticket.Number] {
        var conditions = QueryConditions(queryContext: queryContext, db: db)
        let condition = try conditions.idCondition(term, value)
        let rows = try db.rows(
            "SELECT ticket.id FROM ticket WHERE \(condition) ORDER BY ticket.id LIMIT 20", conditions.values)
        return try rows.map { Ticket.Number(try $0.integer(0)) }
    }
}
