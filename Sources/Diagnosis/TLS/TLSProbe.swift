#if Diagnosis
    import CDiagnosis
    import Workflow

    /// Shakes hands with a server, whatever its certificate is worth, and writes down what it showed.
    struct TLSProbe {
        let limits: ProbeLimits
        let check: ChainCheck
        /// Nil where the site is an address: those are never named in a handshake.
        let serverName: String?

        /// Which versions are offered.
        private enum Offer {
            case modern, old
        }

        /// A handshake, and the connection where it succeeded with what is in use today.
        func connect(
            _ address: NetworkAddress, port: UInt16, _ watch: ProbeWatch
        ) -> (evidence: TLSEvidence, stream: TLSStream?) {
            let watch = watch.limited(to: limits.handshake)
            let began = watch.now
            var (evidence, stream) = shakeHands(address, port, .modern, watch)
            if [.alert, .failed, .closed, .reset].contains(evidence.outcome), watch.stop == nil {
                let (old, _) = shakeHands(address, port, .old, watch)
                if old.outcome == .completed {
                    evidence = old
                    evidence.isOldOnly = true
                    stream = nil
                }
            }
            evidence.milliseconds = watch.now - began
            return (evidence, stream)
        }

        private func shakeHands(
            _ address: NetworkAddress, _ port: UInt16, _ offer: Offer, _ watch: ProbeWatch
        ) -> (TLSEvidence, TLSStream?) {
            guard let context = Self.context(offer) else { return (TLSEvidence(.failed), nil) }
            defer { SSL_CTX_free(context) }
            let socket: Socket
            switch Socket.connected(to: address, port: port, watch.limited(to: limits.connect)) {
            case .success(let connected): socket = connected
            case .failure(let outcome): return (TLSEvidence(Self.outcome(of: outcome)), nil)
            }
            guard let stream = TLSStream(over: PlainStream(socket: socket), in: context) else {
                return (TLSEvidence(.failed), nil)
            }
            var asked: Int32 = 0
            let evidence = withUnsafeMutablePointer(to: &asked) { asked in
                prepare(stream, offer, asked)
                var evidence = Self.evidence(stream, stream.shakeHands(watch))
                // The place is gone after this call.
                defer { SSL_set_ex_data(stream.session, 0, nil) }
                evidence.asksForCertificate = asked.pointee == 1
                describe(stream, &evidence)
                return evidence
            }
            return (evidence, evidence.outcome == .completed ? stream : nil)
        }

        private static func context(_ offer: Offer) -> OpaquePointer? {
            // The system's configuration would decide which versions exist.
            OPENSSL_init_ssl(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil)
            guard let context = SSL_CTX_new(TLS_client_method()) else { return nil }
            // What is weak is seen and said; a handshake that fails would show nothing.
            SSL_CTX_set_security_level(context, 0)
            if offer == .old { SSL_CTX_set_cipher_list(context, "ALL:@SECLEVEL=0") }
            SSL_CTX_set_options(context, desk_ssl_tolerance)
            SSL_CTX_set_verify(context, SSL_VERIFY_NONE, nil)
            SSL_CTX_set_client_cert_cb(context) { session, _, _ in
                SSL_get_ex_data(session, 0)?.assumingMemoryBound(to: Int32.self).pointee = 1
                return 0
            }
            return context
        }

        private func prepare(_ stream: TLSStream, _ offer: Offer, _ asked: UnsafeMutablePointer<Int32>) {
            let session = stream.session
            SSL_set_ex_data(session, 0, asked)
            _ = desk_ssl_set_lowest_version(session, offer == .modern ? TLS1_2_VERSION : TLS1_VERSION)
            if offer == .old { _ = desk_ssl_set_highest_version(session, TLS1_1_VERSION) }
            _ = desk_ssl_set_most_certificate_bytes(session, limits.certificateBytes)
            if let serverName { _ = desk_ssl_set_host_name(session, serverName) }
            let protocols = [UInt8(8)] + Array("http/1.1".utf8)
            SSL_set_alpn_protos(session, protocols, UInt32(protocols.count))
        }

        private static func outcome(of outcome: ConnectEvidence.Outcome) -> TLSEvidence.Outcome {
            switch outcome {
            case .timedOut: .timedOut
            case .reset: .reset
            case .cancelled: .cancelled
            case .connected, .refused, .unreachable, .noRouteHere, .failed: .failed
            }
        }

        private static func evidence(_ stream: TLSStream, _ end: TLSStream.HandshakeEnd) -> TLSEvidence {
            switch end {
            case .completed: return TLSEvidence(.completed)
            case .stream(.closed): return TLSEvidence(.closed)
            case .stream(.reset): return TLSEvidence(.reset)
            case .stream(.timedOut): return TLSEvidence(.timedOut)
            case .stream(.cancelled): return TLSEvidence(.cancelled)
            case .notTLS:
                var evidence = TLSEvidence(.notTLS)
                evidence.firstBytes = VisibleText.of(stream.firstBytes)
                return evidence
            case .refused(let reason, let code):
                let isTooLong = code == SSL_R_EXCESSIVE_MESSAGE_SIZE
                var evidence = TLSEvidence(isTooLong ? .tooManyCertificates : stream.alert == nil ? .failed : .alert)
                evidence.alert = stream.alert
                evidence.reason = reason
                return evidence
            }
        }

        /// What the server showed, also where the handshake failed after that.
        private func describe(_ stream: TLSStream, _ evidence: inout TLSEvidence) {
            if evidence.outcome == .completed {
                evidence.version = SSL_get_version(stream.session).map { String(cString: $0) }
                let cipher = SSL_get_current_cipher(stream.session)
                evidence.cipher = cipher.flatMap { SSL_CIPHER_get_name($0) }.map { String(cString: $0) }
            }
            let chain = SSL_get_peer_cert_chain(stream.session)
            let count = Int(desk_x509_count(chain))
            guard count > 0, let leaf = desk_x509_at(chain, 0) else { return }
            evidence.chain = (0..<min(count, limits.certificates)).compactMap { place in
                desk_x509_at(chain, Int32(place)).map { CertificateReader.evidence(of: $0) }
            }
            evidence.leftOut = count - evidence.chain.count
            evidence.faults = check.faults(of: leaf, chain)
        }
    }
#endif
