/// Reads Big5, in which Chinese is written where characters are traditional.
enum Big5 {
    private static let trails = 157

    /// By first and second byte.
    static func table() -> [UInt16] {
        var table: [UInt16] = []
        table.reserveCapacity(89 * trails)
        for row in Big5Table.rows { table += row.description.unicodeScalars.map { UInt16($0.value) } }
        return table
    }

    /// - Returns: UTF-8, and how many of the bytes it is of; at the end half a character may be left.
    static func decode(_ bytes: [UInt8], _ table: [UInt16]) -> (text: [UInt8], used: Int) {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count * 3 / 2)
        var at = 0
        while at < bytes.count {
            let first = bytes[at]
            if first < 0x80 {
                out.append(first)
                at += 1
                continue
            }
            guard at + 1 < bytes.count else { break }
            if let scalar = scalar(first, bytes[at + 1], table) {
                out += String(scalar).utf8
                at += 2
            } else {
                out += "\u{FFFD}".utf8
                at += 1
            }
        }
        return (out, at)
    }

    private static func scalar(_ first: UInt8, _ second: UInt8, _ table: [UInt16]) -> Unicode.Scalar? {
        guard (0xA1...0xF9).contains(first) else { return nil }
        let trail: Int
        switch second {
        case 0x40...0x7E: trail = Int(second) - 0x40
        case 0xA1...0xFE: trail = Int(second) - 0xA1 + 63
        default: return nil
        }
        return Unicode.Scalar(table[Int(first - 0xA1) * trails + trail])
    }

    /// Whether bytes that are no UTF-8 are likelier Big5 than GB18030: all that is not ASCII are pairs that it has, and many of them
    /// end in a byte that no common character of GB18030 ends in.
    static func reads(_ bytes: ArraySlice<UInt8>) -> Bool {
        var (pairs, low, faults) = (0, 0, 0)
        var at = bytes.startIndex
        while at < bytes.endIndex {
            if bytes[at] < 0x80 {
                at += 1
                continue
            }
            guard at + 1 < bytes.endIndex else { break }
            let (first, second) = (bytes[at], bytes[at + 1])
            let isPair =
                (0xA1...0xF9).contains(first) && ((0x40...0x7E).contains(second) || (0xA1...0xFE).contains(second))
            pairs += isPair ? 1 : 0
            low += isPair && second < 0x7F ? 1 : 0
            faults += isPair ? 0 : 1
            at += isPair ? 2 : 1
        }
        return pairs > 0 && faults * 50 <= pairs && low * 10 > pairs
    }
}
