/// Whether a name in a certificate is for a host (RFC 6125).
enum CertificateName {
    static func matches(_ name: String, _ host: String) -> Bool {
        if name == host { return true }
        guard name.hasPrefix("*."), NetworkAddress(host) == nil, let dot = host.firstIndex(of: ".") else {
            return false
        }
        // A star stands for one label, and not for all names of a whole top-level domain.
        let rest = name.dropFirst(2)
        return rest.contains(".") && host[host.index(after: dot)...] == rest
    }
}
