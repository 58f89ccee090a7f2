import Workflow

/// A ticket that is like another.
package struct NearTicket: Equatable, Sendable {
    package var number: Ticket.Number
    /// From 0, nothing in common, to about 1, the same.
    package var similarity: Double
    /// The shared pieces, as places in `SimilarityIndex.Found.pieces`, with what each gives to the similarity.
    package var shared: [(piece: Int, part: Double)]

    package static func == (a: NearTicket, b: NearTicket) -> Bool {
        a.number == b.number && a.similarity == b.similarity && a.shared.elementsEqual(b.shared, by: ==)
    }
}

/// All tickets of a desk as their shingles, to find those that are like a text.
///
/// The similarity of two tickets is the sum, over the pieces they share, of the squared rarity of the piece and its weights
/// in both, divided by the length of the one that was found; then by the same sum of the asked one with itself. Rarity is
/// 1 + ln((1 + tickets) / (1 + tickets with the piece)).
package struct SimilarityIndex: Sendable {
    private enum Source: Sendable {
        /// Blocks are read for each question, and let go of as soon as they are looked through.
        case file
        case held([SimilarityBlock])
        case known(SimilarityMatches)
    }

    private let source: Source

    /// For one question.
    package static let read = SimilarityIndex(source: .file)

    private init(source: Source) { self.source = source }

    /// For questions about many texts: reads all blocks now.
    package init(heldFrom db: any Transaction) throws {
        var blocks: [SimilarityBlock] = []
        try SimilarityBlock.each(in: db) { blocks.append($0) }
        source = .held(blocks)
    }

    /// For questions about so many texts.
    package init(texts: Int, in db: any Transaction) throws {
        self = try texts > 1 ? SimilarityIndex(heldFrom: db) : .read
    }

    /// For several questions about one text: looks through all blocks now, and keeps none of them.
    package init(knowing asked: AskedText, in db: any Transaction) throws {
        source = .known(
            try SimilarityMatches(of: asked.shingles, besides: nil) { try SimilarityBlock.each(in: db, $0) })
    }

    private func matches(
        of asked: Shingles, besides hidden: ((Int64) -> Bool)?, in db: any Transaction
    ) throws -> SimilarityMatches {
        switch source {
        case .known(let matches) where hidden == nil && matches.asked == asked: matches
        case .held(let blocks): try SimilarityMatches(of: asked, besides: hidden) { try blocks.forEach($0) }
        case .known, .file:
            try SimilarityMatches(of: asked, besides: hidden) { try SimilarityBlock.each(in: db, $0) }
        }
    }

    /// What is like a text, nearest first.
    package struct Found: Sendable {
        /// The pieces of the text asked about, each as its one or two words.
        package var pieces: [[String]]
        package var tickets: [NearTicket]
    }

    /// The nearest tickets, `count` at most, nearest first; of two that are equally near the newer.
    /// - Parameters:
    ///   - hidden: tickets that are as if they were not there, not even as words that others share.
    ///   - counts: whether a ticket is to be found; it is asked about the near ones only.
    package func nearest(
        to asked: AskedText, count: Int, besides hidden: ((Int64) -> Bool)? = nil, in db: any Transaction,
        where counts: (Ticket.Number) throws -> Bool
    ) throws -> Found {
        var found = Found(pieces: asked.words, tickets: [])
        guard !asked.isEmpty else { return found }
        let matches = try matches(of: asked.shingles, besides: hidden, in: db)
        for candidate in matches.nearestFirst() {
            guard found.tickets.count < count else { break }
            let number = Ticket.Number(candidate.ticket)
            guard try counts(number) else { continue }
            found.tickets.append(
                NearTicket(
                    number: number, similarity: Double(candidate.similarity),
                    shared: matches.parts(of: candidate.ticket)))
        }
        return found
    }
}

/// A text for which near tickets are looked for.
package struct AskedText: Sendable {
    let shingles: Shingles
    /// The words of each piece.
    let words: [[String]]
    /// Title and descriptions, a line each.
    package let text: String

    package init(title: String, description: String?) {
        self.init(title: title, descriptions: description.map { [$0] } ?? [])
    }

    /// What a ticket of the desk says.
    package init(of ticket: Ticket.Number, in db: any Transaction) throws {
        guard let row = try db.row("SELECT title FROM ticket WHERE id = $1", [.integer(ticket.rawValue)]) else {
            throw StorageError.noSuchTicket(ticket.rawValue)
        }
        let sql = """
            SELECT body FROM message WHERE ticket_id = $1 AND is_description = 1 AND removal = 0 ORDER BY sequence
            """
        let descriptions = try db.rows(sql, [.integer(ticket.rawValue)]).map { try $0.text(0) }
        self.init(title: try row.text(0), descriptions: descriptions)
    }

    private init(title: String, descriptions: [String]) {
        var words: [[String]] = []
        shingles = Shingles(title: title, descriptions: descriptions) { _, piece in
            let tokens = piece.split(separator: 0x20).filter { $0 != [SearchTokens.gap] }
            words.append(tokens.map { String(decoding: $0, as: UTF8.self) })
        }
        self.words = words
        text = ([title] + descriptions).joined(by: "\n")
    }

    /// The pieces, each as its one or two words.
    package var pieces: [[String]] { words }

    /// How near the text is to another, by what they share alone: a cosine without regard to rarity.
    package func nearness(toTitle title: String, text: String) -> (similarity: Double, shared: [[String]]) {
        let other = Shingles(title: title, descriptions: [text])
        guard !isEmpty, !other.pieces.isEmpty else { return (0, []) }
        var (sum, shared): (Float, [[String]]) = (0, [])
        for (place, piece) in shingles.pieces.enumerated() {
            guard let there = other.pieces.firstIndex(of: piece) else { continue }
            sum += shingles.weight(at: place) * other.weight(at: there)
            shared.append(words[place])
        }
        return (Double(sum / (shingles.length * other.length)), shared)
    }

    /// Nothing in it can be found.
    package var isEmpty: Bool { shingles.pieces.isEmpty }
}
