/// Lines that ask and lines that answer, by their first word.
enum QuestionLine {
    private static let questions: [StaticString] = ["Question", "QUESTION", "提问", "问题", "Q", "q", "问"]
    private static let longestQuestion = 400
    private static let answers: [StaticString] = ["Answer", "ANSWER", "回答", "答案", "解答", "A", "a", "答"]

    static func question(_ line: TextLine, in bytes: Bytes) -> (text: Range<Int>, number: Int?)? {
        let text = bare(line, in: bytes)
        for word in questions where bytes.has(word, at: text.lowerBound, limit: text.upperBound) {
            var at = text.lowerBound + word.utf8CodeUnitCount
            var number: Int?
            let digits = at
            while at < text.upperBound, bytes[at].isDigit, at - digits < 6 { at += 1 }
            if at > digits { number = bytes[digits..<at].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
            at = emphasisEnd(at, text, in: bytes)
            let isBold = at > digits && number == nil
            guard
                let end = bytes.colonEnd(at: at, limit: text.upperBound)
                    ?? dotEnd(at, isBold ? 0 : number, text, bytes)
            else {
                continue
            }
            let rest = withoutEmphasis(bytes.trimmed(end..<text.upperBound), in: bytes)
            return rest.isEmpty ? nil : (rest, number)
        }
        return nil
    }

    /// `**What is it?**` alone on its line.
    static func bold(_ line: TextLine, in bytes: Bytes) -> (text: Range<Int>, number: Int?)? {
        let text = bytes.trimmed(line.text)
        guard let mark = BoldMark(text, longest: 400, in: bytes), mark.rest.isEmpty, !mark.name.isEmpty else {
            return nil
        }
        return asks(mark.name, in: bytes) ? (mark.name, nil) : nil
    }

    /// `3. Why is it slow?`, at most a little indented; its sentence may go on below. One that only counts on asks too.
    static func numbered(_ line: TextLine, after last: Int?, in bytes: Bytes) -> (text: Range<Int>, number: Int?)? {
        let start = bytes.skippingBlanks(line.start, limit: line.end)
        guard start < line.end, start - line.start <= 3,
            let mark = ListMark(TextLine(start: start, end: line.end, next: line.next), in: bytes), mark.kind == .number
        else { return nil }
        let first = withoutEmphasis(bytes.trimmed(mark.content..<line.end), in: bytes)
        if asks(first, in: bytes) { return (first, mark.number) }
        let whole = bytes.trimmed(mark.content..<paragraphEnd(from: line, in: bytes))
        if asks(whole, in: bytes) { return (whole, mark.number) }
        return last.map { mark.number == $0 + 1 } ?? false ? (first, mark.number) : nil
    }

    /// Of a short one; of others the line's.
    private static func paragraphEnd(from first: TextLine, in bytes: Bytes) -> Int {
        var line = first
        while line.next < bytes.count {
            if line.end - first.start > longestQuestion { return first.end }
            let next = bytes.line(at: line.next, limit: bytes.count)
            guard bytes.skippingSpace(next.text) < next.end, ListMark(next, in: bytes) == nil else { break }
            line = next
        }
        return line.end
    }

    /// `<summary>Why is it slow?</summary>`
    static func summary(_ line: TextLine, in bytes: Bytes) -> (text: Range<Int>, number: Int?)? {
        QuestionMark(summary: line.text, in: bytes).map { ($0.text, nil) }
    }

    private static func asks(_ text: Range<Int>, in bytes: Bytes) -> Bool {
        let end = text.upperBound
        return text.count > 3 && (bytes[end - 1] == 0x3F || bytes.has("？", at: end - 3, limit: end))
    }

    private static func dotEnd(_ at: Int, _ number: Int?, _ text: Range<Int>, _ bytes: Bytes) -> Int? {
        guard number != nil, at < text.upperBound, bytes[at] == 0x2E || bytes.has("、", at: at, limit: text.upperBound)
        else {
            return nil
        }
        return bytes[at] == 0x2E ? at + 1 : at + 3
    }

    /// Where the words of an answer begin, behind its mark; nil for a line that is none.
    static func answerStart(_ line: TextLine, in bytes: Bytes) -> Int? {
        let heading = Heading.mayBegin(line, in: bytes) ? Heading(line, in: bytes) : nil
        let text = heading?.text ?? bare(line, in: bytes)
        for word in answers where bytes.has(word, at: text.lowerBound, limit: text.upperBound) {
            var at = text.lowerBound + word.utf8CodeUnitCount
            while at < text.upperBound, bytes[at].isDigit { at += 1 }
            at = emphasisEnd(at, text, in: bytes)
            // `**A**. …`
            let isBold = bytes[at - 1] == 0x2A
            guard
                let colon = bytes.colonEnd(at: at, limit: text.upperBound) ?? dotEnd(at, isBold ? 0 : nil, text, bytes)
            else { continue }
            return bytes.has("**", at: colon, limit: text.upperBound) ? colon + 2 : colon
        }
        return nil
    }

    /// `**Question**: …` ends its emphasis before the colon.
    private static func emphasisEnd(_ start: Int, _ text: Range<Int>, in bytes: Bytes) -> Int {
        var at = start
        while at < text.upperBound, bytes[at] == 0x2A || bytes[at] == 0x5F { at += 1 }
        return at
    }

    /// Without quotation, list marks, tags of summaries and emphasis before the words.
    private static func bare(_ line: TextLine, in bytes: Bytes) -> Range<Int> {
        var text = bytes.trimmed(line.text)
        while let first = text.first {
            if bytes[first] == 0x3E || bytes[first] == 0x2A || bytes[first] == 0x20 || bytes[first] == 0x5F {
                text = first + 1..<text.upperBound
            } else if bytes[first] == 0x2D, first + 1 < text.upperBound, bytes[first + 1] == 0x20 {
                text = first + 2..<text.upperBound
            } else if bytes[first] == 0x3C, let end = bytes.first(">", in: first..<min(text.upperBound, first + 40)) {
                text = end + 1..<text.upperBound
            } else {
                break
            }
        }
        if let close = bytes.first("</summary>", in: text) { text = text.lowerBound..<close }
        return bytes.trimmed(text)
    }

    private static func withoutEmphasis(_ range: Range<Int>, in bytes: Bytes) -> Range<Int> {
        var text = range
        while let last = text.last, bytes[last] == 0x2A || bytes[last] == 0x5F { text = text.lowerBound..<last }
        while let first = text.first, bytes[first] == 0x2A { text = first + 1..<text.upperBound }
        return bytes.trimmed(text)
    }
}
