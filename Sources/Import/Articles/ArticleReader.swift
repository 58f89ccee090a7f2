import Workflow

/// Reads an article: its lines become entries, and each line stands in just one of them.
package struct ArticleReader {
    let bytes: Bytes
    let lines: [ArticleLine]
    var entries: [EntryDraft] = []
    /// The heading entries that are open, outermost first, and the items in the innermost of them.
    var headings: [(entry: Int, level: Int)] = []
    var items: [(entry: Int, indent: Int, role: ArticleEntry.Role)] = []
    /// What the lines that follow tell.
    var role = ArticleEntry.Role.other
    var side: ArticleEntry.Side?
    var table: ArticleTable?
    var previousForm = ArticleLine.Form.blank
    var pieces: [ArticlePiece] = []
    var frontTitle: String?
    /// A label or a sentence that speaks of the block below it only.
    var lead: Lead?
    /// What the quotation tells that is open.
    var quoteRole = ArticleEntry.Role.note
    /// The block that is open in which everything is a note: `:::note` to `:::`, or below `!!! note` what is indented so far.
    var notes = NoteBlock.none
    /// Whether the only heading of the first level is the title.
    private let hasTitle: Bool
    /// It calls itself a list of questions.
    let asksOften: Bool
    /// What the block of code tells that is open.
    var fenceRole = ArticleEntry.Role.other

    /// Reads any bytes; a file without structure becomes one entry.
    /// - Parameter fallbackTitle: what it is called where it does not say so itself, such as the name of its file.
    /// - Parameter isMarkdown: signs of markup are no part of what is shown.
    package static func read(_ bytes: [UInt8], fallbackTitle: String, isMarkdown: Bool = true) -> ArticleDraft {
        bytes.withUnsafeBufferPointer { bytes in
            var reader = ArticleReader(bytes)
            return reader.read(fallbackTitle: fallbackTitle, isMarkdown)
        }
    }

    private let scanner: ArticleScanner

    private init(_ bytes: Bytes) {
        self.bytes = bytes
        scanner = ArticleScanner(bytes)
        lines = scanner.lines
        asksOften = FileTitle(in: bytes, from: 0)?.kind == .questions
        hasTitle = lines.count { $0.form == .heading(level: 1) } == 1
    }

    private mutating func read(fallbackTitle: String, _ isMarkdown: Bool) -> ArticleDraft {
        entries = [
            EntryDraft(parent: nil, kind: .section, title: "", line: 1, titleBytes: 0..<0, bytes: 0..<bytes.count)
        ]
        var next = 0
        for index in lines.indices where index >= next {
            if let end = takeHTMLTable(index) {
                next = end
                previousForm = .row
            } else {
                take(index)
                previousForm = lines[index].form
            }
        }
        closeEntries()
        var finished = ArticleFinish(
            bytes: bytes, lines: lines, isMarkdown: isMarkdown, entries: entries, pieces: pieces)
        finished.placeTexts()
        finished.nameArticle(frontTitle ?? fallbackTitle)
        return finished.draft(faults: scanner.faults, fenceCount: scanner.fenceCount)
    }

    // MARK: Lines

    var current: Int { items.last?.entry ?? headings.last?.entry ?? 0 }

    private mutating func take(_ index: Int) {
        let line = lines[index]
        if line.form != .row, line.form != .dashes { table = nil }
        if previousForm == .blank, line.form != .blank { lead?.blocks += 1 }
        if isInNotes(line) { return add(line, role: .note) }
        switch line.form {
        case .heading(let level): open(heading: index, level: level)
        case .underline: extendTitle(index)
        case .frontMatter:
            readFrontMatter(line)
            add(line, role: .other)
        case .blank: addBlank(line)
        case .remark: add(line, role: .other)
        case .fence(let part): takeFence(index, part)
        case .row, .dashes: takeRow(index)
        case .item(let isNumbered): takeItem(index, isNumbered: isNumbered)
        case .quote: takeQuote(line)
        case .text: takeText(index)
        }
    }

    private mutating func readFrontMatter(_ line: ArticleLine) {
        guard bytes.has("title:", at: line.content.lowerBound, limit: line.content.upperBound) else { return }
        let value = bytes.trimmed(line.content.lowerBound + 6..<line.content.upperBound)
        let title = bytes.text(value).trimming { $0 == "\"" || $0 == "'" }
        if !title.isEmpty { frontTitle = title }
    }

    // MARK: Headings

    private mutating func open(heading index: Int, level: Int) {
        items.removeAll()
        lead = nil
        notes = .none
        while let last = headings.last, last.level >= level { headings.removeLast() }
        let line = lines[index]
        let text = HeadingText(bytes.text(line.content))
        let parent = headings.last?.entry ?? 0
        let isTitle = hasTitle && level == 1 && entries.count == 1
        let label = isTitle ? nil : ArticleLabel(heading: bytes.text(line.content))?.role
        let kind = EntryKindRule.heading(text, label: label, under: entries[parent])
        entries.append(
            EntryDraft(
                parent: parent, kind: kind, level: level, number: text.number, title: text.title,
                key: EntryKindRule.key(text.title), role: label ?? inheritedRole(parent, level), line: index + 1,
                titleBytes: line.bytes, bytes: line.bytes.lowerBound..<bytes.count))
        headings.append((entries.count - 1, level))
        role = entries[entries.count - 1].role
        side = SideWords.side(of: text.title) ?? entries[parent].texts.first?.side ?? side(of: parent)
    }

    /// `## 可能原因` says of the headings under it what they tell; `## 常见问题` does not.
    private func inheritedRole(_ parent: Int, _ level: Int) -> ArticleEntry.Role {
        switch entries[parent].role {
        case .symptom, .note, .seeAlso, .sample: .other
        case let role: role
        }
    }

    private func side(of entry: Int) -> ArticleEntry.Side? {
        var place: Int? = entry
        while let at = place {
            if let side = SideWords.side(of: entries[at].title) { return side }
            place = entries[at].parent
        }
        return nil
    }

    private mutating func extendTitle(_ index: Int) {
        guard let last = headings.last?.entry else { return add(lines[index], role: .other) }
        entries[last].titleBytes = entries[last].titleBytes.lowerBound..<lines[index].bytes.upperBound
    }

    // MARK: Pieces

    mutating func add(_ line: ArticleLine, role: ArticleEntry.Role, text: Range<Int>? = nil) {
        var role = role
        if role == .other || role == .remedy, EscalationWords.standAlone(bytes, line.content) { role = .escalation }
        append(ArticlePiece(entry: current, role: role, side: side, bytes: line.bytes, texts: [text ?? line.content]))
    }

    private mutating func addBlank(_ line: ArticleLine) {
        if var last = pieces.last, last.bytes.upperBound == line.bytes.lowerBound, last.entry == current {
            last.bytes = last.bytes.lowerBound..<line.bytes.upperBound
            pieces[pieces.count - 1] = last
        } else {
            append(ArticlePiece(entry: current, role: .other, side: nil, bytes: line.bytes, texts: []))
        }
    }

    /// A line without a label may tell several things one after the other.
    mutating func addCut(_ line: ArticleLine) {
        guard role == .other || role == .symptom else { return add(line, role: role) }
        let cuts = ParagraphCuts.places(bytes, line.content)
        guard !cuts.isEmpty else { return add(line, role: role) }
        var start = line.bytes.lowerBound
        for (place, cut) in cuts.enumerated() {
            if cut.start > line.content.lowerBound, place == 0 {
                append(
                    ArticlePiece(
                        entry: current, role: role, side: side, bytes: start..<cut.start,
                        texts: [line.content.lowerBound..<cut.start]))
                start = cut.start
            }
            let isLast = place == cuts.count - 1
            let end = isLast ? line.content.upperBound : cuts[place + 1].start
            append(
                ArticlePiece(
                    entry: current, role: cut.role, side: SideWords.side(in: bytes, cut.start..<end) ?? side,
                    bytes: start..<(isLast ? line.bytes.upperBound : end), texts: [cut.start..<end]))
            start = end
        }
    }

    private mutating func append(_ piece: ArticlePiece) {
        if var last = pieces.last, last.entry == piece.entry, last.role == piece.role, last.side == piece.side,
            last.bytes.upperBound == piece.bytes.lowerBound, piece.role != .sample || !last.texts.isEmpty
        {
            last.bytes = last.bytes.lowerBound..<piece.bytes.upperBound
            last.texts += piece.texts
            pieces[pieces.count - 1] = last
        } else {
            pieces.append(piece)
        }
    }

    /// An entry ends where the next one begins that it does not hold.
    private mutating func closeEntries() {
        for index in entries.indices where entries[index].kind != .row {
            let next = entries[(index + 1)...].first { !holds(index, $0) }
            entries[index].bytes = entries[index].bytes.lowerBound..<(next?.bytes.lowerBound ?? bytes.count)
        }
    }

    private func holds(_ outer: Int, _ entry: EntryDraft) -> Bool {
        var place = entry.parent
        while let at = place, at >= outer {
            if at == outer { return true }
            place = entries[at].parent
        }
        return false
    }
}

extension ArticleReader {
    struct Lead {
        /// What was told before.
        var before: ArticleEntry.Role
        /// Whether an item says it, so that it ends with the item.
        var isInItem: Bool
        /// How many blocks came since.
        var blocks = 0
    }
}

/// Lines of one entry that tell one thing, one after the other.
struct ArticlePiece {
    var entry: Int
    var role: ArticleEntry.Role
    var side: ArticleEntry.Side?
    var bytes: Range<Int>
    var texts: [Range<Int>]
}
