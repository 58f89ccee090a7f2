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
        lines += body(entries, links, signatures)
        return lines.joined(by: "\n") + "\n"
    }

    /// What an entry tells, with the entry's place among all.
    private typealias Told = (entry: Int, text: EntryText)

    /// Entries and their texts in the order of the article: what stands between the parts of an entry is told between them. In one
    /// pass, as lists may be nested as deeply as their writer liked.
    private func body(_ entries: [EntryRow], _ links: [EntryLink], _ signatures: [SignatureRow]) -> [String] {
        let links = Dictionary(grouping: links, by: \.entry)
        var texts = entries.indices.flatMap { index in entries[index].texts.map { (entry: index, text: $0) } }
            .filter { !$0.text.body.isEmpty }.sorted { ($0.text.start, $0.entry) < ($1.text.start, $1.entry) }[...]
        var depths: [Int64: Int] = [:]
        var indents: [String] = []
        var lines: [String] = []
        for (index, entry) in entries.enumerated() {
            let depth = entry.parent.flatMap { depths[$0] }.map { $0 + 1 } ?? 0
            depths[entry.id] = depth
            indents.append(String(repeating: "  ", count: min(max(0, depth - 1), 6)))
            lines += head(entry, indents[index])
            let next = index + 1 < entries.count ? entries[index + 1].start : .max
            let here = texts.prefix { $0.text.start < next }
            texts = texts.dropFirst(here.count)
            lines += here.filter { $0.entry == index }.flatMap { textLines($0.text, indents[index]) }
            let own = signatures.filter { $0.entryIDs.contains(entry.id) }
            lines += own.map { indents[index] + "  " + words.articles.signatures + ": " + line($0.draft.text) }
            lines += (links[entry.id] ?? []).map { indents[index] + "  → " + link($0) }
            lines += goingOn(here.filter { $0.entry != index }, indents)
        }
        return lines
    }

    /// Behind its parts an entry goes on.
    private func goingOn(_ texts: [Told], _ indents: [String]) -> [String] {
        texts.indices.flatMap { place in
            let told = texts[place]
            let isFirst = place == 0 || texts[place - 1].entry != told.entry
            return (isFirst ? [""] : []) + textLines(told.text, indents[told.entry])
        }
    }

    private func head(_ entry: EntryRow, _ indent: String) -> [String] {
        guard entry.parent != nil else { return [] }
        let kind = words.articles.entryKind(entry.kind)
        let head = [entry.number ?? "", repeatsTitle(entry) ? "" : entry.title].filter { !$0.isEmpty }
        return ["", indent + (head.isEmpty ? kind : line(head.joined(by: " ")) + " · " + kind)]
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
