/// An answer of the DNS, read from its bytes (RFC 1035). Whatever the bytes are, reading ends.
struct DNSMessage: Equatable {
    let code: Int
    let isTruncated: Bool
    let isAuthoritative: Bool
    let answers: [DNSRecord]
    let authority: [DNSRecord]
    /// The records that came along, such as the addresses of servers.
    let additional: [DNSRecord]

    /// More records than that are nobody's configuration.
    static let mostRecords = 200

    /// Nil where the bytes are no answer.
    init?(_ bytes: [UInt8]) {
        guard let message = try? DNSReader.message(bytes) else { return nil }
        self = message
    }

    init(code: Int, flags: UInt16, answers: [DNSRecord], authority: [DNSRecord], additional: [DNSRecord]) {
        self.code = code
        isTruncated = flags & 0x0200 != 0
        isAuthoritative = flags & 0x0400 != 0
        self.answers = answers
        self.authority = authority
        self.additional = additional
    }

    /// How many seconds the absence of a record may be remembered (RFC 2308).
    var negativeTTL: UInt32? {
        guard let record = authority.first(where: { $0.type == .soa }) else { return nil }
        let minimum = record.value.split(separator: " ").last.flatMap { UInt32($0) }
        return minimum.map { min($0, record.ttl) }
    }
}

/// Reads the bytes of an answer one after the other.
struct DNSReader {
    private enum Fault: Error {
        case tooShort, badName, noAnswer
    }

    private let bytes: [UInt8]
    private var at = 0

    static func message(_ bytes: [UInt8]) throws -> DNSMessage {
        var reader = DNSReader(bytes: bytes)
        return try reader.readMessage()
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func readMessage() throws -> DNSMessage {
        _ = try readNumber()
        let flags = try readNumber()
        guard flags & 0x8000 != 0 else { throw Fault.noAnswer }
        let counts = try (0..<4).map { _ in Int(try readNumber()) }
        for _ in 0..<counts[0] {
            _ = try readName()
            at += 4
        }
        // What is truncated ends in the middle of a record; what came before it still counts.
        let isCut = flags & 0x0200 != 0
        let answers = try readRecords(counts[1], isCut)
        let authority = try readRecords(counts[2], isCut)
        let additional = try readRecords(counts[3], isCut)
        return DNSMessage(
            code: Int(flags & 0xF), flags: flags, answers: answers, authority: authority, additional: additional)
    }

    private mutating func readRecords(_ count: Int, _ isCut: Bool) throws -> [DNSRecord] {
        var records: [DNSRecord] = []
        for _ in 0..<min(count, 4 * DNSMessage.mostRecords) {
            do {
                if let record = try readRecord(), records.count < DNSMessage.mostRecords { records.append(record) }
            } catch {
                guard isCut else { throw error }
                return records
            }
        }
        return records
    }

    /// Nil for a type or a class that nobody asks for.
    private mutating func readRecord() throws -> DNSRecord? {
        let name = try readName()
        let number = try readNumber()
        let isInternet = try readNumber() == 1
        let ttl = UInt32(try readNumber()) << 16 | UInt32(try readNumber())
        let length = Int(try readNumber())
        let end = at + length
        guard end <= bytes.count else { throw Fault.tooShort }
        defer { at = end }
        guard isInternet, let type = DNSRecordType(number: number) else { return nil }
        return DNSRecord(name: name, type: type, ttl: ttl, value: try readValue(type, to: end))
    }

    private mutating func readValue(_ type: DNSRecordType, to end: Int) throws -> String {
        switch type {
        case .a, .aaaa:
            guard end - at == (type == .a ? 4 : 16) else { throw Fault.tooShort }
            return NetworkAddress(bytes: Array(bytes[at..<end])).description
        case .cname, .ns: return try readName()
        case .txt: return Self.text(try readStrings(to: end))
        case .caa:
            guard end - at >= 2, at + 2 + Int(bytes[at + 1]) <= end else { throw Fault.tooShort }
            let tag = bytes[(at + 2)..<(at + 2 + Int(bytes[at + 1]))]
            return Self.text(Array(tag)) + " " + Self.text(Array(bytes[(at + 2 + tag.count)..<end]))
        case .soa:
            let names = [try readName(), try readName()]
            let numbers = try (0..<5).map { _ in String(UInt32(try readNumber()) << 16 | UInt32(try readNumber())) }
            return (names + numbers).joined(separator: " ")
        }
    }

    /// The strings of a TXT record are one text.
    private mutating func readStrings(to end: Int) throws -> [UInt8] {
        var joined: [UInt8] = []
        while at < end {
            let next = at + 1 + Int(bytes[at])
            guard next <= end else { throw Fault.tooShort }
            joined += bytes[(at + 1)..<next]
            at = next
        }
        return joined
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private mutating func readNumber() throws -> UInt16 {
        guard at + 2 <= bytes.count else { throw Fault.tooShort }
        defer { at += 2 }
        return UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1])
    }

    /// A name in lower case; bytes that no name of a host has are written as `\032`.
    private mutating func readName() throws -> String {
        var labels: [String] = []
        var place = at
        var end: Int?
        var length = 0
        while true {
            guard place < bytes.count else { throw Fault.tooShort }
            let size = Int(bytes[place])
            if size >= 0xC0 {
                guard place + 1 < bytes.count else { throw Fault.tooShort }
                end = end ?? place + 2
                let target = (size & 0x3F) << 8 | Int(bytes[place + 1])
                // Backwards only: what points at itself would be read for ever.
                guard target < place else { throw Fault.badName }
                place = target
                continue
            }
            guard size < 0x40, place + 1 + size <= bytes.count else { throw Fault.badName }
            length += size + 1
            guard length <= 255 else { throw Fault.badName }
            if size == 0 { break }
            labels.append(Self.label(bytes[(place + 1)...(place + size)]))
            place += 1 + size
        }
        at = end ?? place + 1
        return labels.joined(separator: ".")
    }

    private static func label(_ bytes: ArraySlice<UInt8>) -> String {
        bytes.map { byte in
            switch byte {
            case 0x41...0x5A: String(Unicode.Scalar(byte + 0x20))
            case 0x21...0x7E where byte != UInt8(ascii: ".") && byte != UInt8(ascii: "\\"): String(Unicode.Scalar(byte))
            default: "\\" + String(("00" + String(byte)).suffix(3))
            }
        }.joined()
    }
}
