import Storage
import Workflow

/// The category under which an article wants a ticket filed where it does not help: its link says so.
package enum EscalationCategory {
    /// Of the nearest entry whose article has such a link to a category that the desk has.
    package static func known(nearest hits: [ArticleSearch.Hit], in db: any Transaction) throws -> [String]? {
        guard !hits.isEmpty else { return nil }
        let categories = try CategoryTree.read(in: db)
        for hit in hits {
            let article = try Articles.find(hit.entry.article, in: db)
            if let id = try id(of: article, at: hit.entry.id, categories, in: db) { return categories.path(of: id) }
        }
        return nil
    }

    /// Of each step of a flow, or of its article where the step does not say, where the desk has the category.
    package static func known(
        at steps: [Flow.Step], of article: ArticleRow, in db: any Transaction
    ) throws -> [[String]?] {
        let categories = try CategoryTree.read(in: db)
        let usual = try id(of: article, at: nil, categories, in: db)
        return try steps.map { step in
            let own = try step.escalation.flatMap { path(in: $0) }.flatMap { try id($0, categories, in: db) }
            return (own ?? usual).map { categories.path(of: $0) }
        }
    }

    /// What an entry itself names, else what its article does: the last, because "not in the list" stands at the end.
    static func id(
        of article: ArticleRow, at entry: Int64?, _ categories: CategoryTree, in db: any Transaction
    ) throws -> Category.ID? {
        let links = try ArticleContent.links(of: article, in: db).filter { $0.kind == .escalate }
        let ordered = links.filter { $0.entry == entry } + links.filter { $0.entry != entry }.reversed()
        for link in ordered {
            if let id = try path(in: link.target).flatMap({ try id($0, categories, in: db) }) { return id }
        }
        return nil
    }

    private static func id(_ path: [String], _ categories: CategoryTree, in db: any Transaction) throws -> Category.ID?
    {
        guard case .found(let id) = try categories.find(path.joined(by: CategoryTree.separator), in: db) else {
            return nil
        }
        return categories[id]?.isRetired == false ? id : nil
    }

    /// `…?level1_name=%E5%AD%98&level2_name=…` names the levels.
    static func path(in url: String) -> [String]? {
        guard let query = url.split(separator: "?", maxSplits: 1).dropFirst().first else { return nil }
        var levels: [(Int, String)] = []
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].hasPrefix("level"), parts[0].hasSuffix("_name"),
                let level = Int(parts[0].dropFirst(5).dropLast(5)),
                let name = PercentEncoding.decoded(parts[1], isForm: true)?.trimmed, !name.isEmpty
            else { continue }
            levels.append((level, name))
        }
        return levels.isEmpty ? nil : levels.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
