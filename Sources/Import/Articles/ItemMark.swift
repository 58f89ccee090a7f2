/// The mark before an item: `- `, `* `, `+ `, `1. `, `1.`, `1、`, `1)`, `（1）`, `①`.
struct ItemMark {
    let isNumbered: Bool
    /// Behind the mark and its blanks.
    let end: Int

    init?(at start: Int, limit: Int, in bytes: Bytes) {
        switch bytes[start] {
        case 0x2D, 0x2A, 0x2B:
            guard start + 1 < limit, bytes[start + 1] == 0x20 || bytes[start + 1] == 0x09 else { return nil }
            self.init(isNumbered: false, end: bytes.skippingBlanks(start + 1, limit: limit))
        case 0x30...0x39:
            guard let end = ItemMark.numberEnd(at: start, limit: limit, in: bytes) else { return nil }
            self.init(isNumbered: true, end: end)
        case 0xE2, 0xC2, 0xEF, 0x28:
            guard let end = ListMark.end(at: start, limit: limit, in: bytes), end > start,
                !ItemMark.countsWithin(start..<limit, in: bytes)
            else { return nil }
            self.init(isNumbered: bytes[start] != 0xC2, end: end)
        default: return nil
        }
    }

    private init(isNumbered: Bool, end: Int) {
        self.isNumbered = isNumbered
        self.end = end
    }

    /// `① x；② y`: they count what stands in one sentence.
    private static func countsWithin(_ line: Range<Int>, in bytes: Bytes) -> Bool {
        let circled: StaticString = "\u{2460}"
        func isCircled(_ at: Int) -> Bool {
            at + 3 <= line.upperBound && bytes[at] == circled.utf8Start[0] && bytes[at + 1] == circled.utf8Start[1]
        }
        return isCircled(line.lowerBound) && line.dropFirst(3).contains(where: isCircled)
    }

    /// `1. x`, `1.x`, `1) x`, `1、x`; not `1.2`, `10.0.0.1` and `1)` within a sentence.
    private static func numberEnd(at start: Int, limit: Int, in bytes: Bytes) -> Int? {
        var at = start
        while at < limit, bytes[at].isDigit { at += 1 }
        guard at - start <= 3, at < limit else { return nil }
        if bytes.has("、", at: at, limit: limit) || bytes.has("．", at: at, limit: limit) {
            return bytes.skippingBlanks(at + 3, limit: limit)
        }
        guard bytes[at] == 0x2E || bytes[at] == 0x29 else { return nil }
        at += 1
        guard at < limit else { return nil }
        if bytes[at] == 0x20 || bytes[at] == 0x09 { return bytes.skippingBlanks(at, limit: limit) }
        // Without a blank only a Chinese text follows: "1.5" and "1.txt" are no items.
        return bytes[at] >= 0xE3 ? at : nil
    }
}
