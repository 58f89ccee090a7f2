import Glibc
import Storage
import Workflow

/// Answers to a question, from tickets that were resolved and from canned replies.
package struct Suggestions: Sendable {
    /// Where an answer stands.
    package enum Source: Equatable, Sendable {
        case message(Message.ID)
        case canned(name: String, id: Int64)
        /// A part of an article, with its label: `KB-3 1.4`.
        case article(Article.Number, label: String)
    }

    package struct Answer: Equatable, Sendable {
        package var source: Source
        package var text: String
        /// How near the question of the nearest ticket with this answer is; of a canned reply, the text itself.
        package var similarity: Double
        /// The tickets where it was given, nearest first; none for a canned reply.
        package var evidence: [Ticket.Number]
        /// The words that the questions share.
        package var words: [String]
        /// How often somebody took it from here.
        package var uses: Int
    }

    /// The best first.
    package private(set) var answers: [Answer] = []
    /// The parts of articles that are near what was asked, whether they answer it or not.
    package private(set) var entries = NearEntries()

    private static let tickets = 30
    private static let nearness = 0.1

    /// - Parameters:
    ///   - own: the ticket that is asked about.
    ///   - near: of the desk as it is now, where more than one question is asked.
    package init(
        for asked: AskedText, own: Ticket.Number? = nil, count: Int, near: SimilarityIndex = .read,
        in db: any Transaction
    ) throws {
        guard !asked.isEmpty else { return }
        let found = try near.nearest(to: asked, count: Self.tickets, in: db) { number in
            try number != own && Self.isResolved(number, in: db)
        }
        let near = found.tickets.filter { $0.similarity >= Self.nearness }
        try addAnswers(of: near, found.pieces, in: db)
        try addCanned(asked, in: db)
        try addArticles(asked, in: db)
        answers.sort { Self.rank($0) > Self.rank($1) }
        answers = Array(answers.prefix(count))
    }

    /// What has helped counts for more.
    private static func rank(_ answer: Answer) -> Double {
        let votes = answer.similarity * (1 + 0.1 * Double(max(0, answer.evidence.count - 1)))
        return votes * (1 + 0.25 * log(1 + Double(answer.uses)))
    }

    private static func isResolved(_ number: Ticket.Number, in db: any Transaction) throws -> Bool {
        try db.row(doneTicket, [.integer(number.rawValue)]) != nil
    }

    private static let doneTicket = """
        SELECT 1 FROM ticket
        WHERE id = $1 AND status > \(Status.lastOpen.rawValue) AND removal = 0 AND merged_into IS NULL
        """

    private mutating func addAnswers(of near: [NearTicket], _ pieces: [[String]], in db: any Transaction) throws {
        let conversations = try near.map { ticket in
            try MergeTargets.messages(of: ticket.number, in: db).filter { $0.role == .agent && !$0.isInternal }
        }
        let usefulness = Usefulness(of: conversations.flatMap { $0.map(\.body) })
        for (ticket, messages) in zip(near, conversations) {
            guard let best = usefulness.best(of: messages) else { continue }
            if let known = answers.firstIndex(where: { folded($0.text) == folded(best.body) }) {
                answers[known].evidence.append(ticket.number)
                continue
            }
            let reasons = Reasons(pieces, [ticket], [1], isForIt: [true]).words(4)
            answers.append(
                Answer(
                    source: .message(best.id), text: best.body, similarity: ticket.similarity,
                    evidence: [ticket.number], words: reasons.map(\.word),
                    uses: try AnswerUses.count(.message(best.id), in: db)))
        }
    }

    /// A part of an article that names what was asked, by a signature, is as near as can be; others are as near as they tell it.
    private mutating func addArticles(_ asked: AskedText, in db: any Transaction) throws {
        entries = try NearEntries(to: asked.text, in: db)
        for near in entries.near { try add(near.candidate, similarity: near.similarity, words: near.words, in: db) }
    }

    private mutating func add(
        _ candidate: LogReport.Candidate, similarity: Double, words: [String], in db: any Transaction
    ) throws {
        let entry = candidate.entry
        let parts = [entry.title] + candidate.causes + [candidate.remedy].compactMap { $0 }
        answers.append(
            Answer(
                source: .article(entry.article, label: entry.label), text: parts.joined(by: "\n"),
                similarity: similarity, evidence: try Articles.use(of: entry.article, in: db).tickets, words: words,
                uses: candidate.confirmed))
    }

    /// Pairs of words tell more than single ones.
    private static func told(_ pieces: [[String]]) -> [String] {
        let pairs = pieces.filter { $0.count == 2 }
        return (pairs.isEmpty ? pieces : pairs).prefix(4).map(PieceText.joined)
    }

    private mutating func addCanned(_ asked: AskedText, in db: any Transaction) throws {
        for canned in try DeskTexts.all(.canned, in: db) {
            let nearness = asked.nearness(toTitle: canned.name, text: canned.text)
            guard nearness.similarity >= Self.nearness else { continue }
            answers.append(
                Answer(
                    source: .canned(name: canned.name, id: canned.id), text: canned.text,
                    similarity: nearness.similarity, evidence: [],
                    words: Self.told(nearness.shared),
                    uses: try AnswerUses.count(.canned(canned.id), in: db)))
        }
    }
}

/// How much a message tells: the sum of the rarity of its words among the messages beside it. What every agent says to
/// everybody, a greeting or a request to wait, tells nothing, in whatever language.
private struct Usefulness {
    private var having: [String: Int] = [:]
    private let messages: Int
    /// The fewest pieces of a message that can be an answer.
    private static let shortest = 12

    init(of texts: [String]) {
        messages = texts.count
        for text in texts { for piece in Self.pieces(text) { having[piece, default: 0] += 1 } }
    }

    private static func pieces(_ text: String) -> Set<String> {
        Set(AskedText(title: text, description: nil).pieces.map { $0.joined(by: " ") })
    }

    func best(of messages: [Message]) -> Message? {
        let told = messages.map { (message: $0, score: score($0.body)) }.filter { $0.score > 0 }
        return told.max { $0.score < $1.score }?.message
    }

    private func score(_ text: String) -> Double {
        let pieces = Self.pieces(text)
        guard pieces.count >= Self.shortest else { return 0 }
        let sum = pieces.reduce(0) { $0 + log(Double(1 + messages) / Double(having[$1, default: 0])) }
        // A question back is seldom the answer.
        return text.last.map { "?？".contains($0) } ?? false ? sum / 3 : sum
    }
}
