import Storage
import Workflow

/// How many tickets stood in each open status at certain times: each ticket adds to a status from the time at which it was
/// brought there, and takes away from the one that it left.
struct PastStatuses {
    /// One for each of the times, in their order.
    var counts: [StatusCounts] {
        var sum = StatusCounts()
        return ends.indices.map { place in
            for status in Status.allCases { sum.add(changes[place * Self.width + Int(status.rawValue)], of: status) }
            return sum
        }
    }

    private let ends: [Int64]
    /// For each time what came to a status since the time before, less what left it; at the end what came and left later.
    private var changes: [Int]
    /// The status of each ticket as a number, 0 where it is not asked about.
    private var statuses: PerTicket<UInt8>
    private var flags: PerTicket<Flags>
    /// When it came, and later when it last moved. Of what came as done, when that was.
    private var times: PerTicket<Int64>
    /// Of tickets that were in the trash at some time: everything that happened, until it is known in which order.
    private var moves: [Int64: [Move]] = [:]

    private struct Flags: OptionSet {
        let rawValue: UInt8
        static let isRemoved = Flags(rawValue: 1)
        static let wasRemoved = Flags(rawValue: 2)
        static let hasMoved = Flags(rawValue: 4)
    }

    private static let never = Int64.min
    private static let width = Status.allCases.count + 1

    private struct Move {
        var operation: Int64
        var sequence: Int64
        var at: Int64
        var before: UInt8?
        var after: UInt8?
        var wasRemoved: Bool?

        init(_ row: any RowInPlace) throws {
            operation = try row.integer(1)
            sequence = try row.integer(2)
            at = try row.integer(3)
        }
    }

    /// - Parameter ends: ascending; what happens at such a time or later is not counted there.
    init(_ request: ReportRequest, before ends: [Int64], in db: any Transaction) throws {
        self.ends = ends
        changes = Array(repeating: 0, count: (ends.count + 1) * Self.width)
        statuses = try PerTicket(0, in: db)
        flags = try PerTicket([], in: db)
        times = try PerTicket(Self.never, in: db)
        try readTickets(request, in: db)
        try readCreations(in: db)
        try readRemovals(in: db)
        try readMoves(in: db)
        for (number, status) in statuses.all.enumerated() where status != 0 {
            let ticket = Int64(number)
            if flags[ticket].isEmpty && times[ticket] != Self.never { add(1, of: status, from: times[ticket]) }
        }
        for (ticket, moves) in moves { addMoves(moves, of: ticket) }
    }

    private mutating func readTickets(_ request: ReportRequest, in db: any Transaction) throws {
        // Who is in the trash today may not have been then.
        let condition = try TicketCondition.ever(request.query, request.queryContext, in: db)
        let sql =
            "SELECT ticket.id, ticket.status, ticket.removal FROM ticket WHERE \(condition.sql) ORDER BY ticket.id"
        try db.eachInPlace(sql, condition.values) { row in
            let ticket = try row.integer(0)
            statuses[ticket] = UInt8(try row.status(1).rawValue)
            if try row.integer(2) != 0 { flags[ticket].insert(.isRemoved) }
        }
    }

    private mutating func readCreations(in db: any Transaction) throws {
        let sql = "SELECT ticket_id, at FROM event WHERE kind = 'create' AND field = 'ticket' AND ticket_id IS NOT NULL"
        try db.eachInPlace(sql, []) { row in
            if let ticket = try asked(row) { times[ticket] = try row.optionalInteger(1) ?? Self.never }
        }
    }

    private mutating func readRemovals(in db: any Transaction) throws {
        let removals = """
            SELECT ticket_id, operation_id, sequence, at, before FROM event WHERE field = 'ticket' AND kind = 'change'
            ORDER BY ticket_id, operation_id, sequence
            """
        try db.eachInPlace(removals, []) { row in
            guard let ticket = try asked(row) else { return }
            var move = try Move(row)
            move.wasRemoved = try row.integerInText(4) != 0
            moves[ticket, default: []].append(move)
            flags[ticket].insert(.wasRemoved)
        }
        guard !moves.isEmpty else { return }
        let others = """
            SELECT ticket_id, operation_id, sequence, at, before, after FROM event WHERE field = 'status' AND ticket_id IN (
                SELECT removing.ticket_id FROM event AS removing WHERE removing.field = 'ticket' AND removing.kind = 'change')
            ORDER BY ticket_id, operation_id, sequence
            """
        try db.eachInPlace(others, []) { row in
            guard let ticket = try asked(row) else { return }
            var move = try Move(row)
            (move.before, move.after) = (try row.statusCode(4), try row.statusCode(5))
            moves[ticket]?.append(move)
        }
    }

    private mutating func readMoves(in db: any Transaction) throws {
        let sql = """
            SELECT ticket_id, at, before, after FROM event
            WHERE field = 'status' ORDER BY ticket_id, operation_id, sequence
            """
        try db.eachInPlace(sql, []) { row in
            guard let ticket = try asked(row), flags[ticket].isDisjoint(with: [.isRemoved, .wasRemoved]) else { return }
            take(ticket, from: try row.statusCode(2), to: try row.statusCode(3), at: try row.integer(1))
        }
    }

    private mutating func take(_ ticket: Int64, from before: UInt8, to after: UInt8, at time: Int64) {
        if !flags[ticket].contains(.hasMoved), times[ticket] != Self.never { add(1, of: before, from: times[ticket]) }
        // A clock that was set back moves no ticket before it came.
        let at = max(time, times[ticket])
        let bucket = bucket(at)
        changes[bucket * Self.width + Int(before)] -= 1
        changes[bucket * Self.width + Int(after)] += 1
        flags[ticket].insert(.hasMoved)
        times[ticket] = at
    }

    /// One that was in the trash counts only while it was not.
    private mutating func addMoves(_ moves: [Move], of ticket: Int64) {
        var at = times[ticket]
        guard at != Self.never else { return }
        let sorted = moves.sorted { ($0.operation, $0.sequence) < ($1.operation, $1.sequence) }
        var status = sorted.lazy.compactMap(\.before).first ?? statuses[ticket]
        var isRemoved = sorted.lazy.compactMap(\.wasRemoved).first ?? false
        if !isRemoved { add(1, of: status, from: at) }
        for move in sorted {
            at = max(at, move.at)
            if !isRemoved { add(-1, of: status, from: at) }
            if let wasRemoved = move.wasRemoved { isRemoved = !wasRemoved }
            status = move.after ?? status
            if !isRemoved { add(1, of: status, from: at) }
        }
    }

    private mutating func add(_ count: Int, of status: UInt8, from at: Int64) {
        changes[bucket(at) * Self.width + Int(status)] += count
    }

    /// The first of the times that is later.
    private func bucket(_ at: Int64) -> Int {
        // Most happened long before the times that are asked about.
        if let first = ends.first, at < first { return 0 }
        return ends.partitioningIndex { $0 > at }
    }

    /// The ticket of the row, where it is asked about.
    private func asked(_ row: any RowInPlace) throws -> Int64? {
        let ticket = try row.integer(0)
        return statuses[ticket] == 0 ? nil : ticket
    }
}

extension RowInPlace {
    /// The code of a status that an event keeps as a text.
    fileprivate func statusCode(_ column: Int) throws -> UInt8 { UInt8(try statusInText(column).rawValue) }
}
