/// What the server answered.
extension HopAssessment {
    var page: ExchangeEvidence? { hop.exchanges.first { $0.purpose == .page } }

    func exchange(_ purpose: ExchangeEvidence.Purpose) -> ExchangeEvidence? {
        hop.exchanges.first { $0.purpose == purpose && $0.outcome == .answered }
    }

    mutating func lookAtAnswer() {
        add(
            .answer, page.flatMap(answerState), page.map(lines) ?? [], milliseconds: page?.times.head ?? page?.times.end
        )
        if let redirect = hop.redirect { add(.redirect, state(redirect), [redirect.location]) }
        add(.status, page.flatMap(statusState), hop.exchanges.dropFirst().map(line))
        add(.body, page.flatMap(bodyState), page?.body.map { [line($0)] } ?? [], milliseconds: bodyTime)
    }

    private var bodyTime: Int64? {
        guard let page, let head = page.times.head, page.body != nil else { return nil }
        return page.times.end - head
    }

    private func answerState(_ page: ExchangeEvidence) -> Check.State? {
        switch page.outcome {
        case .answered: .ok
        case .empty: .failed(.emptyAnswer)
        case .notHTTP: .failed(.notHTTP)
        case .headTooLarge: .failed(.headTooLarge)
        case .firstByteTimedOut: .failed(.firstByteTimedOut)
        case .headTimedOut: .failed(.headTimedOut)
        case .reset: .failed(.answerReset)
        case .closed: .failed(.answerCut)
        case .connectFailed: .failed(.connectionFailed)
        case .cancelled: nil
        }
    }

    private func state(_ redirect: RedirectEvidence) -> Check.State {
        if let fault = redirect.fault { return .failed(.redirectBroken(fault: fault)) }
        if redirect.isRepeated { return .failed(.redirectLoop) }
        if redirect.isBeyondLimit { return .failed(.tooManyRedirects(limit: scope.redirects)) }
        return .ok
    }

    private func statusState(_ page: ExchangeEvidence) -> Check.State? {
        guard page.outcome == .answered, let status = page.status else { return nil }
        switch status {
        case 200..<300, 304: return .ok
        case 301, 302, 303, 307, 308: return hop.redirect == nil ? .failed(.redirectWithoutLocation) : .ok
        case 403: return .failed(denial(page))
        case 404, 421: return .failed(answersAlike ? .hostNotServed(status: status) : .pageNotFound)
        case 429: return .failed(.tooManyRequests)
        case 500: return .failed(.serverError)
        case 502: return .failed(.badGateway)
        case 503: return .failed(.serviceUnavailable)
        case 504: return .failed(.gatewayTimeout)
        default: return .failed(.otherStatus(status))
        }
    }

    /// Who denies: what a server or a cache says of it is believed first, then what another request showed.
    private func denial(_ page: ExchangeEvidence) -> Finding {
        let said = page.headers.filter {
            $0.name.lowercased().hasSuffix("error") || $0.name.lowercased().contains("reason")
        }
        .map { $0.value.lowercased() }.joined(separator: " ")
        if said.contains("referer") { return .refererDenied }
        if ["auth", "sign", "token"].contains(where: said.contains) { return .signatureDenied }
        if let referer = exchange(.referer), let status = referer.status, status != 403 { return .refererDenied }
        if answersAlike { return .hostNotServed(status: 403) }
        return .forbidden
    }

    /// A host that cannot be gets the very same answer.
    var answersAlike: Bool {
        guard let page, let other = exchange(.unknownHost), page.status == other.status else { return false }
        guard let body = page.body, let otherBody = other.body, body.bytes > 0 else { return false }
        return body.sha256 == otherBody.sha256
    }

    private func bodyState(_ page: ExchangeEvidence) -> Check.State? {
        guard page.outcome == .answered else { return nil }
        guard let body = page.body else { return .ok }
        switch body.outcome {
        case .complete:
            let isEmpty = body.bytes == 0 && hop.redirect == nil && page.status == 200
            return isEmpty ? .failed(.bodyEmpty) : .ok
        case .truncated: return .failed(.bodyTruncated(bytes: body.bytes, declared: body.declared))
        case .capped: return .warning(.bodyCapped(bytes: body.bytes))
        case .timedOut: return .failed(.bodyTimedOut(bytes: body.bytes))
        case .malformed: return .failed(.bodyMalformed)
        case .cancelled: return nil
        }
    }
}
