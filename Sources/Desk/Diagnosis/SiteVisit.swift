import App
import Diagnosis
import Presentation
import Workflow

/// The visit to a site, which can be watched and stopped.
struct SiteVisit {
    let session: Session
    let options: ProbeOptions
    /// Whose the host is, where the desk knows.
    let owner: PermissionEvidence.Owner?

    func run(_ address: SiteAddress) throws -> SiteDiagnosis {
        var options = options
        // Who waits for other writers so long, or so briefly, waits for a site no longer.
        if let seconds = askedSeconds { options.limits.total = min(options.limits.total, Int64(seconds) * 1000) }
        let interrupt = InterruptFlag()
        let context = try ProbeContext(now: session.now, token: Self.token, clock: { Clock.elapsed() }) {
            interrupt.isSet
        }
        let probe = SiteProbe(options: options, context: context) { tell($0) }
        return try session.awaiting {
            try probe.run(address, permission: PermissionEvidence(consent: .given, owner: owner))
        }
    }

    /// `--timeout`, where somebody gave it.
    private var askedSeconds: Int? {
        let isGiven = session.arguments.contains { $0 == "--timeout" || $0.hasPrefix("--timeout=") }
        return isGiven ? max(1, session.globals.timeoutSeconds) : nil
    }

    /// Thirteen letters and digits that nobody guesses.
    private static var token: String { String(UInt64.random(in: UInt64.max / 2...UInt64.max), radix: 36) }

    private func tell(_ progress: SiteProbe.Progress) {
        guard session.errorTerminal.isTerminal, !session.globals.quiet else { return }
        let words = session.words.diagnosis
        let worst = progress.checks.first { if case .failed = $0.state { true } else { false } }
        let state = worst ?? progress.checks.first { if case .warning = $0.state { true } else { false } }
        let hop = progress.hop == 0 ? "" : " → \(progress.hop)"
        let word = words.state(state?.state ?? .ok)
        // Nobody watches any more; the diagnosis goes on.
        try? session.writeError("  \(words.phase(progress.phase))\(hop): \(word)\n")
    }
}
