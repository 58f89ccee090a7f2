/// `[ ] Open [x] Closed`: of several values the one that is ticked.
enum CheckedBox {
    private static let checked: [StaticString] = ["[x]", "[X]", "☑", "✅"]
    private static let open: [StaticString] = ["[ ]", "[]", "☐", "⬜"]

    /// The words themselves, where there is no choice.
    static func chosen(in words: String) -> String {
        // Nearly no value has one.
        guard words.utf8.contains(where: { $0 == 0x5B || $0 == 0xE2 }) else { return words }
        var copy = words
        return copy.withUTF8 { buffer in
            let bytes = Bytes(rebasing: buffer[...])
            let all = 0..<bytes.count
            guard open.contains(where: { bytes.first($0, in: all) != nil }) else { return words }
            let starts = checked.compactMap { box in bytes.first(box, in: all).map { $0 + box.utf8CodeUnitCount } }
            guard let start = starts.min() else { return words }
            let end = open.compactMap { bytes.first($0, in: start..<all.upperBound) }.min() ?? all.upperBound
            return bytes.text(bytes.trimmed(start..<end))
        }
    }
}
