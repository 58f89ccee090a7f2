/// How surely a line shows a signature, surest first.
package enum MatchGrade: Int, Comparable, CaseIterable, Sendable {
    case exact = 1
    /// Letters of another case.
    case otherCase
    /// As a part of a longer name.
    case insideLonger

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Looks for one signature in one line: plainly, for samples and as the measure of the quick matcher.
package enum SignatureMatching {
    /// So many bytes may stand between two parts.
    package static let longestGap = 256
    /// So far from a code its word may stand.
    package static let contextReach = 32

    package static func grade(_ signature: SignatureDraft, in line: String) -> MatchGrade? {
        grade(signature, in: Array(line.utf8))
    }

    package static func grade(_ signature: SignatureDraft, in line: [UInt8]) -> MatchGrade? {
        switch signature.kind {
        case .identifier: identifier(Array(signature.text.utf8), line)
        case .message: message(signature.segments, line) ? .exact : nil
        case .code: code(Array(signature.text.utf8), signature.context, line) ? .exact : nil
        }
    }

    private static func identifier(_ name: [UInt8], _ line: [UInt8]) -> MatchGrade? {
        let small = name.map(small)
        var best: MatchGrade?
        for at in places(of: small, in: line.map(Self.small)) {
            let end = at + name.count
            let isWhole = (at == 0 || !isWord(line[at - 1])) && (end == line.count || !isWord(line[end]))
            let grade: MatchGrade = !isWhole ? .insideLonger : Array(line[at..<end]) == name ? .exact : .otherCase
            best = min(best ?? grade, grade)
        }
        return best
    }

    /// Parts in order; runs of blanks are one blank, and all quotation marks are alike.
    private static func message(_ segments: [String], _ line: [UInt8]) -> Bool {
        let text = normalized(line)
        let parts = segments.map { normalized(Array($0.utf8)) }
        guard let first = parts.first else { return false }
        return places(of: first, in: text).contains { follows(parts.dropFirst(), after: $0 + first.count, in: text) }
    }

    private static func follows(_ parts: ArraySlice<[UInt8]>, after end: Int, in text: [UInt8]) -> Bool {
        guard let part = parts.first else { return true }
        let reach = text[end...].prefix(longestGap + part.count)
        return places(of: part, in: Array(reach)).contains {
            follows(parts.dropFirst(), after: end + $0 + part.count, in: text)
        }
    }

    private static func code(_ code: [UInt8], _ context: [String], _ line: [UInt8]) -> Bool {
        places(of: code, in: line).contains { at in
            let end = at + code.count
            guard at == 0 || !isWord(line[at - 1]), end == line.count || !isWord(line[end]) else { return false }
            let before = Array(line[max(0, at - contextReach)..<at]).map(small)
            return context.contains { !places(of: Array($0.utf8).map(small), in: before).isEmpty }
        }
    }

    // MARK: Bytes

    private static func places(of word: [UInt8], in text: [UInt8]) -> [Int] {
        guard !word.isEmpty, text.count >= word.count else { return [] }
        return (0...(text.count - word.count)).filter { at in
            text[at] == word[0] && text[at..<at + word.count].elementsEqual(word)
        }
    }

    private static func small(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

    package static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0x5F
    }

    /// Blanks made one, and every quotation mark `'`.
    package static func normalized(_ line: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(line.count)
        var at = 0
        while at < line.count {
            let byte = line[at]
            if byte == 0x20 || byte == 0x09 {
                if text.last != 0x20 { text.append(0x20) }
            } else if byte == 0x22 || byte == 0x60 {
                text.append(0x27)
            } else if byte == 0xE2, at + 2 < line.count, line[at + 1] == 0x80, (0x98...0x9D).contains(line[at + 2]) {
                text.append(0x27)
                at += 2
            } else {
                text.append(byte)
            }
            at += 1
        }
        return text
    }
}

extension MatchGrade {
    package var name: String {
        switch self {
        case .exact: "exact"
        case .otherCase: "other-case"
        case .insideLonger: "inside-longer"
        }
    }
}
