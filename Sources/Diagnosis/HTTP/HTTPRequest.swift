/// A request, as its bytes go out.
struct HTTPRequest {
    let address: SiteAddress
    let purpose: ExchangeEvidence.Purpose
    /// A host that cannot be, made of a token that nobody guesses.
    let unknownHost: String

    var isHead: Bool { purpose == .head }

    var bytes: [UInt8] {
        var lines = [
            "\(isHead ? "HEAD" : "GET") \(address.target) HTTP/1.1",
            "Host: \(purpose == .unknownHost ? unknownHost : address.authority)",
            "User-Agent: desk-diagnose/1", "Accept: */*", "Accept-Encoding: identity", "Connection: close",
        ]
        switch purpose {
        case .referer: lines.append("Referer: \(address.origin)/")
        case .origin: lines.append("Origin: \(address.origin)")
        case .range: lines.append("Range: bytes=0-0")
        case .page, .unknownHost, .head: break
        }
        return Array((lines + ["", ""]).joined(separator: "\r\n").utf8)
    }
}
