/// Turns ranges of a file into the texts of a draft.
struct Text {
    let bytes: Bytes
    let dialect: Dialect

    /// Copies without checking again what was checked with the whole file.
    private func plain(_ range: Range<Int>) -> String {
        guard dialect.isValidUTF8 else { return bytes.text(range) }
        let part = bytes.extracting(range)
        return String(copying: UTF8Span(unchecked: part.span))
    }

    /// The trimmed text; line ends are LF, whatever the file has, and our own escapes are undone.
    func string(_ range: Range<Int>) -> String {
        let range = bytes.trimmed(range)
        if dialect.comments.first(overlapping: range) != nil { return withoutComments(range) }
        if dialect.isEscaped { return Escape.decoded(bytes, range) }
        guard dialect.hasCarriageReturns, bytes.contains(0x0D, in: range) else { return plain(range) }
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var at = range.lowerBound
        while at < range.upperBound {
            let line = bytes.line(at: at, limit: range.upperBound)
            text += bytes[line.start..<line.end]
            if line.next > line.end { text.append(0x0A) }
            at = line.next
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The text with its first line's indentation, without blank lines before and blanks behind.
    func string(text range: Range<Int>) -> String {
        let trimmed = bytes.trimmed(range)
        guard !trimmed.isEmpty else { return "" }
        let start = max(range.lowerBound, bytes.lineStart(before: trimmed.lowerBound))
        let indentation = bytes.text(start..<trimmed.lowerBound)
        return indentation + string(trimmed)
    }

    /// Lines that held nothing but a comment are left out.
    private func withoutComments(_ range: Range<Int>) -> String {
        var lines: [[UInt8]] = []
        var at = range.lowerBound
        while at < range.upperBound {
            let line = bytes.line(at: at, limit: range.upperBound)
            let held = dialect.comments.first(overlapping: line.start..<max(line.next, line.start + 1))
            if held == nil || bytes.skippingSpace(line.text) < line.end { lines.append(Array(bytes[line.text])) }
            at = line.next
        }
        // The lines before and after it were parted by it alone.
        var text: [UInt8] = []
        for (index, line) in lines.enumerated() {
            if index > 0 { text.append(0x0A) }
            text += line
        }
        return text.withUnsafeBufferPointer { $0.text($0.trimmed(0..<$0.count)) }
    }
}
