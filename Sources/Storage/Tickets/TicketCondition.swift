import Workflow

/// Which tickets a query means, for the statement of a report: `ticket` must be in scope, and further values are bound
/// behind those of the query.
package struct TicketCondition {
    package let sql: String
    package private(set) var values: [SQLValue]

    /// - Throws: `QueryError` when the query names what the desk does not know.
    package init(_ query: Query, _ queryContext: QueryContext, in db: any Transaction) throws {
        var conditions = QueryConditions(queryContext: queryContext, db: db)
        sql = try conditions.condition(of: query)
        values = conditions.values
    }

    /// Also of tickets that are in the trash or undone: at another time they may have been there.
    package static func ever(
        _ query: Query, _ queryContext: QueryContext, in db: any Transaction
    ) throws -> TicketCondition {
        var conditions = QueryConditions(queryContext: queryContext, db: db)
        return TicketCondition(sql: try conditions.condition(ofAll: query), values: conditions.values)
    }

    private init(sql: String, values: [SQLValue]) {
        self.sql = sql
        self.values = values
    }

    package mutating func bind(_ value: SQLValue) -> String {
        values.append(value)
        return "$\(values.count)"
    }
}
