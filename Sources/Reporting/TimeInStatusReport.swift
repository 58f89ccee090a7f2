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
        try each(request, in: db) { life in
            tickets += 1
            if life.created != nil { measured += 1 }
            life.add(to: &stays, request)
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
        var ticket: Int64
        var created: Int64?
        var present: Status
        var moves: [(at: Int64, before: Status)] = []
    }

    private static func each(
        _ request: ReportRequest, in db: any Transaction, _ body: (Life) throws -> Void
    ) throws {
        let condition = try request.condition(in: db)
        let sql = """
            SELECT ticket.id, ticket.created_at, ticket.status, operation.at, event.before FROM ticket
            LEFT JOIN event ON event.ticket_id = ticket.id AND event.field = 'status' AND event.kind = 'change'
            LEFT JOIN operation ON operation.id = event.operation_id
            WHERE \(condition.sql) ORDER BY ticket.id, event.operation_id, event.sequence
            """
        var life: Life?
        try db.each(sql, condition.values) { row in
            let ticket = try row.integer(0)
            if life?.ticket != ticket {
                if let life { try body(life) }
                life = Life(ticket: ticket, created: try row.optionalInteger(1), present: try row.code(2))
            }
            guard let at = try row.optionalInteger(3), let before = Int64(try row.text(4)).flatMap(Status.init) else {
                return
            }
            life?.moves.append((at, before))
        }
        if let life { try body(life) }
    }
}

extension TimeInStatusReport.Life {
    /// Each status it had counts the ticket once, with all the time it had it.
    fileprivate func add(to stays: inout [TimeInStatusReport.Stays], _ request: ReportRequest) {
        var wall: [Status: Int64] = [:]
        var business: [Status: Int64] = [:]
        var start = created
        let ends = moves.map { ($0.at, $0.before) } + [(request.scene.now.milliseconds, present)]
        for (end, status) in ends {
            let from = start ?? end
            // A clock that was set back makes no time negative.
            let to = max(from, end)
            wall[status, default: 0] += to - from
            if let calendar = request.calendar, request.clock != .wall {
                business[status, default: 0] += calendar.elapsed(
                    from: Instant(milliseconds: from), to: Instant(milliseconds: to))
            }
            start = to
        }
        for (status, length) in wall {
            let place = Int(status.rawValue) - 1
            stays[place].tickets += 1
            guard created != nil else { continue }
            stays[place].wall.append(length)
            if let length = business[status] { stays[place].business.append(length) }
        }
    }
}

extension Query {
    fileprivate static func asked(_ status: Status) -> Term {
        Term(field: .status, values: [Value(.status(status), range: .nowhere)], range: .nowhere)
    }
}
