import Storage
import Workflow

/// What is measured of a ticket that was resolved.
package enum ResolutionSpan: String, CaseIterable, Sendable {
    /// From the creation to the last resolution of a period, and to the first there ever was.
    case full, first
    /// The time in which it was open, without that between a resolution and a reopening.
    case open
}

/// The resolution of each ticket in a period, as it stood at the end of the period: a later one belongs to a later period.
struct Resolutions {
    /// Milliseconds from the beginning to the resolution; unknown where either is.
    private(set) var wall: PerTicket<Int64>
    private(set) var work: PerTicket<Int64>
    /// The operation that resolved the ticket, 0 where it was none of the desk's.
    private(set) var operations: PerTicket<Int64>

    static let unknown = Int64.min

    init(_ request: ReportRequest, in db: any Transaction) throws {
        wall = try PerTicket(Self.unknown, in: db)
        work = try PerTicket(Self.unknown, in: db)
        operations = try PerTicket(0, in: db)
        let measure = ResolutionMeasure(request)
        try ReportHistory.of(request, in: db).each(in: db) { life, moves in
            guard let found = measure.resolution(of: life, moves) else { return }
            operations[life.ticket] = found.operation
            guard let length = found.wall else { return }
            wall[life.ticket] = length
            if let length = found.work { work[life.ticket] = length }
        }
    }

    /// Who resolved each ticket.
    func people(in db: any Transaction) throws -> TicketPeople {
        let makers = try TicketPeople.makers(of: Set(operations.all.filter { $0 != 0 }).sorted(), in: db)
        var people = try TicketPeople(in: db)
        for (number, operation) in operations.all.enumerated() where operation != 0 {
            people[Int64(number)] = makers[operation] ?? TicketPeople.nobody
        }
        return people
    }
}

/// Measures the resolution of a ticket that lies in the period of a request.
struct ResolutionMeasure {
    private let measured: ResolutionSpan
    private let span: Range<Int64>
    private let worked: WorkedTime?

    init(_ request: ReportRequest, worked: WorkedTime? = nil) {
        measured = request.resolution
        span = request.period?.instants(request.queryContext.zone) ?? .min..<(.max)
        self.worked = worked ?? request.worked
    }

    /// Nil where none lies in the period, as the period was at its end.
    func resolution(
        of life: TicketLives.Life, _ moves: [TicketMove]
    ) -> (operation: Int64, wall: Int64?, work: Int64?)? {
        var (first, last): (TicketMove?, TicketMove?)
        for move in moves where move.counting == .resolved && move.at < span.upperBound {
            guard move.until.map({ $0 >= span.upperBound }) ?? true else { continue }
            if first.map({ move.at < $0.at }) ?? true { first = move }
            if last.map({ move.at >= $0.at }) ?? true { last = move }
        }
        guard let first, let last else { return nil }
        let end = measured == .first ? first : last
        guard span.contains(end.at), life.isThere(before: span.upperBound) else { return nil }
        guard let created = life.created, end.at >= created else { return (end.operation, nil, nil) }
        var (wall, work): (Int64, Int64) = (0, 0)
        func add(_ from: Int64, _ to: Int64) {
            wall += to - from
            guard let worked else { return }
            work += worked.elapsed(from: Instant(milliseconds: from), to: Instant(milliseconds: to))
        }
        if measured == .open {
            life.eachOpenStay { _, from, until in
                let (from, until) = (max(from, created), min(until ?? end.at, end.at))
                if from < until { add(from, until) }
            }
        } else {
            add(created, end.at)
        }
        return (end.operation, wall, worked == nil ? nil : work)
    }
}
