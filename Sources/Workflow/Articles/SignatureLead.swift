/// How a signature begins, as a number that an index finds: its first eight bytes in small letters, blanks and quotation marks
/// made alike, zeros behind where it is shorter.
///
/// A text can only show a signature whose lead is among the text's.
package enum SignatureLead {
    private static let width = 8

    /// - Returns: 0 for a signature without a byte; no text has that lead.
    package static func of(_ segments: [String]) -> Int64 {
        let first = segments.lazy.map(bytes).first { !$0.isEmpty } ?? []
        return number(first.prefix(width))
    }

    /// All leads of a text, those of shorter signatures with them.
    /// - Returns: nil where the text is too long to be asked in this way, or holds escapes, behind which other bytes stand.
    package static func all(in text: String) -> Set<Int64>? {
        guard text.utf8.count <= longest, !text.utf8.contains(where: { $0 == 0x5C || $0 == 0x1B || $0 == 0 }) else {
            return nil
        }
        let text = bytes(text)
        var leads: Set<Int64> = []
        for start in text.indices {
            for end in start + 1..<min(text.count, start + width) + 1 { leads.insert(number(text[start..<end])) }
        }
        return leads
    }

    private static let longest = 4_000

    private static func bytes(_ text: String) -> [UInt8] {
        SignatureMatching.normalized(Array(text.utf8)).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int64 {
        var bits = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        bits <<= UInt64(8 * (width - bytes.count))
        return Int64(bitPattern: bits)
    }
}
