/// A name of the DNS, folded: lower case, without the dot at its end, and in the letters of the DNS and of its readers.
package struct DomainName: Hashable, Sendable {
    /// `xn--fsqu00a.xn--0zwm56d`
    package let ascii: String
    /// `例子.测试`
    package let readable: String

    /// - Throws: `badHost`; `notBuiltIn` where the name has other letters than ASCII and no library folds them.
    package init(_ typed: String) throws(DiagnosisError) {
        var text = FullWidth.folded(typed.unicodeScalars)
        if text.hasSuffix(".") { text.removeLast() }
        guard !text.isEmpty else { throw .noHost }
        guard text.utf8.count <= 1000 else { throw .badHost(String(text.prefix(40)) + "…", .longName) }
        let folded = text.utf8.allSatisfy { $0 < 0x80 } ? text.lowercased() : try InternationalName.ascii(text)
        try Self.check(folded, typed: text)
        ascii = folded
        readable = folded.contains("xn--") ? try InternationalName.readable(folded) : folded
    }

    package var labels: [Substring] { ascii.split(separator: ".") }

    private static func check(_ name: String, typed: String) throws(DiagnosisError) {
        guard name.utf8.count <= 253 else { throw .badHost(String(typed.prefix(40)) + "…", .longName) }
        for label in name.split(separator: ".", omittingEmptySubsequences: false) {
            guard !label.isEmpty else { throw .badHost(typed, .emptyLabel) }
            guard label.utf8.count <= 63 else { throw .badHost(typed, .longLabel) }
            guard label.utf8.allSatisfy(isAllowed) else { throw .badHost(typed, .character) }
        }
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }
}

extension DomainName: CustomStringConvertible {
    package var description: String { ascii }
}
