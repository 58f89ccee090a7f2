/// Bytes that addresses write as `%E5%90%A6`.
package enum PercentEncoding {
    /// - Parameter isForm: of a query, where `+` is a blank.
    /// - Returns: nil where the bytes are no UTF-8. A `%` without two digits stays as it is.
    package static func decoded(_ text: Substring, isForm: Bool = false) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == 0x25, rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(isForm && byte == 0x2B ? 0x20 : byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
