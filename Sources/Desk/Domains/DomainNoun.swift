import App
import ArgumentParser
import Diagnosis
import Presentation
import Storage
import Workflow

/// `desk domain`: the names that customers have.
struct DomainNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "domain", abstract: "Names that customers have: claimed, proven, moved, released.",
        discussion: """
            A customer claims a name and proves it with a TXT record or a file. Of several who claim it, the first who proves it has it, \
            and with it all names below. "desk diagnose --customer" asks nothing of a site that is another customer's.
            """,
        subcommands: [
            DomainList.self, DomainShow.self, DomainAdd.self, DomainVerify.self, DomainMove.self, DomainRelease.self,
        ],
        defaultSubcommand: DomainList.self)
}

/// `desk domain list`
struct DomainList: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the names of customers.")
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        try session.openForReading().read { db in
            let page = DomainPage(words: session.words, now: session.now)
            try session.show(page.rows(try Domains.all(in: db)), zone: try session.zone(in: db))
        }
    }
}

/// `desk domain show NAME`
struct DomainShow: Verb {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show whose a name is, or what proves it.")

    @OptionGroup var domain: DomainOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let request = try domain.request()
        let store = try session.openForReading()
        try session.print(try store.read { try session.workspace.domain(request, in: $0) }, store)
    }
}

/// `desk domain add NAME --customer WHO`
struct DomainAdd: Verb {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Claim a name for a customer, for a week. Says what proves it.")

    @Argument(help: ArgumentHelp("example.com, or *.example.com for all names below it.", valueName: "name"))
    var name: String

    @Option(help: "Whose it is: a name, a telephone number or an e-mail address.", completion: Completions.customers)
    var customer: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let request = try DomainRequest(name, customer: customer)
        let store = try session.openForWriting()
        let outcome = try session.workspace.claim(request, customer: customer, token: Self.token, in: store)
        try session.print(outcome.content, store)
    }

    /// Twenty-six letters and digits that nobody guesses.
    private static var token: String {
        (0..<2).map { _ in String(UInt64.random(in: UInt64.max / 2...UInt64.max), radix: 36) }.joined(by: "")
    }
}

/// `desk domain release NAME`
struct DomainRelease: Verb {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Give a name or a claim up. Undo brings it back.")

    @OptionGroup var domain: DomainOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let request = try domain.request()
        let store = try session.openForWriting()
        let claim = try store.read { try session.workspace.domain(request, in: $0) }
        let result = try store.release(claim, readable: request.readable, session.context)
        try session.done(
            session.words.domains.released(request.readable, claim.customer) + session.words.people.end(result),
            result.operation, name: request.name)
    }
}

/// Which domain is meant.
struct DomainOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The name.", valueName: "name"))
    var name: String

    @Option(help: "Whose claim, where several customers claim it.", completion: Completions.customers)
    var customer: String?

    func request() throws(DiagnosisError) -> DomainRequest { try DomainRequest(name, customer: customer) }
}

extension Session {
    func print(_ domain: ClaimedDomain, _ store: Store) throws {
        let page = DomainPage(words: words, now: now)
        let proof = try workspace.proof(of: domain)
        if answersInJSON { return try answer(.domain, page.json(domain, proof)) }
        let zone = try store.read { try self.zone(in: $0) }
        let lines = page.lines(domain, proof) { at in
            TimeText.local(at.milliseconds, offset: zone.offset(at: at.milliseconds))
        }
        for line in lines { try print(line) }
    }
}
