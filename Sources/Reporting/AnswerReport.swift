import Storage
import Workflow

/// How much of what was resolved was resolved with an answer that the desk had already.
enum AnswerReport {
    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        var grouped = request
        grouped.group = request.group ?? .category
        var report = Report(
            .kb, of: request, keys: [grouped.group?.key ?? .category], columns: [.solved, .answered, .rate], main: .rate
        )
        let resolved = resolved(request)
        let answered = resolved.narrowed(by: .asking(.has, .part(.answer)))
        let (all, known) = (try GroupCounts(resolved, grouped, in: db), try GroupCounts(answered, grouped, in: db))
        for label in all.labels + [.all] {
            let group = label == .all ? Query.everything : grouped.group?.asking(label) ?? .everything
            var row = Report.Row(label)
            row.count(.solved, all[label], resolved.narrowed(by: group))
            row.count(.answered, known[label], answered.narrowed(by: group))
            row.set(.rate, to: .share(known[label], all[label]))
            if label == .all { report.total = row } else { report.add(row) }
        }
        report.isPartition = grouped.group?.isMany != true
        if !report.isPartition { report.remarks.append(.severalEach) }
        report.remarks += try remarks(resolved, request, in: db)
        return report
    }

    /// What an agent worked on and finished: neither merged nor spam.
    private static func resolved(_ request: ReportRequest) -> Query {
        request.asked.narrowed(by: .asking(.status, anyOf: [.status(.resolved), .status(.closed)]))
            .narrowed(by: Query.asking(.is, .flag(.merged)).negated)
            .narrowed(by: Query.asking(.resolution, .resolution(.spam)).negated)
    }

    private static let most = 5

    private static func remarks(
        _ resolved: Query, _ request: ReportRequest, in db: any Transaction
    ) throws -> [Remark] {
        let used = try AnswerUses.mostTaken(most, in: db)
        let gaps = try gaps(resolved, request, in: db)
        return (used.isEmpty ? [] : [.taken(used)]) + gaps.map(Remark.gap)
    }

    /// What was resolved again and again for the same cause, and never with an answer that was there.
    private static func gaps(
        _ resolved: Query, _ request: ReportRequest, in db: any Transaction
    ) throws -> [Remark.Gap] {
        let unanswered = resolved.narrowed(by: .asking(.no, .part(.answer)))
        let condition = try request.condition(unanswered, in: db)
        let sql = """
            SELECT ticket.category_id, cause.name, COUNT(*) AS tickets FROM ticket
            JOIN ticket_cause ON ticket_cause.ticket_id = ticket.id JOIN cause ON cause.id = ticket_cause.cause_id
            WHERE \(condition.sql) AND ticket_cause.state <> 4 AND cause.is_placeholder = 0
            GROUP BY ticket.category_id, cause.id, cause.name HAVING COUNT(*) > 1
            ORDER BY tickets DESC, cause.name, ticket.category_id LIMIT \(most)
            """
        return try db.rows(sql, condition.values).map { row in
            let (path, cause) = (request.scene.categories.path(of: try row.optionalInteger(0)), try row.text(1))
            let place = TicketGroup.category.asking(.path(path))
            let query = unanswered.narrowed(by: place).narrowed(by: .asking(.cause, .text(cause), .equals))
            return Remark.Gap(path: path, cause: cause, tickets: try row.int(2), query: query)
        }
    }
}
