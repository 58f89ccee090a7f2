/// Writes JSON values as compact UTF-8: equal values give equal bytes. Control characters (C0, DEL and C1) are
/// escaped, so that JSON is harmless on a terminal; `/`, U+2028, U+2029 and all other text stand as they are.
package struct JSONWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init(reserving capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// The value alone, as bytes.
    package static func bytes(of value: JSONValue) -> [UInt8] {
        var writer = JSONWriter()
        writer.write(value)
        return writer.bytes
    }

    /// The value alone, as text.
    package static func text(of value: JSONValue) -> String { String(decoding: bytes(of: value), as: UTF8.self) }

    package mutating func write(_ value: JSONValue) {
        switch value {
        case .null: write(raw: "null")
        case .bool(let truth): write(raw: truth ? "true" : "false")
        case .integer(let number): write(raw: String(number))
        // JSON has no word for infinity or not-a-number.
        case .double(let number): write(raw: number.isFinite ? number.description : "null")
        case .string(let text): write(string: text)
        case .array(let values): write(array: values)
        case .object(let object): write(object: object)
        }
    }

    /// Appends JSON that is already written: punctuation of a document that is put together by hand, a line end.
    package mutating func write(raw text: String) { bytes.append(contentsOf: text.utf8) }

    /// A string with its quotes.
    package mutating func write(string text: String) {
        bytes.append(0x22)
        var text = text
        text.withUTF8 { append(escaping: $0) }
        bytes.append(0x22)
    }

    private mutating func write(array values: [JSONValue]) {
        bytes.append(0x5B)
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            write(value)
        }
        bytes.append(0x5D)
    }

    private mutating func write(object: JSONObject) {
        bytes.append(0x7B)
        for (index, member) in object.members.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            write(string: member.name)
            bytes.append(0x3A)
            write(member.value)
        }
        bytes.append(0x7D)
    }

    // Runs that need no escape are copied in one piece: that is nearly all text.
    private mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        while index < text.count {
            guard let code = Self.control(in: text, at: index) else {
                index += 1
                continue
            }
            bytes.append(contentsOf: text[start..<index])
            append(escape: code)
            index += code < 0x80 ? 1 : 2
            start = index
        }
        bytes.append(contentsOf: text[start...])
    }

    /// The code of the character at `index` when it must be escaped.
    @inline(__always)
    private static func control(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt8? {
        let byte = text[index]
        if byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F && byte != 0xC2 { return nil }
        guard byte == 0xC2 else { return byte }
        // 0xC2 leads U+0080…U+00BF; the first half of those are the C1 controls. A string is valid UTF-8.
        let next = text[index + 1]
        return next < 0xA0 ? next : nil
    }

    private mutating func append(escape code: UInt8) {
        switch code {
        case 0x22: write(raw: #"\""#)
        case 0x5C: write(raw: #"\\"#)
        case 0x08: write(raw: #"\b"#)
        case 0x09: write(raw: #"\t"#)
        case 0x0A: write(raw: #"\n"#)
        case 0x0C: write(raw: #"\f"#)
        case 0x0D: write(raw: #"\r"#)
        default: write(raw: (code < 0x10 ? #"\u000"# : #"\u00"#) + String(code, radix: 16))
        }
    }
}
