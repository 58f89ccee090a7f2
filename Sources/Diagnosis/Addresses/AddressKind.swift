/// What an address is for, by the registries of special addresses (RFC 6890 and its successors).
package enum AddressKind: String, Codable, CaseIterable, Sendable {
    case global
    case unspecified, loopback, linkLocal, multicast, broadcast
    case thisNetwork, privateUse, sharedByCarrier, uniqueLocal, siteLocal
    case documentation, benchmarking, protocolUse, reserved, discard
}

extension NetworkAddress {
    /// What it is for. An address that holds an IPv4 address inside is for what that one is for: a packet may end there.
    package var kind: AddressKind {
        if let inner = embedded, !Self.isPlain(self) { return inner.kind }
        return Self.special.first { $0.block.contains(self) }?.kind ?? (isOutsideGlobal ? .reserved : .global)
    }

    /// The IPv4 address in a mapped, compatible, NAT64 or 6to4 address.
    package var embedded: NetworkAddress? {
        guard family == .v6, let form = Self.embedding.first(where: { $0.block.contains(self) }) else { return nil }
        return NetworkAddress(bytes: Array(bytes[form.offset..<form.offset + 4]))
    }

    /// `::` and `::1` lie among the compatible addresses, and are none.
    private static func isPlain(_ address: NetworkAddress) -> Bool {
        address.bytes.dropLast().allSatisfy { $0 == 0 } && (address.bytes.last ?? 0) <= 1
    }

    /// Of IPv6 only an eighth has been given out.
    private var isOutsideGlobal: Bool { family == .v6 && bytes[0] >> 5 != 1 }

    private struct Embedding {
        let block: AddressBlock
        let offset: Int
    }

    private struct Special {
        let block: AddressBlock
        let kind: AddressKind
    }

    private static let embedding: [Embedding] = [
        ("::ffff:0:0/96", 12), ("::ffff:0:0:0/96", 12), ("::/96", 12), ("64:ff9b::/96", 12), ("2002::/16", 2),
    ].compactMap { text, offset in AddressBlock(text).map { Embedding(block: $0, offset: offset) } }

    /// The narrower block first.
    private static let special: [Special] = [
        ("255.255.255.255", AddressKind.broadcast), ("0.0.0.0", .unspecified), ("0.0.0.0/8", .thisNetwork),
        ("10.0.0.0/8", .privateUse), ("100.64.0.0/10", .sharedByCarrier), ("127.0.0.0/8", .loopback),
        ("169.254.0.0/16", .linkLocal), ("172.16.0.0/12", .privateUse), ("192.0.0.0/24", .protocolUse),
        ("192.0.2.0/24", .documentation), ("192.88.99.0/24", .protocolUse), ("192.168.0.0/16", .privateUse),
        ("198.18.0.0/15", .benchmarking), ("198.51.100.0/24", .documentation), ("203.0.113.0/24", .documentation),
        ("224.0.0.0/4", .multicast), ("240.0.0.0/4", .reserved),
        ("::", .unspecified), ("::1", .loopback), ("64:ff9b:1::/48", .protocolUse), ("100::/64", .discard),
        ("2001:2::/48", .benchmarking), ("2001:db8::/32", .documentation), ("2001::/23", .protocolUse),
        ("3fff::/20", .documentation), ("5f00::/16", .protocolUse), ("fc00::/7", .uniqueLocal),
        ("fe80::/10", .linkLocal), ("fec0::/10", .siteLocal), ("ff00::/8", .multicast),
    ].compactMap { text, kind in AddressBlock(text).map { Special(block: $0, kind: kind) } }
}
