import Workflow

/// How many tickets came in each of several spans of time.
package enum CreationCounts {
    /// A span as a row of a `VALUES` table named `bucket (position, starts, ends)`.
    package static func table(_ spans: [Range<Int64>], bind: (SQLValue) -> String) -> String {
        let rows = spans.enumerated().map { position, span in
            let (start, end) = (bind(.integer(span.lowerBound)), bind(.integer(span.upperBound)))
            return
                "(CAST(\(bind(.integer(Int64(position)))) AS BIGINT), CAST(\(start) AS BIGINT), CAST(\(end) AS BIGINT))"
        }
        return "bucket (position, starts, ends) AS (VALUES \(rows.joined(by: ", ")))"
    }

    /// Of all tickets, and of how many the time is not known. The index of the times counts them; the few that are not there any
    /// more, for which it would have to look at every ticket, are taken off.
    package static func ofAll(
        _ spans: [Range<Int64>], in db: any Transaction
    ) throws -> (counts: [Int], unknown: Int) {
        var values: [SQLValue] = []
        let table =
            spans.isEmpty
            ? nil
            : table(spans) { value in
                values.append(value)
                return "$\(values.count)"
            }
        var counts = Array(repeating: 0, count: spans.count)
        if let table {
            let sql = """
                WITH \(table) SELECT bucket.position, (SELECT COUNT(*) FROM ticket
                    WHERE ticket.created_at >= bucket.starts AND ticket.created_at < bucket.ends) FROM bucket
                """
            try db.each(sql, values) { counts[try $0.int(0)] = try $0.int(1) }
        }
        var unknown = try db.row("SELECT COUNT(*) FROM ticket WHERE created_at IS NULL")?.int(0) ?? 0
        try db.each("SELECT created_at FROM ticket WHERE removal <> 0", []) { row in
            guard let time = try row.optionalInteger(0) else { return unknown -= 1 }
            let position = spans.partitioningIndex { $0.lowerBound > time } - 1
            if spans.indices.contains(position), spans[position].contains(time) { counts[position] -= 1 }
        }
        return (counts, unknown)
    }

    /// The first and the last time at which a ticket of a query came; nil where no time is known.
    package static func extent(
        _ query: Query, _ queryContext: QueryContext, in db: any Transaction
    ) throws -> (first: Int64, last: Int64)? {
        let condition = try TicketCondition(query, queryContext, in: db)
        // Each by itself: that reads one end of the index.
        let first = try db.row(
            "SELECT MIN(ticket.created_at) FROM ticket WHERE \(condition.sql)", condition.values)?.optionalInstant(0)?
            .milliseconds
        let last = try db.row(
            "SELECT MAX(ticket.created_at) FROM ticket WHERE \(condition.sql)", condition.values)?.optionalInstant(0)?
            .milliseconds
        guard let first = first ?? nil, let last = last ?? nil else { return nil }
        return (first, last)
    }
}
