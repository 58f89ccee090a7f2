/// Reads JSON values one after another from UTF-8 bytes, strictly after RFC 8259. Numbers that fit are whole
/// numbers, others doubles. Of members with equal names the last counts.
package struct JSONReader: Sendable {
    /// Deeper nesting is refused, so that a hostile file cannot exhaust the stack.
    package static let depthLimit = 200

    /// The next byte to be read.
    package internal(set) var position: Int
    /// How many lone surrogates (`\ud83d` without its other half) were read as U+FFFD.
    package internal(set) var replacedSurrogates = 0

    let bytes: [UInt8]
    private var depth = 0

    package init(_ bytes: [UInt8], at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    /// The one value that the bytes hold; space around it is allowed, anything else is not.
    package static func value(of bytes: [UInt8]) throws(JSONError) -> JSONValue {
        var reader = JSONReader(bytes)
        let value = try reader.readValue()
        guard reader.isAtEnd() else { throw JSONError(.textAfterValue, at: reader.position) }
        return value
    }

    /// Skips white space and says whether nothing follows.
    package mutating func isAtEnd() -> Bool {
        skipSpace()
        return position >= bytes.count
    }

    /// The next value; `position` then stands behind it.
    package mutating func readValue() throws(JSONError) -> JSONValue {
        skipSpace()
        switch try peek() {
        case UInt8(ascii: "\""): return .string(try readString())
        case UInt8(ascii: "{"): return try nested { (reader) throws(JSONError) in try reader.readObject() }
        case UInt8(ascii: "["): return try nested { (reader) throws(JSONError) in try reader.readArray() }
        case UInt8(ascii: "t"): return try read(word: "true", as: .bool(true))
        case UInt8(ascii: "f"): return try read(word: "false", as: .bool(false))
        case UInt8(ascii: "n"): return try read(word: "null", as: .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
        case let byte: throw JSONError(.unexpectedByte(byte), at: position)
        }
    }

    mutating func skipSpace() {
        while position < bytes.count {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position += 1
        }
    }

    func peek() throws(JSONError) -> UInt8 {
        guard position < bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count) }
        return bytes[position]
    }

    private mutating func nested(
        _ read: (inout JSONReader) throws(JSONError) -> JSONValue
    ) throws(JSONError) -> JSONValue {
        guard depth < Self.depthLimit else { throw JSONError(.tooDeep(limit: Self.depthLimit), at: position) }
        depth += 1
        defer { depth -= 1 }
        return try read(&self)
    }

    private mutating func readObject() throws(JSONError) -> JSONValue {
        position += 1
        var members: [JSONObject.Member] = []
        skipSpace()
        if try take(UInt8(ascii: "}")) { return .object(JSONObject()) }
        repeat {
            skipSpace()
            guard try peek() == UInt8(ascii: "\"") else { throw JSONError(.unexpectedByte(try peek()), at: position) }
            let name = try readString()
            skipSpace()
            try expect(UInt8(ascii: ":"))
            members.append(JSONObject.Member(name: name, value: try readValue()))
            skipSpace()
        } while try take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"))
        return .object(JSONObject(members))
    }

    private mutating func readArray() throws(JSONError) -> JSONValue {
        position += 1
        var values: [JSONValue] = []
        skipSpace()
        if try take(UInt8(ascii: "]")) { return .array([]) }
        repeat {
            values.append(try readValue())
            skipSpace()
        } while try take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "]"))
        return .array(values)
    }

    private mutating func take(_ byte: UInt8) throws(JSONError) -> Bool {
        guard try peek() == byte else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ byte: UInt8) throws(JSONError) {
        guard try take(byte) else { throw JSONError(.unexpectedByte(try peek()), at: position) }
    }

    private mutating func read(word: StaticString, as value: JSONValue) throws(JSONError) -> JSONValue {
        for index in 0..<word.utf8CodeUnitCount {
            try expect(word.utf8Start[index])
        }
        return value
    }
}
