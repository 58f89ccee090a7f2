import Glibc
import Workflow

/// Which pieces of a text each ticket of a desk shares: one pass over all of them.
struct LikenessMatches {
    /// A ticket that shares a piece.
    private struct Sharer {
        var ticket: Int64
        /// Where its shared pieces begin in `shared`.
        var start: Int
        var length: Float
    }

    struct Candidate {
        var ticket: Int64
        var similarity: Float
        /// Its place among those that share something.
        var place: Int
    }

    private var sharers: [Sharer] = []
    /// Places of pieces in the asked likeness, ticket after ticket; the highest bit tells that it is in the ticket's title.
    private var shared: [UInt8] = []
    /// What each piece of the asked likeness gives where it is shared.
    private var gains: [Float] = []
    private static let inTitle: UInt8 = 0x80

    init(of asked: Likeness, in blocks: [LikenessBlock], besides hidden: (Int64) -> Bool) {
        var places = [UInt8](repeating: 0, count: 1 << 16)
        for (place, piece) in asked.pieces.enumerated() { places[Int(piece)] = UInt8(place + 1) }
        var counted = 0
        places.withUnsafeBufferPointer { places in
            for block in blocks { counted += scan(block, places, hidden) }
        }
        weigh(asked, among: counted)
    }

    /// - Returns: how many tickets the block holds.
    private mutating func scan(
        _ block: LikenessBlock, _ places: UnsafeBufferPointer<UInt8>, _ hidden: (Int64) -> Bool
    ) -> Int {
        // Room for all pieces of the block: the loop below runs for each of millions and asks nothing of an array.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: block.bytes.count) { found in
            block.bytes.withUnsafeBufferPointer { scan($0, from: block.firstTicket, places, hidden, into: found) }
        }
    }

    private mutating func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, from firstTicket: Int64, _ places: UnsafeBufferPointer<UInt8>,
        _ hidden: (Int64) -> Bool, into found: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var (count, ticket, index, written) = (0, firstTicket, 0, 0)
        while index + 1 < bytes.count {
            let (pieces, title) = (Int(bytes[index]), Int(bytes[index + 1]))
            index += 2
            let (titleEnd, end) = (index + 2 * title, index + 2 * pieces)
            // A number without a ticket has no pieces; a ticket of nothing but punctuation neither, and it is like none.
            if pieces > 0, end <= bytes.count, titleEnd <= end, !hidden(ticket) {
                count += 1
                let start = written
                written = Self.look(bytes, index..<titleEnd, places, mark: Self.inTitle, into: found, written)
                written = Self.look(bytes, titleEnd..<end, places, mark: 0, into: found, written)
                if written > start {
                    let length = Likeness.length(pieces: pieces, title: title)
                    sharers.append(Sharer(ticket: ticket, start: shared.count + start, length: length))
                }
            }
            index = end
            ticket += 1
        }
        shared.append(contentsOf: UnsafeMutableBufferPointer(rebasing: found[..<written]))
        return count
    }

    /// Looks pieces up; what is found is written down, behind what was before.
    /// - Returns: where the next is to be written.
    @inline(__always)
    private static func look(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ places: UnsafeBufferPointer<UInt8>, mark: UInt8,
        into found: UnsafeMutableBufferPointer<UInt8>, _ start: Int
    ) -> Int {
        var (written, index) = (start, range.lowerBound)
        while index < range.upperBound {
            let place = places[Int(bytes[index]) | Int(bytes[index &+ 1]) &<< 8]
            // Always written, and kept only when it was found: there is no branch to be guessed wrong.
            found[written] = (place &- 1) | mark
            written &+= place == 0 ? 0 : 1
            index &+= 2
        }
        return written
    }

    private mutating func weigh(_ asked: Likeness, among tickets: Int) {
        var having = [Int](repeating: 0, count: asked.pieces.count)
        for place in shared { having[Int(place & ~Self.inTitle)] += 1 }
        var itself: Float = 0
        for (place, count) in having.enumerated() {
            let rarity = 1 + logf((1 + Float(tickets)) / (1 + Float(count)))
            let weight = asked.weight(at: place)
            gains.append(rarity * rarity * weight)
            itself += rarity * rarity * weight * weight
        }
        guard itself > 0 else { return }
        for place in gains.indices { gains[place] *= asked.length / itself }
    }

    private func end(of place: Int) -> Int { place + 1 < sharers.count ? sharers[place + 1].start : shared.count }

    private func gain(_ place: UInt8) -> Float {
        let gain = gains[Int(place & ~Self.inTitle)]
        return place & Self.inTitle == 0 ? gain : gain * Likeness.titleWeight
    }

    /// What each shared piece gives to the similarity of one of those that share something.
    func parts(of place: Int) -> [(piece: Int, part: Double)] {
        let sharer = sharers[place]
        return shared[sharer.start..<end(of: place)].map { found in
            (Int(found & ~Self.inTitle), Double(gain(found) / sharer.length))
        }
    }

    /// All that share something, the nearest first. They are sorted in steps of ten times as many, because hardly anybody
    /// asks for the last.
    func nearestFirst() -> some Sequence<Candidate> {
        var candidates: [Candidate] = []
        candidates.reserveCapacity(sharers.count)
        for (place, sharer) in sharers.enumerated() {
            var sum: Float = 0
            for index in sharer.start..<end(of: place) { sum += gain(shared[index]) }
            candidates.append(Candidate(ticket: sharer.ticket, similarity: sum / sharer.length, place: place))
        }
        return NearestFirst(candidates)
    }
}

/// Candidates in order; only as many are sorted as are asked for.
private struct NearestFirst: Sequence, IteratorProtocol {
    private var rest: [LikenessMatches.Candidate]
    private var sorted: [LikenessMatches.Candidate] = []
    private var place = 0
    private var step = 600

    init(_ candidates: [LikenessMatches.Candidate]) { rest = candidates }

    mutating func next() -> LikenessMatches.Candidate? {
        if place == sorted.count {
            guard !rest.isEmpty else { return nil }
            takeStep()
        }
        defer { place += 1 }
        return sorted[place]
    }

    /// Sorts the nearest of the rest: those above a bound that about `step` of them reach.
    private mutating func takeStep() {
        let bound = self.bound()
        sorted = rest.filter { $0.similarity >= bound }
        rest.removeAll { $0.similarity >= bound }
        sorted.sort { ($0.similarity, $0.ticket) > ($1.similarity, $1.ticket) }
        place = 0
        step *= 10
    }

    private func bound() -> Float {
        guard rest.count > step else { return -1 }
        let bins = 2048
        var counts = [Int](repeating: 0, count: bins)
        for candidate in rest { counts[Self.bin(candidate.similarity, of: bins)] += 1 }
        var above = 0
        for bin in stride(from: bins - 1, through: 1, by: -1) {
            above += counts[bin]
            if above >= step { return Float(bin) / Float(bins) * Self.highest }
        }
        return -1
    }

    // Rounding lets two equal texts differ from 1; a short text found by a long one may be above it.
    private static let highest: Float = 2

    private static func bin(_ similarity: Float, of bins: Int) -> Int {
        Swift.min(bins - 1, Swift.max(0, Int(similarity / highest * Float(bins))))
    }
}
