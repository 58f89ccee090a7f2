import Storage
import Workflow

/// Finds entries of articles: those that hold some words, or those that tell the same as a sentence.
package enum ArticleSearch {
    /// One entry that was found.
    package struct Hit: Equatable, Sendable {
        package var entry: EntryRow
        /// The higher, the better; comparable within one search.
        package var score: Double
        /// Terms of what was looked for that stand in it.
        package var shared: [String]
        /// How much of what was looked for one of its texts tells, 0 to 1.
        package var coverage = 0.0
    }

    /// Entries that hold all the words.
    package static func words(
        _ text: String, limit: Int, states: Set<Article.State> = [.published], in db: any Transaction
    ) throws -> [Hit] {
        guard let expression = EntryTerms.words(text) else { return [] }
        let found = try ranked(expression, limit: limit, states, in: db)
        return found.map { Hit(entry: $0.entry, score: -$0.rank, shared: []) }
    }

    /// Entries that tell the same as a sentence, the likeliest first.
    /// - Parameter places: the terms that find entries stand in so many places of them at most, unless the rarest stands in more.
    package static func like(
        _ text: String, limit: Int, states: Set<Article.State> = [.published], places: Int = usualPlaces,
        in db: any Transaction
    ) throws -> [Hit] {
        guard let expression = EntryTerms.likeness(text) else { return [] }
        let found = try ranked(
            telling(expression, places, in: db), limit: max(limit * 4, candidates), states, in: db)
        let wanted = Set(expression.phrases.flatMap(\.terms))
        let hits = found.map { entry, rank in weighed(entry, rank: rank, wanted) }
        return Array(hits.sorted { ($1.score, $0.entry.id) < ($0.score, $1.entry.id) }.prefix(limit))
    }

    private static let candidates = 40

    /// Terms that stand in many entries say little of any and cost the most: the rare ones find the entries, and all of them
    /// weigh what was found.
    private static func telling(
        _ expression: EntryExpression, _ places: Int, in db: any Transaction
    ) throws -> EntryExpression {
        guard expression.phrases.count > 1 else { return expression }
        let counts = try db.entryCounts(of: expression.phrases.map { $0.terms[0] })
        let known = zip(expression.phrases, counts).filter { $0.1 > 0 }.sorted { $0.1 < $1.1 }
        var sum = 0
        var rare: [EntryExpression.Phrase] = []
        for (phrase, count) in known {
            sum += count
            if sum > places, !rare.isEmpty { break }
            rare.append(phrase)
        }
        return EntryExpression(rare, needsAll: false) ?? expression
    }

    /// Each place of a term in an entry takes the engine a quarter of a microsecond.
    package static let usualPlaces = 12_000

    /// The engine's rank counts how rare the shared terms are; how much of the sentence one text of the entry tells, and
    /// whether that is a symptom, decides between entries that share as much.
    private static func weighed(_ entry: EntryRow, rank: Double, _ wanted: Set<String>) -> Hit {
        var best = 0.0
        var covered = 0.0
        var shared: Set<String> = []
        for (role, body) in [(ArticleEntry.Role.symptom, entry.title)] + entry.texts.map({ ($0.role, $0.body) }) {
            let common = wanted.intersection(EntryTerms.of(body))
            shared.formUnion(common)
            let coverage = Double(common.count) / Double(max(wanted.count, 1))
            best = max(best, coverage * weight(of: role))
            covered = max(covered, coverage)
        }
        return Hit(entry: entry, score: -rank * (0.5 + best), shared: shared.sorted(), coverage: covered)
    }

    private static func weight(of role: ArticleEntry.Role) -> Double {
        switch role {
        case .symptom: 1.2
        case .cause, .sample, .other: 1
        case .remedy, .environment: 0.8
        case .note, .seeAlso, .escalation: 0.4
        }
    }

    /// The best entries whose text holds: so many of the first are taken as are needed, more while too many of them are old.
    private static func ranked(
        _ expression: EntryExpression, limit: Int, _ states: Set<Article.State>, in db: any Transaction
    ) throws -> [(entry: EntryRow, rank: Double)] {
        var taken = limit * 2 + 20
        while true {
            let ranked = try db.rankedEntries(expression, limit: taken)
            let entries = try ArticleContent.entries(ranked.map(\.entry), states: states, in: db)
            let found = ranked.compactMap { row in entries[row.entry].map { ($0, row.rank) } }
            if found.count >= limit || ranked.count < taken { return Array(found.prefix(limit)) }
            taken *= 8
        }
    }
}
