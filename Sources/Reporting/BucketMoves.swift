import Storage
import Workflow

/// How many tickets came, were resolved, opened again and merged in each bucket and in all of them together: each once, as it
/// stood at the end of that time. What was undone later counts until then.
struct BucketMoves {
    struct Counts {
        var created = 0
        var resolved = 0
        var reopened = 0
        var merged = 0

        fileprivate mutating func add(_ counting: Counting?) {
            switch counting {
            case nil: created += 1
            case .resolved: resolved += 1
            case .reopened: reopened += 1
            case .merged: merged += 1
            case .handedOver: break
            }
        }
    }

    private(set) var buckets: [Counts]
    private(set) var all = Counts()
    /// Tickets that came in the time, and to the desk only later.
    private(set) var late = 0

    private let line: BucketLine
    private let whole: Range<Int64>

    /// - Parameter whole: all of the time, also what lies between the buckets.
    init(_ line: BucketLine, whole: Range<Int64>) {
        self.line = line
        self.whole = whole
        buckets = Array(repeating: Counts(), count: line.buckets.count)
    }

    mutating func add(_ life: TicketLives.Life, _ moves: [TicketMove]) {
        if let created = life.created {
            if let place = line.position(of: created), life.isThere(before: line.end(of: place)) {
                buckets[place].add(nil)
            }
            if whole.contains(created) {
                if life.isThere(before: whole.upperBound) { all.add(nil) }
                if life.cameDone || life.arrived.map({ $0 > created }) ?? false { late += 1 }
            }
        }
        guard !moves.isEmpty else { return }
        for (index, move) in moves.enumerated() where move.counting != .handedOver {
            let place = line.position(of: move.at)
            if let place, holds(move, life, before: line.end(of: place)),
                !moves[..<index].contains(where: { other in
                    other.counting == move.counting && line.position(of: other.at) == place
                        && holds(other, life, before: line.end(of: place))
                })
            {
                buckets[place].add(move.counting)
            }
            if whole.contains(move.at), holds(move, life, before: whole.upperBound),
                !moves[..<index].contains(where: { other in
                    other.counting == move.counting && whole.contains(other.at)
                        && holds(other, life, before: whole.upperBound)
                })
            {
                all.add(move.counting)
            }
        }
    }

    private func holds(_ move: TicketMove, _ life: TicketLives.Life, before end: Int64) -> Bool {
        move.until.map { $0 >= end } ?? true && life.isThere(before: end)
    }
}

/// Something that counts, at a known time.
struct TicketMove {
    var counting: Counting
    var at: Int64
    /// When it was undone.
    var until: Int64?
    /// 0 where it was none of the desk's.
    var operation: Int64 = 0
}

/// The moves of every ticket, by what its steps say and what was undone of them.
struct TicketMoves {
    private var undoneByTicket: [Int64: [TicketMove]] = [:]
    private let undoing: Set<Int64>
    private var merges: [Int64: [(operation: Int64, at: Int64?)]] = [:]

    init(_ undone: UndoneMoves, in db: any Transaction) throws {
        for move in undone.moves {
            undoneByTicket[move.ticket, default: []].append(
                TicketMove(counting: move.counting, at: move.at, until: move.until, operation: move.operation))
        }
        undoing = undone.operations
        let sql = """
            SELECT ticket_id, operation_id, CASE WHEN counts_as = \(Counting.merged.rawValue) THEN at END
            FROM event WHERE field = 'mergedInto' AND ticket_id IS NOT NULL ORDER BY ticket_id
            """
        try db.eachInPlace(sql, []) { row in
            merges[try row.integer(0), default: []].append((try row.integer(1), try row.optionalInteger(2)))
        }
    }

    /// - Parameter moves: what is filled, again and again: a list for each ticket would cost more than counting it.
    func read(_ life: TicketLives.Life, into moves: inout [TicketMove]) {
        moves.removeAll(keepingCapacity: true)
        let merging = merges.isEmpty ? nil : merges[life.ticket]
        if !undoneByTicket.isEmpty, let undone = undoneByTicket[life.ticket] { moves += undone }
        if life.cameDone, let at = life.arrived { moves.append(TicketMove(counting: .resolved, at: at)) }
        for step in life.steps where step.after != 0 {
            let (wasOpen, isOpen) = (Status.isOpen(code: step.before), Status.isOpen(code: step.after))
            guard wasOpen != isOpen, !undoing.contains(step.operation),
                !(merging?.contains { $0.operation == step.operation } ?? false)
            else { continue }
            moves.append(
                TicketMove(counting: isOpen ? .reopened : .resolved, at: step.at, operation: step.operation))
        }
        for (operation, at) in merging ?? [] where !undoing.contains(operation) {
            if let at { moves.append(TicketMove(counting: .merged, at: at)) }
        }
    }
}
