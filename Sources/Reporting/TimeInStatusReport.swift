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
        var stays = Array(repeating: Stays(), count: Status.allCases.count)
        var (tickets, measured) = (0, 0)
        let worked = request.worked
        try each(request, in: db) { life in
            tickets += 1
            if life.created != nil { measured += 1 }
            life.add(to: &stays, request.scene.now, worked)
        }
        for (status, stays) in zip(Status.allCases, stays) where status.isOpen {
            let was = Query(root: .was(Query.asked(status)))
            var row = Report.Row(.status(status))
            row.count(.tickets, stays.tickets, request.asked.narrowed(by: was))
            row.count(
                .measured, stays.wall.count,
                request.asked.narrowed(by: was).narrowed(by: .asking(.created, .any)))
            row.set(stays.wall, business: request.calendar == nil ? nil : stays.business, request)
            report.add(row)
        }
        report.total.count(.tickets, tickets, request.asked)
        report.total.count(.measured, measured, request.asked.narrowed(by: .asking(.created, .any)))
        report.remarks = [.measured(measured, of: tickets)]
        return report
    }

    fileprivate struct Stays {
        var tickets = 0
        var wall: [Int64] = []
        var business: [Int64] = []
    }

    /// The statuses of one ticket, one after another.
    fileprivate struct Life {
        var ticket: Int64?
        var created: Int64?
        var present = Status.new
        var moves: [(at: Int64, before: Status)] = []

        mutating func begin(_ ticket: Int64?, _ created: Int64?, _ present: Status) {
            (self.ticket, self.created, self.present) = (ticket, created, present)
            moves.removeAll(keepingCapacity: true)
        }
    }

    private static func each(
        _ request: ReportRequest, in db: any Transaction, _ body: (Life) throws -> Void
    ) throws {
        let condition = try request.condition(in: db)
        let sql = """
            SELECT ticket.id, ticket.created_at, ticket.status, event.at, event.before FROM ticket
            LEFT JOIN event ON event.ticket_id = ticket.id AND event.field = 'status'
            WHERE \(condition.sql) ORDER BY ticket.id, event.operation_id, event.sequence
            """
        // One for all tickets, so that its list is made once.
        var life = Life()
        try db.eachInPlace(sql, condition.values) { row in
            let ticket = row.integer(0)
            if life.ticket != ticket {
                if life.ticket != nil { try body(life) }
                life.begin(ticket, row.integer(1), row.integer(2).flatMap(Status.init(rawValue:)) ?? .new)
            }
            guard let at = row.integer(3), let before = row.integer(4).flatMap(Status.init(rawValue:)) else { return }
            life.moves.append((at, before))
        }
        if life.ticket != nil { try body(life) }
    }
}

extension TimeInStatusReport.Life {
    /// Each status it had counts the ticket once, with all the time it had it.
    fileprivate func add(
        to stays: inout [TimeInStatusReport.Stays], _ now: Instant, _ worked: WorkedTime?
    ) {
        withUnsafeTemporaryAllocation(of: Int64?.self, capacity: 2 * stays.count) { lengths in
            lengths.initialize(repeating: nil)
            var start = created
            for place in 0...moves.count {
                let isLast = place == moves.count
                let (end, status) = isLast ? (now.milliseconds, present) : moves[place]
                let from = start ?? end
                // A clock that was set back makes no time negative.
                let to = max(from, end)
                let (wall, business) = (Int(status.rawValue) - 1, Int(status.rawValue) - 1 + stays.count)
                lengths[wall] = (lengths[wall] ?? 0) + to - from
                // Only open statuses are told.
                if let worked, status.isOpen {
                    let work = worked.elapsed(from: Instant(milliseconds: from), to: Instant(milliseconds: to))
                    lengths[business] = (lengths[business] ?? 0) + work
                }
                start = to
            }
            for status in stays.indices {
                guard let length = lengths[status] else { continue }
                stays[status].tickets += 1
                guard created != nil else { continue }
                stays[status].wall.append(length)
                if let work = lengths[status + stays.count] { stays[status].business.append(work) }
            }
        }
    }
}

extension Query {
    fileprivate static func asked(_ status: Status) -> Term {
        Term(field: .status, values: [Value(.status(status), range: .nowhere)], range: .nowhere)
    }
}
