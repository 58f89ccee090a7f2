import Storage
import Workflow

/// The history of every ticket that a request asks about, one after another: a pass over the tickets and one over their moves,
/// which costs the same however many periods are told.
struct TicketLives {
    /// What is known of one ticket.
    struct Life {
        var ticket: Int64
        /// When the customer's matter began, where that is known.
        var created: Int64?
        /// From when on the desk knows it; of what came as done, when it was resolved.
        var arrived: Int64?
        /// It came as done from elsewhere.
        var cameDone = false
        /// As it stood when it came.
        var first: UInt8 = 0
        /// In the trash now, or undone.
        var isRemoved = false
        /// That it came to the desk was undone.
        var isUndone = false
        /// Where it was in the trash at some time: when it came to the desk.
        var operationAt: Int64?
        /// One after the other, as operations follow one another.
        var steps: [Step] = []
    }

    struct Step {
        var operation: Int64
        var sequence: Int64
        var at: Int64
        var before: UInt8 = 0
        /// 0 for a step into the trash or out of it.
        var after: UInt8 = 0
        /// Whether it was in the trash before.
        var wasRemoved: Bool?
    }

    /// The status of each ticket as a number, 0 where it is not asked about.
    private var statuses: PerTicket<UInt8>
    private var flags: PerTicket<UInt8>
    private var created: PerTicket<Int64>
    private var arrived: PerTicket<Int64>
    private var removals: [Int64: [Step]] = [:]
    private var operationTimes: [Int64: Int64] = [:]
    /// What moved, where it is read several times: the steps of one ticket after those of another, and where each ends.
    private var kept: (steps: [Step], ends: [(ticket: Int64, end: Int)])?

    private static let unknown = Int64.min
    private static let isRemoved: UInt8 = 1
    private static let cameDone: UInt8 = 2
    private static let isUndone: UInt8 = 4

    /// - Parameter isKept: whether to hold what moved in memory, for several reports.
    init(_ request: ReportRequest, isKept: Bool = false, in db: any Transaction) throws {
        statuses = try PerTicket(0, in: db)
        flags = try PerTicket(0, in: db)
        created = try PerTicket(Self.unknown, in: db)
        arrived = try PerTicket(Self.unknown, in: db)
        try readTickets(request, in: db)
        try readCreations(in: db)
        try readRemovals(in: db)
        if isKept { try keep(in: db) }
    }

    private mutating func readTickets(_ request: ReportRequest, in db: any Transaction) throws {
        // Who is in the trash today may not have been then.
        let condition = try TicketCondition.ever(request.query, request.queryContext, in: db)
        let sql = """
            SELECT ticket.id, ticket.status, ticket.removal, ticket.created_at FROM ticket
            WHERE \(condition.sql) ORDER BY ticket.id
            """
        try db.eachInPlace(sql, condition.values) { row in
            let ticket = try row.integer(0)
            statuses[ticket] = UInt8(try row.status(1).rawValue)
            let removal = try row.integer(2)
            if removal != Removal.none.rawValue { flags[ticket] |= Self.isRemoved }
            if removal == Removal.undone.rawValue { flags[ticket] |= Self.isUndone }
            created[ticket] = try row.optionalInteger(3) ?? Self.unknown
        }
    }

    private mutating func readCreations(in db: any Transaction) throws {
        let sql = """
            SELECT ticket_id, at, counts_as FROM event
            WHERE kind = 'create' AND field = 'ticket' AND ticket_id IS NOT NULL
            """
        try db.eachInPlace(sql, []) { row in
            let ticket = try row.integer(0)
            guard statuses[ticket] != 0 else { return }
            arrived[ticket] = try row.optionalInteger(1) ?? Self.unknown
            if try row.optionalInteger(2) != nil { flags[ticket] |= Self.cameDone }
        }
    }

    private mutating func readRemovals(in db: any Transaction) throws {
        let sql = """
            SELECT ticket_id, operation_id, sequence, at, before FROM event WHERE field = 'ticket' AND kind = 'change'
            ORDER BY ticket_id, operation_id, sequence
            """
        try db.eachInPlace(sql, []) { row in
            let ticket = try row.integer(0)
            guard statuses[ticket] != 0 else { return }
            var step = Step(operation: try row.integer(1), sequence: try row.integer(2), at: try row.integer(3))
            step.wasRemoved = try row.integerInText(4) != 0
            removals[ticket, default: []].append(step)
        }
        guard !removals.isEmpty else { return }
        let times = """
            SELECT event.ticket_id, operation.at FROM event JOIN operation ON operation.id = event.operation_id
            WHERE event.kind = 'create' AND event.field = 'ticket' AND event.ticket_id IN (
                SELECT removing.ticket_id FROM event AS removing
                WHERE removing.field = 'ticket' AND removing.kind = 'change')
            """
        try db.eachInPlace(times, []) { operationTimes[try $0.integer(0)] = try $0.integer(1) }
    }

    /// Hands over every ticket's life, in the order of their numbers; those that never moved last.
    func each(in db: any Transaction, _ body: (Life) throws -> Void) throws {
        var seen = try PerTicket(false, in: db)
        // One that is used again and again: a hundred thousand lists of steps would cost more than reading them.
        var life = Life(ticket: -1)
        if let kept {
            var start = 0
            for (ticket, end) in kept.ends {
                begin(ticket, &life)
                seen[ticket] = true
                life.steps.append(contentsOf: kept.steps[start..<end])
                start = end
                finish(&life)
                try body(life)
            }
        } else {
            try eachStep(in: db) { ticket, step in
                if life.ticket != ticket {
                    if life.ticket >= 0 {
                        finish(&life)
                        try body(life)
                    }
                    begin(ticket, &life)
                    seen[ticket] = true
                }
                life.steps.append(step)
            }
            if life.ticket >= 0 {
                finish(&life)
                try body(life)
            }
        }
        for (number, status) in statuses.all.enumerated() where status != 0 && !seen[Int64(number)] {
            begin(Int64(number), &life)
            finish(&life)
            try body(life)
        }
    }

    /// Hands over all moves of the tickets that are asked about, those of one ticket together.
    private func eachStep(in db: any Transaction, _ body: (Int64, Step) throws -> Void) throws {
        let sql = """
            SELECT ticket_id, operation_id, at, before, after, sequence FROM event
            WHERE field = 'status' ORDER BY ticket_id, operation_id, sequence
            """
        // They come in their order; what else is put between them is told apart by it.
        let isNumbered = !removals.isEmpty
        try db.eachInPlace(sql, []) { row in
            let ticket = try row.integer(0)
            guard statuses[ticket] != 0 else { return }
            let step = Step(
                operation: try row.integer(1), sequence: isNumbered ? try row.integer(5) : 0, at: try row.integer(2),
                before: try row.statusCode(3), after: try row.statusCode(4))
            try body(ticket, step)
        }
    }

    private mutating func keep(in db: any Transaction) throws {
        var steps: [Step] = []
        var ends: [(ticket: Int64, end: Int)] = []
        var last: Int64 = -1
        try eachStep(in: db) { ticket, step in
            if last != ticket { ends.append((ticket, 0)) }
            last = ticket
            steps.append(step)
            ends[ends.count - 1].end = steps.count
        }
        kept = (steps, ends)
    }

    private func begin(_ ticket: Int64, _ life: inout Life) {
        func known(_ time: Int64) -> Int64? { time == Self.unknown ? nil : time }
        life.ticket = ticket
        (life.created, life.arrived) = (known(created[ticket]), known(arrived[ticket]))
        let flags = flags[ticket]
        life.cameDone = flags & Self.cameDone != 0
        life.isRemoved = flags & Self.isRemoved != 0
        life.isUndone = flags & Self.isUndone != 0
        life.operationAt = nil
        life.steps.removeAll(keepingCapacity: true)
    }

    private func finish(_ life: inout Life) {
        life.first = life.steps.first?.before ?? statuses[life.ticket]
        guard !removals.isEmpty, let steps = removals[life.ticket] else { return }
        life.operationAt = operationTimes[life.ticket]
        life.steps = (life.steps + steps).sorted { ($0.operation, $0.sequence) < ($1.operation, $1.sequence) }
    }
}

extension TicketLives.Life {
    /// Whether it was there at the end of a time: neither in the trash nor undone. What came later was there unless that was
    /// undone.
    func isThere(before end: Int64) -> Bool {
        guard let operationAt else { return !isRemoved }
        guard operationAt < end else { return !isUndone }
        let next = steps.first { $0.wasRemoved != nil && $0.at >= end }
        return !(next?.wasRemoved ?? isRemoved)
    }

    /// Hands over from when to when it stood in each open status, also where it stands there now (`until` is nil). Of the time
    /// before the desk knew it, its own times tell that it was open.
    func eachOpenStay(_ body: (_ status: UInt8, _ from: Int64, _ until: Int64?) -> Void) {
        let isLate = !isUndone
        if cameDone, isLate, let created, let arrived, created < arrived {
            body(UInt8(Status.open.rawValue), created, arrived)
        }
        guard let arrived = arrived ?? steps.first?.at else { return }
        var at = cameDone ? arrived : isLate ? min(created ?? arrived, arrived) : arrived
        var status = first
        var isRemoved = steps.first { $0.wasRemoved != nil }?.wasRemoved ?? self.isRemoved
        for step in steps {
            // A clock that was set back moves no ticket before it came.
            let next = max(at, step.at)
            if !isRemoved, Status.isOpen(code: status), at < next { body(status, at, next) }
            at = next
            if let wasRemoved = step.wasRemoved { isRemoved = !wasRemoved }
            if step.after != 0 { status = step.after }
        }
        if !isRemoved, Status.isOpen(code: status) { body(status, at, nil) }
    }
}

extension Status {
    static func isOpen(code: UInt8) -> Bool { Int64(code) <= lastOpen.rawValue && code != 0 }
}

extension RowInPlace {
    /// The code of a status that an event keeps as a text.
    fileprivate func statusCode(_ column: Int) throws -> UInt8 { UInt8(try statusInText(column).rawValue) }
}
