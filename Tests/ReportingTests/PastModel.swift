import Workflow

@testable import Storage

/// What every ticket was after each command.
struct PastModel {
    struct Ticket: Equatable {
        var isOpen: Bool
        var isRemoved: Bool
        var isUndone: Bool
        var isPurged = false
        var isMerged: Bool
        var created: Int64?
        var resolved: Int64?
    }

    /// A move that counts, and when it was undone.
    struct Move {
        var ticket: Int
        var isResolution: Bool
        var at: Int64
        var operation: Int64
        var until: Int64?
    }

    private(set) var pictures: [(at: Int64, tickets: [Ticket])] = []
    private(set) var moves: [Move] = []

    var last: [Ticket] { pictures.last?.tickets ?? [] }

    static func picture(in db: any Transaction) throws -> [Ticket] {
        let sql = "SELECT status, removal, merged_into, created_at, resolved_at, id FROM ticket ORDER BY id"
        var tickets: [Ticket] = []
        for row in try db.rows(sql) {
            // A number that is missing was purged.
            while tickets.count + 1 < Int(try row.integer(5)) { tickets.append(gone) }
            tickets.append(
                Ticket(
                    isOpen: try row.integer(0) <= 4, isRemoved: try row.integer(1) != 0,
                    isUndone: try row.integer(1) == Removal.undone.rawValue, isMerged: !row.isNull(2),
                    created: try row.optionalInteger(3), resolved: try row.optionalInteger(4)))
        }
        return tickets
    }

    private static let gone = Ticket(isOpen: false, isRemoved: true, isUndone: true, isPurged: true, isMerged: false)

    /// - Parameter undoing: the operation that this one took back: its moves hold until now. What a redo does counts by itself.
    mutating func add(_ tickets: [Ticket], at: Int64, _ operation: Int64, undoing: Int64?) {
        var isRedo = false
        if let undoing {
            isRedo = undos.contains(undoing)
            undos.insert(operation)
            if isRedo { undos.remove(operation) }
            for place in moves.indices where moves[place].operation == undoing && moves[place].until == nil {
                moves[place].until = at
            }
        }
        for (place, ticket) in tickets.enumerated() where undoing == nil || isRedo {
            guard place < last.count else {
                if !ticket.isOpen, let resolved = ticket.resolved {
                    moves.append(Move(ticket: place, isResolution: true, at: resolved, operation: -1))
                }
                continue
            }
            guard !ticket.isPurged, last[place].isOpen != ticket.isOpen, last[place].isMerged == ticket.isMerged else {
                continue
            }
            moves.append(Move(ticket: place, isResolution: !ticket.isOpen, at: at, operation: operation))
        }
        // The newest numbers may be gone too.
        let missing = max(0, last.count - tickets.count)
        pictures.append((at, tickets + Array(repeating: Self.gone, count: missing)))
    }

    private var undos: Set<Int64> = []

    private func picture(before end: Int64) -> [Ticket] { pictures.last { $0.at < end }?.tickets ?? [] }

    /// Whether a ticket was there at the end of a time; one that came later was, unless that was undone.
    func isThere(_ ticket: Int, before end: Int64) -> Bool {
        let then = picture(before: end)
        guard !last[ticket].isPurged else { return false }
        return ticket < then.count ? !then[ticket].isRemoved : !last[ticket].isUndone
    }

    func open(before end: Int64) -> Int {
        let then = picture(before: end)
        return last.indices.filter { ticket in
            guard !last[ticket].isPurged else { return false }
            if ticket < then.count { return then[ticket].isOpen && !then[ticket].isRemoved }
            guard !last[ticket].isUndone, let created = last[ticket].created, created < end else { return false }
            let first = pictures.first { ticket < $0.tickets.count }?.tickets[ticket]
            return first?.isOpen == true || (first?.resolved).flatMap { $0 }.map { $0 >= end } ?? false
        }.count
    }

    func created(in span: Range<Int64>) -> Int {
        last.indices.filter { ticket in
            last[ticket].created.map(span.contains) ?? false && isThere(ticket, before: span.upperBound)
        }.count
    }

    func moved(_ isResolution: Bool, in span: Range<Int64>) -> Int {
        let held = moves.filter { move in
            move.isResolution == isResolution && span.contains(move.at)
                && move.until.map { $0 >= span.upperBound } ?? true && isThere(move.ticket, before: span.upperBound)
        }
        return Set(held.map(\.ticket)).count
    }
}
