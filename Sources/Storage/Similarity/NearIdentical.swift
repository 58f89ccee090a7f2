import Glibc
import Workflow

/// Finds tickets that say nearly the same, without comparing each with each: two that are that near share one of their
/// rarest pieces.
package struct NearIdentical {
    private let tickets: [Int64]
    private let pieces: [[UInt16]]
    private let rarity: [Float]
    /// Pieces under which a ticket is looked up.
    private static let rarest = 8

    package init(of tickets: [Ticket.Number], in db: any Transaction) throws {
        let wanted = Set(tickets.map(\.rawValue))
        var found: [(ticket: Int64, pieces: [UInt16])] = []
        try SimilarityBlock.each(in: db) { block in
            for (place, pieces) in block.piecesByTicket.enumerated() where !pieces.isEmpty {
                let ticket = block.firstTicket + Int64(place)
                if wanted.contains(ticket) { found.append((ticket, pieces.sorted())) }
            }
        }
        self.tickets = found.map(\.ticket)
        pieces = found.map(\.pieces)
        var having = [Float](repeating: 0, count: 1 << 16)
        for list in pieces { for piece in list { having[Int(piece)] += 1 } }
        let count = Float(found.count)
        rarity = having.map { 1 + logf((1 + count) / (1 + $0)) }
    }

    /// Groups of tickets that are linked by pairs at least so near; two and more each, in the order of their numbers.
    package func groups(from nearness: Double) -> [[Ticket.Number]] {
        var leader = Array(tickets.indices)
        func root(_ place: Int) -> Int {
            var place = place
            while leader[place] != place { place = leader[place] }
            return place
        }
        var byPiece: [UInt16: [Int]] = [:]
        for place in tickets.indices {
            let keys = pieces[place].sorted { (rarity[Int($0)], $1) > (rarity[Int($1)], $0) }.prefix(Self.rarest)
            var seen: Set<Int> = []
            for key in keys {
                for other in byPiece[key, default: []] where seen.insert(root(other)).inserted {
                    guard root(other) != root(place), cosine(place, other) >= Float(nearness) else { continue }
                    leader[root(place)] = root(other)
                }
                byPiece[key, default: []].append(place)
            }
        }
        let groups = Dictionary(grouping: tickets.indices, by: root).values.filter { $0.count > 1 }
        return groups.map { $0.map { Ticket.Number(tickets[$0]) }.sorted() }
    }

    private func cosine(_ a: Int, _ b: Int) -> Float {
        var (shared, i, j): (Float, Int, Int) = (0, 0, 0)
        while i < pieces[a].count, j < pieces[b].count {
            let (x, y) = (pieces[a][i], pieces[b][j])
            if x == y { shared += rarity[Int(x)] * rarity[Int(x)] }
            if x <= y { i += 1 }
            if y <= x { j += 1 }
        }
        return shared > 0 ? shared / (length(a) * length(b)).squareRoot() : 0
    }

    private func length(_ place: Int) -> Float {
        pieces[place].reduce(0) { $0 + rarity[Int($1)] * rarity[Int($1)] }
    }
}

extension SimilarityBlock {
    /// The pieces of each of its tickets.
    fileprivate var piecesByTicket: [[UInt16]] {
        withIndexes { _, titles, descriptions in
            var pieces = [[UInt16]](repeating: [], count: Int(Self.size))
            for index in [titles, descriptions] {
                index.each { piece, tickets in
                    for ticket in tickets { pieces[Int(ticket)].append(piece) }
                }
            }
            return pieces
        } ?? []
    }
}
