#if Diagnosis
    /// Looks for the record of a proof: at the resolver, and at the servers that the zone names.
    struct RecordProofProbe {
        let probe: ProofProbe
        let resolver: DNSResolver
        let watch: ProbeWatch

        private static let mostServers = 3
        private static let mostSteps = 8

        func look(_ proof: DomainProof) throws(DiagnosisError) -> ProofEvidence {
            var evidence = ProofEvidence(.record, wanted: proof.text)
            evidence.resolved = ask(proof.recordName)
            let servers = findServers(of: proof.name)
            for (server, address) in servers where watch.stop == nil {
                let query = try ask(address, proof.recordName)
                evidence.authoritative.append(
                    ProofEvidence.ServerAnswer(server: server, address: address, query: query))
            }
            let sibling = proof.siblingName(probe.context.token)
            evidence.sibling = ask(sibling)
            // A resolver that is down is no reason to believe a zone that says the same of every name.
            for (_, address) in servers.prefix(1) where watch.stop == nil {
                evidence.sibling.append(try ask(address, sibling))
            }
            return evidence
        }

        /// A TXT, following a CNAME where the resolver does not do it itself.
        private func ask(_ name: String) -> [QueryEvidence] {
            var queries: [QueryEvidence] = []
            var current = name
            while queries.count < Self.mostSteps, watch.stop == nil, !queries.contains(where: { $0.name == current }) {
                let query = resolver.ask(current, .txt, watch.limited(to: probe.options.limits.query))
                queries.append(query)
                guard query.answers.isEmpty, let next = query.records.last(where: { $0.type == .cname }) else { break }
                current = next.value
            }
            return queries
        }

        private func ask(_ server: NetworkAddress, _ name: String) throws(DiagnosisError) -> QueryEvidence {
            let direct = try DNSResolver(server: ResolverAddress(server, port: probe.ports.names))
            return direct.ask(name, .txt, watch.limited(to: probe.options.limits.query))
        }

        /// The servers of the nearest zone above, as far as they may be asked: their addresses come from strangers too.
        private func findServers(of name: DomainName) -> [(String, NetworkAddress)] {
            var labels = name.labels
            while labels.count > 1, watch.stop == nil {
                let zone = labels.joined(separator: ".")
                let query = resolver.ask(zone, .ns, watch.limited(to: probe.options.limits.query))
                let servers = query.ownAnswers.map(\.value)
                if !servers.isEmpty { return addresses(of: servers) }
                guard query.outcome == .noData || query.outcome == .notFound else { return [] }
                labels.removeFirst()
            }
            return []
        }

        private func addresses(of servers: [String]) -> [(String, NetworkAddress)] {
            servers.prefix(Self.mostServers).compactMap { server in
                guard watch.stop == nil else { return nil }
                let query = resolver.ask(server, .a, watch.limited(to: probe.options.limits.query))
                let allowed = query.addresses.first { probe.options.allowed.refusal(of: $0) == nil }
                return allowed.map { (server, $0) }
            }
        }
    }
#endif
