import Storage
import Workflow

/// What the desk's data lacks.
package struct QualityReport: Sendable {
    /// One thing that may be wrong with a ticket.
    package enum MissingData: String, CaseIterable, Sendable {
        case noCategory, noCause, placeholderCause, noDescription, noReply, answersDiffer, noTimes
    }

    package struct Line: Equatable, Sendable {
        package var lack: MissingData
        package var tickets: Int
        /// Of how many: what is open may still get what it lacks.
        package var whole: Int
    }

    package let lines: [Line]
    package let tickets: Int

    package init(_ query: Query, _ queryContext: QueryContext, in db: any Transaction) throws {
        try self.init(query, queryContext, TicketParts(in: db), in: db)
    }

    private init(_ query: Query, _ queryContext: QueryContext, _ parts: TicketParts, in db: any Transaction) throws {
        let counts = try LackCounts(query, queryContext, parts, in: db)
        tickets = counts.tickets
        lines = MissingData.allCases.map { lack in
            Line(lack: lack, tickets: counts.counts[lack] ?? 0, whole: lack.isOfDone ? counts.done : counts.tickets)
        }
    }

    /// One for each request, of one reading of what tickets have.
    static func made(_ requests: [ReportRequest], in db: any Transaction) throws -> [Report] {
        let parts = try TicketParts(in: db)
        return try requests.map { try QualityReport($0.asked, $0.queryContext, parts, in: db).report($0) }
    }

    private func report(_ request: ReportRequest) -> Report {
        var report = Report(.quality, of: request, keys: [.lack], columns: [.count, .share, .whole])
        report.isPartition = false
        // A merged ticket lives on in another.
        let asked = request.asked.narrowed(by: Query.asking(.is, .flag(.merged)).negated)
        for line in lines {
            var row = Report.Row(.lack(line.lack))
            let whole = asked.narrowed(by: line.lack.isOfDone ? .done : .everything)
            row.count(.count, line.tickets, whole.narrowed(by: line.lack.asking))
            row.set(.share, to: .share(line.tickets, line.whole))
            row.count(.whole, line.whole, whole)
            report.add(row)
        }
        report.total.count(.count, tickets, asked)
        return report
    }
}

extension QualityReport.MissingData {
    /// Whether only what is done can lack it.
    fileprivate var isOfDone: Bool {
        switch self {
        case .noCause, .placeholderCause, .noReply: true
        case .noCategory, .noDescription, .answersDiffer, .noTimes: false
        }
    }

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

/// What every ticket has: one pass over causes, messages and places each, and none for each ticket.
private struct TicketParts {
    private var parts: PerTicket<Parts>

    struct Parts: OptionSet {
        let rawValue: UInt8
        static let cause = Parts(rawValue: 1)
        static let placeholder = Parts(rawValue: 2)
        static let reply = Parts(rawValue: 4)
        static let description = Parts(rawValue: 8)
        static let differingAnswers = Parts(rawValue: 16)
    }

    subscript(ticket: Int64) -> Parts { parts[ticket] }

    init(in db: any Transaction) throws {
        parts = try PerTicket([], in: db)
        try readCauses(in: db)
        let replies = """
            SELECT ticket_id FROM message
            WHERE role = \(Role.agent.rawValue) AND is_internal = 0 AND removal = 0
            """
        try read(.reply, replies, in: db)
        try read(.description, "SELECT ticket_id FROM message WHERE is_description = 1 AND removal = 0", in: db)
        let differing = """
            SELECT ticket.id FROM ticket_source AS place JOIN ticket
                ON ticket.source_file_id = place.source_file_id AND ticket.source_position = place.position
            WHERE place.answers_differ = 1
            """
        try read(.differingAnswers, differing, in: db)
    }

    private mutating func readCauses(in db: any Transaction) throws {
        let placeholders = Set(try db.rows("SELECT id FROM cause WHERE is_placeholder = 1").map { try $0.integer(0) })
        try db.eachInPlace("SELECT ticket_id, cause_id, state FROM ticket_cause", []) { row in
            let (ticket, state) = (try row.integer(0), try row.causeState(2))
            if placeholders.contains(try row.integer(1)) {
                parts[ticket].insert(.placeholder)
            } else if state != .rejected {
                parts[ticket].insert(.cause)
            }
        }
    }

    private mutating func read(_ part: Parts, _ sql: String, in db: any Transaction) throws {
        try db.eachInPlace(sql, []) { parts[try $0.integer(0)].insert(part) }
    }
}

extension Query {
    /// Resolved or closed.
    static let done = Query.asking(.status, anyOf: [.status(.resolved), .status(.closed)])
}

/// How many tickets of a query lack what; merged ones are none.
private struct LackCounts {
    private(set) var tickets = 0
    private(set) var done = 0
    private(set) var counts: [QualityReport.MissingData: Int] = [:]

    init(_ query: Query, _ queryContext: QueryContext, _ parts: TicketParts, in db: any Transaction) throws {
        var (noCategory, noTimes) = (0, 0)
        // By all parts that a ticket has: there are few combinations, and many tickets.
        var combinations = [Int](repeating: 0, count: 32)
        var ofDone = combinations
        let condition = try TicketCondition(query, queryContext, in: db)
        let sql = """
            SELECT ticket.id, ticket.category_id, ticket.created_at, ticket.status FROM ticket
            WHERE (\(condition.sql)) AND ticket.merged_into IS NULL
            """
        try db.eachInPlace(sql, condition.values) { row in
            tickets += 1
            noCategory += try row.optionalInteger(1) == nil ? 1 : 0
            noTimes += try row.optionalInteger(2) == nil ? 1 : 0
            let place = Int(parts[try row.integer(0)].rawValue)
            combinations[place] += 1
            guard try !row.status(3).isOpen else { return }
            done += 1
            ofDone[place] += 1
        }
        func count(_ part: TicketParts.Parts, _ combinations: [Int]) -> Int {
            combinations.indices.reduce(0) { $0 + (UInt8($1) & part.rawValue != 0 ? combinations[$1] : 0) }
        }
        counts = [
            .noCategory: noCategory, .noTimes: noTimes, .noCause: done - count(.cause, ofDone),
            .placeholderCause: count(.placeholder, ofDone), .noReply: done - count(.reply, ofDone),
            .noDescription: tickets - count(.description, combinations),
            .answersDiffer: count(.differingAnswers, combinations),
        ]
    }
}
