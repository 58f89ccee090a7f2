import Glibc
import Workflow

/// Which pieces of a text each ticket of a desk shares, and how near that makes it: one pass over all blocks.
struct SimilarityMatches: Sendable {
    struct Candidate {
        var ticket: Int64
        var similarity: Float
    }

    let asked: Shingles
    /// What was found, block after block: the place of a piece in the asked shingles, its highest bit set where tickets have it
    /// in their titles; one less than the count of those tickets; and their places in the block.
    private var shared: [UInt8] = []
    /// Where each block begins in `shared`.
    private var starts: [Int] = []
    /// The blocks' counts, one after another.
    private var counts: [UInt8] = []
    /// How many tickets have each piece, and how many have any piece at all.
    private var having: [Int]
    private var tickets = 0
    /// What each piece of the asked shingles gives where it is shared.
    private var gains: [Float] = []
    /// By number, from 1 on; 0 where nothing is shared.
    private var similarities: [Float] = []

    private static let inTitle: UInt8 = 0x80

    /// - Parameters:
    ///   - eachBlock: hands over all blocks in order.
    ///   - hidden: tickets that are as if they were not there.
    init(
        of asked: Shingles, besides hidden: ((Int64) -> Bool)?,
        in eachBlock: ((SimilarityBlock) throws -> Void) throws -> Void
    ) rethrows {
        self.asked = asked
        having = [Int](repeating: 0, count: asked.pieces.count)
        try eachBlock { look(through: $0, besides: hidden) }
        weigh()
        compare()
    }

    private mutating func look(through block: SimilarityBlock, besides hidden: ((Int64) -> Bool)?) {
        starts.append(shared.count)
        let isHidden = hidden.map { hidden in { (place: UInt8) in hidden(block.firstTicket + Int64(place)) } }
        let isWhole: Void? = block.withIndexes { counts, titles, descriptions in
            self.counts += counts
            for place in UInt8.min...UInt8.max where counts[2 * Int(place)] > 0 && !(isHidden?(place) ?? false) {
                tickets += 1
            }
            for (place, piece) in asked.pieces.enumerated() {
                add(titles.tickets(with: piece), having: place, mark: Self.inTitle, isHidden)
                add(descriptions.tickets(with: piece), having: place, mark: 0, isHidden)
            }
        }
        if isWhole == nil { counts += [UInt8](repeating: 0, count: SimilarityBlock.countsLength) }
    }

    private mutating func add(
        _ found: UnsafeBufferPointer<UInt8>, having place: Int, mark: UInt8, _ isHidden: ((UInt8) -> Bool)?
    ) {
        guard !found.isEmpty else { return }
        if let isHidden {
            let left = found.filter { !isHidden($0) }
            left.withUnsafeBufferPointer { add($0, having: place, mark: mark, nil) }
        } else {
            shared.append(UInt8(place) | mark)
            shared.append(UInt8(found.count - 1))
            shared.append(contentsOf: found)
            having[place] += found.count
        }
    }

    private mutating func weigh() {
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

    private mutating func compare() {
        let count = starts.count * Int(SimilarityBlock.size)
        similarities = [Float](unsafeUninitializedCapacity: count) { similarities, initialized in
            similarities.initialize(repeating: 0)
            for block in starts.indices {
                let first = block * Int(SimilarityBlock.size)
                eachShared(in: block) { mark, tickets in
                    let gain = gain(mark)
                    for ticket in tickets { similarities[first + Int(ticket)] += gain }
                }
            }
            for place in 0..<count where similarities[place] > 0 { similarities[place] /= length(place) }
            initialized = count
        }
    }

    /// Hands over each piece found in a block as it is marked, with its tickets.
    private func eachShared(in block: Int, _ body: (UInt8, UnsafeBufferPointer<UInt8>) -> Void) {
        let end = block + 1 < starts.count ? starts[block + 1] : shared.count
        shared.withUnsafeBufferPointer { shared in
            var index = starts[block]
            while index < end {
                let first = index + 2
                index = first + Int(shared[first - 1]) + 1
                body(shared[first - 2], UnsafeBufferPointer(rebasing: shared[first..<index]))
            }
        }
    }

    private func gain(_ mark: UInt8) -> Float {
        let gain = gains[Int(mark & ~Self.inTitle)]
        return mark & Self.inTitle == 0 ? gain : gain * Shingles.titleWeight
    }

    private func length(_ place: Int) -> Float {
        Shingles.length(pieces: Int(counts[2 * place]), title: Int(counts[2 * place + 1]))
    }

    /// What each shared piece gives to the similarity of a ticket.
    func parts(of ticket: Int64) -> [(piece: Int, part: Double)] {
        let place = Int(ticket - 1)
        let own = UInt8(place % Int(SimilarityBlock.size))
        var parts: [(piece: Int, part: Double)] = []
        eachShared(in: place / Int(SimilarityBlock.size)) { mark, tickets in
            guard let first = tickets.baseAddress, memchr(first, Int32(own), tickets.count) != nil else { return }
            parts.append((Int(mark & ~Self.inTitle), Double(gain(mark) / length(place))))
        }
        return parts
    }

    /// All that share something, the nearest first.
    func nearestFirst() -> some Sequence<Candidate> { NearestFirst(similarities) }
}

/// Tickets in the order of their similarity. They are sorted in steps of ten times as many, because hardly anybody asks for
/// the last.
private struct NearestFirst: Sequence, IteratorProtocol {
    private let similarities: [Float]
    private var sorted: [SimilarityMatches.Candidate] = []
    private var place = 0
    private var step = 600
    /// All that are as near as this have been told.
    private var told = Float.infinity

    init(_ similarities: [Float]) { self.similarities = similarities }

    mutating func next() -> SimilarityMatches.Candidate? {
        while place == sorted.count {
            guard told > 0 else { return nil }
            takeStep()
        }
        defer { place += 1 }
        return sorted[place]
    }

    /// Sorts the nearest of the rest: those above a bound that about `step` of them reach.
    private mutating func takeStep() {
        let bound = self.bound()
        sorted = []
        for (index, similarity) in similarities.enumerated()
        where similarity >= bound && similarity < told && similarity > 0 {
            sorted.append(SimilarityMatches.Candidate(ticket: Int64(index) + 1, similarity: similarity))
        }
        sorted.sort { ($0.similarity, $0.ticket) > ($1.similarity, $1.ticket) }
        place = 0
        step *= 10
        told = bound
    }

    private func bound() -> Float {
        var counts = [Int](repeating: 0, count: Self.bins)
        for similarity in similarities where similarity < told && similarity > 0 { counts[Self.bin(similarity)] += 1 }
        var above = 0
        for bin in stride(from: Self.bins - 1, through: 1, by: -1) {
            above += counts[bin]
            if above >= step { return Float(bin) / Float(Self.bins) * Self.highest }
        }
        return 0
    }

    private static let bins = 2048
    // Rounding lets two equal texts differ from 1; a short text found by a long one may be above it.
    private static let highest: Float = 2

    private static func bin(_ similarity: Float) -> Int {
        Swift.min(bins - 1, Swift.max(0, Int(similarity / highest * Float(bins))))
    }
}
