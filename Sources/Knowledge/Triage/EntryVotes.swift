import Storage
import Workflow

/// What articles say of a text's category: a part of one that is near votes as a ticket does that is as near.
struct EntryVotes {
    struct Vote {
        /// Such as `KB-3 1.4`.
        var label: String
        var category: Category.ID
        var similarity: Double
        var words: [String]
    }

    /// One an article, the nearest part's.
    private(set) var votes: [Vote] = []

    /// - Parameter own: the ticket that is asked about, which is no evidence for itself.
    init(
        _ entries: NearEntries, own: Ticket.Number?, _ tree: CategoryTree, known: inout KnownCategories,
        in db: any Transaction
    ) throws {
        var asked: Set<Article.Number> = []
        for near in entries.near where asked.insert(near.candidate.entry.article).inserted {
            let entry = near.candidate.entry
            guard let category = try Self.category(of: entry, own: own, tree, known: &known, in: db) else { continue }
            votes.append(
                Vote(
                    label: entry.label, category: category, similarity: near.similarity,
                    words: near.words))
        }
    }

    /// The category under which the article wants tickets filed; else that of most tickets which it helped.
    private static func category(
        of entry: EntryRow, own: Ticket.Number?, _ tree: CategoryTree, known: inout KnownCategories,
        in db: any Transaction
    ) throws -> Category.ID? {
        let article = try Articles.find(entry.article, in: db)
        if let id = try EscalationCategory.id(of: article, at: entry.id, tree, in: db) { return id }
        var counts: [Category.ID: Int] = [:]
        for ticket in try Articles.use(of: entry.article, in: db).tickets where ticket != own {
            guard let category = try known.category(of: ticket, in: db), tree[category]?.isRetired == false else {
                continue
            }
            counts[category, default: 0] += 1
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}
