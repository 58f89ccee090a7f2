/// The marker of a list item at column 0: `- `, `* `, `+ `, `• `, `1. `, `1、`, `1) `, `（1）`, `①`.
struct ListMark {
    enum Kind: Equatable { case bullet, number }

    let kind: Kind
    let number: Int
    /// Where the item's text starts.
    let content: Int

    init?(_ line: TextLine, in bytes: Bytes) {
        guard line.start < line.end else { return nil }
        if let end = ListMark.bulletEnd(at: line.start, limit: line.end, in: bytes) {
            self.init(kind: .bullet, number: 0, content: end)
        } else if let found = ListMark.numberEnd(at: line.start, limit: line.end, in: bytes) {
            self.init(kind: .number, number: found.number, content: found.end)
        } else {
            return nil
        }
    }

    private init(kind: Kind, number: Int, content: Int) {
        self.kind = kind
        self.number = number
        self.content = content
    }

    /// Where the text behind a list marker or a quotation mark starts, when one stands at `start`.
    static func end(at start: Int, limit: Int, in bytes: Bytes) -> Int? {
        if start < limit, bytes[start] == 0x3E { return bytes.skippingBlanks(start + 1, limit: limit) }
        return bulletEnd(at: start, limit: limit, in: bytes) ?? numberEnd(at: start, limit: limit, in: bytes)?.end
    }

    @inline(__always)
    private static func bulletEnd(at start: Int, limit: Int, in bytes: Bytes) -> Int? {
        guard start < limit else { return nil }
        switch bytes[start] {
        case 0x2D, 0x2A, 0x2B:
            guard start + 1 == limit || bytes[start + 1] == 0x20 || bytes[start + 1] == 0x09 else { return nil }
            return bytes.skippingBlanks(start + 1, limit: limit)
        case 0xE2:
            let isBullet = bytes.has("•", at: start, limit: limit) || bytes.has("●", at: start, limit: limit)
            return isBullet ? bytes.skippingBlanks(start + 3, limit: limit) : nil
        case 0xC2:
            return bytes.has("·", at: start, limit: limit) ? bytes.skippingBlanks(start + 2, limit: limit) : nil
        default: return nil
        }
    }

    private static func numberEnd(at start: Int, limit: Int, in bytes: Bytes) -> (number: Int, end: Int)? {
        guard start < limit else { return nil }
        if bytes[start] == 0xE2 { return circled(at: start, limit: limit, in: bytes) }
        guard bytes[start].isDigit || bytes[start] == 0x28 || bytes[start] == 0xEF else { return nil }
        guard let ordinal = Ordinal.plain(in: bytes, start..<limit), !ordinal.isChinese else { return nil }
        return (ordinal.number, ordinal.end)
    }

    /// ① … ⑳
    private static func circled(at start: Int, limit: Int, in bytes: Bytes) -> (number: Int, end: Int)? {
        guard start + 3 <= limit, bytes[start + 1] == 0x91, (0xA0...0xB3).contains(bytes[start + 2]) else { return nil }
        return (Int(bytes[start + 2]) - 0x9F, bytes.skippingBlanks(start + 3, limit: limit))
    }
}
