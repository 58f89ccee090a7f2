import Storage
import Workflow

/// Reads the tickets of a report of one's own.
struct CustomReading {
    let request: ReportRequest
    let line: TimeAxis?

    /// Where an axis that is no time is read, and what its values are called.
    struct Column {
        let sql: String
        let join: String
        let label: (SQLRow, Int) throws -> Label
    }

    /// - Throws: `UsageError.badFieldName`
    static func column(_ axis: TicketAxis, _ queryContext: QueryContext, in db: any Transaction) throws -> Column? {
        switch axis {
        case .time: return nil
        case .group(let group):
            let labels = try group.labels(queryContext, in: db)
            return Column(sql: "\(group.column)", join: group.join, label: labels.label)
        case .field(let name):
            let spellings = try FieldSpellings(named: name, queryContext, in: db)
            let alias = "holding_\(spellings.id)"
            return Column(
                sql: "\(alias).text",
                join: """
                    LEFT JOIN ticket_field AS \(alias)
                        ON \(alias).ticket_id = ticket.id AND \(alias).field_id = \(spellings.id)
                    """,
                label: { row, place in
                    try row.optionalText(place).map { .named(spellings.name(of: $0)) } ?? .nobody
                })
        }
    }

    typealias Found = (labels: [Label], tally: CustomCells.Tally)

    /// What is known of the tickets of each combination of labels.
    func tallies(_ axes: [TicketAxis], in db: any Transaction) throws -> [Found] {
        guard request.shape.isCounted else { return try measured(axes, in: db) }
        if axes.count == 1, axes[0].unit != nil, request.query.root == .all { return try counted(in: db) }
        return try counted(axes, in: db)
    }

    // MARK: Counting

    /// All tickets by their time alone: indexes tell it.
    private func counted(in db: any Transaction) throws -> [Found] {
        guard let line else { return [] }
        let all = try CreationCounts.ofAll(line.spans, in: db)
        let known = zip(line.buckets, all.counts).map { found([.bucket($0.name)], $1) }
        let unknown = request.period == nil && all.unknown > 0 ? [found([.unknownTime], all.unknown)] : []
        return known + unknown
    }

    private func found(_ labels: [Label], _ count: Int) -> Found {
        var tally = CustomCells.Tally()
        tally.count = count
        return (labels, tally)
    }

    private func counted(_ axes: [TicketAxis], in db: any Transaction) throws -> [Found] {
        var condition = try request.condition(in: db)
        let readers = try axes.compactMap { try Self.column($0, request.queryContext, in: db) }
        let columns = readers.map(\.sql)
        let joins = readers.map(\.join).joined(by: " ")
        let hasTime = axes.contains { $0.unit != nil }
        func statement(_ time: String, _ from: String, _ further: String) -> String {
            let keys = (hasTime ? [time] : []) + columns
            let by = (hasTime && time != "NULL" ? [time] : []) + columns
            return
                "SELECT \((keys + ["COUNT(*)"]).joined(by: ", ")) FROM \(from) \(joins) WHERE \(condition.sql)"
                + further + (by.isEmpty ? "" : " GROUP BY \(by.joined(by: ", "))")
        }
        var sql = statement("NULL", "ticket", hasTime ? " AND ticket.created_at IS NULL" : "")
        if let line, hasTime, !line.spans.isEmpty {
            let table = CreationCounts.table(line.spans) { condition.bind($0) }
            let range = "ticket.created_at >= bucket.starts AND ticket.created_at < bucket.ends"
            sql =
                "WITH \(table) " + statement("bucket.position", "bucket JOIN ticket ON \(range)", "") + " UNION ALL "
                + sql
        }
        var all: [Found] = []
        try db.each(sql, condition.values) { row in
            let count = try row.int(axes.count)
            guard count > 0 else { return }
            all.append(found(try labels(of: row, axes, readers), count))
        }
        return all
    }

    // The time stands before the groups, whatever the order of the axes.
    private func labels(of row: SQLRow, _ axes: [TicketAxis], _ readers: [Column]) throws -> [Label] {
        var next = axes.contains { $0.unit != nil } ? 1 : 0
        var reader = readers.makeIterator()
        return try axes.map { axis in
            if axis.unit != nil {
                return row.isNull(0) ? .unknownTime : .bucket(line?.buckets[try row.int(0)].name ?? "")
            }
            defer { next += 1 }
            return try reader.next()?.label(row, next) ?? .nobody
        }
    }

    // MARK: Measuring

    /// A row a ticket: what stands in the middle of many is known only with all of them.
    private func measured(_ axes: [TicketAxis], in db: any Transaction) throws -> [Found] {
        let condition = try request.condition(in: db)
        let readers = try axes.compactMap { try Self.column($0, request.queryContext, in: db) }
        let subjects = Measure.Subject.allCases.filter { subject in
            request.shape.values.contains { $0.subject == subject }
        }
        let lengths = subjects.map { $0 == .response ? Timeline.replyTime : Self.resolutionTime }
        let keys = ["ticket.created_at"] + readers.map(\.sql) + lengths
        let sql = """
            SELECT \(keys.joined(by: ", ")) FROM ticket \(readers.map(\.join).joined(by: " "))
            WHERE \(condition.sql)
            """
        // One clock a report, as it says: by the clock unless working time is asked for.
        let worked = request.clock == .business ? request.worked : nil
        var tallies: [[Label]: CustomCells.Tally] = [:]
        try db.each(sql, condition.values) { row in
            let created = try row.optionalInteger(0)
            var (next, reader) = (1, readers.makeIterator())
            let labels = try axes.map { axis -> Label in
                if axis.unit != nil { return label(ofTime: created) }
                defer { next += 1 }
                return try reader.next()?.label(row, next) ?? .nobody
            }
            tallies[labels, default: CustomCells.Tally()].count += 1
            for (index, subject) in subjects.enumerated() {
                guard let created, let wall = try row.optionalInteger(1 + readers.count + index) else { continue }
                let length = worked?.elapsed(
                    from: Instant(milliseconds: created), to: Instant(milliseconds: created + wall))
                tallies[labels, default: CustomCells.Tally()].add(length ?? wall, subject)
            }
        }
        return tallies.map { ($0.key, $0.value) }
    }

    private func label(ofTime created: Int64?) -> Label {
        guard let created, let line, let position = line.line.position(of: created) else { return .unknownTime }
        return .bucket(line.buckets[position].name)
    }

    /// Of what is done, up to the last time that it was resolved.
    private static let resolutionTime = """
        (CASE WHEN ticket.status > \(Status.lastOpen.rawValue) THEN \(Timeline.resolutionTime) END)
        """
}
