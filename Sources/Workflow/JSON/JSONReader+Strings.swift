/// Strings: plain runs are taken in one piece, escapes are resolved one by one.
extension JSONReader {
    /// Reads a string; `position` stands on its opening quote.
    mutating func readString() throws(JSONError) -> String {
        let start = position
        position += 1
        let plainStart = position
        skipPlain()
        if try peek() == UInt8(ascii: "\"") {
            defer { position += 1 }
            return try text(bytes[plainStart..<position], startingAt: start)
        }
        var collected = Array(bytes[plainStart..<position])
        while try peek() != UInt8(ascii: "\"") { try readPiece(into: &collected) }
        position += 1
        return try text(collected[...], startingAt: start)
    }

    private func text(_ bytes: ArraySlice<UInt8>, startingAt start: Int) throws(JSONError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw JSONError(.badUTF8, at: start) }
        return text
    }

    private mutating func skipPlain() {
        let end = bytes.count
        while position < end {
            let byte = bytes[position]
            if byte == 0x22 || byte == 0x5C || byte < 0x20 { return }
            position += 1
        }
    }

    private mutating func readPiece(into collected: inout [UInt8]) throws(JSONError) {
        switch try peek() {
        case UInt8(ascii: "\\"): try readEscape(into: &collected)
        case 0..<0x20: throw JSONError(.controlCharacterInString, at: position)
        default:
            let start = position
            skipPlain()
            collected.append(contentsOf: bytes[start..<position])
        }
    }

    private mutating func readEscape(into collected: inout [UInt8]) throws(JSONError) {
        let start = position
        position += 1
        let letter = try peek()
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): collected.append(letter)
        case UInt8(ascii: "b"): collected.append(0x08)
        case UInt8(ascii: "f"): collected.append(0x0C)
        case UInt8(ascii: "n"): collected.append(0x0A)
        case UInt8(ascii: "r"): collected.append(0x0D)
        case UInt8(ascii: "t"): collected.append(0x09)
        case UInt8(ascii: "u"): try readCodeUnit(of: start, into: &collected)
        default: throw JSONError(.badEscape, at: start)
        }
    }

    private mutating func readCodeUnit(of start: Int, into collected: inout [UInt8]) throws(JSONError) {
        let first = try readHexadecimal(of: start)
        var code = UInt32(first)
        if UTF16.isLeadSurrogate(first), let trail = try takeTrailSurrogate() {
            code = 0x10000 + (UInt32(first & 0x3FF) << 10) + UInt32(trail & 0x3FF)
        }
        if Unicode.Scalar(code) == nil { replacedSurrogates += 1 }
        collected.append(contentsOf: String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
    }

    /// The `\uDC00`…`\uDFFF` that follows; anything else is left to be read by itself.
    private mutating func takeTrailSurrogate() throws(JSONError) -> UInt16? {
        let start = position
        guard start + 1 < bytes.count, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u") else {
            return nil
        }
        position += 2
        let unit = try readHexadecimal(of: start)
        if UTF16.isTrailSurrogate(unit) { return unit }
        position = start
        return nil
    }

    private mutating func readHexadecimal(of start: Int) throws(JSONError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = Self.hexadecimalDigit(try peek()) else { throw JSONError(.badEscape, at: start) }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }

    private static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
