import Storage
import Workflow

/// Parts of articles that are near a text: those that it names by a signature, and those that tell the same.
package struct NearEntries: Sendable {
    package struct Near: Sendable {
        package var candidate: LogReport.Candidate
        /// From 0 to 1; of a signature 1.
        package var similarity: Double
        /// What is in both.
        package var words: [String]
    }

    /// Those of signatures first, then the nearest.
    package private(set) var near: [Near] = []
    /// What is likest, near or not.
    package private(set) var like: [ArticleSearch.Hit] = []

    private static let most = 4
    /// So much of a text must an entry tell before it is near.
    private static let coverage = 0.34

    /// Nothing where there are no articles.
    package init() {}

    package init(to text: String, in db: any Transaction) throws {
        guard try Articles.areThere(in: db) else { return }
        var context = EntryContext(db)
        var told: Set<Int64> = []
        for finding in try LogReport(signaturesIn: text, in: db).findings {
            for candidate in finding.candidates where told.insert(candidate.entry.id).inserted {
                near.append(Near(candidate: candidate, similarity: 1, words: [finding.signature.text]))
            }
        }
        like = try ArticleSearch.like(text, limit: Self.most, in: db)
        for hit in like where hit.coverage >= Self.coverage {
            let candidate = try context.candidate(hit.entry)
            guard told.insert(candidate.entry.id).inserted else { continue }
            near.append(Near(candidate: candidate, similarity: hit.coverage, words: Array(hit.shared.prefix(4))))
        }
    }
}
