/// Makes a signature of a text out of a guide: places that vary from case to case become gaps.
package enum SignatureText {
    /// The literal parts, in order; none where too little is left to look for.
    package static func segments(of text: String) -> [String] {
        var segments: [String] = []
        var literal: [UInt8] = []
        let bytes = Array(text.utf8)
        var at = 0
        while at < bytes.count {
            if let end = gapEnd(bytes, at) {
                close(&literal, &segments)
                at = end
            } else {
                literal.append(bytes[at])
                at += 1
            }
        }
        close(&literal, &segments)
        return segments.reduce(0) { $0 + $1.utf8.count } >= fewestBytes ? segments : []
    }

    /// Fewer bytes would be found everywhere.
    package static let fewestBytes = 6

    private static func close(_ literal: inout [UInt8], _ segments: inout [String]) {
        let text = String(decoding: literal, as: UTF8.self)
        literal = []
        let bare = segments.isEmpty ? text.droppingBlanks : text
        if bare.utf8.contains(where: { $0 > 0x20 }) { segments.append(bare) }
    }

    /// Where a place that varies ends that starts here.
    private static func gapEnd(_ bytes: [UInt8], _ at: Int) -> Int? {
        switch bytes[at] {
        case 0x3C: return bracketEnd(bytes, at, closing: 0x3E)
        case 0x7B: return bracketEnd(bytes, at, closing: 0x7D)
        case 0x25: return formatEnd(bytes, at)
        case 0x2A, 0x2E: return runEnd(bytes, at, least: 3)
        case 0x78, 0x58:
            return isBoundary(bytes, at) ? runEnd(bytes, at, least: 3).flatMap { isEnd(bytes, $0) ? $0 : nil } : nil
        case 0x27, 0x22: return nil
        case 0xE2: return bytes[at...].starts(with: "…".utf8) ? at + 3 : nil
        case 0x30...0x39: return isBoundary(bytes, at) ? numberEnd(bytes, at) : nil
        default: return isBoundary(bytes, at) ? quotedEnd(bytes, at) : nil
        }
    }

    /// `<cluster ID>`, `{{name}}`: short, on one line, and words.
    private static func bracketEnd(_ bytes: [UInt8], _ at: Int, closing: UInt8) -> Int? {
        guard let close = bytes[at...].prefix(48).firstIndex(of: closing), close > at + 1 else { return nil }
        let inside = bytes[(at + 1)..<close]
        guard !inside.contains(0x0A), !inside.contains(0x3A), !inside.contains(0x22) else { return nil }
        var end = close + 1
        while end < bytes.count, bytes[end] == closing { end += 1 }
        return end
    }

    private static func formatEnd(_ bytes: [UInt8], _ at: Int) -> Int? {
        guard at + 1 < bytes.count, [0x73, 0x64, 0x76, 0x75, 0x78, 0x40, 0x71].contains(bytes[at + 1]) else {
            return nil
        }
        return at + 2
    }

    private static func runEnd(_ bytes: [UInt8], _ at: Int, least: Int) -> Int? {
        var end = at
        while end < bytes.count, bytes[end] == bytes[at] { end += 1 }
        return end - at >= least ? end : nil
    }

    /// An address, a long number or a moment varies; `500` and `8.0` belong to the message.
    private static func numberEnd(_ bytes: [UInt8], _ at: Int) -> Int? {
        var end = at
        var digits = 0
        var points = 0
        while end < bytes.count,
            isWord(bytes[end])
                || (bytes[end] == 0x2E || bytes[end] == 0x2D || bytes[end] == 0x3A) && end + 1 < bytes.count
                    && isWord(bytes[end + 1])
        {
            if bytes[end] >= 0x30 && bytes[end] <= 0x39 { digits += 1 }
            if bytes[end] == 0x2E { points += 1 }
            end += 1
        }
        let isHex = bytes[at..<end].starts(with: [0x30, 0x78]) && end - at > 4
        return digits >= 6 || points == 3 && digits >= 4 || isHex ? end : nil
    }

    /// What stands in `'live_user'`: the name varies, its quotes do not. A sentence in quotes is kept.
    private static func quotedEnd(_ bytes: [UInt8], _ at: Int) -> Int? {
        guard at > 0, bytes[at - 1] == 0x27 || bytes[at - 1] == 0x22 else { return nil }
        let quote = bytes[at - 1]
        guard at < 2 || !isWord(bytes[at - 2]) else { return nil }
        guard let close = bytes[at...].prefix(64).firstIndex(of: quote), close > at else { return nil }
        return bytes[at..<close].contains(0x20) ? nil : close
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0x5F
    }

    private static func isBoundary(_ bytes: [UInt8], _ at: Int) -> Bool { at == 0 || !isWord(bytes[at - 1]) }
    private static func isEnd(_ bytes: [UInt8], _ at: Int) -> Bool { at >= bytes.count || !isWord(bytes[at]) }
}

extension String {
    fileprivate var droppingBlanks: String {
        var text = self[...]
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        return String(text)
    }
}
