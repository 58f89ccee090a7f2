import Glibc

/// The address of a host: four bytes of IPv4, or sixteen of IPv6.
package struct NetworkAddress: Hashable, Sendable {
    package enum Family: String, Codable, CaseIterable, Sendable {
        case v4, v6
    }

    /// In the order of the network.
    package let bytes: [UInt8]

    /// - Precondition: four or sixteen bytes.
    package init(bytes: [UInt8]) {
        precondition(bytes.count == 4 || bytes.count == 16)
        self.bytes = bytes
    }

    /// Reads the usual form only: `192.0.2.1`, `2001:db8::1`. Nil for anything else.
    package init?(_ text: String) {
        guard text.utf8.count <= 45, !text.utf8.contains(0) else { return nil }
        var found = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &found) == 1 {
            bytes = Array(found.prefix(4))
        } else if inet_pton(AF_INET6, text, &found) == 1 {
            bytes = found
        } else {
            return nil
        }
    }

    package var family: Family { bytes.count == 4 ? .v4 : .v6 }
}

extension NetworkAddress: CustomStringConvertible {
    package var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = family == .v4 ? AF_INET : AF_INET6
        guard inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil else { return "" }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// As it stands in a URL: IPv6 in brackets.
    package var inURL: String { family == .v4 ? description : "[\(description)]" }
}

extension NetworkAddress: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let address = NetworkAddress(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no address: \(text)")
        }
        self = address
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
