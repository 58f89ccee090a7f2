#if Diagnosis
    import Workflow

    /// One run of a probe: gathers evidence, phase by phase.
    struct SiteProbeRun {
        let options: ProbeOptions
        let context: ProbeContext
        let report: (SiteProbe.Progress) -> Void
        let watch: ProbeWatch
        let resolver: DNSResolver
        let roots: TrustedRoots
        var evidence: Evidence
        private var visited: Set<SiteAddress> = []
        private var reported = 0

        init(_ probe: SiteProbe) throws(DiagnosisError) {
            options = probe.options
            context = probe.context
            report = probe.report
            watch = ProbeWatch(
                milliseconds: probe.options.limits.total, clock: probe.context.clock,
                isCancelled: probe.context.isCancelled)
            resolver = try DNSResolver(server: probe.options.resolver)
            roots = try TrustedRoots(adding: probe.options.certificateFile)
            var scope = ProbeScope()
            scope.cnameSuffixes = probe.options.cnameSuffixes.map(\.ascii)
            scope.isPastCNAME = probe.options.isPastCNAME
            scope.issuers = probe.options.issuers.map { $0.lowercased() }
            scope.allowed = probe.options.allowed
            scope.resolver = probe.options.resolver?.description
            scope.trustedRoots = roots.files
            scope.redirects = probe.options.limits.redirects
            evidence = Evidence(startedAt: probe.context.now, scope: scope, hops: [])
        }

        mutating func visit(_ address: SiteAddress, _ permission: PermissionEvidence) -> SiteDiagnosis {
            let began = watch.now
            evidence.permission = permission
            var next: SiteAddress? = address
            while let address = next { next = visitHop(address) }
            let stop = watch.stop
            evidence.end = .completed
            // Time that ran out behind the last check changes nothing.
            if stop != nil, Assessment(evidence).isUnfinished || hop.redirect != nil {
                evidence.end = context.isCancelled() ? .cancelled : .timedOut
            }
            evidence.milliseconds = watch.now - began
            return SiteDiagnosis(evidence)
        }

        /// - Returns: where the site sends on to, where that may be followed.
        private mutating func visitHop(_ address: SiteAddress) -> SiteAddress? {
            visited.insert(address)
            evidence.hops.append(HopEvidence(address))
            reported = 0
            guard mayGoOn(.input, .permission) else { return nil }
            guard findNames(of: address), findConnections(of: address) else { return nil }
            var opened: TLSStream?
            if address.scheme == .https {
                guard let stream = shakeHands(with: address) else { return nil }
                opened = stream
            }
            let location = askPage(of: address, over: opened)
            let next = location.flatMap { follow($0, from: address) }
            guard mayGoOn(.http, .content) else { return nil }
            return next
        }

        /// The evidence of the address that is being visited.
        var hop: HopEvidence {
            get { evidence.hops[evidence.hops.count - 1] }
            set { evidence.hops[evidence.hops.count - 1] = newValue }
        }

        /// Reports what has been looked at. Whether there is anything left to look at, and time for it.
        mutating func mayGoOn(_ phases: Phase...) -> Bool {
            let assessment = Assessment(evidence)
            if let checks = assessment.hops.last, assessment.hops.count == evidence.hops.count {
                for phase in phases {
                    let found = checks.checks(phase)
                    if !found.isEmpty {
                        report(SiteProbe.Progress(hop: evidence.hops.count - 1, phase: phase, checks: found))
                    }
                }
            }
            return assessment.failure == nil && watch.stop == nil
        }

        private mutating func findNames(of address: SiteAddress) -> Bool {
            guard case .name(let name) = address.host else { return true }
            let probe = NameProbe(resolver: resolver, limits: options.limits)
            var names = evidence.hops.first?.names.map { NameEvidence(probe: $0.probe) } ?? probe.begin(watch)
            probe.walk(name, &names, watch)
            hop.names = names
            guard mayGoOn(.resolver) else { return false }
            probe.findAddresses(&names, watch)
            hop.names = names
            guard mayGoOn() else { return mayGoOn(.names) }
            probe.findIssuers(name, &names, watch)
            hop.names = names
            return mayGoOn(.names)
        }

        private mutating func findConnections(of address: SiteAddress) -> Bool {
            guard let choice = AddressChoice(hop, options.allowed), mayGoOn(.addresses) else { return false }
            let tried = choice.allowed.prefix(options.limits.addresses)
            var connects = ConnectProbe(port: address.port, watch: watch.limited(to: options.limits.connect))
                .connect(to: Array(tried))
            connects.leftOut = choice.allowed.count - tried.count
            hop.connects = connects
            return mayGoOn(.connection) && connects.chosen != nil
        }

        private mutating func shakeHands(with address: SiteAddress) -> TLSStream? {
            guard let chosen = hop.connects?.chosen else { return nil }
            let (tls, stream) = tlsProbe(address).connect(chosen, port: address.port, watch)
            hop.tls = tls
            return mayGoOn(.tls, .certificate) ? stream : nil
        }

        func tlsProbe(_ address: SiteAddress) -> TLSProbe {
            var serverName: String?
            if case .name(let name) = address.host { serverName = name.ascii }
            return TLSProbe(
                limits: options.limits, check: ChainCheck(roots: roots, now: context.now), serverName: serverName)
        }

        private mutating func follow(_ location: String, from address: SiteAddress) -> SiteAddress? {
            var redirect = RedirectEvidence(location: VisibleText.of(Secrets.masked(address: location).utf8, most: 500))
            var next: SiteAddress?
            do throws(DiagnosisError) {
                next = try address.following(location)
            } catch {
                redirect.fault = error.faultCode
            }
            if let target = next {
                redirect.isRepeated = visited.contains(target)
                redirect.isBeyondLimit = evidence.hops.count > options.limits.redirects
                if redirect.isRepeated || redirect.isBeyondLimit { next = nil }
            }
            hop.redirect = redirect
            return next
        }
    }
#endif
