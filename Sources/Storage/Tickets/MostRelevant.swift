import Workflow

/// The tickets of a query by how well its words fit them.
struct MostRelevant {
    private let words: SearchExpression
    private let condition: String
    private let values: [SQLValue]
    private let db: any Transaction

    /// - Parameter key: the key that asks for this order.
    /// - Throws: `QueryError.notSupported` when the query has no words to be relevant to.
    init(
        _ query: Query, by key: Query.Order, _ condition: String, _ values: [SQLValue], in db: any Transaction
    ) throws {
        let phrases = query.searchWords.compactMap { SearchPhrase($0) }
        guard let words = SearchExpression(anyOf: phrases, in: .everything) else {
            throw QueryError.notSupported(.sort, at: key.range)
        }
        self.words = words
        self.condition = condition
        self.values = values
        self.db = db
    }

    /// The first `limit` numbers from `offset` on. Ranking is the engine's; so many of the first are taken as are needed, and
    /// ten times as many while the rest of the query leaves too few of them.
    func numbers(limit: Int?, offset: Int) throws -> [Ticket.Number] {
        var taken = limit.map { ($0 + offset) * 2 + 50 }
        while true {
            let ranked = try db.ranked(words, limit: taken)
            let found = try there(Self.inOrder(ranked))
            let isAll = ranked.count < taken ?? .max
            if isAll || found.count >= offset + (limit ?? 0) {
                let rest = found.dropFirst(offset)
                return limit.map { Array(rest.prefix($0)) } ?? Array(rest)
            }
            taken = taken.map { $0 * 10 }
        }
    }

    /// The tickets, the most relevant first; of those that are as relevant the older first.
    private static func inOrder(_ ranked: [(ticket: Int64, rank: Double)]) -> [Int64] {
        ranked.sorted { ($0.rank, $0.ticket) < ($1.rank, $1.ticket) }.map(\.ticket)
    }

    /// Those of the tickets that the whole query finds, each once, in the same order.
    private func there(_ tickets: [Int64]) throws -> [Ticket.Number] {
        var kept: Set<Int64> = []
        let set = db.rows(ofSetAt: "$\(values.count + 1)")
        let sql = "SELECT ticket.id FROM ticket WHERE ticket.id IN \(set) AND \(condition)"
        try db.each(sql, values + [db.rowSet(of: tickets.map(SQLValue.integer))]) { kept.insert(try $0.integer(0)) }
        return tickets.filter { kept.remove($0) != nil }.map { Ticket.Number($0) }
    }
}
