import Workflow

/// What is known once all lines have their place: texts, title, language, kind, counts.
struct ArticleFinish {
    let bytes: Bytes
    let lines: [ArticleLine]
    let isMarkdown: Bool
    var entries: [EntryDraft]
    let pieces: [ArticlePiece]

    mutating func placeTexts() {
        let code = FencedText(lines)
        for piece in pieces {
            let texts = piece.texts.filter { !code.marks.contains($0.lowerBound) }.map { text in
                !isMarkdown || code.starts.contains(text.lowerBound)
                    ? bytes.text(text) : String(decoding: PlainText.plain(bytes, text), as: UTF8.self)
            }
            let text = texts.joined(by: "\n").trimmed
            entries[piece.entry].texts.append(
                EntryTextDraft(role: piece.role, side: piece.side, bytes: piece.bytes, text: text))
        }
        // A heading under which nothing stands but whom to ask.
        for index in entries.indices where entries[index].level != nil && entries[index].role == .other {
            let told = entries[index].texts.filter { !$0.text.isEmpty }
            if !told.isEmpty, told.allSatisfy({ $0.role == .escalation }) { entries[index].role = .escalation }
        }
    }

    /// The only heading of the highest level that stands before any text is the title; else the file says it before, or its name does.
    mutating func nameArticle(_ fallback: String) {
        let first = entries.first { $0.level != nil }
        let isTitle = first.map { heading in
            let isAlone = entries.filter { $0.level.map { $0 <= heading.level ?? 0 } ?? false }.count == 1
            return isAlone && heading.level == 1 && !heading.title.isEmpty
        }
        entries[0].title = isTitle == true ? first?.title ?? fallback : fallback
    }

    func draft(faults: [ArticleFault], fenceCount: Int) -> ArticleDraft {
        var counts = ArticleCounts()
        counts.lines = lines.count
        counts.placed = placedCount
        counts.headings = entries.count { $0.level != nil }
        counts.codes = lines.indices.isEmpty ? 0 : entries.count { $0.kind == .row && isInTable($0) }
        counts.fences = fenceCount
        let links = LinkFinder(bytes: bytes, lines: lines, entries: entries)
        counts.images = links.imageCount
        counts.links = links.linkCount
        counts.identifiers = IdentifierFinder.names(bytes, lines)
        let signatures = SignatureFinder(bytes: bytes, lines: lines, entries: entries).signatures
        return ArticleDraft(
            title: entries[0].title, language: language, kind: kind, entries: entries, signatures: signatures,
            links: links.links, counts: counts,
            faults: (faults + jumps + doubleAnchors + missingCells).sorted { $0.line < $1.line })
    }

    /// Counted, and not known by how they are read: what is said of a file must be able to be wrong.
    private var placedCount: Int {
        let owners = EntryOwners(entries)
        return lines.count { owners.holds($0.line.start) }
    }

    private func isInTable(_ entry: EntryDraft) -> Bool { lines[entry.line - 1].form == .row }

    // MARK: What it is

    private var language: String {
        var han = 0
        var latin = 0
        for line in lines where line.form != .remark && line.form != .frontMatter {
            if case .fence = line.form { continue }
            for byte in bytes[line.content] {
                if byte >= 0xE4 && byte <= 0xE9 {
                    han += 1
                } else if byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A {
                    latin += 1
                }
            }
        }
        return han * 12 > latin ? "zh" : "en"
    }

    private var kind: Article.Kind {
        let rows = entries.count { $0.kind == .row }
        let headings = entries.filter { $0.level != nil }
        let questions = entries.count { $0.kind == .item }
        if rows >= 3, rows > headings.count { return .reference }
        if questions * 2 >= max(headings.count, 1), questions > 0 { return .faq }
        let roles = Set(entries.flatMap { [$0.role] + $0.texts.map(\.role) })
        if roles.contains(.symptom) || roles.contains(.cause), roles.contains(.remedy) || roles.contains(.cause) {
            return .runbook
        }
        return .howto
    }

    // MARK: What may be wrong

    private var jumps: [ArticleFault] {
        var faults: [ArticleFault] = []
        var before = 0
        for entry in entries {
            guard let level = entry.level, level <= 6 else { continue }
            if before > 0, level > before + 1 { faults.append(ArticleFault(.headingJumps, line: entry.line)) }
            before = level
        }
        return faults
    }

    private var doubleAnchors: [ArticleFault] {
        var seen: Set<String> = []
        return entries.compactMap { entry in
            guard entry.level != nil, let anchor = HeadingText(bytes.text(lines[entry.line - 1].content)).anchor,
                !seen.insert(anchor).inserted
            else { return nil }
            return ArticleFault(.duplicateAnchor, line: entry.line)
        }
    }

    private var missingCells: [ArticleFault] {
        var faults: [ArticleFault] = []
        var wanted = 0
        for (index, line) in lines.enumerated() {
            switch line.form {
            case .dashes: wanted = index > 0 ? TableCells.ranges(bytes, lines[index - 1].line.text).count : 0
            case .row where wanted > 0:
                let cells = TableCells.ranges(bytes, line.line.text).count
                if cells < wanted { faults.append(ArticleFault(.missingCells, line: index + 1)) }
            case .row: break
            default: wanted = 0
            }
        }
        return faults
    }
}

/// Which lines are code in a fence, and stay as they are, and which only open or close one.
private struct FencedText {
    private(set) var starts: Set<Int> = []
    private(set) var marks: Set<Int> = []

    init(_ lines: [ArticleLine]) {
        for line in lines {
            guard case .fence(let part) = line.form else { continue }
            if part == .inside { starts.insert(line.line.start) } else { marks.insert(line.content.lowerBound) }
        }
    }
}

/// Names in capitals outside blocks of code.
enum IdentifierFinder {
    static func names(_ bytes: Bytes, _ lines: [ArticleLine]) -> [String] {
        var found: Set<String> = []
        for line in lines {
            if case .fence = line.form { continue }
            eachName(bytes, line.line.text) { found.insert(bytes.text($0)) }
        }
        return found.sorted()
    }

    static func eachName(_ bytes: Bytes, _ range: Range<Int>, _ body: (Range<Int>) -> Void) {
        var at = range.lowerBound
        while at < range.upperBound {
            guard Identifier.isPart(bytes[at]) else {
                at += 1
                continue
            }
            if let end = Identifier.end(bytes, at, range.upperBound) { body(at..<end) }
            while at < range.upperBound, Identifier.isPart(bytes[at]) { at += 1 }
        }
    }
}
