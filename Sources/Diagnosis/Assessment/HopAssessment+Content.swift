/// What a page that is there does to caches, players and browsers: warnings only.
extension HopAssessment {
    mutating func lookAtContent() {
        guard hop.redirect == nil else { return }
        let isDone = page != nil && hop.exchanges.count > 1
        add(.host, isDone ? (answersAlike ? .warning(.answersAnyHost) : .ok) : nil)
        add(.caching, page.map(cachingState), headers(["cache-control", "expires", "set-cookie", "age"]))
        if let range = exchange(.range) { add(.ranges, range.status == 206 ? .ok : .warning(.noRanges), [line(range)]) }
        add(.origins, page.map { _ in originState }, exchange(.origin).map { [line($0)] } ?? [])
        add(.headMethod, isDone ? headState : nil, exchange(.head).map { [line($0)] } ?? [])
        if hop.scheme == .https { add(.encryption, page.map(encryptionState), page?.body?.insecure ?? []) }
    }

    private func headers(_ names: Set<String>) -> [String] {
        (page?.headers ?? []).filter { names.contains($0.name.lowercased()) }.map { "\($0.name): \($0.value)" }
    }

    private func cachingState(_ page: ExchangeEvidence) -> Check.State {
        let control = page.headers.filter { $0.name.lowercased() == "cache-control" }.map { $0.value.lowercased() }
        let isUncached = ["no-store", "private", "no-cache"].contains { word in control.contains { $0.contains(word) } }
        return isUncached && page.header("set-cookie") != nil ? .warning(.notStored) : .ok
    }

    private var originState: Check.State {
        guard let answer = exchange(.origin), answer.status.map({ $0 / 100 == 2 }) == true else { return .ok }
        let own = "\(hop.scheme.rawValue)://\(hop.host)"
        let allowed = answer.header("access-control-allow-origin")
        if let allowed {
            return allowed == "*" || allowed.hasPrefix(own) ? .ok : .warning(.otherOrigin(allowed: allowed))
        }
        // Browsers load fonts from elsewhere only with permission; pages and pictures need none.
        let kind = answer.header("content-type")?.lowercased() ?? ""
        return kind.hasPrefix("font/") || kind.contains("font-") ? .warning(.otherOrigin(allowed: nil)) : .ok
    }

    private var headState: Check.State {
        guard let status = exchange(.head)?.status, let page = page?.status else { return .ok }
        return status / 100 == page / 100 ? .ok : .warning(.headRefused(status: status))
    }

    private func encryptionState(_ page: ExchangeEvidence) -> Check.State {
        let insecure = page.body?.insecure ?? []
        return insecure.isEmpty ? .ok : .warning(.mixedContent(insecure))
    }
}
