/// A resolver to ask instead of the system's: `192.0.2.53`, `192.0.2.53:5353`, `[2001:db8::53]:5353`.
package struct ResolverAddress: Hashable, Sendable, CustomStringConvertible {
    package let address: NetworkAddress
    package let port: UInt16

    package init(_ address: NetworkAddress, port: UInt16 = 53) {
        self.address = address
        self.port = port
    }

    /// - Throws: `badResolver`; names are not taken, for who would find their addresses?
    package init(_ text: String) throws(DiagnosisError) {
        let (host, port) = Self.parts(text)
        guard let address = NetworkAddress(host) else { throw .badResolver(text) }
        guard let port else {
            self.init(address)
            return
        }
        let isNumber = port.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isNumber, let number = UInt16(port), number > 0 else { throw .badResolver(text) }
        self.init(address, port: number)
    }

    package var description: String { "\(address.inURL):\(port)" }

    private static func parts(_ text: String) -> (host: String, port: Substring?) {
        if text.hasPrefix("["), let end = text.lastIndex(of: "]") {
            let host = String(text[text.index(after: text.startIndex)..<end])
            let rest = text[text.index(after: end)...]
            return rest.isEmpty ? (host, nil) : (rest.hasPrefix(":") ? host : "", rest.dropFirst())
        }
        guard text.filter({ $0 == ":" }).count == 1, let colon = text.firstIndex(of: ":") else { return (text, nil) }
        return (String(text[..<colon]), text[text.index(after: colon)...])
    }
}
