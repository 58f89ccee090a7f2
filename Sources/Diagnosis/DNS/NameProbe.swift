#if Diagnosis
    /// Asks all that a diagnosis wants to know of a name.
    struct NameProbe {
        let resolver: DNSResolver
        let limits: ProbeLimits

        private func ask(_ name: String, _ type: DNSRecordType, _ watch: ProbeWatch) -> QueryEvidence {
            resolver.ask(name, type, watch.limited(to: limits.query))
        }

        /// Asks what every resolver answers somehow, were it that it refuses.
        func begin(_ watch: ProbeWatch) -> NameEvidence {
            // A resolver that is there answers this from its memory; two seconds leave time for a second try.
            NameEvidence(probe: resolver.ask("", .ns, watch.limited(to: min(limits.query, 2_500))))
        }

        /// From one CNAME to the next.
        func walk(_ name: DomainName, _ names: inout NameEvidence, _ watch: ProbeWatch) {
            var current = name.ascii
            var seen: Set<String> = []
            while watch.stop == nil, seen.insert(current).inserted {
                if names.walk.count > limits.cnameSteps {
                    names.isWalkCut = true
                    return
                }
                let query = ask(current, .cname, watch)
                names.walk.append(query)
                guard let target = query.ownAnswers.first?.value, !target.isEmpty else { return }
                current = target
            }
        }

        /// The addresses at the end of the walk, and those beside the first CNAME.
        func findAddresses(_ names: inout NameEvidence, _ watch: ProbeWatch) {
            // What is not answered once is not answered a second time either.
            guard let first = names.walk.first, let last = names.walk.last, last.outcome.isReply else { return }
            names.v4 = ask(last.name, .a, watch)
            guard names.v4?.outcome.isReply == true else { return }
            names.v6 = ask(last.name, .aaaa, watch)
            if first.name != last.name { names.beside = ask(first.name, .a, watch) }
        }

        /// The first name from here upwards that says which authorities may issue for it.
        func findIssuers(_ name: DomainName, _ names: inout NameEvidence, _ watch: ProbeWatch) {
            var labels = name.labels
            while !labels.isEmpty, names.caa.count < 5, watch.stop == nil {
                let query = ask(labels.joined(separator: "."), .caa, watch)
                names.caa.append(query)
                guard query.outcome == .noData || query.outcome == .notFound else { return }
                labels.removeFirst()
            }
        }
    }
#endif
