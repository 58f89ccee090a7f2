import Workflow

/// Notes and quotations.
extension ArticleReader {
    enum NoteBlock: Equatable {
        case none
        /// Until a line of colons alone.
        case fenced
        /// While lines are indented as far.
        case indented(Int)
    }

    private static let kinds: Set<String> = [
        "note", "notes", "tip", "tips", "hint", "warning", "warn", "caution", "important", "info", "danger",
        "attention",
        "notice", "alert", "error", "说明", "注意", "提示", "警告", "危险", "重要", "备注",
    ]

    /// Whether a line lies in an open block of notes; a line that ends the block is still one.
    mutating func isInNotes(_ line: ArticleLine) -> Bool {
        switch notes {
        case .none: return false
        case .fenced:
            switch line.form {
            case .text, .item, .row, .dashes: return true
            default: return false
            }
        case .indented(let indent):
            if line.form == .blank { return false }
            if line.indent >= indent,
                [.text, .quote, .item(isNumbered: true), .item(isNumbered: false)].contains(line.form)
            {
                return true
            }
            notes = .none
            return false
        }
    }

    /// `!!! note "A title"` as some programs write it.
    mutating func opensNotes(_ line: ArticleLine) -> Bool {
        guard let start = line.content.first,
            ["!!! ", "??? ", "!!!+ ", "???+ "].contains(where: {
                bytes.has($0, at: start, limit: line.content.upperBound)
            }),
            isKind(bytes.text(line.content).drop { "!?+ ".contains($0) })
        else { return false }
        notes = .indented(line.indent + 4)
        return true
    }

    private func isKind(_ text: Substring) -> Bool {
        let word = text.prefix { $0.isLetter }
        return Self.kinds.contains(folded(String(word)))
    }

    mutating func takeQuote(_ line: ArticleLine) {
        if let start = line.content.first, bytes.has(":::", at: start, limit: line.content.upperBound) {
            return takeColons(line)
        }
        let before = role
        if previousForm != .quote, previousForm != .blank { role = entries[current].role }
        if let label = ArticleLabel(line.content, in: bytes), label.role != .note, label.role != .sample {
            role = label.role
            return add(line, role: role, text: label.end..<line.content.upperBound)
        }
        if previousForm != .quote {
            // What is quoted of a symptom was printed by something, unless it is marked as a note.
            let quotes = (before == .symptom || lead != nil) && !isMarkedNote(line)
            quoteRole = quotes ? .sample : .note
        }
        if quoteRole == .sample { role = before }
        add(line, role: quoteRole)
    }

    /// `>!`, `> [!NOTE]`, `> 说明：`.
    private func isMarkedNote(_ line: ArticleLine) -> Bool {
        let marks = bytes.text(line.line.text.lowerBound..<line.content.lowerBound)
        if marks.contains("!") || marks.contains("?") { return true }
        guard let start = line.content.first else { return true }
        return bytes.has("[!", at: start, limit: line.content.upperBound)
            || ArticleLabel(line.content, in: bytes)?.role == .note
    }

    /// `:::note`, its end, and other blocks, which tell what is told around them.
    private mutating func takeColons(_ line: ArticleLine) {
        let text = bytes.text(line.content).drop { $0 == ":" || $0 == " " || $0 == "{" }
        if text.isEmpty {
            let wasOpen = notes == .fenced
            notes = .none
            return add(line, role: wasOpen ? .note : .other)
        }
        guard isKind(text) else { return add(line, role: role == .note ? entries[current].role : role) }
        notes = .fenced
        add(line, role: .note)
    }
}
