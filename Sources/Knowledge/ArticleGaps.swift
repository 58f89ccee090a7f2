import Storage
import Workflow

/// What is resolved again and again for one cause in one category, and never with an article.
package struct ArticleGaps: Equatable, Sendable {
    package struct Gap: Equatable, Sendable {
        package var path: [String]
        package var cause: String
        package var tickets: Int
        /// Finds these tickets.
        package var query: String
    }

    package private(set) var gaps: [Gap] = []

    /// - Parameter least: how many tickets make a gap.
    package init(least: Int, limit: Int, in db: any Transaction) throws {
        let categories = try CategoryTree.read(in: db)
        let rows = try ArticleUse.unhelped(least: least, limit: limit, in: db)
        gaps = rows.map { row in
            let path = categories.path(of: row.category)
            let query = Query.asking(.status, anyOf: [.status(.resolved), .status(.closed)])
                .narrowed(by: Query.asking(.is, .flag(.merged)).negated)
                .narrowed(
                    by: path.isEmpty
                        ? .asking(.category, .none)
                        : .asking(.category, .text(path.joined(by: CategoryTree.separator)), .equals)
                )
                .narrowed(by: .asking(.cause, .text(row.cause), .equals)).narrowed(by: .asking(.no, .part(.article)))
            return Gap(path: path, cause: row.cause, tickets: row.tickets, query: query.description)
        }
    }
}
