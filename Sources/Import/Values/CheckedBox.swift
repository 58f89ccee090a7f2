/// `[ ] Open [x] Closed`: of several values the one that is ticked.
enum CheckedBox {
    private static let checked = ["[x]", "[X]", "☑", "✅"]
    private static let open = ["[ ]", "[]", "☐", "⬜"]

    /// The words themselves, where there is no choice.
    static func chosen(in words: String) -> String {
        // Nearly no value has one.
        guard words.utf8.contains(where: { $0 == 0x5B || $0 == 0xE2 }), open.contains(where: words.contains),
            let box = checked.first(where: words.contains),
            let start = words.firstRange(of: box)?.upperBound
        else { return words }
        let rest = words[start...]
        let ends = open.compactMap { rest.firstRange(of: $0)?.lowerBound }
        return String(rest[..<(ends.min() ?? rest.endIndex)].trimmingBlanks)
    }
}
