/// Why bytes are not JSON, and at which byte (from 0) that shows.
package struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong.
    package enum Reason: Equatable, Sendable {
        case unexpectedEnd
        case unexpectedByte(UInt8)
        case controlCharacterInString
        case badEscape
        case badUTF8
        case badNumber
        case numberOutOfRange
        case tooDeep(limit: Int)
        case textAfterValue
    }

    package let reason: Reason
    package let offset: Int

    package init(_ reason: Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }

    package var description: String { "not JSON at byte \(offset): \(sentence)" }

    private var sentence: String {
        switch reason {
        case .unexpectedEnd: "it ends too early"
        case .unexpectedByte(let byte): "byte 0x" + String(byte, radix: 16) + " is not expected here"
        case .controlCharacterInString: "a control character in a string must be escaped"
        case .badEscape: "unknown escape in a string"
        case .badUTF8: "the string is not valid UTF-8"
        case .badNumber: "a number is malformed"
        case .numberOutOfRange: "a number is too large"
        case .tooDeep(let limit): "more than \(limit) levels of nesting"
        case .textAfterValue: "something follows the value"
        }
    }
}
