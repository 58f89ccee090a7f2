import Storage
import Testing
import Workflow

struct SearchPropertyTests {
    /// What FTS5 does with the phrase: its tokens stand in the row one after another, the last one perhaps begun only.
    private func isHit(_ phrase: SearchPhrase, in row: [Substring]) -> Bool {
        let wanted = phrase.tokens.split(separator: " ")
        guard wanted.count <= row.count else { return false }
        return (0...(row.count - wanted.count)).contains { start in
            wanted.indices.allSatisfy { index in
                let isPrefix = phrase.endsInPrefix && index == wanted.count - 1
                return isPrefix
                    ? row[start + index].hasPrefix(wanted[index]) : row[start + index] == wanted[index]
            }
        }
    }

    private func pick<Choices: RandomAccessCollection>(
        _ choices: Choices, _ numbers: inout SeededNumbers
    ) -> Choices.Element {
        choices[choices.index(choices.startIndex, offsetBy: Int.random(in: 0..<choices.count, using: &numbers))]
    }

    @Test func `SE-02 pieces without punctuation hit exactly where plain substring search does`() {
        var numbers = SeededNumbers(state: 3)
        // Few letters, so that pieces meet; a Latin word is only ever asked for whole, as the words differ at once.
        let atoms = ["域", "名", "证", "书", "ＳＳＬ", "Key", "7", "42", " ", "　", "😀", "+", "𠀀", "Кот"]
        let marks = ["。", "，", "_", "\n", "."]
        for _ in 0..<3_000 {
            let text = (0..<12).map { _ in pick(atoms + marks, &numbers) }.joined()
            let piece = (0..<pick(1...4, &numbers)).map { _ in pick(atoms, &numbers) }.joined()
            guard let phrase = SearchPhrase(piece) else { continue }
            let isSubstring = isPlainHit(piece, in: text)
            guard isHit(phrase, in: SearchTokens.line([text]).split(separator: " ")) == isSubstring else {
                Issue.record("\(piece.debugDescription) in \(text.debugDescription): plain search says \(isSubstring)")
                return
            }
        }
    }

    /// Plain search on folded text where words are whole at the front: what stands before a hit that begins with a
    /// letter must not be a letter, and the same for digits.
    private func isPlainHit(_ piece: String, in text: String) -> Bool {
        let wanted = Array(folded(piece).unicodeScalars)
        let row = Array(foldedLines(text).unicodeScalars)
        guard let first = wanted.first, wanted.count <= row.count else { return false }
        return (0...(row.count - wanted.count)).contains { start in
            guard row[start..<(start + wanted.count)].elementsEqual(wanted) else { return false }
            return start == 0 || !continues(first, after: row[start - 1])
        }
    }

    private func continues(_ scalar: Unicode.Scalar, after before: Unicode.Scalar) -> Bool {
        func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isCased }
        func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }
        return isLetter(scalar) && isLetter(before) || isDigit(scalar) && isDigit(before)
    }

    /// Folds each line by itself, so that line ends stay apart from spaces.
    private func foldedLines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { folded(String($0)) }.joined(separator: "\n")
    }

    @Test func `SE-02 every piece cut out of a text finds it, punctuation and all`() {
        var numbers = SeededNumbers(state: 4)
        let atoms = [
            "域", "名", "证", "书", "ssl", "key", "7", " ", " ", "。", "，", "_", "\n", "-", "/", "“", "😀", "|", "$", "ü",
            "か\u{3099}",
            "①", "\u{0}", "\t",
        ]
        for _ in 0..<3_000 {
            let parts = (0..<14).map { _ in pick(atoms, &numbers) }
            let from = pick(0..<13, &numbers)
            let to = pick((from + 1)...14, &numbers)
            // The piece begins at a word's beginning and ends anywhere.
            let letters: Set<String> = ["ssl", "key", "ü"]
            let digits: Set<String> = ["7", "①"]
            if from > 0 {
                let isInside =
                    letters.contains(parts[from]) && letters.contains(parts[from - 1])
                    || digits.contains(parts[from]) && digits.contains(parts[from - 1])
                if isInside { continue }
            }
            guard let phrase = SearchPhrase(parts[from..<to].joined()) else { continue }
            guard isHit(phrase, in: SearchTokens.line([parts.joined()]).split(separator: " ")) else {
                Issue.record("\(parts[from..<to]) is not found in \(parts)")
                return
            }
        }
    }

    @Test func `spaces that matter are kept apart`() throws {
        let joined = SearchTokens.line(["域名证书"]).split(separator: " ")
        let apart = SearchTokens.line(["域名 证书"]).split(separator: " ")
        #expect(isHit(try #require(SearchPhrase("域名证书")), in: joined))
        #expect(!isHit(try #require(SearchPhrase("域名证书")), in: apart))
        #expect(!isHit(try #require(SearchPhrase("域名 证书")), in: joined))
        #expect(isHit(try #require(SearchPhrase("域名 证书")), in: apart))
    }
}
