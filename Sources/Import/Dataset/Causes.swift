/// Root causes as ranges of the file, and the lines below them that are something else.
struct Causes {
    private(set) var causes: [Range<Int>] = []
    private(set) var advice: [Range<Int>] = []

    init(_ content: Range<Int>, in bytes: Bytes, _ fences: ClosedFences, isLoose: Bool) {
        guard !content.isEmpty else { return }
        let first = bytes.line(at: content.lowerBound, limit: content.upperBound)
        if let list = Items(content, in: bytes, fences, isLoose: isLoose) {
            causes = list.items
            advice = list.notes
        } else if let label = FieldLabel(first, in: bytes), Causes.names(label, in: bytes), !label.value.isEmpty {
            causes = [label.value]
            takeAdvice(first.next..<content.upperBound, in: bytes)
        } else if first.next >= content.upperBound {
            causes = Causes.split(content, in: bytes)
        } else {
            readText(content, in: bytes)
        }
    }

    /// `**根本原因**：x` and `**问题类型**: x` under the heading name a cause.
    private static func names(_ label: FieldLabel, in bytes: Bytes) -> Bool {
        guard label.form != .plain, label.form != .row, !label.isMarked else { return false }
        let meaning = Vocabulary.standard.meaning(of: label.name, in: bytes).meaning
        return meaning?.field == .causes || meaning?.field == .category
    }

    /// Further labels name further causes; what else stands below is kept apart.
    private mutating func takeAdvice(_ rest: Range<Int>, in bytes: Bytes) {
        var at = rest.lowerBound
        while at < rest.upperBound {
            let line = bytes.line(at: at, limit: rest.upperBound)
            if let label = FieldLabel(line, in: bytes), Causes.names(label, in: bytes), !label.value.isEmpty {
                causes.append(label.value)
            } else if bytes.skippingSpace(line.text) < line.end {
                advice.append(line.text)
            }
            at = line.next
        }
    }

    /// A text is one cause; a list below it is advice.
    private mutating func readText(_ content: Range<Int>, in bytes: Bytes) {
        var at = content.lowerBound
        while at < content.upperBound {
            let line = bytes.line(at: at, limit: content.upperBound)
            if ListMark(line, in: bytes)?.kind == .bullet {
                causes = [bytes.trimmed(content.lowerBound..<line.start)]
                advice = [line.start..<content.upperBound]
                return
            }
            at = line.next
        }
        causes = [content]
    }

    /// `a；b` are two causes unless one of them is a sentence.
    private static func split(_ line: Range<Int>, in bytes: Bytes) -> [Range<Int>] {
        guard bytes.first("；", in: line) != nil, bytes.first("。", in: line) == nil else { return [line] }
        var parts: [Range<Int>] = []
        var start = line.lowerBound
        while let found = bytes.first("；", in: start..<line.upperBound) {
            parts.append(bytes.trimmed(start..<found))
            start = found + 3
        }
        parts.append(bytes.trimmed(start..<line.upperBound))
        return parts.filter { !$0.isEmpty }
    }
}
