import Storage
import Workflow

/// How often triage is right on the desk's own tickets: some are held out, and guessed from the others.
///
/// Tickets of one imported file stay together, because they are alike in more than their matter; so the figures are those
/// of a file never seen. Where there are fewer files than folds, tickets are dealt out by number.
package struct Evaluation: Equatable, Sendable {
    /// How many of some tickets were guessed right.
    package struct Score: Equatable, Sendable {
        package var asked = 0
        package var top1 = 0
        package var top3 = 0
        /// The top category was right.
        package var product = 0
        /// The commonest category of the others was right.
        package var commonest = 0
    }

    package private(set) var all = Score()
    /// By category, the commonest first.
    package private(set) var categories: [(path: [String], score: Score)] = []
    package let folds: Int
    /// Tickets that have a category; of more than `Evaluation.most`, every so-manieth was asked.
    package private(set) var tickets = 0

    package static func == (a: Evaluation, b: Evaluation) -> Bool {
        a.all == b.all && a.folds == b.folds && a.tickets == b.tickets
            && a.categories.elementsEqual(b.categories) { $0.path == $1.path && $0.score == $1.score }
    }

    /// The most tickets that are asked.
    package static let most = 5000

    private struct Known {
        var number: Ticket.Number
        var category: Category.ID
        var fold: Int
    }

    /// - Parameter progress: hears after each ticket how many are done, of how many.
    package init(
        folds: Int, in db: any Transaction, progress: (_ done: Int, _ total: Int) throws -> Void = { _, _ in }
    ) throws {
        self.folds = folds
        let known = try Self.tickets(folds: folds, in: db)
        tickets = known.count
        let tree = try CategoryTree.read(in: db)
        let triage = try Triage(in: db, near: SimilarityIndex(heldFrom: db))
        var memory = KnownCategories()
        var scores: [Category.ID: Score] = [:]
        let step = max(1, (known.count + Self.most - 1) / Self.most)
        let total = (known.count + step - 1) / step
        var done = 0
        var foldOf = [UInt8](repeating: 0, count: Int(known.last?.number.rawValue ?? 0) + 1)
        for ticket in known { foldOf[Int(ticket.number.rawValue)] = UInt8(ticket.fold) }
        for fold in 1...max(1, folds) {
            let sizes = Dictionary(grouping: known.filter { $0.fold == fold }, by: \.category).mapValues(\.count)
            let rest = triage.without(sizes)
            let commonest = rest.commonest
            for (index, ticket) in known.enumerated() where ticket.fold == fold && index % step == 0 {
                let asked = try AskedText(of: ticket.number, in: db)
                let proposal = try rest.proposal(
                    for: asked, own: ticket.number, known: &memory,
                    besides: { $0 < foldOf.count && foldOf[Int($0)] == fold }, in: db)
                scores[ticket.category, default: Score()].add(
                    proposal.categories.prefix(3).map(\.id), of: ticket.category, commonest, tree)
                done += 1
                try progress(done, total)
            }
        }
        for score in scores.values { all.add(score) }
        categories = scores.map { (tree.path(of: $0.key), $0.value) }.sorted { a, b in
            a.1.asked != b.1.asked
                ? a.1.asked > b.1.asked
                : a.0.joined(by: "\n").utf8.lexicographicallyPrecedes(b.0.joined(by: "\n").utf8)
        }
    }

    private static func tickets(folds: Int, in db: any Transaction) throws -> [Known] {
        let sql = """
            SELECT id, category_id, source_file_id FROM ticket
            WHERE category_id IS NOT NULL AND removal = 0 AND merged_into IS NULL ORDER BY id
            """
        let rows = try db.rows(sql)
        let files = Set(try rows.compactMap { try $0.optionalInteger(2) }).sorted()
        let byFile = files.count >= folds
        let places = Dictionary(uniqueKeysWithValues: files.enumerated().map { ($1, $0) })
        return try rows.map { row in
            let number = try row.integer(0)
            let place = byFile ? try row.optionalInteger(2).flatMap { places[$0] } ?? Int(number) : Int(number)
            return Known(number: Ticket.Number(number), category: try row.integer(1), fold: place % folds + 1)
        }
    }
}

extension Evaluation.Score {
    fileprivate mutating func add(
        _ guesses: [Category.ID], of category: Category.ID, _ commonest: Category.ID?, _ tree: CategoryTree
    ) {
        asked += 1
        if guesses.first == category { top1 += 1 }
        if guesses.contains(category) { top3 += 1 }
        if let first = guesses.first, tree.path(of: first).first == tree.path(of: category).first { product += 1 }
        if commonest == category { self.commonest += 1 }
    }

    fileprivate mutating func add(_ other: Evaluation.Score) {
        asked += other.asked
        top1 += other.top1
        top3 += other.top3
        product += other.product
        commonest += other.commonest
    }
}
