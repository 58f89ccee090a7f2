extension SiteAddress {
    /// Path and query of what follows the host, fit for a request; what follows `#` is never sent.
    static func target(_ rest: [Unicode.Scalar]) -> String {
        var target = rest.first == "/" ? "" : "/"
        for scalar in rest {
            if scalar == "#" { break }
            target += isSent(scalar) ? String(scalar) : percentEncoded(scalar)
        }
        return target
    }

    /// The target of a `Location` without a host.
    func resolvedTarget(_ location: [Unicode.Scalar]) -> String {
        let path = target.prefix { $0 != "?" }
        switch location.first {
        case "/": return Self.target(location)
        case nil, "#": return target
        case "?": return String(path + Self.target(location).dropFirst())
        default:
            let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
            return Self.withoutDots(String(folder) + Self.target(location).dropFirst())
        }
    }

    /// `.` and `..` of a path are taken out, as RFC 3986 wants it.
    private static func withoutDots(_ target: String) -> String {
        let path = target.prefix { $0 != "?" }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        var left: [Substring] = []
        for part in parts {
            if part == ".." { _ = left.popLast() } else if part != "." { left.append(part) }
        }
        if parts.last == "." || parts.last == ".." { left.append("") }
        return "/" + left.joined(separator: "/") + target.dropFirst(path.count)
    }

    private static func isSent(_ scalar: Unicode.Scalar) -> Bool {
        (0x21...0x7E).contains(scalar.value) && !["\"", "<", ">", "\\", "^", "`", "{", "|", "}"].contains(scalar)
    }

    private static func percentEncoded(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf8.map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (byte < 16 ? "0" + digits : digits)
        }.joined()
    }
}

extension String {
    /// Without blanks and line ends around it.
    var trimmingBlanks: String {
        let blanks: Set<Unicode.Scalar> = [" ", "\t", "\n", "\r", "\u{3000}", "\u{A0}", "\u{FEFF}"]
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !blanks.contains($0) }),
            let last = scalars.lastIndex(where: { !blanks.contains($0) })
        else { return "" }
        return String(scalars[first...last])
    }
}
