/// The resolver, and what it says of a name.
extension HopAssessment {
    mutating func lookAtNames() {
        let names = hop.names
        add(
            .resolver, names.flatMap(resolverState), names.map { [line($0.probe)] } ?? [],
            milliseconds: names?.probe.milliseconds)
        let walk = names?.walk ?? []
        add(.name, names.flatMap(nameState), walk.prefix(1).map(line), milliseconds: walk.first?.milliseconds)
        add(.walk, names.flatMap(walkState), walk.map(line), milliseconds: sum(walk))
        // Where a site sends on to need not be with the provider.
        if isFirst, !scope.cnameSuffixes.isEmpty { add(.cname, names.flatMap(cnameState), scope.cnameSuffixes) }
        let found = [names?.v4, names?.v6].compactMap { $0 }
        add(.hasAddress, names.flatMap(addressState), found.map(line), milliseconds: sum(found))
        let caa = names?.caa ?? []
        add(.issuers, caa.isEmpty ? nil : issuerState(caa), caa.map(line), milliseconds: sum(caa))
    }

    private func sum(_ queries: [QueryEvidence]) -> Int64? {
        queries.isEmpty ? nil : queries.reduce(0) { $0 + $1.milliseconds }
    }

    /// The resolver is alive when it answers anything; it refuses when it refuses the name too.
    private func resolverState(_ names: NameEvidence) -> Check.State? {
        let all = [names.probe] + names.walk + [names.v4, names.v6].compactMap { $0 }
        if names.walk.first?.outcome == .refused { return .failed(.resolverRefuses) }
        if all.contains(where: \.outcome.isReply) { return .ok }
        // One silence may be chance, or a resolver that does not answer for the root.
        guard let first = names.walk.first else {
            return names.probe.outcome == .unreachable ? .failed(.resolverUnreachable) : nil
        }
        switch first.outcome {
        case .unreachable: return .failed(.resolverUnreachable)
        case .timedOut: return .failed(.resolverSilent)
        case .malformed: return .failed(.nameAnswerMalformed(first.name))
        default: return nil
        }
    }

    private func trouble(_ query: QueryEvidence) -> Finding? {
        switch query.outcome {
        case .serverFailure, .otherFailure, .refused: .zoneBroken(query.name)
        case .timedOut, .unreachable: .nameTimedOut(query.name)
        case .malformed: .nameAnswerMalformed(query.name)
        case .answered, .noData, .notFound, .cancelled: nil
        }
    }

    /// Some servers deny a name when asked for its CNAME, and give its addresses all the same.
    private func nameState(_ names: NameEvidence) -> Check.State? {
        guard let first = names.walk.first, first.outcome != .cancelled else { return nil }
        if let trouble = trouble(first) { return .failed(trouble) }
        guard first.outcome == .notFound else { return .ok }
        guard let v4 = names.v4 else { return nil }
        let isThere = v4.outcome == .answered || v4.outcome == .noData || names.v6?.outcome == .answered
        return isThere ? .ok : .failed(.nameNotFound(first.name))
    }

    private func walkState(_ names: NameEvidence) -> Check.State? {
        guard let last = names.walk.last, last.outcome != .cancelled else { return nil }
        if let trouble = trouble(last) { return .failed(trouble) }
        if names.isWalkCut { return .failed(.cnameTooLong(steps: names.walk.count)) }
        if let target = last.ownAnswers.first?.value {
            guard let start = names.walk.firstIndex(where: { $0.name == target }) else { return nil }
            return .failed(.cnameLoop(names.walk[start...].map(\.name)))
        }
        guard names.walk.count > 1 else { return .ok }
        guard let v4 = names.v4 else { return nil }
        let isGone = v4.outcome == .notFound && names.v6?.outcome != .answered
        if isGone { return .failed(.cnameDangling(target: last.name)) }
        let first = names.walk[0]
        guard let target = first.ownAnswers.first?.value, names.beside?.ownAnswers.isEmpty == false else { return .ok }
        return .failed(.cnameConflict(target: target))
    }

    private func cnameState(_ names: NameEvidence) -> Check.State? {
        guard let first = names.walk.first else { return nil }
        let targets = names.walk.compactMap { $0.ownAnswers.first?.value }
        if targets.contains(where: isExpected) || isExpected(first.name) { return .ok }
        let finding = targets.last.map { Finding.cnameElsewhere(target: $0) } ?? .cnameMissing
        return scope.isPastCNAME ? .warning(finding) : .failed(finding)
    }

    private func isExpected(_ name: String) -> Bool {
        scope.cnameSuffixes.contains { name == $0 || name.hasSuffix("." + $0) }
    }

    private func addressState(_ names: NameEvidence) -> Check.State? {
        guard let v4 = names.v4, v4.outcome != .cancelled else { return nil }
        let hasAny = v4.outcome == .answered || names.v6?.outcome == .answered
        if let trouble = trouble(v4), !hasAny { return .failed(trouble) }
        guard names.v6 != nil else { return nil }
        return hasAny ? .ok : .failed(.nameWithoutAddress(v4.name))
    }

    /// Whether those who issue for the provider may issue for this name (RFC 8659).
    private func issuerState(_ queries: [QueryEvidence]) -> Check.State {
        let records = queries.flatMap(\.answers).map(\.value)
        let issuing = records.filter { $0.lowercased().hasPrefix("issue ") }
        if queries.last?.outcome.isReply == false { return .notTestable(.noAnswer) }
        guard !scope.issuers.isEmpty, !issuing.isEmpty else { return .ok }
        let allowed = issuing.map { value in
            let name = value.dropFirst("issue ".count).prefix { $0 != ";" }
            return name.filter { $0 != " " }.lowercased()
        }
        if allowed.contains(where: scope.issuers.contains) { return .ok }
        return .warning(.issuerForbidden(allowed: allowed.filter { !$0.isEmpty }))
    }
}
