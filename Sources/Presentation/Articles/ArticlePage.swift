import Storage
import Workflow

/// An article as a person reads it: its parts one under the other, each text under what it tells.
package struct ArticlePage {
    private let words: Words
    private let terminal: Terminal

    package init(words: Words, terminal: Terminal) {
        self.words = words
        self.terminal = terminal
    }

    package func text(
        _ article: ArticleRow, _ entries: [EntryRow], links: [EntryLink], signatures: [SignatureRow], use: ArticleUse,
        pair: ArticleRow?, linkedFrom: [ArticleRow], time: (Instant) -> String
    ) -> String {
        var lines = [
            line("\(article.number)  \(article.title)"), words.articles.head(article),
            words.articles.used(use, use.lastAt.map(time)),
        ]
        if !use.tickets.isEmpty {
            lines.append(words.articles.usedBy(use.tickets.map { "#\($0.rawValue)" }.joined(by: " ")))
        }
        lines += linkedFrom.map { line(words.articles.linkedFrom($0.number, $0.title)) }
        if let pair { lines.append(words.articles.translation(pair.number)) }
        var depths: [Int64: Int] = [:]
        for entry in entries {
            let depth = entry.parent.flatMap { depths[$0] }.map { $0 + 1 } ?? 0
            depths[entry.id] = depth
            let own = signatures.filter { $0.entryIDs.contains(entry.id) }
            let leading = links.filter { $0.entry == entry.id }
            lines += entryLines(entry, max(0, depth - 1), own, leading, isRoot: entry.parent == nil)
        }
        return lines.joined(by: "\n") + "\n"
    }

    private func entryLines(
        _ entry: EntryRow, _ depth: Int, _ signatures: [SignatureRow], _ links: [EntryLink], isRoot: Bool
    ) -> [String] {
        let indent = String(repeating: "  ", count: min(depth, 6))
        var lines: [String] = []
        if !isRoot {
            let kind = words.articles.entryKind(entry.kind)
            let head = [entry.number ?? "", repeatsTitle(entry) ? "" : entry.title].filter { !$0.isEmpty }
            lines += ["", indent + (head.isEmpty ? kind : line(head.joined(by: " ")) + " · " + kind)]
        }
        for text in entry.texts where !text.body.isEmpty {
            let side = text.side.map { " (\(words.articles.sideName($0)))" } ?? ""
            let label = text.role == .other ? "" : words.articles.roleName(text.role) + side + ": "
            lines += block(label + text.body, indent + "  ")
        }
        lines += signatures.map { indent + "  " + words.articles.signatures + ": " + line($0.draft.text) }
        lines += links.map { indent + "  → " + link($0) }
        return lines
    }

    /// A step without a heading is called by how it begins; that is not told twice.
    private func repeatsTitle(_ entry: EntryRow) -> Bool {
        let title = entry.title.hasSuffix("…") ? String(entry.title.dropLast()) : entry.title
        return entry.level == nil && !title.isEmpty && entry.texts.first?.body.hasPrefix(title) == true
    }

    private func link(_ link: EntryLink) -> String {
        let label = line(link.label)
        if let article = link.article { return "\(label) · \(article)" }
        return link.isDangling
            ? words.articles.dangling(label) : label + (link.target.isEmpty ? "" : " · " + line(link.target))
    }

    private func line(_ text: String) -> String { TextDirection.isolated(SafeText.line(text)) }

    private func block(_ text: String, _ indent: String) -> [String] {
        let width = max(20, (terminal.width ?? 100) - DisplayWidth.of(indent))
        return SafeText.block(text).split(separator: "\n", omittingEmptySubsequences: false).flatMap { part in
            LineWrap.lines(of: String(part), width: width).map { indent + TextDirection.isolated($0) }
        }
    }
}
