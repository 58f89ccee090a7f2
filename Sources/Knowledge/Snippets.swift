import Storage
import Workflow

/// Finds the place in a ticket that shows best why it was found.
package struct Snippets: Sendable {
    private let words: [String]
    private let width: Int

    /// - Parameters:
    ///   - words: what was searched for.
    ///   - width: characters of text on each side of the first hit.
    package init(words: [String], width: Int) {
        self.words = words.map(folded).filter { !$0.isEmpty }
        self.width = max(0, width)
    }

    /// The first message that holds a word, else the title, else the first message.
    package func best(title: String, messages: [Message]) -> Snippet {
        for message in messages {
            if let snippet = snippet(in: message.body, isNote: message.isInternal) { return snippet }
        }
        return snippet(in: title, isNote: false)
            ?? Snippet(pieces: [.init(text: start(of: messages.first?.body ?? ""))])
    }

    /// The same of texts without authors: the first that holds a word.
    package func best(title: String, texts: [String]) -> Snippet {
        for text in texts {
            if let snippet = snippet(in: text, isNote: false) { return snippet }
        }
        return snippet(in: title, isNote: false) ?? Snippet(pieces: [.init(text: start(of: texts.first ?? title))])
    }

    private func start(of body: String) -> String {
        let line = Self.oneLine(body)
        return line.count > width * 2 ? String(line.prefix(width * 2)) + "…" : line
    }

    private func snippet(in body: String, isNote: Bool) -> Snippet? {
        let text = Array(Self.oneLine(body))
        // Folding may change how many characters there are; then hits are found where the folded text has them.
        let plain = text.map { folded(String($0)) }
        let hits = words.compactMap { Self.find($0, in: plain) }
        guard let first = hits.min(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
        let shown = max(0, first.lowerBound - width)..<min(text.count, first.upperBound + width)
        return Snippet(pieces: pieces(of: text, plain, in: shown), isNote: isNote)
    }

    private func pieces(of text: [Character], _ plain: [String], in shown: Range<Int>) -> [Snippet.Piece] {
        var pieces: [Snippet.Piece] = shown.lowerBound > 0 ? [.init(text: "…")] : []
        var place = shown.lowerBound
        while place < shown.upperBound {
            let next = words.compactMap { Self.find($0, in: plain, from: place) }.min { $0.lowerBound < $1.lowerBound }
            guard let next, next.upperBound <= shown.upperBound else { break }
            pieces.append(.init(text: joined(text[place..<next.lowerBound])))
            pieces.append(.init(text: joined(text[next]), isHit: true))
            place = next.upperBound
        }
        pieces.append(.init(text: joined(text[place..<shown.upperBound])))
        if shown.upperBound < text.count { pieces.append(.init(text: "…")) }
        return pieces.filter { !$0.text.isEmpty }
    }

    // `String` takes characters out of anything that holds them: the first call looks for what the slice conforms to.
    private func joined(_ characters: ArraySlice<Character>) -> String {
        var text = ""
        for character in characters { text.append(character) }
        return text
    }

    /// Where the folded characters, joined, hold the word.
    private static func find(_ word: String, in plain: [String], from start: Int = 0) -> Range<Int>? {
        for place in start..<max(start, plain.count) {
            var end = place
            var rest = word[...]
            while end < plain.count, !rest.isEmpty, rest.hasPrefix(plain[end]), !plain[end].isEmpty {
                rest = rest.dropFirst(plain[end].count)
                end += 1
            }
            // A character may fold to more than is left of the word.
            if rest.isEmpty || (end < plain.count && end > place && plain[end].hasPrefix(rest)) {
                return place..<(rest.isEmpty ? end : end + 1)
            }
        }
        return nil
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { String($0) }.joined(by: " ")
    }
}

/// A piece of a ticket's text with the hits told apart.
package struct Snippet: Equatable, Sendable {
    package struct Piece: Equatable, Sendable {
        package var text: String
        package var isHit = false
    }

    package var pieces: [Piece]
    package var isNote = false

    /// The text with marks around hits.
    package func marked(_ marks: SnippetMarks) -> String {
        pieces.map { $0.isHit ? marks.before + $0.text + marks.after : $0.text }.joined(by: "")
    }
}

/// What stands around a hit.
package struct SnippetMarks: Sendable {
    package var before: String
    package var after: String

    package static let plain = SnippetMarks(before: "**", after: "**")
}
