/// A host that is meant as a number: what some programs take for an IPv4 address in decimal, octal or hexadecimal, with one to
/// four parts. Whoever lets these through as names connects where no check looked.
package enum NumericHost: Equatable, Sendable {
    case address(NetworkAddress)
    /// It ends in a number, so it cannot be a name, but no address can be made of it.
    case broken

    /// Nil where the last part is no number: then it is a name.
    package init?(_ host: String) {
        var parts = host.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
        guard let last = parts.last, Self.looksNumeric(last) else { return nil }
        let numbers = parts.compactMap(Self.number)
        guard numbers.count == parts.count, let address = Self.address(of: numbers) else {
            self = .broken
            return
        }
        self = .address(address)
    }

    private static func looksNumeric(_ part: Substring) -> Bool {
        if !part.isEmpty, part.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) { return true }
        return part.hasPrefix("0x") && number(part) != nil
    }

    private static func number(_ part: Substring) -> UInt64? {
        if part == "0x" { return 0 }
        if part.hasPrefix("0x") { return digits(part.dropFirst(2), radix: 16) }
        if part.count > 1, part.hasPrefix("0") { return digits(part.dropFirst(), radix: 8) }
        return digits(part, radix: 10)
    }

    // `UInt64("+1")` would be a number.
    private static func digits(_ text: Substring, radix: Int) -> UInt64? {
        guard text.utf8.first != UInt8(ascii: "+"), text.utf8.first != UInt8(ascii: "-") else { return nil }
        return UInt64(text, radix: radix)
    }

    /// The last number fills all bytes that the others leave.
    private static func address(of numbers: [UInt64]) -> NetworkAddress? {
        guard let last = numbers.last, numbers.count <= 4, numbers.dropLast().allSatisfy({ $0 <= 255 }) else {
            return nil
        }
        let left = 5 - numbers.count
        guard last < UInt64(1) << UInt64(8 * left) else { return nil }
        let tail = (0..<left).map { UInt8(truncatingIfNeeded: last >> UInt64(8 * (left - 1 - $0))) }
        return NetworkAddress(bytes: numbers.dropLast().map { UInt8($0) } + tail)
    }
}
