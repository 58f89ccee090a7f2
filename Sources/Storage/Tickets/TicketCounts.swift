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
            SELECT ticket.category_id, ticket.status, COUNT(*) FROM ticket WHERE \(condition.sql)
            GROUP BY ticket.category_id, ticket.status
            """
        var merged = try mergedByCategory(condition, in: db)
        return try db.rows(sql, condition.values).map { row in
            let (category, status) = (try row.optionalInteger(0), try row.code(1) as Status)
            // A merged ticket is closed.
            let gone = status == .closed ? merged.removeValue(forKey: category) ?? 0 : 0
            return CategoryCount(category: category, status: status, count: try row.int(2), merged: gone)
        }
    }

    // By themselves: there are few of them, and no index of the others tells it. Counted here, because groups in the statement
    // would choose the index of the groups, and look at every ticket.
    private static func mergedByCategory(
        _ condition: TicketCondition, in db: any Transaction
    ) throws -> [Category.ID?: Int] {
        let sql = "SELECT ticket.category_id FROM ticket WHERE ticket.merged_into IS NOT NULL AND (\(condition.sql))"
        var merged: [Category.ID?: Int] = [:]
        for row in try db.rows(sql, condition.values) { merged[try row.optionalInteger(0), default: 0] += 1 }
        return merged
    }

    /// All tickets of a query.
    package static func count(_ query: Query, _ queryContext: QueryContext, in db: any Transaction) throws -> Int {
        let condition = try TicketCondition(query, queryContext, in: db)
        return try db.row("SELECT COUNT(*) FROM ticket WHERE \(condition.sql)", condition.values)?.int(0) ?? 0
    }
}
