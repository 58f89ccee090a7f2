/// A title that was broken where its line was full: it goes on in the lines below.
enum WrappedTitle {
    /// Columns. A line that was broken, and the word for which it had no room, have at least these.
    private static let narrowest = 64
    /// Bytes. What goes on for longer is a text.
    private static let longest = 240
    /// Where a sentence ends, and nothing has to go on.
    private static let ends: Set<Character> = [".", "?", "!", ":", ";", "。", "？", "！", "：", "；", "…"]

    /// - Parameter below: the lines below the title, without what they begin with.
    /// - Returns: the whole title, up to the end of its first sentence, and what is left; nil where it is whole as it is.
    static func whole(_ title: String, _ below: String) -> (title: String, below: String)? {
        guard let last = title.last, !ends.contains(last) else { return nil }
        let lines = below.split(separator: "\n", omittingEmptySubsequences: false)
        let paragraph = lines.prefix { !$0.isEmpty && !isMarked($0) }
        guard let first = paragraph.first, let word = first.split(separator: " ").first,
            columns(title) + 3 + columns(word) >= narrowest
        else { return nil }
        var (joined, taken) = (title, 0)
        var end = sentenceEnd(in: joined)
        while end == nil, taken < paragraph.count {
            guard joined.utf8.count <= longest else { return nil }
            joined += (isSolid(joined, paragraph[taken]) ? "" : " ") + paragraph[taken]
            taken += 1
            end = sentenceEnd(in: joined)
        }
        guard joined.utf8.count <= longest || end != nil else { return nil }
        let rest = end.map { joined[$0...] } ?? ""
        let others = lines.dropFirst(taken).joined(separator: "\n")
        let left = String(rest.drop { $0.isWhitespace }) + "\n" + others
        return (end.map { String(joined[..<$0]) } ?? joined, String(left.drop { $0.isNewline }.trimmingLines))
    }

    /// An item, a quotation, a table, a fence or a heading begins with the line.
    private static func isMarked(_ line: Substring) -> Bool {
        guard let first = line.first else { return false }
        if "-*+>|#`~".contains(first) { return true }
        return line.prefix { $0.isASCII && $0.isNumber }.count > 0
            && line.drop { $0.isASCII && $0.isNumber }.first.map { ".)、".contains($0) } ?? false
    }

    /// Chinese and Japanese lines are joined without a blank.
    private static func isSolid(_ text: String, _ next: Substring) -> Bool {
        guard let last = text.unicodeScalars.last, let first = next.unicodeScalars.first else { return true }
        return isWide(last) && isWide(first)
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x2E80 }

    private static func columns(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
    }

    /// Behind the mark that ends the first sentence, a point between words that are no abbreviations; nil where it goes on.
    private static func sentenceEnd(in text: String) -> String.Index? {
        let characters = Array(text)
        for place in characters.indices.dropLast(2) where ends.contains(characters[place]) {
            let isEnd =
                characters[place].isASCII
                ? [".", "?", "!"].contains(characters[place]) && characters[place + 1] == " "
                    && (characters[place + 2].isUppercase || "(`\"".contains(characters[place + 2]))
                    && characters[max(0, place - 3)..<place].allSatisfy { $0.isLetter || $0 == ")" }
                : ["。", "？", "！"].contains(characters[place])
            if isEnd { return text.index(text.startIndex, offsetBy: place + 1) }
        }
        return nil
    }
}
