import Workflow

// Lists of questions whose groups are numbered lines.
extension ArticleReader {
    /// `2. Shipping` right above `Q: …`
    func holdsQuestions(_ index: Int) -> Bool {
        let next = lines[(index + 1)...].first { $0.form != .blank }
        return next.map { $0.form == .text && QuestionMark($0.content, in: bytes) != nil } ?? false
    }

    /// A numbered line that names the questions below it, as a heading would.
    mutating func open(group index: Int) {
        let line = lines[index]
        while let last = headings.last, last.level >= Self.groupLevel { headings.removeLast() }
        entries.append(
            EntryDraft(
                parent: headings.last?.entry ?? 0, kind: .section, level: Self.groupLevel,
                number: bytes.text(bytes.trimmed(numberRange(line))),
                title: Self.short(PlainText.line(bytes.text(line.content))), line: index + 1, titleBytes: line.bytes,
                bytes: line.bytes.lowerBound..<bytes.count))
        headings.append((entries.count - 1, Self.groupLevel))
        role = .other
    }

    /// Of the deepest heading.
    private static let groupLevel = 6
}
