extension SiteAddress {
    /// The longest address that is taken, in bytes of UTF-8.
    package static let longest = 4096

    /// What a person typed. Full-width signs are folded up to the path; without a scheme it is `http`.
    package init(_ typed: String) throws(DiagnosisError) {
        let text = typed.trimmingBlanks
        try Self.checkText(text)
        let scalars = Array(text.unicodeScalars)
        let folded = scalars.map { FullWidth.folded($0) }
        let (scheme, start) = try Self.scheme(of: folded)
        let end = folded[start...].firstIndex { Self.endsAuthority($0) } ?? folded.endIndex
        try self.init(
            scheme: scheme ?? .http, authority: FullWidth.folded(folded[start..<end]), rest: Array(scalars[end...]))
    }

    /// Where a site sends on to, as its `Location` has it.
    package func following(_ location: String) throws(DiagnosisError) -> SiteAddress {
        let text = location.trimmingBlanks
        try Self.checkText(text)
        let scalars = Array(text.unicodeScalars)
        let (scheme, start) = try Self.scheme(of: scalars)
        if scheme != nil || text.hasPrefix("//") {
            let end = scalars[start...].firstIndex { Self.endsAuthority($0) } ?? scalars.endIndex
            return try SiteAddress(
                scheme: scheme ?? self.scheme, authority: FullWidth.folded(scalars[start..<end]),
                rest: Array(scalars[end...]))
        }
        return SiteAddress(scheme: self.scheme, host: host, port: port, target: resolvedTarget(scalars))
    }

    private init(scheme: Scheme, authority: String, rest: [Unicode.Scalar]) throws(DiagnosisError) {
        guard !authority.contains("@") else { throw .containsCredentials }
        guard !authority.contains("\\") else { throw .badHost(authority, .character) }
        let (host, port) = try Self.hostAndPort(authority)
        self.init(scheme: scheme, host: try Self.host(host), port: port, target: Self.target(rest))
    }

    private static func checkText(_ text: String) throws(DiagnosisError) {
        guard !text.isEmpty else { throw .empty }
        guard text.utf8.count <= longest else { throw .tooLong(bytes: text.utf8.count, limit: longest) }
        let hasControls = text.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
        guard !hasControls else { throw .controlCharacter }
    }

    private static func endsAuthority(_ scalar: Unicode.Scalar) -> Bool { ["/", "?", "#"].contains(scalar) }

    /// The scheme, where one is written, and where the authority begins.
    private static func scheme(of text: [Unicode.Scalar]) throws(DiagnosisError) -> (Scheme?, Int) {
        if text.starts(with: ["/", "/"]) { return (nil, 2) }
        let end = text.firstIndex { $0 == ":" || endsAuthority($0) || $0 == "@" || $0 == "[" }
        guard let end, text[end] == ":", isScheme(text[..<end]) else { return (nil, 0) }
        let word = FullWidth.folded(text[..<end]).lowercased()
        let rest = text[(end + 1)...]
        if rest.starts(with: ["/", "/"]) {
            guard let scheme = Scheme(rawValue: word) else { throw .unknownScheme(word) }
            return (scheme, end + 3)
        }
        // What follows the colon is a port, or is meant to be one; or the word was a scheme of another kind.
        let isPort = rest.first.map { ("0"..."9").contains($0) || endsAuthority($0) || $0 == "-" } ?? true
        guard Scheme(rawValue: word) == nil else { throw .noHost }
        guard isPort || word.contains(".") else { throw .unknownScheme(word) }
        return (nil, 0)
    }

    private static func isScheme(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = text.first, first.isASCII, first.properties.isAlphabetic else { return false }
        return text.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || "0123456789+-.".unicodeScalars.contains($0))
        }
    }

    private static func hostAndPort(_ authority: String) throws(DiagnosisError) -> (String, UInt16?) {
        var host = authority[...]
        var port: Substring?
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { throw .badHost(authority, .address) }
            host = authority[...end]
            let rest = authority[authority.index(after: end)...]
            guard rest.isEmpty || rest.hasPrefix(":") else { throw .badHost(authority, .address) }
            port = rest.isEmpty ? nil : rest.dropFirst()
        } else if let colon = authority.firstIndex(of: ":") {
            host = authority[..<colon]
            port = authority[authority.index(after: colon)...]
        }
        guard !host.isEmpty else { throw .noHost }
        guard let port, !port.isEmpty else { return (String(host), nil) }
        let isNumber = port.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isNumber, let number = UInt16(port), number > 0 else { throw .badPort(String(port.prefix(20))) }
        return (String(host), number)
    }

    private static func host(_ text: String) throws(DiagnosisError) -> Host {
        if text.hasPrefix("[") {
            guard text.hasSuffix("]"), let address = NetworkAddress(String(text.dropFirst().dropLast())),
                address.family == .v6
            else { throw .badHost(text, .address) }
            return .address(address)
        }
        switch NumericHost(text.lowercased()) {
        case .address(let address): return .address(address)
        case .broken: throw .badHost(text, .number)
        case nil: return .name(try DomainName(text))
        }
    }
}
