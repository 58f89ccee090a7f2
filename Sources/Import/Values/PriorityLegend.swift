import Workflow

/// What a file itself says that `P1`, `S2` … stand for, such as `P1 = medium, P2 = low` above its tickets.
enum PriorityLegend {
    /// - Returns: the codes, folded; empty where fewer than two of them are told, and none is P0.
    static func find(in bytes: Bytes, _ ranges: [Range<Int>]) -> [String: Priority] {
        var found: [String: Priority] = [:]
        for range in ranges {
            bytes.eachLine(from: range.lowerBound, to: range.upperBound) { line, _ in read(line.text, in: bytes, &found)
            }
        }
        if found.count >= 2 { return found }
        return usesZero(in: bytes) ? fromZero : [:]
    }

    /// Who begins with P0 has five steps, and P2 is the middle one.
    private static let fromZero: [String: Priority] = [
        "p0": .urgent, "p1": .high, "p2": .normal, "p3": .low, "p4": .low,
    ]

    private static func usesZero(in bytes: Bytes) -> Bool {
        var from = 0
        while let at = bytes.first("P0", in: from..<bytes.count) {
            from = at + 2
            if (at == 0 || !isWordByte(bytes[at - 1])) && (from == bytes.count || !isWordByte(bytes[from])) {
                return true
            }
        }
        return false
    }

    /// The code that a value begins with: `p1` of `P1 (asap)`.
    static func code(of words: String) -> String? {
        let start = words.drop { !$0.isLetter && !$0.isNumber }
        let code = start.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return isCode(code.utf8) ? folded(String(code)) : nil
    }

    static func isCode(_ word: String) -> Bool { isCode(word.utf8) }

    private static func isCode(_ bytes: some Collection<UInt8>) -> Bool {
        guard bytes.count == 2, let first = bytes.first, let last = bytes.dropFirst().first else { return false }
        return [0x50, 0x53, 0x70, 0x73].contains(first) && last.isDigit
    }

    private static func read(_ text: Range<Int>, in bytes: Bytes, _ found: inout [String: Priority]) {
        var at = text.lowerBound
        while at + 2 <= text.upperBound {
            let isWord =
                (at == text.lowerBound || !isWordByte(bytes[at - 1])) && isCode(bytes[at..<at + 2])
                && (at + 2 == text.upperBound || !isWordByte(bytes[at + 2]))
            guard isWord else {
                at += 1
                continue
            }
            let code = folded(bytes.text(at..<at + 2))
            at += 2
            guard let words = meaning(from: at, until: text.upperBound, in: bytes),
                let priority = PriorityTable.priority(of: bytes.text(words))
            else { continue }
            found[code] = found[code] ?? priority
            at = words.upperBound
        }
    }

    /// What stands behind the sign that says "means", up to a stop.
    private static func meaning(from start: Int, until end: Int, in bytes: Bytes) -> Range<Int>? {
        var at = start
        var saysMeans = false
        while at < end {
            if let sign = signs.first(where: { bytes.has($0, at: at, limit: end) }) {
                at += sign.utf8CodeUnitCount
                saysMeans = true
            } else if [0x20, 0x2A, 0x60, 0x09].contains(bytes[at]) {
                at += 1
            } else {
                break
            }
        }
        guard saysMeans else { return nil }
        var stop = at
        let limit = min(end, at + longestMeaning)
        while stop < limit, !stops.contains(where: { bytes.has($0, at: stop, limit: end) }) { stop += 1 }
        // A sentence is no meaning, and is not looked at again for each code in it.
        guard stop < limit || limit == end else { return nil }
        let words = bytes.trimmed(at..<stop)
        return words.isEmpty ? nil : words
    }

    private static let longestMeaning = 80
    private static let signs: [StaticString] = ["=", ":", "：", "-", "–", "—", "|", "→", "（", "("]
    private static let stops: [StaticString] = [
        ",", ";", "，", "；", "、", "/", "|", ")", "）", " - ", " – ", " — ", ": ", "：", "。",
    ]

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte.isDigit || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
    }
}
