import App
import ArgumentParser
import Diagnosis
import Presentation
import Storage
import Workflow

/// `desk diagnose URL`
struct DiagnoseSite: Verb {
    static let configuration = CommandConfiguration(commandName: "site", abstract: "Diagnose a site.")

    @Argument(help: ArgumentHelp("The address: https://www.example.com/path, or just a name.", valueName: "url"))
    var url: String?

    @Option(
        help: "Whose site it is: a name, a telephone number or an e-mail address.", completion: Completions.customers)
    var customer: String?

    @Option(
        help: ArgumentHelp("The ticket that it is about; it gets a note that customers do not see.", valueName: "id"),
        completion: Completions.tickets)
    var ticket: String?

    @Option(help: ArgumentHelp("Ask this resolver and not the system's.", valueName: "address:port"))
    var resolver: String?

    @Option(
        name: .customLong("ca"), help: ArgumentHelp("Trust these authorities too, in PEM.", valueName: "file"),
        completion: .file())
    var authorities: String?

    @Flag(name: .customLong("past-cname"), help: "Go on where the CNAME is missing or leads elsewhere.")
    var isPastCNAME = false

    @Option(
        name: .customLong("allow-private"),
        help: ArgumentHelp(
            "Connect to this network too, though it is not public; may be repeated.", valueName: "network"))
    var allowedNetworks: [String] = []

    @Option(
        help: ArgumentHelp(
            "For an article that asks: answers, one a line (yes, no, next, don't know, back); new ones are added.",
            valueName: "file"),
        completion: .file())
    var answers: String?

    @Option(help: ArgumentHelp("Look at the evidence of a diagnosis again, without the network.", valueName: "d3"))
    var replay: String?

    @Flag(name: .customLong("file"), help: "File a ticket: what a customer may read, and all of it as a note.")
    var isFiled = false

    @Option(
        name: [.customShort("p"), .customLong("prio"), .customLong("priority")],
        help: "The priority of that ticket: low, normal, high, urgent; 普通, 重要, 紧急.", completion: Completions.priorities)
    var priority: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        if let replay { return try look(atAgain: replay, session) }
        guard let url else { throw DiagnosisError.empty }
        if try goThrough(article: url, session) { return }
        let address = try SiteAddress(url)
        session.hide(url, as: address.masked)
        let chosen = try options()
        let store = try session.openForWriting()
        let target = try session.workspace.diagnosisTarget(
            customer: customer, ticket: ticket, priority: isFiled ? priority ?? "normal" : nil, in: store)
        if globals.isDryRun { return try session.print(session.words.diagnosis.wouldDiagnose(address.masked)) }
        guard SiteProbe.isBuiltIn else { throw DiagnosisError.notBuiltIn }
        let options = try session.workspace.probeOptions(chosen, in: store)
        let consent = try session.consentToDiagnosis()
        let owner = try session.workspace.owner(of: address, for: target.customer, in: store)
        let diagnosis = try SiteVisit(session: session, options: options, owner: owner).run(address)
        let request = DiagnosisRequest(
            address: address, customer: target.customer, ticket: target.ticket, consent: consent)
        let filing = DiagnosisFiling(session: session, store: store, target: target)
        let result = try filing.remember(diagnosis, request)
        try session.print(result, store)
        if diagnosis.evidence.end == .cancelled { throw Refusal.diagnosisStopped(result.stored.label) }
    }

    /// - Returns: false where the word means no article.
    private func goThrough(article word: String, _ session: Session) throws -> Bool {
        guard let article = try FlowVisit.article(word, in: try session.openForReading()) else { return false }
        let store = try isFiled || ticket != nil ? session.openForWriting() : session.openForReading()
        let target = try session.workspace.diagnosisTarget(
            customer: customer, ticket: ticket, priority: isFiled ? priority ?? "normal" : nil, in: store)
        try FlowVisit(article, answers: answers, target: target, session: session, store: store).run()
        return true
    }

    private func look(atAgain word: String, _ session: Session) throws {
        let id = try DiagnosisName.id(word)
        let store = try session.openForReading()
        try session.print(try store.read { try session.workspace.replay(id, in: $0) }, store)
    }

    /// - Throws: `DiagnosisError` for options that make no sense, before anything is asked.
    private func options() throws -> ProbeOptions {
        var options = ProbeOptions()
        options.resolver = try resolver.map { try ResolverAddress($0) }
        options.certificateFile = authorities
        options.isPastCNAME = isPastCNAME
        options.allowed = try AllowedNetworks(texts: allowedNetworks)
        return options
    }
}

extension Session {
    /// Asks the person, or takes the yes of the command for one.
    /// - Throws: `Refusal.cancelled` for a no, `Refusal.needsConsent` where nobody can be asked.
    fileprivate func consentToDiagnosis() throws -> StoredConsent {
        let text = words.diagnosis.consent
        if globals.yes { return StoredConsent(words: text, isAnswered: false) }
        guard canAsk else { throw Refusal.needsConsent }
        try writeError(text + "\n")
        try ask(words.diagnosis.askConsent)
        return StoredConsent(words: text, isAnswered: true)
    }
}
