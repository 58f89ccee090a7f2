/// The head of an answer, read strictly: what a careless reader takes, two readers take differently.
struct HTTPHead: Equatable {
    struct Header: Equatable {
        let name: String
        let value: String
    }

    let status: Int
    let reason: String
    let headers: [Header]

    /// How the body ends.
    enum BodyLength: Equatable {
        case none
        case bytes(Int)
        case chunked
        /// With the connection.
        case untilClose
    }

    /// - Parameter bytes: up to the empty line, without it.
    /// - Returns: nil where this is no head of HTTP/1.
    init?(_ bytes: some Collection<UInt8>) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        }
        guard let first = lines.first, let (status, reason) = Self.statusLine(String(decoding: first, as: UTF8.self))
        else {
            return nil
        }
        var headers: [Header] = []
        for line in lines.dropFirst() {
            guard let header = Self.header(line) else { return nil }
            headers.append(header)
        }
        self.status = status
        self.reason = reason
        self.headers = headers
    }

    /// All values of a header, in order.
    func values(_ name: String) -> [String] { headers.filter { $0.name.lowercased() == name }.map(\.value) }

    /// Nil where the head contradicts itself.
    func bodyLength(isHead: Bool) -> BodyLength? {
        if isHead || status / 100 == 1 || status == 204 || status == 304 { return BodyLength.none }
        let codings = values("transfer-encoding").flatMap { $0.lowercased().split(separator: ",") }.map { $0.trimming }
        if let last = codings.last {
            guard values("content-length").isEmpty else { return nil }
            return last == "chunked" && codings.count == 1 ? .chunked : nil
        }
        let lengths = Set(values("content-length").flatMap { $0.split(separator: ",").map { $0.trimming } })
        guard let text = lengths.first else { return .untilClose }
        let isNumber = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard lengths.count == 1, isNumber, let length = Int(text) else { return nil }
        return .bytes(length)
    }

    /// `HTTP/1.1 200 OK`
    private static func statusLine(_ line: String) -> (Int, String)? {
        let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count >= 2, parts[0] == "HTTP/1.1" || parts[0] == "HTTP/1.0", parts[1].utf8.count == 3,
            parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let status = Int(parts[1]), status >= 100
        else { return nil }
        return (status, parts.count > 2 ? String(parts[2]) : "")
    }

    /// A name, a colon, a value. What continues the line above is refused, as is a blank before the colon.
    private static func header(_ line: some Collection<UInt8>) -> Header? {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let name = line[..<colon]
        guard !name.isEmpty, name.allSatisfy(isToken) else { return nil }
        let value = String(decoding: line[colon...].dropFirst(), as: UTF8.self)
        return Header(name: String(decoding: name, as: UTF8.self), value: value[...].trimming)
    }

    private static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}

extension Substring {
    /// Without blanks and tabs around it.
    fileprivate var trimming: String {
        let start = drop { $0 == " " || $0 == "\t" }
        let end = start.lastIndex { $0 != " " && $0 != "\t" }
        return end.map { String(start[...$0]) } ?? ""
    }
}
