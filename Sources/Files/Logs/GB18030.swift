/// Reads GB18030, of which GBK and GB2312 are parts.
enum GB18030 {
    private static let trails = 190

    /// By first and second byte.
    static func table() -> [UInt16] {
        var table: [UInt16] = []
        table.reserveCapacity(126 * trails)
        for row in GB18030Table.rows { table += row.description.unicodeScalars.map { UInt16($0.value) } }
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
            let second = bytes[at + 1]
            if (0x30...0x39).contains(second), first != 0x80, first != 0xFF {
                guard at + 3 < bytes.count else { break }
                out += String(fourBytes(bytes, at)).utf8
                at += 4
            } else if let scalar = scalar(first, second, table) {
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
        guard first >= 0x81, first <= 0xFE, second >= 0x40, second <= 0xFE, second != 0x7F else { return nil }
        let place = Int(first - 0x81) * trails + Int(second) - (second > 0x7F ? 0x41 : 0x40)
        return Unicode.Scalar(table[place])
    }

    /// Characters beyond the first 65,536 follow one another; those before stand in runs.
    private static func fourBytes(_ bytes: [UInt8], _ at: Int) -> Unicode.Scalar {
        let (third, fourth) = (bytes[at + 2], bytes[at + 3])
        guard (0x81...0xFE).contains(third), (0x30...0x39).contains(fourth) else { return "\u{FFFD}" }
        let number =
            ((Int(bytes[at]) - 0x81) * 10 + Int(bytes[at + 1]) - 0x30) * 1_260 + (Int(third) - 0x81) * 10
            + Int(fourth) - 0x30
        if bytes[at] >= 0x90 { return Unicode.Scalar(UInt32(0x10000 + number - 189_000)) ?? "\u{FFFD}" }
        guard let run = run(of: number) else { return "\u{FFFD}" }
        return Unicode.Scalar(UInt32(Int(run.scalar) + number - Int(run.number))) ?? "\u{FFFD}"
    }

    /// The last run that begins at or before a number; nil behind the last character.
    private static func run(of number: Int) -> (number: UInt16, scalar: UInt16)? {
        guard number < 39_420 else { return nil }
        var (low, high) = (0, GB18030Runs.starts.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(GB18030Runs.starts[middle].number) <= number { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? GB18030Runs.starts[low - 1] : nil
    }

    /// Whether bytes that are no UTF-8 are likely GB18030: nearly all that is not ASCII are pairs that it has.
    static func reads(_ bytes: ArraySlice<UInt8>) -> Bool {
        var pairs = 0
        var faults = 0
        var at = bytes.startIndex
        while at + 1 < bytes.endIndex {
            if bytes[at] < 0x80 {
                at += 1
            } else if bytes[at] >= 0xA1, bytes[at] <= 0xFE, bytes[at + 1] >= 0xA1, bytes[at + 1] <= 0xFE {
                pairs += 1
                at += 2
            } else {
                faults += 1
                at += 1
            }
        }
        return pairs >= 2 && faults * 20 <= pairs
    }
}
