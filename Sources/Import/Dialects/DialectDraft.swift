import Workflow

/// The remarks of a drafted dialect, in a language.
package struct DialectDraftWords: Sendable {
    package let header: @Sendable (_ file: String) -> String
    package let unknown: @Sendable (_ count: Int, _ line: Int, _ example: String) -> String
    package let howTo: String

    package init(
        header: @escaping @Sendable (String) -> String, unknown: @escaping @Sendable (Int, Int, String) -> String,
        howTo: String
    ) {
        self.header = header
        self.unknown = unknown
        self.howTo = howTo
    }
}

/// Drafts a dialect from what is seen in a file: what is known is written, what is not is left as a remark to be filled in.
package struct DialectDraft {
    private let bytes: Bytes
    private let survey: Survey
    private let words: DialectDraftWords
    private var lines: [String] = []

    /// - Parameters:
    ///   - bytes: of the file, in UTF-8.
    ///   - name: what the dialect is called.
    package static func text(
        of bytes: [UInt8], name: String, file: String, isSeparated: Bool, _ words: DialectDraftWords
    ) -> String {
        let blanked = NobodysText(in: bytes)?.bytes ?? bytes
        return blanked.withUnsafeBufferPointer { bytes in
            let start = bytes.has("\u{FEFF}", at: 0, limit: bytes.count) ? 3 : 0
            var draft = DialectDraft(bytes: bytes, survey: Surveyor.survey(bytes, from: start), words: words)
            draft.write(name: name, file: file, from: start, isSeparated: isSeparated)
            return draft.lines.joined(separator: "\n") + "\n"
        }
    }

    private init(bytes: Bytes, survey: Survey, words: DialectDraftWords) {
        self.bytes = bytes
        self.survey = survey
        self.words = words
    }

    private mutating func write(name: String, file: String, from start: Int, isSeparated: Bool) {
        lines.append("# " + words.header(file.filter { !$0.isNewline }))
        lines.append("dialect  \(quotedWhereNeeded(name))")
        if isSeparated {
            lines.append("ticket   row")
            for column in RowTable.columns(in: bytes, from: start) {
                add(name: column.name, field: column.field, count: nil, line: 1, example: "")
            }
        } else {
            let recurring = RecurringLines(in: bytes, from: start)
            lines.append("ticket   " + (opening ?? opening(of: recurring)))
            writeLabels(recurring)
        }
        lines.append("# " + words.howTo)
    }

    private func quotedWhereNeeded(_ name: String) -> String {
        name.contains { " =,;\"#".contains($0) } ? quoted(name) : name
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// The level with most headings below the file's title, with the form that they share.
    private var opening: String? {
        let headings = survey.landmarks.filter { $0.kind == .heading && !$0.isFenced && $0.field == nil }
        let counts = Dictionary(headings.map { (Int($0.level), 1) }, uniquingKeysWith: +)
        guard let level = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key else {
            return nil
        }
        let titles = headings.filter { Int($0.level) == level }.compactMap { mark -> Range<Int>? in
            mark.title(in: bytes.line(at: mark.start, limit: bytes.count), bytes)
        }
        return "heading \(level)" + (pattern(of: titles).map { " " + quoted($0) } ?? "")
    }

    /// Of a file without headings.
    private func opening(of recurring: RecurringLines) -> String {
        guard let opening = recurring.opening else { return survey.rules > 1 ? "rule" : "file" }
        return "line " + quoted(opening.mark + (pattern(of: opening.titles) ?? keyed(opening.titles) ?? "{title}"))
    }

    /// `{ref} / {title}` where all lines begin with a word that has a digit, and the same signs behind it.
    private func keyed(_ titles: [Range<Int>]) -> String? {
        let signs = titles.map { title -> String? in
            let text = bytes.text(title)
            guard let blank = text.firstIndex(of: " "), text[..<blank].contains(where: \.isNumber) else { return nil }
            let behind = text[blank...].prefix { !$0.isLetter && !$0.isNumber }
            return behind.endIndex < text.endIndex ? String(behind) : nil
        }
        guard let first = signs.first, let first, signs.allSatisfy({ $0 == first }) else { return nil }
        return "{ref}" + first + "{title}"
    }

    /// `TKT-{ref} – {title}` where all titles begin with such a key or number.
    private func pattern(of titles: [Range<Int>]) -> String? {
        let ordinals = titles.compactMap { title in Ordinal.title(in: bytes, title).map { (title, $0) } }
        guard let (title, first) = ordinals.first, ordinals.count == titles.count, titles.count > 1 else { return nil }
        let head = bytes.text(title.lowerBound..<first.end)
        guard let digits = head.firstIndex(where: \.isNumber) else { return nil }
        let after = head[digits...].drop { $0.isNumber }
        let name = first.key == nil ? "{number}" : "{ref}"
        return head[..<digits] + name + after + (after.isEmpty ? " " : "") + "{title}"
    }

    private mutating func writeLabels(_ recurring: RecurringLines) {
        var seen: [UInt32: (name: String, field: SectionField?, count: Int, line: Int, example: String)] = [:]
        var order: [UInt32] = []
        for mark in survey.landmarks where !mark.isFenced {
            let line = bytes.line(at: mark.start, limit: bytes.count)
            let name: Range<Int>
            var example = ""
            if mark.kind == .heading {
                guard let text = mark.title(in: line, bytes) else { continue }
                name = text
            } else {
                guard let label = FieldLabel(line, in: bytes) else { continue }
                name = label.name
                example = bytes.text(label.value)
            }
            if seen[mark.name] == nil {
                order.append(mark.name)
                seen[mark.name] = (bytes.text(name), mark.field, 0, Int(mark.line), example)
            }
            seen[mark.name]?.count += 1
        }
        for key in order {
            guard let found = seen[key], found.count >= 2 || found.field != nil, found.field != .summary else {
                continue
            }
            add(name: found.name, field: found.field, count: found.count, line: found.line, example: found.example)
        }
        guard order.isEmpty else { return }
        for label in recurring.labels {
            let field = Vocabulary.standard.meaning(of: label.name, in: bytes).meaning?.field
            add(name: label.text, field: field, count: label.count, line: label.line, example: label.example)
        }
        for line in recurring.wholeLines {
            let remark = words.unknown(line.count, line.line, "")
            lines.append("# section  \(quoted(line.text)) = …   " + remark)
        }
    }

    private mutating func add(name: String, field: SectionField?, count: Int?, line: Int, example: String) {
        let keyword = field.map { $0.isLong } ?? false ? "section " : "field   "
        if let field, let word = DialectWords.word(for: field) {
            lines.append("\(keyword) \(quoted(name)) = \(word)")
        } else {
            let remark = words.unknown(count ?? 1, line, String(example.prefix(40)))
            lines.append("# \(keyword) \(quoted(name)) = …   " + remark)
        }
    }
}
