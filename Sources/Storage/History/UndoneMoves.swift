import Workflow

/// What an undo took back, as it was before: until then it counted. What a redo did again counts from the redo on. A figure of a
/// day that is over so stays what it was.
package struct UndoneMoves: Sendable {
    package struct Move: Sendable {
        package var counting: Counting
        package var at: Int64
        package var ticket: Int64
        package var operation: Int64
        /// When it was taken back; nil: it holds.
        package var until: Int64?
    }

    package private(set) var moves: [Move] = []
    /// Operations that were undone and done again: their events count as these moves and not by themselves.
    package private(set) var doneAgain: [Int64] = []
    /// All operations that were ever undone, what followed from them, and those that undid.
    package private(set) var operations: Set<Int64> = []

    package init(in db: any Transaction) throws {
        let chains = try Self.chains(in: db)
        guard !chains.isEmpty else { return }
        var followers: [Int64: Int64] = [:]
        for row in try db.rows("SELECT id, cause_id FROM operation WHERE cause_id IS NOT NULL") {
            followers[try row.integer(0)] = try row.integer(1)
        }
        func root(of operation: Int64) -> Int64? {
            var place: Int64? = operation
            while let present = place {
                if chains[present] != nil { return present }
                // What follows is later; a file that somebody tampered with may say otherwise.
                place = followers[present].flatMap { $0 < present ? $0 : nil }
            }
            return nil
        }
        let operations = Set(chains.keys).union(followers.keys.filter { root(of: $0) != nil })
        self.operations = operations.union(try Self.undoing(in: db))
        for (operation, event, at, isMerging) in try Self.events(of: operations, in: db) {
            guard let root = root(of: operation), let turns = chains[root], let ticket = event.ticket?.rawValue,
                let counting = Counting(event, isMerging: isMerging)
            else { continue }
            for (start, until) in Self.intervals(from: at, turns) {
                moves.append(
                    Move(counting: counting, at: start, ticket: ticket, operation: operation, until: until))
            }
        }
        doneAgain = operations.filter { root(of: $0).flatMap { chains[$0] }.map { $0.count % 2 == 0 } ?? false }
            .sorted()
    }

    private static func undoing(in db: any Transaction) throws -> [Int64] {
        try db.rows("SELECT id FROM operation WHERE undoes IS NOT NULL").map { try $0.integer(0) }
    }

    /// The times of all undos and redos of an operation, one after the other.
    private static func chains(in db: any Transaction) throws -> [Int64: [Int64]] {
        let rows = try db.rows("SELECT id, undoes, at FROM operation WHERE undoes IS NOT NULL")
        var roots: [Int64: Int64] = [:]
        var chains: [Int64: [Int64]] = [:]
        for row in try rows.sorted(by: { try $0.integer(0) < $1.integer(0) }) {
            let (undo, undone, at) = (try row.integer(0), try row.integer(1), try row.integer(2))
            let root = roots[undone] ?? undone
            roots[undo] = root
            chains[root, default: []].append(at)
        }
        return chains
    }

    /// In force from the beginning to the first turn, and from every second one to the next.
    private static func intervals(from start: Int64, _ turns: [Int64]) -> [(Int64, Int64?)] {
        let times = [start] + turns
        return stride(from: 0, to: times.count, by: 2).map { place in
            (times[place], place + 1 < times.count ? times[place + 1] : nil)
        }
    }

    private static func events(
        of operations: Set<Int64>, in db: any Transaction
    ) throws -> [(operation: Int64, event: Event, at: Int64, isMerging: Bool)] {
        let sql = """
            SELECT operation_id, ticket_id, kind, field, before, after, at FROM event
            WHERE operation_id IN \(db.rows(ofSetAt: "$1")) AND kind = 'change' AND at IS NOT NULL
                AND (field = 'status' OR field = 'mergedInto' OR field = 'assignee' OR field = 'team')
            ORDER BY operation_id, sequence
            """
        let rows = try db.rows(sql, [db.rowSet(of: operations.sorted().map(SQLValue.integer))])
        struct Place: Hashable { var operation: Int64, ticket: Int64? }
        var merging: Set<Place> = []
        for row in rows where try row.text(3) == "mergedInto" {
            merging.insert(Place(operation: try row.integer(0), ticket: try row.optionalInteger(1)))
        }
        return try rows.map { row in
            let ticket = try row.optionalInteger(1)
            let event = Event(
                .change, EventField(rawValue: try row.text(3)), of: ticket.map { Ticket.Number($0) },
                before: try row.optionalText(4), after: try row.optionalText(5))
            let isMerging = merging.contains(Place(operation: try row.integer(0), ticket: ticket))
            return (try row.integer(0), event, try row.integer(6), isMerging)
        }
    }

    func tickets(_ counting: Counting, _ holds: (Move) -> Bool) -> [Int64] {
        Set(moves.filter { $0.counting == counting && holds($0) }.map(\.ticket)).sorted()
    }
}
