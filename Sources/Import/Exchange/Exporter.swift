import Storage
import Workflow

/// Writes tickets out of the desk.
package enum Exporter {
    /// Every ticket the query finds, in number order, as lines of JSON.
    package static func eachLine(
        _ query: Query, _ queryContext: QueryContext, in db: any Transaction, _ body: ([UInt8]) throws -> Void
    ) throws {
        try eachRecord(query, queryContext, in: db) { record in
            var writer = JSONWriter()
            writer.write(record.json)
            writer.write(raw: "\n")
            try body(writer.bytes)
        }
    }

    /// The tickets with all that belongs to them, in number order.
    package static func eachRecord(
        _ query: Query, _ queryContext: QueryContext, in db: any Transaction, _ body: (TicketRecord) throws -> Void
    ) throws {
        var ordered = query
        if ordered.order.isEmpty { ordered.order = [Query.Order(key: .id, isDescending: false, range: .nowhere)] }
        try TicketList(ordered, queryContext, in: db).each { ticket in
            try body(try TicketRecord.complete(ticket, queryContext.categories, db))
        }
    }
}
