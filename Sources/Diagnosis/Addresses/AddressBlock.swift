/// All addresses that begin with the same bits: `10.0.0.0/8`.
package struct AddressBlock: Hashable, Sendable {
    package let first: NetworkAddress
    /// How many bits are the same.
    package let length: Int

    /// Nil where the address has fewer bits than that.
    package init?(_ first: NetworkAddress, length: Int) {
        guard (0...first.bytes.count * 8).contains(length) else { return nil }
        self.first = first
        self.length = length
    }

    /// `127.0.0.1/32`, or an address alone for just that one. Nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let address = NetworkAddress(String(parts[0])) else { return nil }
        if parts.count == 1 {
            self.init(address, length: address.bytes.count * 8)
            return
        }
        let digits = parts[1].utf8
        guard parts.count == 2, digits.allSatisfy({ (0x30...0x39).contains($0) }), let length = Int(parts[1]) else {
            return nil
        }
        self.init(address, length: length)
    }

    package func contains(_ address: NetworkAddress) -> Bool {
        guard address.family == first.family else { return false }
        let whole = length / 8
        guard address.bytes.prefix(whole).elementsEqual(first.bytes.prefix(whole)) else { return false }
        guard length % 8 > 0 else { return true }
        return (address.bytes[whole] ^ first.bytes[whole]) >> UInt8(8 - length % 8) == 0
    }
}

extension AddressBlock: CustomStringConvertible {
    package var description: String { "\(first)/\(length)" }
}

extension AddressBlock: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let block = AddressBlock(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no block of addresses: \(text)")
        }
        self = block
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
