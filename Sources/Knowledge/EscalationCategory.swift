import Storage
import Workflow

/// The category under which an article wants a ticket filed where it does not help: its link says so.
package enum EscalationCategory {
    private static func path(nearest hits: [ArticleSearch.Hit], in db: any Transaction) throws -> [String]? {
        for number in hits.map(\.entry.article) {
            if let path = try path(of: try Articles.find(number, in: db), in: db) { return path }
        }
        return nil
    }

    private static func path(of article: ArticleRow, in db: any Transaction) throws -> [String]? {
        let links = try ArticleContent.links(of: article, in: db)
        return links.filter { $0.kind == .escalate }.lazy.compactMap { path(in: $0.target) }.first
    }

    /// Of a step of a flow, or of its article where the step does not say, where the desk has the category.
    package static func known(
        at step: Flow.Step, of article: ArticleRow, in db: any Transaction
    ) throws -> [String]? {
        guard let path = try step.escalation.flatMap({ path(in: $0) }) ?? path(of: article, in: db) else { return nil }
        return try known(path, in: db)
    }

    /// Of the article of the nearest entry that has such a link, where the desk has the category.
    package static func known(nearest hits: [ArticleSearch.Hit], in db: any Transaction) throws -> [String]? {
        guard let path = try path(nearest: hits, in: db) else { return nil }
        return try known(path, in: db)
    }

    private static func known(_ path: [String], in db: any Transaction) throws -> [String]? {
        let categories = try CategoryTree.read(in: db)
        guard case .found(let id) = try categories.find(path.joined(by: CategoryTree.separator), in: db) else {
            return nil
        }
        return categories.path(of: id)
    }

    /// `…?level1_name=%E5%AD%98&level2_name=…` names the levels.
    static func path(in url: String) -> [String]? {
        guard let query = url.split(separator: "?", maxSplits: 1).dropFirst().first else { return nil }
        var levels: [(Int, String)] = []
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].hasPrefix("level"), parts[0].hasSuffix("_name"),
                let level = Int(parts[0].dropFirst(5).dropLast(5)), let name = decoded(parts[1])?.trimmed, !name.isEmpty
            else { continue }
            levels.append((level, name))
        }
        return levels.isEmpty ? nil : levels.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == 0x25, rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == 0x2B ? 0x20 : byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
