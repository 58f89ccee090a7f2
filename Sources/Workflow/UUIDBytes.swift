/// The 16 bytes of a UUID (RFC 9562).
package struct UUIDBytes: Hashable, Sendable {
    package let bytes: [UInt8]

    /// - Returns: nil unless there are 16 bytes.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// The UUID of a ticket born in a desk: version 8, with 66 bits of the desk's own and then the ticket's number.
    /// No two desks and no two tickets share one, and new ones sort last in an index.
    package init(desk: UUIDBytes, ticket: Ticket.Number) {
        var bytes = Array(desk.bytes.prefix(9))
        bytes[6] = 0x80 | (bytes[6] & 0x0F)
        bytes[8] = 0x80 | (bytes[8] & 0x3F)
        let number = UInt64(bitPattern: ticket.rawValue)
        for shift in stride(from: 48, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
        self.bytes = bytes
    }

    /// Reads `8-4-4-4-12` hexadecimal digits, in either case.
    package init?(text: String) {
        var nibbles: [UInt8] = []
        for (position, byte) in text.utf8.enumerated() {
            if [8, 13, 18, 23].contains(position) {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
                nibbles.append(UInt8(digit))
            }
        }
        guard nibbles.count == 32, text.utf8.count == 36 else { return nil }
        bytes = stride(from: 0, to: 32, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
    }

    /// `8-4-4-4-12` lower-case hexadecimal digits.
    package var text: String {
        var text: [UInt8] = []
        let digits = Array("0123456789abcdef".utf8)
        for (position, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(position) { text.append(UInt8(ascii: "-")) }
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
