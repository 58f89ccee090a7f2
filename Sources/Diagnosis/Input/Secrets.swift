/// What must not be shown or written down of addresses and heads: keys, signatures, tickets, names with passwords.
package enum Secrets {
    package static let mask = "***"

    /// A path with its query: values of secret parameters, and parts that are nothing but a long digest, are hidden.
    package static func masked(target: String) -> String {
        let path = target.prefix { $0 != "?" }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map {
            looksLikeDigest($0) ? mask[...] : $0
        }
        guard path.count < target.count else { return parts.joined(separator: "/") }
        let query = target.dropFirst(path.count + 1).split(separator: "&", omittingEmptySubsequences: false)
        return parts.joined(separator: "/") + "?" + query.map(masked(parameter:)).joined(separator: "&")
    }

    /// A line of a head, by its name.
    package static func masked(header name: String, _ value: String) -> String {
        switch name.lowercased() {
        case "set-cookie", "cookie":
            return value.prefix { $0 != "=" } + "=" + mask + attributes(ofCookie: value)
        case "authorization", "proxy-authorization": return mask
        case "www-authenticate", "proxy-authenticate": return value
        case "location", "content-location", "refresh", "link": return masked(address: value)
        default: return isSecret(name) ? mask : value
        }
    }

    /// An address as a site wrote it, which may be no address at all.
    package static func masked(address text: String) -> String {
        var text = text
        if let start = text.range(of: "://")?.upperBound {
            let end = text[start...].firstIndex { "/?#".contains($0) } ?? text.endIndex
            if let at = text[start..<end].lastIndex(of: "@") { text.replaceSubrange(start..<at, with: mask) }
        }
        let start = text.range(of: "://")?.upperBound ?? text.startIndex
        let path = text[start...].firstIndex { "/?".contains($0) } ?? text.endIndex
        return text[..<path] + (path < text.endIndex ? masked(target: String(text[path...])) : "")
    }

    /// Whether a parameter or a line of that name holds something to hide.
    static func isSecret(_ name: some StringProtocol) -> Bool {
        let name = name.lowercased().replacing("%5f", with: "_").replacing("%2d", with: "-")
        if words.contains(name) { return true }
        return parts.contains { name.contains($0) } || endings.contains { name.hasSuffix($0) }
    }

    private static let words: Set = [
        "sig", "hash", "md5", "pwd", "code", "e", "sid", "ak", "sk", "q-ak", "policy", "hmac",
    ]
    private static let parts = [
        "signature", "token", "secret", "passw", "auth", "credential", "session", "accesskey", "accessid", "api_key",
        "api-key", "apikey", "jwt",
    ]
    private static let endings = ["key", "sign", "keyid"]

    private static func masked(parameter: Substring) -> Substring {
        guard let equals = parameter.firstIndex(of: "=") else {
            return looksLikeDigest(parameter) ? mask[...] : parameter
        }
        let value = parameter[parameter.index(after: equals)...]
        guard isSecret(parameter[..<equals]) || looksLikeDigest(value) else { return parameter }
        return parameter[...equals] + mask
    }

    /// Thirty-two hexadecimal digits or more: what signed addresses have in their path.
    private static func looksLikeDigest(_ part: some StringProtocol) -> Bool {
        part.utf8.count >= 32 && part.utf8.allSatisfy { Unicode.Scalar($0).properties.isASCIIHexDigit }
    }

    /// What follows the value is no secret, and says how long the cookie stays.
    private static func attributes(ofCookie value: String) -> Substring {
        value.firstIndex(of: ";").map { value[$0...] } ?? ""
    }
}
