/// What was seen while a proof was looked for. Whether it is there follows from this alone.
package struct ProofEvidence: Codable, Equatable, Sendable {
    package enum Way: String, Codable, CaseIterable, Sendable {
        case record, file
    }

    package var way: Way
    /// The text that should be there.
    package var wanted: String
    /// Answers of the resolver, each step of a CNAME one.
    package var resolved: [QueryEvidence] = []
    /// Answers of the servers that the zone itself names.
    package var authoritative: [ServerAnswer] = []
    /// The same questions for a name that nobody made.
    package var sibling: [QueryEvidence] = []
    package var file: FileAnswer?
    package var siblingFile: FileAnswer?
    /// What the file of the sibling would hold if the server made it up from the address.
    package var siblingText = ""
    package var end = Evidence.End.running
    package var milliseconds: Int64 = 0

    package struct ServerAnswer: Codable, Equatable, Sendable {
        package var server: String
        package var address: NetworkAddress
        package var query: QueryEvidence
    }

    package struct FileAnswer: Codable, Equatable, Sendable {
        package enum Outcome: String, Codable, Sendable {
            case found, noAddress, refusedAddress, noConnection, noAnswer
            /// The host sends on to another.
            case leavesHost
            case otherStatus, tooLong, cancelled
        }

        package var outcome: Outcome
        /// The address of the file.
        package var url: String
        package var status: Int?
        /// As far as it is read.
        package var text: String?
    }

    package init(_ way: Way, wanted: String) {
        self.way = way
        self.wanted = wanted
    }
}

/// What became of a proof.
package enum ProofOutcome: Equatable, Sendable {
    /// It is there, as the zone's own servers say, or as nobody but the resolver says.
    case proven(isAuthoritative: Bool)
    /// Nothing is there. How many seconds resolvers remember that.
    case absent(negativeTTL: UInt32?)
    /// Something is there, and it is something else.
    case different(found: [String])
    /// Any name, or any file, gives the same: it proves nothing.
    case sameForAll
    /// Nobody could be asked: what was in the way.
    case unreachable(String)
    case unfinished(Evidence.End)

    package init(_ evidence: ProofEvidence) {
        switch evidence.way {
        case .record: self = Self.record(evidence)
        case .file: self = Self.file(evidence)
        }
    }

    package var code: String {
        switch self {
        case .proven: "proven"
        case .absent: "absent"
        case .different: "different"
        case .sameForAll: "same-for-all"
        case .unreachable: "unreachable"
        case .unfinished: "unfinished"
        }
    }

    private static func record(_ evidence: ProofEvidence) -> ProofOutcome {
        let servers = evidence.authoritative.map(\.query).filter { $0.outcome.isReply && $0.outcome != .refused }
        // The zone's own servers know best: resolvers remember what was there, and what was not.
        let isAuthoritative = !servers.isEmpty
        let queries = isAuthoritative ? servers + followed(evidence, servers) : evidence.resolved
        let found = queries.flatMap(\.answers).map(\.value)
        if found.contains(evidence.wanted) {
            let siblings = evidence.sibling.flatMap(\.answers).map(\.value)
            if siblings.contains(evidence.wanted) { return .sameForAll }
            // Without an answer for the sibling nobody knows whether every name says so.
            guard let sibling = evidence.sibling.last, sibling.outcome.isReply else { return unknown(evidence) }
            return .proven(isAuthoritative: isAuthoritative)
        }
        if !found.isEmpty { return .different(found: found.prefix(20).map { VisibleText.of($0.utf8) }) }
        guard let last = queries.last, last.outcome == .noData || last.outcome == .notFound || last.outcome == .answered
        else { return unknown(evidence) }
        let memories = (evidence.resolved + evidence.authoritative.map(\.query)).compactMap(\.negativeTTL)
        return .absent(negativeTTL: memories.max())
    }

    /// Where the record leads to another zone, its servers do not answer for that: the resolver does.
    private static func followed(_ evidence: ProofEvidence, _ servers: [QueryEvidence]) -> [QueryEvidence] {
        let leadsOn = servers.contains { query in query.answers.isEmpty && query.records.contains { $0.type == .cname }
        }
        return leadsOn ? evidence.resolved : []
    }

    private static func unknown(_ evidence: ProofEvidence) -> ProofOutcome {
        guard evidence.end == .completed else { return .unfinished(evidence.end) }
        let last = evidence.sibling.last ?? evidence.authoritative.last?.query ?? evidence.resolved.last
        return .unreachable(last?.outcome.rawValue ?? "")
    }

    private static func file(_ evidence: ProofEvidence) -> ProofOutcome {
        guard let file = evidence.file else { return .unfinished(evidence.end) }
        switch file.outcome {
        case .cancelled: return .unfinished(evidence.end)
        case .otherStatus: return .absent(negativeTTL: nil)
        case .noAddress, .refusedAddress, .noConnection, .noAnswer, .leavesHost:
            return .unreachable(file.outcome.rawValue)
        case .tooLong: return .different(found: [])
        case .found: break
        }
        guard file.text == evidence.wanted else {
            return .different(found: file.text.map { [VisibleText.of($0.utf8)] } ?? [])
        }
        guard let sibling = evidence.siblingFile, sibling.outcome != .cancelled else {
            return .unfinished(evidence.end)
        }
        if [evidence.wanted, evidence.siblingText].contains(sibling.text) { return .sameForAll }
        // Asked the same way a moment later: silence says nothing about what it would give.
        let isAnswer = [.found, .otherStatus, .tooLong, .leavesHost].contains(sibling.outcome)
        return isAnswer ? .proven(isAuthoritative: true) : .unreachable(sibling.outcome.rawValue)
    }
}
