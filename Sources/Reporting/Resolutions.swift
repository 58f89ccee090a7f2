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
        let span = request.period?.instants(request.queryContext.zone) ?? .min..<(.max)
        let reading = try TicketMoves(request.queryContext.undone ?? UndoneMoves(in: db), in: db)
        let worked = request.worked
        try TicketLives(request, in: db).each(in: db) { life in
            let held = reading.moves(of: life).filter { move in
                move.counting == .resolved && move.at < span.upperBound
                    && (move.until.map { $0 >= span.upperBound } ?? true)
            }
            guard let last = held.max(by: { $0.at < $1.at }), span.contains(last.at) else { return }
            guard let first = held.min(by: { $0.at < $1.at }) else { return }
            let end = request.resolution == .first ? first : last
            operations[life.ticket] = end.operation
            guard let created = life.created, end.at >= created else { return }
            func add(_ from: Int64, _ to: Int64) {
                if wall[life.ticket] == Self.unknown { (wall[life.ticket], work[life.ticket]) = (0, 0) }
                wall[life.ticket] += to - from
                guard let worked else { return }
                work[life.ticket] += worked.elapsed(from: Instant(milliseconds: from), to: Instant(milliseconds: to))
            }
            guard request.resolution == .open else { return add(created, end.at) }
            add(created, created)
            life.eachOpenStay { _, from, until in
                let (from, until) = (max(from, created), min(until ?? end.at, end.at))
                if from < until { add(from, until) }
            }
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
