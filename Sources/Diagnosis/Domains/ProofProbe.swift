import Workflow

/// Looks whether a proof is published. It blocks the calling thread, within its limits.
package struct ProofProbe {
    /// The ports of the world; the laboratory has its own.
    package struct Ports: Sendable {
        package var names: UInt16 = 53
        package var http: UInt16 = 80
        package var https: UInt16 = 443

        package init() {}
    }

    package let options: ProbeOptions
    package let context: ProbeContext
    package var ports = Ports()

    package init(options: ProbeOptions, context: ProbeContext) {
        self.options = options
        self.context = context
    }

    /// - Throws: `notBuiltIn`, `badResolver`, `unreadableCertificates`
    package func look(_ way: ProofEvidence.Way, for proof: DomainProof) throws(DiagnosisError) -> ProofEvidence {
        #if Diagnosis
            let watch = ProbeWatch(
                milliseconds: options.limits.total, clock: context.clock, isCancelled: context.isCancelled)
            let began = watch.now
            let resolver = try DNSResolver(server: options.resolver)
            var evidence: ProofEvidence
            switch way {
            case .record: evidence = try RecordProofProbe(probe: self, resolver: resolver, watch: watch).look(proof)
            case .file:
                let roots = try TrustedRoots(adding: options.certificateFile)
                evidence = FileProofProbe(probe: self, resolver: resolver, roots: roots, watch: watch).look(proof)
            }
            evidence.end = watch.stop == nil ? .completed : context.isCancelled() ? .cancelled : .timedOut
            evidence.milliseconds = watch.now - began
            return evidence
        #else
            throw .notBuiltIn
        #endif
    }
}
