import App
import ArgumentParser
import Presentation
import Reporting
import Storage
import Workflow

/// `desk cause`: why it happened.
struct CauseNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cause", abstract: "Say why it happened: confirm, reject or set root causes.",
        subcommands: [
            CauseList.self, CauseShow.self, CauseConfirm.self, CauseReject.self, CauseSet.self, CauseNew.self,
            CauseRename.self, CauseMerge.self,
        ],
        defaultSubcommand: CauseList.self)
}

/// `desk cause list`
struct CauseList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List causes with how often they are confirmed and unverified.")
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        try store.read { db in
            let report = try CauseReport(try Query.parse(""), try session.queryContext(in: db), in: db)
            let words = session.words
            let used = report.lines.map { (cause: $0.cause, confirmed: $0.confirmed, unverified: $0.unverified) }
            // Those that no ticket has yet are causes, too.
            let known = Set(used.map(\.cause))
            let unused = try Taxonomy.causes(in: db).map(\.name).filter { !known.contains($0) }
            let lines = used + unused.map { (cause: $0, confirmed: 0, unverified: 0) }
            let rows = Rows(
                .causes,
                fields: [
                    RowField(
                        "cause", .text,
                        column: Column(heading: words.report.key(.cause), flexibility: .rest(minimum: 16))),
                    RowField(
                        "confirmed", .number,
                        column: Column(heading: words.report.heading(.confirmed, .cause), alignment: .right)),
                    RowField(
                        "unverified", .number,
                        column: Column(heading: words.report.heading(.unverified, .cause), alignment: .right)),
                ],
                entries: lines.map { line in
                    [
                        RowEntry(.text(line.cause)), RowEntry(.number(Int64(line.confirmed))),
                        RowEntry(.number(Int64(line.unverified))),
                    ]
                })
            try session.show(rows, zone: .utc)
        }
    }
}

/// `desk cause confirm ID… --cause C`: it is what it was.
struct CauseConfirm: ChangeVerb {
    static let configuration = CommandConfiguration(commandName: "confirm", abstract: "Confirm causes of tickets.")
    @OptionGroup var targets: Targets
    @OptionGroup var causes: CauseOptions
    @OptionGroup var proof: ProofOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand {
        .setCauseState(try causes.names(in: store), .confirmed, try proof.proof)
    }
}

/// `desk cause reject ID… --cause C`: it was something else.
struct CauseReject: ChangeVerb {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Reject causes of tickets: they are not counted any more.")
    @OptionGroup var targets: Targets
    @OptionGroup var causes: CauseOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand {
        .setCauseState(try causes.names(in: store), .rejected)
    }
}

/// `desk cause set ID… --cause C`: it may be this, not checked yet.
struct CauseSet: ChangeVerb {
    static let configuration = CommandConfiguration(commandName: "set", abstract: "Put causes on tickets, unverified.")
    @OptionGroup var targets: Targets
    @OptionGroup var causes: CauseOptions
    @OptionGroup var proof: ProofOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand {
        .setCauseState(try causes.names(in: store), .unverified, try proof.proof)
    }
}

/// The causes meant.
struct CauseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A cause; may be repeated.", valueName: "cause"), completion: Completions.causes)
    var cause: [String]

    /// - Throws: `UsageError.badCause`
    func names(in store: Store) throws -> [String] { try store.read { try TaxonomyName.causes(cause, in: $0) } }

    mutating func validate() throws {
        if cause.allSatisfy(\.trimmed.isEmpty) { throw ValidationError("Give a cause with --cause.") }
    }
}

/// What shows a cause, and whether it is the one that counts most.
struct ProofOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The message that shows it, such as m5.", valueName: "message"))
    var evidence: String?

    @Flag(help: "It is the cause that counts most.")
    var primary = false

    var proof: CauseProof {
        get throws {
            let place = try evidence.map { text in
                guard let place = Int(text.hasPrefix("m") ? String(text.dropFirst()) : text), place > 0 else {
                    throw UsageError.badMessage(text)
                }
                return place
            }
            return CauseProof(isPrimary: primary, evidence: place)
        }
    }
}
