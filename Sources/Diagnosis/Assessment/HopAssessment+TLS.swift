/// The handshake, and the certificate in it.
extension HopAssessment {
    mutating func lookAtTLS() {
        let tls = hop.tls
        add(.handshake, tls.flatMap(handshakeState), tls.map { [line($0)] } ?? [], milliseconds: tls?.milliseconds)
        add(.version, tls.map(versionState), [tls?.version, tls?.cipher].compactMap { $0 })
        add(.clientCertificate, tls.map(clientState))
    }

    private func handshakeState(_ tls: TLSEvidence) -> Check.State? {
        switch tls.outcome {
        case .completed: .ok
        case .notTLS: .failed(.notTLS)
        case .timedOut: .failed(.tlsSilent)
        case .reset: .failed(tls.asksForCertificate ? .certificateWanted : .tlsReset)
        case .closed: .failed(tls.asksForCertificate ? .certificateWanted : .tlsClosed)
        case .alert: .failed(tls.asksForCertificate ? .certificateWanted : .tlsAlert(tls.alert ?? 0))
        case .tooManyCertificates: .failed(.tooManyCertificates)
        case .failed: .failed(.tlsFailed(reason: tls.reason ?? ""))
        case .cancelled: nil
        }
    }

    private func versionState(_ tls: TLSEvidence) -> Check.State {
        tls.isOldOnly ? .failed(.oldProtocol(version: tls.version ?? "")) : .ok
    }

    /// Many servers ask for a certificate and are content without one: it fails only with what they then answer.
    private func clientState(_ tls: TLSEvidence) -> Check.State {
        guard tls.asksForCertificate, let page = hop.exchanges.first else { return .ok }
        let refusals = [400, 401, 403, 495, 496]
        let isRefused = page.outcome != .answered || refusals.contains(page.status ?? 0)
        return isRefused ? .failed(.certificateWanted) : .ok
    }

    mutating func lookAtCertificate() {
        let tls = hop.tls.flatMap { $0.chain.isEmpty ? nil : $0 }
        add(.trust, tls.map(trustState), tls.map { $0.chain.map(line) + $0.faults.map(line) } ?? [])
        add(.dates, tls.map(dateState), tls.flatMap { $0.chain.first }.map { [dates($0)] } ?? [])
        add(.certificateName, tls.flatMap { $0.chain.first }.map(nameState), tls?.chain.first?.names ?? [])
        add(.key, tls.map(keyState), tls?.chain.first.map { ["\($0.keyKind) \($0.keyBits), \($0.signature)"] } ?? [])
    }

    /// The numbers are OpenSSL's (X509_V_ERR_…), which never change.
    private enum Fault {
        static let issuerNotFound: Set = [2, 20]
        static let selfSignedLeaf = 18
        static let selfSignedRoot = 19
        static let leafNotVerified = 21
        static let notYetValid = 9
        static let expired = 10
        /// Looked at elsewhere, or said by another fault.
        static let others: Set = [9, 10, 21, 62, 63, 64]
    }

    private func trustState(_ tls: TLSEvidence) -> Check.State {
        if scope.trustedRoots.isEmpty { return .notTestable(.noTrustedRoots) }
        for fault in tls.faults {
            switch fault.code {
            case Fault.selfSignedLeaf: return .failed(.selfSigned)
            case Fault.selfSignedRoot: return .failed(.untrustedRoot(name: fault.subject))
            case let code where Fault.issuerNotFound.contains(code):
                // A certificate that an authority of the same chain should vouch for, and none was sent.
                return .failed(
                    fault.depth == 0 ? .incompleteChain(missing: fault.issuer) : .untrustedRoot(name: fault.issuer))
            case let code where Fault.others.contains(code): continue
            default: return .failed(.chainBroken(code: fault.code, depth: fault.depth))
            }
        }
        return .ok
    }

    private static let soon: Int64 = 14
    private static let day: Int64 = 86_400_000

    private func dateState(_ tls: TLSEvidence) -> Check.State {
        for fault in tls.faults {
            if fault.code == Fault.expired { return .failed(.expired(depth: fault.depth, since: fault.validUntil)) }
            if fault.code == Fault.notYetValid {
                return .failed(.notYetValid(depth: fault.depth, from: fault.validFrom))
            }
        }
        guard let leaf = tls.chain.first else { return .ok }
        let days = (leaf.validUntil - now) / Self.day
        return days < Self.soon ? .warning(.expiresSoon(days: Int(days), at: leaf.validUntil)) : .ok
    }

    private func nameState(_ leaf: CertificateEvidence) -> Check.State {
        if leaf.names.isEmpty { return .failed(.noUsableName) }
        return leaf.names.contains { CertificateName.matches($0, hop.host) }
            ? .ok : .failed(.nameMismatch(names: leaf.names))
    }

    private func keyState(_ tls: TLSEvidence) -> Check.State {
        let weak = tls.chain.first { ["RSA", "DSA"].contains($0.keyKind) ? $0.keyBits < 2048 : $0.keyBits < 224 }
        return weak.map { .failed(.weakKey(kind: $0.keyKind, bits: $0.keyBits)) } ?? .ok
    }
}
