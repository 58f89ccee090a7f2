import App
import ArgumentParser
import Diagnosis
import Presentation
import Storage
import Workflow

/// How a proof is looked for.
struct DomainProofOptions: ParsableArguments {
    @Flag(name: .customLong("record"), help: "Look for the TXT record only.")
    var isRecord = false

    @Flag(name: .customLong("file"), help: "Look for the file only.")
    var isFile = false

    @Option(help: ArgumentHelp("Ask this resolver and not the system's.", valueName: "address:port"))
    var resolver: String?

    @Option(
        name: .customLong("allow-private"),
        help: ArgumentHelp(
            "Connect to this network too, though it is not public; may be repeated.", valueName: "network"))
    var allowedNetworks: [String] = []

    mutating func validate() throws {
        if isRecord && isFile { throw ValidationError("Give one of --record and --file.") }
    }

    private var ways: [ProofEvidence.Way] { isRecord ? [.record] : isFile ? [.file] : [.record, .file] }

    /// - Throws: `DiagnosisError` for options that make no sense, before anybody is asked.
    fileprivate func read() throws(DiagnosisError) -> ProbeOptions {
        var options = ProbeOptions()
        if let resolver { options.resolver = try ResolverAddress(resolver) }
        options.allowed = try AllowedNetworks(texts: allowedNetworks)
        return options
    }

    /// - Throws: `DomainFault.notProven`
    fileprivate func requireProof(
        of claim: ClaimedDomain, _ request: DomainRequest, _ options: ProbeOptions, _ session: Session
    ) throws -> ProofEvidence.Way {
        let interrupt = InterruptFlag()
        let token = String(UInt64.random(in: UInt64.max / 2...UInt64.max), radix: 36)
        let context = try ProbeContext(now: session.now, token: token, clock: { Clock.elapsed() }) { interrupt.isSet }
        let probe = ProofProbe(options: options, context: context)
        return try session.awaiting {
            try session.workspace.requireProof(of: claim, readable: request.readable, by: ways, probe)
        }
    }
}

/// `desk domain verify NAME`
struct DomainVerify: Verb {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Look for the proof of a claim; the name is the customer's then.")

    @OptionGroup var domain: DomainOptions
    @OptionGroup var proof: DomainProofOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let request = try domain.request()
        let options = try proof.read()
        let store = try session.openForWriting()
        let claim = try store.read { try session.workspace.domain(request, in: $0) }
        if globals.isDryRun { return try session.print(session.words.domains.wouldLook(request.readable)) }
        let way = try proof.requireProof(of: claim, request, options, session)
        let outcome = try store.verify(claim, readable: request.readable, session.context)
        try session.done(
            session.words.domains.proven(request.readable, claim.customer, way == .record)
                + session.words.people.end(outcome.result), outcome.result.operation, name: request.name)
    }
}

/// `desk domain move NAME --to WHO`
struct DomainMove: Verb {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Move a name to another customer, who has claimed it and proves it.",
        discussion:
            "Says what stays with the customer who had it, and asks. It is one operation: one undo takes it back.")

    @Argument(help: ArgumentHelp("The name.", valueName: "name"))
    var name: String

    @Option(
        help: "Whose it becomes: a name, a telephone number or an e-mail address.", completion: Completions.customers)
    var to: String

    @OptionGroup var proof: DomainProofOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let request = try DomainRequest(name, customer: to)
        let options = try proof.read()
        let store = try session.openForWriting()
        let claim = try store.read { try session.workspace.domain(request, in: $0) }
        let (owner, remains) = try store.remains(of: claim, readable: request.readable)
        let words = session.words.domains
        if !session.isQuiet { for line in words.remains(remains, owner.customer) { try session.print(line) } }
        if globals.isDryRun { return try session.print(words.wouldLook(request.readable)) }
        _ = try proof.requireProof(of: claim, request, options, session)
        if !globals.yes {
            guard session.canAsk else { throw Refusal.cancelled }
            try session.flush()
            try session.ask(words.askMove(request.readable, owner.customer, claim.customer))
        }
        let outcome = try store.move(claim, from: owner, readable: request.readable, session.context)
        try session.done(
            words.moved(request.readable, owner.customer, claim.customer) + session.words.people.end(outcome.result),
            outcome.result.operation, name: request.name)
    }
}
