import Workflow

/// Counting tickets: the statements behind the reports. Each reads one index where the query allows it.
package enum TicketCounts {
    package struct CategoryCount: Sendable {
        package var category: Category.ID?
        package var status: Status
        package var count: Int
        /// How many of these live on in another ticket.
        package var merged: Int
    }

    package static func byCategoryAndStatus(
        _ query: Query, _ queryContext: QueryContext, in db: any Transaction
    ) throws -> [CategoryCount] {
        let condition = try TicketCondition(query, queryContext, in: db)
        let sql = """
            SELECT ticket.category_id, ticket.status, COUNT(*), COUNT(ticket.merged_into) FROM ticket WHERE \(condition.sql)
            GROUP BY ticket.category_id, ticket.status
            """
        return try db.rows(sql, condition.values).map {
            CategoryCount(category: try $0.optionalInteger(0), status: try $0.code(1), count: try $0.int(2),
                merged: try $0.int(3))
        }
    }

    /// All tickets of a query.
    package static func count(_ query: Query, _ queryContext: QueryContext, in db: any Transaction) throws -> Int {
        let condition = try TicketCondition(query, queryContext, in: db)
        return try db.row("SELECT COUNT(*) FROM ticket WHERE \(condition.sql)", condition.values)?.int(0) ?? 0
    }
}
