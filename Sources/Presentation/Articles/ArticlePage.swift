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
        let parts = Parts(entries, links, signatures)
        lines += entries.filter { $0.parent == nil }.flatMap { entryLines($0, 0, parts, isRoot: true) }
        return lines.joined(by: "\n") + "\n"
    }

    /// What belongs to each entry.
    private struct Parts {
        let children: [Int64: [EntryRow]]
        let links: [Int64: [EntryLink]]
        let signatures: [SignatureRow]

        init(_ entries: [EntryRow], _ links: [EntryLink], _ signatures: [SignatureRow]) {
            children = Dictionary(grouping: entries.filter { $0.parent != nil }) { $0.parent ?? 0 }
            self.links = Dictionary(grouping: links, by: \.entry)
            self.signatures = signatures
        }
    }

    /// An entry with what it holds, in the order of the text: what stands between its parts is told between them.
    private func entryLines(_ entry: EntryRow, _ depth: Int, _ parts: Parts, isRoot: Bool = false) -> [String] {
        let indent = String(repeating: "  ", count: min(depth, 6))
        var lines: [String] = []
        if !isRoot {
            let kind = words.articles.entryKind(entry.kind)
            let head = [entry.number ?? "", repeatsTitle(entry) ? "" : entry.title].filter { !$0.isEmpty }
            lines += ["", indent + (head.isEmpty ? kind : line(head.joined(by: " ")) + " · " + kind)]
        }
        let children = parts.children[entry.id] ?? []
        let texts = entry.texts.filter { !$0.body.isEmpty }
        let first = children.first?.start ?? .max
        lines += texts.filter { $0.start < first }.flatMap { textLines($0, indent) }
        let own = parts.signatures.filter { $0.entryIDs.contains(entry.id) }
        lines += own.map { indent + "  " + words.articles.signatures + ": " + line($0.draft.text) }
        lines += (parts.links[entry.id] ?? []).map { indent + "  → " + link($0) }
        for (index, child) in children.enumerated() {
            lines += entryLines(child, isRoot ? depth : depth + 1, parts)
            let next = index + 1 < children.count ? children[index + 1].start : .max
            let between = texts.filter { $0.start >= child.start && $0.start < next }
            if !between.isEmpty { lines += [""] + between.flatMap { textLines($0, indent) } }
        }
        return lines
    }

    private func textLines(_ text: EntryText, _ indent: String) -> [String] {
        let side = text.side.map { " (\(words.articles.sideName($0)))" } ?? ""
        let label = text.role == .other ? "" : words.articles.roleName(text.role) + side + ": "
        return block(label + text.body, indent + "  ")
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
