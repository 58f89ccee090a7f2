import Workflow

/// Evidence as lines, in the words of the protocols, which are the same in every language.
extension HopAssessment {
    func line(_ query: QueryEvidence) -> String {
        let name = query.name.isEmpty ? "." : query.name
        let question = "\(name) \(query.type.rawValue)"
        let transport = query.isOverTCP ? " (TCP)" : ""
        guard query.outcome == .answered else {
            let memory = query.negativeTTL.map { " (TTL \($0))" } ?? ""
            return "\(question): \(query.outcome.rawValue)\(memory)\(transport)"
        }
        let values = query.answers.prefix(20).map { VisibleText.of("\($0.value) (TTL \($0.ttl))".utf8) }
        return "\(question): " + values.joined(separator: ", ") + transport
    }

    func line(_ attempt: ConnectEvidence.Attempt) -> String {
        "\(attempt.address.inURL):\(hop.port) \(attempt.outcome.rawValue), \(attempt.milliseconds) ms"
    }

    func line(_ tls: TLSEvidence) -> String {
        let parts = [tls.outcome.rawValue, tls.version, tls.alert.map { "alert \($0)" }, tls.reason, tls.firstBytes]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }

    func line(_ certificate: CertificateEvidence) -> String {
        "\(VisibleText.of(certificate.subject.utf8)) ← \(VisibleText.of(certificate.issuer.utf8)), SHA-256 \(certificate.sha256)"
    }

    func line(_ fault: ChainFault) -> String {
        "X509 \(fault.code) at depth \(fault.depth): \(VisibleText.of(fault.subject.utf8))"
    }

    func dates(_ certificate: CertificateEvidence) -> String {
        [certificate.validFrom, certificate.validUntil].map { moment in
            TimeText.rfc3339(min(max(moment, TimeText.readable.lowerBound), TimeText.readable.upperBound), offset: 0)
        }.joined(separator: " … ")
    }

    func line(_ exchange: ExchangeEvidence) -> String {
        "\(exchange.purpose.rawValue): \(exchange.status.map { String($0) } ?? exchange.outcome.rawValue)"
    }

    func lines(_ exchange: ExchangeEvidence) -> [String] {
        guard let status = exchange.status else {
            return [[exchange.outcome.rawValue, exchange.firstBytes].compactMap { $0 }.joined(separator: ": ")]
        }
        return ["HTTP \(status) \(exchange.reason ?? "")"]
            + exchange.headers.prefix(40).map { "\($0.name): \($0.value)" }
    }

    func line(_ body: BodyEvidence) -> String {
        let declared = body.declared.map { " / \($0)" } ?? ""
        return "\(body.outcome.rawValue), \(body.bytes)\(declared) B, SHA-256 \(body.sha256)"
    }
}
