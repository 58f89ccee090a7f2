import Workflow

/// Counting tickets: the statements behind the reports. Each reads one index where the query allows it.
package enum TicketCounts {
    package struct CategoryCount: Sendable {
        package var category: Category.ID?
        package var status: Status
        package var count: Int
    }

    package static func byCategoryAndStatus(
        _ query: Query, _ scene: QueryScene, in db: any Transaction
    ) throws -> [CategoryCount] {
        var conditions = QueryConditions(scene: scene, db: db)
        let condition = try conditions.condition(of: query)
        let sql = """
            SELECT ticket.category_id, ticket.status, COUNT(*) FROM ticket WHERE \(condition)
            GROUP BY ticket.category_id, ticket.status
            """
        return try db.rows(sql, conditions.values).map {
            CategoryCount(category: try $0.optionalInteger(0), status: try $0.code(1), count: try $0.int(2))
        }
    }

    /// Tickets that a further condition holds for. `condition` is static text of a report.
    package static func count(
        _ query: Query, _ scene: QueryScene, where condition: StaticString, in db: any Transaction
    ) throws -> Int {
        var conditions = QueryConditions(scene: scene, db: db)
        let asked = try conditions.condition(of: query)
        let sql = "SELECT COUNT(*) FROM ticket WHERE \(asked) AND (\(condition))"
        return try db.row(sql, conditions.values)?.int(0) ?? 0
    }
}
