import Storage
import Workflow

/// What the desk's data lacks.
package struct QualityReport: Sendable {
    /// One thing that may be wrong with a ticket.
    package enum Lack: String, CaseIterable, Sendable {
        case noCategory, noCause, placeholderCause, noDescription, noReply, answersDiffer, noTimes
    }

    package struct Line: Equatable, Sendable {
        package var lack: Lack
        package var tickets: Int
    }

    package let lines: [Line]
    package let tickets: Int

    package init(_ query: Query, _ scene: QueryScene, in db: any Transaction) throws {
        let parts = try TicketParts(query, scene, in: db)
        tickets = parts.tickets
        lines = try Lack.allCases.map { lack in
            let differing = query.narrowed(by: lack.asking)
            let count =
                try parts.count(lack) ?? TicketCounts.count(differing, scene, in: db)
            return Line(lack: lack, tickets: count)
        }
    }

    func report(_ request: ReportRequest) -> Report {
        var report = Report(.quality, of: request, keys: [.lack], columns: [.count, .share, .whole])
        report.isPartition = false
        for line in lines {
            var row = Report.Row(.lack(line.lack))
            row.count(.count, line.tickets, request.asked.narrowed(by: line.lack.asking))
            row.set(.share, to: .share(line.tickets, tickets))
            row.count(.whole, tickets, request.asked)
            report.add(row)
        }
        report.total.count(.count, tickets, request.asked)
        return report
    }
}

extension QualityReport.Lack {
    /// The tickets that lack it.
    fileprivate var asking: Query {
        switch self {
        case .noCategory: .asking(.category, .none)
        case .noCause: .asking(.cause, .none)
        case .placeholderCause: .asking(.has, .part(.placeholder))
        case .noDescription: .asking(.no, .part(.description))
        case .noReply: .asking(.no, .part(.reply))
        case .answersDiffer: .asking(.has, .part(.differingAnswers))
        case .noTimes: .asking(.created, .none)
        }
    }
}

/// What each ticket of a query has: one pass over tickets, causes and messages each, and none for each ticket.
private struct TicketParts {
    private(set) var tickets = 0
    // By number; what is not asked about has no bit.
    private var parts: [UInt8] = []
    private var withoutCategory = 0
    private var withoutTimes = 0

    private static let asked: UInt8 = 1, cause: UInt8 = 2, placeholder: UInt8 = 4, reply: UInt8 = 8,
        description: UInt8 = 16

    init(_ query: Query, _ scene: QueryScene, in db: any Transaction) throws {
        let condition = try TicketCondition(query, scene, in: db)
        let sql = "SELECT ticket.id, ticket.category_id, ticket.created_at FROM ticket WHERE \(condition.sql)"
        try db.eachInPlace(sql, condition.values) { row in
            tickets += 1
            withoutCategory += row.integer(1) == nil ? 1 : 0
            withoutTimes += row.integer(2) == nil ? 1 : 0
            let number = Int(row.integer(0) ?? 0)
            if number >= parts.count { parts += [UInt8](repeating: 0, count: number + 1 - parts.count) }
            parts[number] = Self.asked
        }
        let placeholders = Set(try db.rows("SELECT id FROM cause WHERE is_placeholder = 1").map { try $0.integer(0) })
        try db.eachInPlace("SELECT ticket_id, cause_id, state FROM ticket_cause", []) { row in
            let isPlaceholder = placeholders.contains(row.integer(1) ?? 0)
            if isPlaceholder { add(Self.placeholder, to: row) }
            if !isPlaceholder && row.integer(2) != CauseState.rejected.rawValue { add(Self.cause, to: row) }
        }
        let replies = "SELECT ticket_id FROM message WHERE role = 2 AND is_internal = 0 AND removal = 0"
        try db.eachInPlace(replies, []) { add(Self.reply, to: $0) }
        let descriptions = "SELECT ticket_id FROM message WHERE is_description = 1 AND removal = 0"
        try db.eachInPlace(descriptions, []) { add(Self.description, to: $0) }
    }

    private mutating func add(_ part: UInt8, to row: any RowInPlace) {
        let number = Int(row.integer(0) ?? 0)
        if number < parts.count { parts[number] |= part }
    }

    /// Nil where it is not told by these parts.
    func count(_ lack: QualityReport.Lack) -> Int? {
        switch lack {
        case .noCategory: withoutCategory
        case .noTimes: withoutTimes
        case .noCause: count(Self.asked, among: Self.asked | Self.cause)
        case .placeholderCause: count(Self.asked | Self.placeholder, among: Self.asked | Self.placeholder)
        case .noReply: count(Self.asked, among: Self.asked | Self.reply)
        case .noDescription: count(Self.asked, among: Self.asked | Self.description)
        case .answersDiffer: nil
        }
    }

    private func count(_ wanted: UInt8, among mask: UInt8) -> Int {
        parts.reduce(0) { $0 + ($1 & mask == wanted ? 1 : 0) }
    }
}
