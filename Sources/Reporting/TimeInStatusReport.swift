import Storage
import Workflow

/// How long tickets stood in each status, as their events tell it.
enum TimeInStatusReport {
    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        let sums: [Measure] = request.clock == .business ? [.businessSum] : [.sum]
        var report = Report(
            .timeInStatus, of: request, keys: [.status],
            columns: [.tickets, .measured] + sums + request.lengthColumns, main: sums[0])
        report.isPartition = false
        let lives = try StatusStays(request, in: db)
        let measured = Query.asking(.created, .any).narrowed(by: .asking(.has, .part(.history)))
        for (status, stays) in zip(Status.allCases, lives.stays) where status.isOpen {
            let moved = Query(root: .was(Query.asked(status)))
            // Some were brought there by mistake only, and that was undone.
            let mistaken = lives.mistaken[Int(status.rawValue) - 1].map(Query.Content.number)
            let was = mistaken.isEmpty ? moved : moved.narrowed(by: Query.asking(.id, anyOf: mistaken).negated)
            var row = Report.Row(.status(status))
            row.count(.tickets, stays.tickets, request.asked.narrowed(by: was))
            row.count(
                .measured, stays.wall.count,
                request.asked.narrowed(by: was).narrowed(by: measured))
            row.set(stays.wall, business: request.calendar == nil ? nil : stays.business, request)
            report.add(row)
        }
        report.total.count(.tickets, lives.tickets, request.asked)
        report.total.count(.measured, lives.measured, request.asked.narrowed(by: measured))
        report.remarks = [.measured(lives.measured, of: lives.tickets)]
        return report
    }
}

/// How long the tickets of a request stood in each status: one pass over the tickets, and one over their moves.
struct StatusStays {
    private(set) var tickets = 0
    private(set) var measured = 0
    /// In the order of the statuses.
    private(set) var stays = Array(repeating: Stays(), count: Status.allCases.count)
    /// In the order of the statuses, tickets that an operation brought there that was undone.
    private(set) var mistaken = Array(repeating: [Int64](), count: Status.allCases.count)

    private let now: Int64
    private let worked: WorkedTime?
    /// The status of each ticket as a number, 0 where it is not asked about or was looked at already.
    private var statuses: PerTicket<UInt8>
    private var created: PerTicket<Int64>
    /// Whether the desk saw what happened to it.
    private var seen: PerTicket<Bool>
    /// Of the ticket that is looked at, by status: how long it stood there, and how long of that was worked.
    private var wall: [Int64?] = Array(repeating: nil, count: Status.allCases.count)
    private var work: [Int64?] = Array(repeating: nil, count: Status.allCases.count)

    /// Where the time is told apart by periods: of each group, by status, the length in each of them.
    private(set) var parts: [[[Int64]]] = []
    /// How many tickets of each group could be measured.
    private(set) var measuredOfGroup: [Int] = []
    private let spans: [Range<Int64>]
    private let isOfWork: Bool
    private let groups: PerTicket<Int32>?
    /// Of the ticket that is looked at.
    private var own: [(status: Int, span: Int, length: Int64)] = []

    private var wasThere = Array(repeating: false, count: Status.allCases.count)

    private static let unknown = Int64.min

    struct Stays {
        var tickets = 0
        var wall: [Int64] = []
        var business: [Int64] = []
    }

    /// - Parameter spans: in which the time is told apart, one after another.
    /// - Parameter groups: to which of `count` groups each ticket belongs.
    init(
        _ request: ReportRequest, spans: [Range<Int64>] = [], groups: PerTicket<Int32>? = nil, count: Int = 0,
        in db: any Transaction
    ) throws {
        self.spans = spans
        isOfWork = request.clock == .business
        self.groups = groups
        let none = Array(repeating: Array(repeating: Int64(0), count: spans.count), count: Status.allCases.count)
        parts = Array(repeating: none, count: count)
        measuredOfGroup = Array(repeating: 0, count: count)
        now = request.queryContext.now.milliseconds
        worked = request.worked
        statuses = try PerTicket(0, in: db)
        created = try PerTicket(Self.unknown, in: db)
        seen = try PerTicket(false, in: db)
        try readTickets(request, in: db)
        try readCreations(in: db)
        var (last, start): (Int64?, Int64?)
        let moves = """
            SELECT ticket_id, at, before, operation_id, after FROM event
            WHERE field = 'status' ORDER BY ticket_id, operation_id, sequence
            """
        // What was undone did not happen to the ticket.
        let undone = try Moves.undone(in: db)
        try db.eachInPlace(moves, []) { row in
            let ticket = try row.integer(0)
            guard statuses[ticket] != 0 else { return }
            let (at, before) = (try row.integer(1), try row.statusInText(2))
            if ticket != last {
                if let last { end(last, from: start) }
                last = ticket
                seen[ticket] = true
                start = beginning(ticket)
            }
            guard try undone.isEmpty || !undone.contains(row.integer(3)) else {
                wasThere[Int(before.rawValue) - 1] = true
                wasThere[Int(try row.statusInText(4).rawValue) - 1] = true
                return
            }
            start = add(before, from: start ?? at, to: at)
        }
        if let last { end(last, from: start) }
        for (number, status) in statuses.all.enumerated() where status != 0 {
            end(Int64(number), from: beginning(Int64(number)))
        }
    }

    private mutating func readTickets(_ request: ReportRequest, in db: any Transaction) throws {
        let condition = try request.condition(in: db)
        let sql = """
            SELECT ticket.id, ticket.created_at, ticket.status FROM ticket WHERE \(condition.sql) ORDER BY ticket.id
            """
        try db.eachInPlace(sql, condition.values) { row in
            let ticket = try row.integer(0)
            statuses[ticket] = UInt8(try row.status(2).rawValue)
            created[ticket] = try row.optionalInteger(1) ?? Self.unknown
            tickets += 1
        }
    }

    /// The desk saw a ticket from its beginning, or something happen to it: as `MissingData.history` asks of one.
    private mutating func readCreations(in db: any Transaction) throws {
        let sql = """
            SELECT ticket_id, at FROM event
            WHERE kind = 'create' AND field = 'ticket' AND ticket_id IS NOT NULL AND counts_as IS NULL
            """
        try db.eachInPlace(sql, []) { row in
            let ticket = try row.integer(0)
            let start = created[ticket]
            guard statuses[ticket] != 0 else { return }
            if try start == Self.unknown || row.optionalInteger(1).map({ $0 <= start }) ?? false { seen[ticket] = true }
        }
    }

    private func beginning(_ ticket: Int64) -> Int64? {
        let time = created[ticket]
        return time == Self.unknown ? nil : time
    }

    /// - Returns: when the next status began.
    private mutating func add(_ status: Status, from start: Int64, to end: Int64) -> Int64 {
        // A clock that was set back makes no time negative.
        let end = max(start, end)
        // Only open statuses are told.
        guard status.isOpen else { return end }
        let place = Int(status.rawValue) - 1
        wall[place] = (wall[place] ?? 0) + end - start
        if let worked {
            let length = worked.elapsed(from: Instant(milliseconds: start), to: Instant(milliseconds: end))
            work[place] = (work[place] ?? 0) + length
        }
        divide(place, start, end)
        return end
    }

    /// What of a stay lies in each of the spans.
    private mutating func divide(_ status: Int, _ start: Int64, _ end: Int64) {
        guard let last = spans.last, start < last.upperBound else { return }
        var span = spans.partitioningIndex { $0.upperBound > start }
        while span < spans.count, spans[span].lowerBound < end {
            let (from, to) = (max(start, spans[span].lowerBound), min(end, spans[span].upperBound))
            let work = isOfWork ? worked : nil
            let length =
                work?.elapsed(from: Instant(milliseconds: from), to: Instant(milliseconds: to)) ?? to - from
            if length > 0 { own.append((status, span, length)) }
            span += 1
        }
    }

    /// A ticket stands in its present status until now. Each status it had counts it once, with all the time it had it.
    private mutating func end(_ ticket: Int64, from start: Int64?) {
        if let present = Status(rawValue: Int64(statuses[ticket])) { _ = add(present, from: start ?? now, to: now) }
        let isMeasured = created[ticket] != Self.unknown && seen[ticket]
        if isMeasured { measured += 1 }
        if isMeasured, let group = groups?[ticket], group >= 0 {
            measuredOfGroup[Int(group)] += 1
            for part in own { parts[Int(group)][part.status][part.span] += part.length }
        }
        own.removeAll(keepingCapacity: true)
        for status in stays.indices {
            if wasThere[status] && wall[status] == nil { mistaken[status].append(ticket) }
            wasThere[status] = false
            guard let length = wall[status] else { continue }
            stays[status].tickets += 1
            if isMeasured { stays[status].wall.append(length) }
            if isMeasured, let length = work[status] { stays[status].business.append(length) }
            (wall[status], work[status]) = (nil, nil)
        }
        statuses[ticket] = 0
    }
}

extension Query {
    fileprivate static func asked(_ status: Status) -> Term {
        Term(field: .status, values: [Value(.status(status), range: .nowhere)], range: .nowhere)
    }
}
