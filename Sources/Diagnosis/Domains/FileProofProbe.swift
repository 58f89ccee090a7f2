#if Diagnosis
    /// Looks for the file of a proof, and for one beside it that nobody put there.
    struct FileProofProbe {
        let probe: ProofProbe
        let resolver: DNSResolver
        let roots: TrustedRoots
        let watch: ProbeWatch

        private typealias Answer = ProofEvidence.FileAnswer

        private static let mostRedirects = 3

        func look(_ proof: DomainProof) -> ProofEvidence {
            var evidence = ProofEvidence(.file, wanted: proof.text)
            let token = probe.context.token
            evidence.siblingText = "desk-proof=\(token)"
            var answer = fetch(proof, .http, proof.filePath)
            var scheme = SiteAddress.Scheme.http
            if answer.outcome == .noConnection, watch.stop == nil {
                scheme = .https
                answer = fetch(proof, scheme, proof.filePath)
            }
            evidence.file = answer
            guard answer.outcome == .found, watch.stop == nil else { return evidence }
            evidence.siblingFile = fetch(proof, scheme, DomainProof.filePath(token))
            return evidence
        }

        private func fetch(_ proof: DomainProof, _ scheme: SiteAddress.Scheme, _ path: String) -> Answer {
            let port = scheme == .http ? probe.ports.http : probe.ports.https
            var address = SiteAddress(scheme: scheme, host: .name(proof.name), port: port, target: path)
            var answer = Answer(outcome: .noAnswer, url: address.masked)
            for _ in 0...Self.mostRedirects {
                let location: String?
                (answer, location) = fetch(address)
                guard let location else { return answer }
                // Only the host itself can prove that it is its owner's, at the ports of the web; what is no address leaves it too.
                guard let next = try? address.following(location), next.host == address.host,
                    next.port == (next.scheme == .http ? probe.ports.http : probe.ports.https)
                else {
                    answer.outcome = .leavesHost
                    return answer
                }
                address = next
            }
            return answer
        }

        /// - Returns: what came, and where it sends on to.
        private func fetch(_ address: SiteAddress) -> (Answer, location: String?) {
            var answer = Answer(outcome: .noAddress, url: address.masked)
            let found = findAddresses(address.hostText)
            guard !found.isEmpty else { return (stopped(answer), nil) }
            let allowed = found.filter { probe.options.allowed.refusal(of: $0) == nil }
            answer.outcome = .refusedAddress
            guard !allowed.isEmpty else { return (answer, nil) }
            let connects = ConnectProbe(port: address.port, watch: watch.limited(to: probe.options.limits.connect))
                .connect(to: Array(allowed.prefix(probe.options.limits.addresses)))
            answer.outcome = .noConnection
            guard let chosen = connects.chosen, let exchanged = exchange(address, chosen) else {
                return (stopped(answer), nil)
            }
            return read(exchanged, answer)
        }

        private func findAddresses(_ name: String) -> [NetworkAddress] {
            let limit = probe.options.limits.query
            return resolver.ask(name, .a, watch.limited(to: limit)).addresses
                + resolver.ask(name, .aaaa, watch.limited(to: limit)).addresses
        }

        private func exchange(_ address: SiteAddress, _ chosen: NetworkAddress) -> HTTPExchange.Answer? {
            var limits = probe.options.limits
            limits.bodyBytes = DomainProof.longestFile
            let request = HTTPRequest(address: address, purpose: .page, unknownHost: "")
            let exchange = HTTPExchange(request: request, limits: limits, seeksInsecure: false)
            if address.scheme == .https {
                let check = ChainCheck(roots: roots, now: probe.context.now)
                let tls = TLSProbe(limits: limits, check: check, serverName: address.hostText)
                guard let stream = tls.connect(chosen, port: address.port, watch).stream else { return nil }
                return exchange.run(over: stream, began: watch.now, watch)
            }
            switch Socket.connected(to: chosen, port: address.port, watch.limited(to: limits.connect)) {
            case .success(let socket): return exchange.run(over: PlainStream(socket: socket), began: watch.now, watch)
            case .failure: return nil
            }
        }

        private func read(_ exchanged: HTTPExchange.Answer, _ answer: Answer) -> (Answer, location: String?) {
            var answer = answer
            answer.status = exchanged.evidence.status
            answer.outcome = .noAnswer
            guard exchanged.evidence.outcome == .answered, let status = exchanged.evidence.status else {
                return (stopped(answer), nil)
            }
            if [301, 302, 303, 307, 308].contains(status), let location = exchanged.location {
                return (answer, location)
            }
            answer.outcome = .otherStatus
            guard status == 200 else { return (answer, nil) }
            switch exchanged.evidence.body?.outcome {
            case .complete: answer.outcome = .found
            case .capped: answer.outcome = .tooLong
            default: answer.outcome = .noAnswer
            }
            answer.text = String(decoding: exchanged.body, as: UTF8.self)
            return (stopped(answer), nil)
        }

        private func stopped(_ answer: Answer) -> Answer {
            var answer = answer
            if answer.outcome != .found, watch.stop == .cancelled { answer.outcome = .cancelled }
            return answer
        }
    }
#endif
