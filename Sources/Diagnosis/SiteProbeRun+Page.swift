#if Diagnosis
    /// Asks for the page, and what else its answer makes worth asking.
    extension SiteProbeRun {
        /// - Returns: where a redirect leads, with its secrets.
        mutating func askPage(of address: SiteAddress, over opened: TLSStream?) -> String? {
            guard let chosen = hop.connects?.chosen else { return nil }
            let began = watch.now
            let page: HTTPExchange.Answer
            if let opened {
                page = exchange(.page, address).run(over: opened, began: began, watch)
            } else {
                page = ask(.page, address, chosen)
            }
            hop.exchanges = [page.evidence]
            let isRedirect = page.evidence.status.map { [301, 302, 303, 307, 308].contains($0) } ?? false
            if isRedirect, let location = page.location { return location }
            askMore(address, chosen, page.evidence)
            return nil
        }

        private mutating func askMore(_ address: SiteAddress, _ chosen: NetworkAddress, _ page: ExchangeEvidence) {
            for purpose in purposes(after: page) where watch.stop == nil {
                hop.exchanges.append(ask(purpose, address, chosen).evidence)
            }
        }

        private func purposes(after page: ExchangeEvidence) -> [ExchangeEvidence.Purpose] {
            guard page.outcome == .answered, let status = page.status else { return [] }
            switch status {
            case 200..<300:
                guard [nil, .complete, .capped].contains(page.body?.outcome) else { return [] }
                let size = page.body.map { $0.declared ?? $0.bytes } ?? 0
                return [.unknownHost, .head, .origin] + (size >= options.limits.bodyBytes ? [.range] : [])
            case 403: return [.referer, .unknownHost]
            case 404, 421: return [.unknownHost]
            default: return []
            }
        }

        private func exchange(_ purpose: ExchangeEvidence.Purpose, _ address: SiteAddress) -> HTTPExchange {
            let request = HTTPRequest(
                address: address, purpose: purpose, unknownHost: "desk-\(context.token).invalid")
            return HTTPExchange(
                request: request, limits: purpose == .page ? options.limits : options.limits.besides,
                seeksInsecure: purpose == .page && address.scheme == .https)
        }

        /// Over a connection of its own: to the address that was checked, and never to a name.
        private func ask(
            _ purpose: ExchangeEvidence.Purpose, _ address: SiteAddress, _ chosen: NetworkAddress
        ) -> HTTPExchange.Answer {
            let began = watch.now
            if address.scheme == .https {
                guard let stream = tlsProbe(address).connect(chosen, port: address.port, watch).stream else {
                    return failed(purpose, .connectFailed, began)
                }
                return exchange(purpose, address).run(over: stream, began: began, watch)
            }
            switch Socket.connected(to: chosen, port: address.port, watch.limited(to: options.limits.connect)) {
            case .success(let socket):
                return exchange(purpose, address).run(over: PlainStream(socket: socket), began: began, watch)
            case .failure(let outcome):
                return failed(purpose, outcome == .cancelled ? .cancelled : .connectFailed, began)
            }
        }

        private func failed(
            _ purpose: ExchangeEvidence.Purpose, _ outcome: ExchangeEvidence.Outcome, _ began: Int64
        ) -> HTTPExchange.Answer {
            var answer = HTTPExchange.Answer(evidence: ExchangeEvidence(purpose, outcome))
            answer.evidence.times.end = watch.now - began
            return answer
        }
    }

    extension ProbeLimits {
        /// For what is asked besides the page: a slow site shall not lose its verdict over it.
        fileprivate var besides: ProbeLimits {
            var limits = self
            limits.head = min(head, 5_000)
            limits.body = min(body, 5_000)
            return limits
        }
    }
#endif
