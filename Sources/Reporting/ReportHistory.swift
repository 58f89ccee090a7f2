import Storage
import Workflow

/// The lives of the tickets of a query and what counts in them: of whatever period a report is, it reads the same.
struct ReportHistory: Sendable {
    let lives: TicketLives
    private let moves: TicketMoves

    private init(_ request: ReportRequest, isKept: Bool, in db: any Transaction) throws {
        lives = try TicketLives(request, isKept: isKept, in: db)
        moves = try TicketMoves(request.queryContext.undone ?? UndoneMoves(in: db), in: db)
    }

    /// The one that a request brings, or one that is read for it alone.
    static func of(_ request: ReportRequest, in db: any Transaction) throws -> ReportHistory {
        try request.history ?? ReportHistory(request, isKept: false, in: db)
    }

    /// One that several reports of the same query share.
    static func shared(by request: ReportRequest, in db: any Transaction) throws -> ReportHistory {
        try ReportHistory(request, isKept: true, in: db)
    }

    func each(in db: any Transaction, _ body: (TicketLives.Life, [TicketMove]) throws -> Void) throws {
        var made: [TicketMove] = []
        try lives.each(in: db) { life in
            moves.read(life, into: &made)
            try body(life, made)
        }
    }
}
