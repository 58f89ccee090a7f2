/// What a resolver answered.
package struct NameEvidence: Codable, Equatable, Sendable {
    /// A question that any resolver answers somehow: whether it is alive.
    package var probe: QueryEvidence
    /// One question for a CNAME a step.
    package var walk: [QueryEvidence] = []
    /// The walk was left because it was too long.
    package var isWalkCut = false
    /// The addresses at the name itself, asked where it has a CNAME.
    package var beside: QueryEvidence?
    /// At the end of the walk.
    package var v4: QueryEvidence?
    package var v6: QueryEvidence?
    /// From the name upwards, up to the first that has such records.
    package var caa: [QueryEvidence] = []

    package init(probe: QueryEvidence) {
        self.probe = probe
    }
}

/// One question to a resolver and its answer.
package struct QueryEvidence: Codable, Equatable, Sendable {
    package enum Outcome: String, Codable, Sendable {
        case answered
        /// The name is there, such records are not.
        case noData
        case notFound
        case serverFailure, refused, otherFailure
        case malformed, unreachable, timedOut, cancelled

        /// Whether somebody answered at all.
        package var isReply: Bool {
            switch self {
            case .answered, .noData, .notFound, .serverFailure, .refused, .otherFailure: true
            case .malformed, .unreachable, .timedOut, .cancelled: false
            }
        }
    }

    package var name: String
    package var type: DNSRecordType
    package var outcome: Outcome
    package var records: [DNSRecord] = []
    /// How many seconds resolvers remember that there is nothing.
    package var negativeTTL: UInt32?
    /// The answer was too long for a datagram.
    package var isOverTCP = false
    package var isAuthoritative = false
    package var milliseconds: Int64 = 0

    package init(_ name: String, _ type: DNSRecordType, _ outcome: Outcome) {
        self.name = name
        self.type = type
        self.outcome = outcome
    }

    /// The records of the type that was asked for.
    package var answers: [DNSRecord] { records.filter { $0.type == type } }
    /// The same, at the name that was asked for.
    package var ownAnswers: [DNSRecord] { answers.filter { $0.name == name } }
    package var addresses: [NetworkAddress] { answers.compactMap { NetworkAddress($0.value) } }
}

package enum DNSRecordType: String, Codable, CaseIterable, Sendable {
    case a = "A"
    case aaaa = "AAAA"
    case cname = "CNAME"
    case ns = "NS"
    case soa = "SOA"
    case txt = "TXT"
    case caa = "CAA"

    package var number: UInt16 {
        switch self {
        case .a: 1
        case .ns: 2
        case .cname: 5
        case .soa: 6
        case .txt: 16
        case .aaaa: 28
        case .caa: 257
        }
    }

    init?(number: UInt16) {
        guard let type = Self.allCases.first(where: { $0.number == number }) else { return nil }
        self = type
    }
}

package struct DNSRecord: Codable, Equatable, Sendable {
    package var name: String
    package var type: DNSRecordType
    package var ttl: UInt32
    /// An address, a name, the joined strings of a TXT, `issue ca.test` of a CAA.
    package var value: String

    package init(name: String, type: DNSRecordType, ttl: UInt32, value: String) {
        self.name = name
        self.type = type
        self.ttl = ttl
        self.value = value
    }
}
