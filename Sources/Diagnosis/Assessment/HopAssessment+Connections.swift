/// Addresses, and whether anybody answers there.
extension HopAssessment {
    mutating func lookAtConnections() {
        let choice = AddressChoice(hop, scope.allowed)
        let lines = choice.map { $0.allowed.map(Self.allowed) + $0.refused.map { "\($0) \($0.kind.rawValue)" } } ?? []
        add(.allowed, choice.flatMap(state), lines)
        let families = choice.map { Set(($0.allowed + $0.refused).map(\.family)) }
        for (id, family) in [(CheckID.ipv4, NetworkAddress.Family.v4), (.ipv6, .v6)] {
            if families?.contains(family) ?? true { lookAtFamily(id, family) }
        }
    }

    /// One that is not public was allowed by whoever asked.
    private static func allowed(_ address: NetworkAddress) -> String {
        address.kind == .global ? "\(address)" : "\(address) \(address.kind.rawValue) (--allow-private)"
    }

    private func state(_ choice: AddressChoice) -> Check.State? {
        if !choice.allowed.isEmpty {
            return choice.refused.isEmpty ? .ok : .warning(.someAddressesRefused(choice.refused))
        }
        guard let first = choice.refused.first else { return nil }
        if choice.refused.allSatisfy({ $0.kind == .unspecified }) { return .failed(.sinkhole) }
        return .failed(.addressRefused(first, first.kind))
    }

    private mutating func lookAtFamily(_ id: CheckID, _ family: NetworkAddress.Family) {
        let attempts = (hop.connects?.attempts ?? []).filter { $0.address.family == family }
        guard hop.connects == nil || !attempts.isEmpty else { return }
        let slowest = attempts.map(\.milliseconds).max()
        add(id, hop.connects.flatMap { state(of: attempts, family, $0) }, attempts.map(line), milliseconds: slowest)
        if family == .v6, hop.connects?.chosen == nil, checks.last?.state == .notTestable(.noIPv6Here) { stop(at: id) }
    }

    private func state(
        of attempts: [ConnectEvidence.Attempt], _ family: NetworkAddress.Family, _ all: ConnectEvidence
    ) -> Check.State? {
        let dead = attempts.filter { $0.outcome != .connected }
        if dead.isEmpty { return .ok }
        if dead.allSatisfy({ $0.outcome == .cancelled }) { return nil }
        let isNoWay = family == .v6 && dead.count == attempts.count && dead.allSatisfy { $0.outcome == .noRouteHere }
        if isNoWay { return .notTestable(.noIPv6Here) }
        if all.chosen != nil {
            let addresses = dead.map(\.address)
            let isWhole = family == .v6 && dead.count == attempts.count
            return .warning(isWhole ? .ipv6Dead(addresses) : .addressesDead(addresses))
        }
        // With no address of either family the first family that is there says why.
        return .failed(Self.finding(dead.map(\.outcome)))
    }

    private static func finding(_ outcomes: [ConnectEvidence.Outcome]) -> Finding {
        if outcomes.contains(.refused) { return .connectionRefused }
        if outcomes.contains(.timedOut) { return .connectionTimedOut }
        if outcomes.contains(.reset) { return .connectionReset }
        if outcomes.contains(.unreachable) || outcomes.contains(.noRouteHere) { return .hostUnreachable }
        return .connectionFailed
    }
}
