/// Numbers: whole ones that fit in 64 bits are kept exactly.
extension JSONReader {
    mutating func readNumber() throws(JSONError) -> JSONValue {
        let start = position
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        try skipWholePart(of: start)
        let isWhole = try !skipFraction(of: start)
        let hasExponent = try skipExponent(of: start)
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        // Minus zero is a double: as a whole number it would lose its sign.
        if isWhole, !hasExponent, text != "-0", let number = Int64(text) { return .integer(number) }
        guard let number = Double(text), number.isFinite else { throw JSONError(.numberOutOfRange, at: start) }
        return .double(number)
    }

    private mutating func skipWholePart(of start: Int) throws(JSONError) {
        let digits = position
        try skipDigits(of: start)
        if bytes[digits] == UInt8(ascii: "0"), position > digits + 1 { throw JSONError(.badNumber, at: start) }
    }

    private mutating func skipFraction(of start: Int) throws(JSONError) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: ".") else { return false }
        position += 1
        try skipDigits(of: start)
        return true
    }

    private mutating func skipExponent(of start: Int) throws(JSONError) -> Bool {
        guard position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") else { return false }
        position += 1
        if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
            position += 1
        }
        try skipDigits(of: start)
        return true
    }

    /// At least one digit.
    private mutating func skipDigits(of start: Int) throws(JSONError) {
        let first = position
        while position < bytes.count, bytes[position] >= UInt8(ascii: "0"), bytes[position] <= UInt8(ascii: "9") {
            position += 1
        }
        if position == first { throw JSONError(.badNumber, at: start) }
    }
}
