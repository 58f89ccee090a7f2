import Glibc
import Storage
import Workflow

/// What a new ticket is likely to be, by the desk's own tickets.
///
/// Each of the 300 nearest tickets that have a category, and each article that tells the same, votes for it with similarity
/// to the power of 1.5. A category's votes are divided by its size to the power of 0.4, so that a common one is not taken for its commonness; an eighth of what all
/// categories below the same top category got is added, because the top category is surer than the rest. The score is the
/// share of the squares of these sums, with a little for none of them: about the chance that it is right (DECISIONS.md has
/// the figures).
package struct Triage: Sendable {
    private let near: SimilarityIndex
    private let tree: CategoryTree
    private let sizes: [Category.ID: Int]

    private static let neighbours = 300
    private static let sharpness = 1.5
    /// How much less a common category counts.
    private static let levelling = 0.4
    private static let topShare = 0.125
    /// What speaks for none of them: as much as one ticket of similarity 0.15. A word shared by chance proves little.
    private static let doubt = 0.04

    /// - Parameter near: of the desk as it is now, where more than one question is asked.
    package init(in db: any Transaction, near: SimilarityIndex = .read) throws {
        self.near = near
        tree = try CategoryTree.read(in: db)
        sizes = try CategorySizes.read(in: db)
    }

    private init(near: SimilarityIndex, tree: CategoryTree, sizes: [Category.ID: Int]) {
        self.near = near
        self.tree = tree
        self.sizes = sizes
    }

    /// The same desk, as if some of its tickets were not there.
    func without(_ hidden: [Category.ID: Int]) -> Triage {
        let left = sizes.map { ($0.key, $0.value - hidden[$0.key, default: 0]) }.filter { $0.1 > 0 }
        return Triage(near: near, tree: tree, sizes: Dictionary(uniqueKeysWithValues: left))
    }

    /// The category that most tickets have.
    var commonest: Category.ID? { sizes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }

    /// What a text is likely to be.
    /// - Parameters:
    ///   - own: the ticket that the text is of, which is no evidence for itself.
    ///   - known: categories of tickets that were looked up already; it gathers them.
    ///   - entries: the parts of articles that are near, where they were looked for already.
    package func proposal(
        for asked: AskedText, own: Ticket.Number? = nil, known: inout KnownCategories,
        besides hidden: ((Int64) -> Bool)? = nil, entries: NearEntries? = nil, in db: any Transaction
    ) throws -> Proposal {
        var voters: [Voter] = []
        let found = try near.nearest(to: asked, count: Self.neighbours, besides: hidden, in: db) { number in
            guard number != own, let category = try known.category(of: number, in: db),
                tree[category].map({ !$0.isRetired }) ?? false
            else { return false }
            voters.append(Voter(category: category))
            return true
        }
        for (index, ticket) in found.tickets.enumerated() {
            voters[index].vote = pow(ticket.similarity, Self.sharpness)
        }
        // Articles know of the tickets that are hidden, so they are not asked.
        let near = try entries ?? (hidden == nil ? NearEntries(to: asked.text, in: db) : NearEntries())
        let votes = try EntryVotes(near, own: own, tree, known: &known, in: db).votes
        var proposal = Proposal()
        proposal.categories = guesses(
            voters + votes.map { Voter(category: $0.category, vote: pow($0.similarity, Self.sharpness)) })
        guard let best = proposal.categories.first, best.score > 0 else { return proposal }
        let isForIt = voters.map { $0.category == best.id }
        proposal.because = Reasons(found.pieces, found.tickets, voters.map(\.vote), isForIt: isForIt).words(5)
        let articles = votes.filter { $0.category == best.id }
        proposal.articles = articles.map(\.label)
        if proposal.because.isEmpty {
            let words = articles.flatMap { vote in vote.words.map { ($0, vote.similarity / Double(vote.words.count)) } }
            proposal.because = words.prefix(5).map { Reason(word: $0.0, weight: $0.1) }
        }
        let evidence = zip(found.tickets, isForIt).filter(\.1).map(\.0)
        proposal.evidence = evidence.prefix(5).map(\.number)
        proposal.nearest = found.tickets
        return proposal
    }

    private struct Voter {
        var category: Category.ID
        var vote = 0.0
    }

    /// All categories, the likeliest first; without any votes the commonest first.
    private func guesses(_ voters: [Voter]) -> [CategoryGuess] {
        var sums: [Category.ID: Double] = [:]
        for voter in voters {
            sums[voter.category, default: 0] +=
                voter.vote / pow(Double(sizes[voter.category, default: 0] + 1), Self.levelling)
        }
        var tops: [Category.ID: Double] = [:]
        for (category, sum) in sums { tops[top(of: category), default: 0] += sum }
        var guesses = offered().map { category in
            let sum = sums[category, default: 0] + Self.topShare * tops[top(of: category), default: 0]
            return CategoryGuess(id: category, path: tree.path(of: category), score: sum * sum)
        }
        let total = guesses.reduce(Self.doubt * Self.doubt) { $0 + $1.score }
        if !sums.isEmpty { for index in guesses.indices { guesses[index].score /= total } }
        return guesses.sorted { a, b in
            (a.score, sizes[a.id, default: 0], b.id) > (b.score, sizes[b.id, default: 0], a.id)
        }
    }

    /// Categories that tickets have, and those without any below them; a category that only holds others is none to propose.
    private func offered() -> [Category.ID] {
        tree.categories.filter { !$0.isRetired && (sizes[$0.id] != nil || tree.children(of: $0.id).isEmpty) }.map(\.id)
    }

    private func top(of category: Category.ID) -> Category.ID {
        var category = category
        for _ in 0..<1000 {
            guard let parent = tree[category]?.parent else { break }
            category = parent
        }
        return category
    }
}

/// A category that a text may belong to.
package struct CategoryGuess: Equatable, Sendable {
    package var id: Category.ID
    package var path: [String]
    /// From 0 to 1: about the chance that it is right.
    package var score: Double
}

/// What is proposed for a ticket, and why.
package struct Proposal: Equatable, Sendable {
    /// Every category, the likeliest first.
    package var categories: [CategoryGuess] = []
    /// The words that count for the first category, and the share of the votes that each brings it beyond the others.
    package var because: [Reason] = []
    /// The nearest tickets of the first category.
    package var evidence: [Ticket.Number] = []
    /// The parts of articles that speak for the first category, such as `KB-3 1.4`, nearest first.
    package var articles: [String] = []
    /// The tickets that voted, nearest first.
    package var nearest: [NearTicket] = []

    /// The first category, when it is likely enough.
    package func category(atLeast minimum: Double) -> CategoryGuess? {
        categories.first { $0.score >= minimum && $0.score > 0 }
    }
}

/// A word, and how much it counts.
package struct Reason: Equatable, Sendable {
    package var word: String
    package var weight: Double
}

/// The categories of tickets, each looked up once. Only tickets that are there and not merged have one.
package struct KnownCategories: Sendable {
    private var found: [Ticket.Number: Category.ID?] = [:]

    package init() {}

    mutating func category(of ticket: Ticket.Number, in db: any Transaction) throws -> Category.ID? {
        if let known = found[ticket] { return known }
        let sql = "SELECT category_id FROM ticket WHERE id = $1 AND removal = 0 AND merged_into IS NULL"
        let category = try db.row(sql, [.integer(ticket.rawValue)])?.optionalInteger(0)
        found[ticket] = .some(category)
        return category
    }
}
