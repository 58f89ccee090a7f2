import Workflow

/// One line of an article, and what it looks like by itself and beside its neighbours.
struct ArticleLine {
    enum Form: Equatable {
        case blank
        case text
        /// `## A title`, and the line over `====` or `----`.
        case heading(level: Int)
        /// The line that makes a heading of the one before.
        case underline
        /// A line of a block of code, its opening and closing lines with it.
        case fence(FencePart)
        /// Between `<!--` and `-->`, or a rule, or a line of a style sheet: nothing is told there.
        case remark
        /// Between the two `---` at the start of a file.
        case frontMatter
        /// A row of a table, and the row of dashes under its heading.
        case row, dashes
        /// `- a`, `1. b`.
        case item(isNumbered: Bool)
        /// `> a`, `>!a`, `:::note`.
        case quote
    }

    enum FencePart { case opening, inside, closing }

    let line: TextLine
    var form: Form
    /// Columns before the first sign; a tab is four.
    var indent: Int
    /// What is told: behind `##`, the mark of an item or of a quotation.
    var content: Range<Int>

    var bytes: Range<Int> { line.start..<line.next }
}

/// Cuts a file into lines and says of each what it is.
struct ArticleScanner {
    let bytes: Bytes
    private(set) var lines: [ArticleLine] = []
    private(set) var faults: [ArticleFault] = []
    private(set) var fenceCount = 0

    init(_ bytes: Bytes) {
        self.bytes = bytes
        cut()
        markFrontMatter()
        markFences()
        markRemarks()
        markTables()
        markHeadings()
    }

    private mutating func cut() {
        var at = bytes.has("\u{FEFF}", at: 0, limit: bytes.count) ? 3 : 0
        if at > 0 {
            // The mark of the byte order belongs to the first line.
            let line = bytes.line(at: at, limit: bytes.count)
            add(TextLine(start: 0, end: line.end, next: line.next), from: 3)
            at = line.next
        }
        while at < bytes.count {
            let line = bytes.line(at: at, limit: bytes.count)
            add(line, from: line.start)
            at = line.next
        }
    }

    private mutating func add(_ line: TextLine, from start: Int) {
        var at = start
        var indent = 0
        while at < line.end, bytes[at] == 0x20 || bytes[at] == 0x09 {
            indent += bytes[at] == 0x09 ? 4 - indent % 4 : 1
            at += 1
        }
        let content = bytes.trimmed(at..<line.end)
        if line.end - line.start > Self.longLine { faults.append(ArticleFault(.longLine, line: lines.count + 1)) }
        var made = ArticleLine(line: line, form: content.isEmpty ? .blank : .text, indent: indent, content: content)
        mark(&made)
        lines.append(made)
    }

    private static let longLine = 100_000

    /// What a line says of itself.
    private func mark(_ line: inout ArticleLine) {
        guard let first = line.content.first else { return }
        switch bytes[first] {
        case 0x3E:
            line.form = .quote
            line.content = bytes.trimmed(quoteEnd(first, line.content.upperBound)..<line.content.upperBound)
        case 0x3A where bytes.has(":::", at: first, limit: line.content.upperBound): line.form = .quote
        default:
            guard let item = ItemMark(at: first, limit: line.content.upperBound, in: bytes) else { return }
            line.form = .item(isNumbered: item.isNumbered)
            line.content = bytes.trimmed(item.end..<line.content.upperBound)
        }
    }

    /// `>`, `>?`, `>!`, `> >`.
    private func quoteEnd(_ start: Int, _ limit: Int) -> Int {
        var at = start
        while at < limit, bytes[at] == 0x3E || bytes[at] == 0x20 || bytes[at] == 0x3F || bytes[at] == 0x21 {
            // An image begins with an exclamation mark too.
            if bytes[at] == 0x21, at + 1 < limit, bytes[at + 1] == 0x5B { break }
            at += 1
        }
        return at
    }

    // MARK: Blocks

    private mutating func markFrontMatter() {
        guard let first = lines.first, bytes.says("---", at: first.content) else { return }
        for index in lines.indices.dropFirst().prefix(200) where bytes.says("---", at: lines[index].content) {
            for place in 0...index { lines[place].form = .frontMatter }
            return
        }
    }

    private mutating func markFences() {
        let closers = FenceClosers(lines, in: bytes)
        var index = 0
        while index < lines.count {
            guard lines[index].form != .frontMatter, let fence = self.fence(at: index) else {
                index += 1
                continue
            }
            guard let end = closers.first(after: index, closing: fence) else {
                faults.append(ArticleFault(.unclosedFence, line: index + 1))
                fenceCount += 1
                index += 1
                continue
            }
            fenceCount += 1
            for place in index...end { lines[place].form = .fence(.inside) }
            lines[index].form = .fence(.opening)
            lines[end].form = .fence(.closing)
            index = end + 1
        }
    }

    private func fence(at index: Int) -> Fence? { FenceClosers.fence(lines[index], in: bytes) }

    private mutating func markRemarks() {
        var closing: StaticString?
        for index in lines.indices {
            switch lines[index].form {
            case .fence, .frontMatter: continue
            default: break
            }
            let content = lines[index].content
            if let mark = closing {
                if bytes.first(mark, in: content) != nil { closing = nil }
                lines[index].form = .remark
            } else if let mark = remarkEnd(content) {
                lines[index].form = .remark
                if bytes.first(mark, in: content) == nil { closing = mark }
            }
        }
    }

    private func remarkEnd(_ content: Range<Int>) -> StaticString? {
        guard content.count >= 4, bytes[content.lowerBound] == 0x3C else { return nil }
        if bytes.has("<!--", at: content.lowerBound, limit: content.upperBound) { return "-->" }
        if bytes.has("<style", at: content.lowerBound, limit: content.upperBound) { return "</style>" }
        return nil
    }

    private mutating func markTables() {
        for index in lines.indices.dropFirst() where lines[index].form == .text || isItem(lines[index].form) {
            guard TableCells.isDashes(bytes, lines[index].line.text), lines[index - 1].form == .text,
                bytes.contains(0x7C, in: lines[index - 1].content)
            else { continue }
            lines[index].form = .dashes
            lines[index - 1].form = .row
            for next in lines.indices[(index + 1)...] {
                guard lines[next].form != .blank, bytes.contains(0x7C, in: lines[next].line.text) else { break }
                if case .fence = lines[next].form { break }
                lines[next].form = .row
                lines[next].content = bytes.trimmed(lines[next].line.text)
            }
        }
    }

    private func isItem(_ form: ArticleLine.Form) -> Bool {
        if case .item = form { true } else { false }
    }

    // MARK: Headings

    private mutating func markHeadings() {
        for index in lines.indices {
            switch lines[index].form {
            case .text: break
            case .item where RuleLine.isRule(lines[index].line, in: bytes): break
            default: continue
            }
            if let level = hashes(lines[index]) {
                lines[index].form = .heading(level: level)
                lines[index].content = headingText(lines[index], level)
            } else if let level = underlineLevel(lines[index]) {
                markUnderline(index, level)
            }
        }
    }

    private func hashes(_ line: ArticleLine) -> Int? {
        guard line.indent < 4, let start = line.content.first, bytes[start] == 0x23 else { return nil }
        var at = start
        while at < line.content.upperBound, bytes[at] == 0x23 { at += 1 }
        let isHeading = at == line.content.upperBound || bytes[at] == 0x20 || bytes[at] == 0x09
        return at - start <= 6 && isHeading ? at - start : nil
    }

    private func headingText(_ line: ArticleLine, _ level: Int) -> Range<Int> {
        var text = bytes.trimmed(line.content.lowerBound + level..<line.content.upperBound)
        // Hashes may close a heading, behind a blank.
        var end = text.upperBound
        while end > text.lowerBound, bytes[end - 1] == 0x23 { end -= 1 }
        if end < text.upperBound, end == text.lowerBound || bytes[end - 1] == 0x20 {
            text = bytes.trimmed(text.lowerBound..<end)
        }
        return text
    }

    private func underlineLevel(_ line: ArticleLine) -> Int? {
        guard line.indent < 4, let first = line.line.text.first else { return nil }
        let text = bytes.trimmed(first..<line.line.end)
        guard let sign = text.first.map({ bytes[$0] }), sign == 0x3D || sign == 0x2D else { return nil }
        return text.allSatisfy { bytes[$0] == sign } ? (sign == 0x3D ? 1 : 2) : nil
    }

    private mutating func markUnderline(_ index: Int, _ level: Int) {
        // A row of a table that is none is no title.
        if index > 0, lines[index - 1].form == .text, lines[index - 1].indent < 4,
            lines[index - 1].content.first.map({ bytes[$0] }) != 0x7C
        {
            lines[index - 1].form = .heading(level: level)
            lines[index].form = .underline
        } else {
            lines[index].form = .remark
        }
    }
}
