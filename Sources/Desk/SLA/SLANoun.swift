import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk sla`: what is promised to customers, and how it is kept.
struct SLANoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sla", abstract: "What is promised to customers, and how it is kept.",
        discussion: """
            Each ticket goes by the first policy whose query finds it. Terms are separated by semicolons: \
            "first 1bh; first urgent 15m; next 4bh; resolve 2bd; pause pending,hold; raise forward; reopen new; warn 30bm". \
            15m, 4h and 1d go by the clock, 30bm, 4bh and 2bd by the policy's calendar.
            """,
        subcommands: [
            SLAList.self, SLANew.self, SLAEdit.self, SLARemove.self, SLAOrder.self, SLAExplain.self, SLACheck.self,
            SLASimulate.self,
        ], defaultSubcommand: SLAList.self)
}

/// `desk sla list`
struct SLAList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List policies in the order in which they are asked.")
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let words = session.words
        try session.openForReading().read { db in
            let policies = try SLAPolicies.all(in: db)
            let rows = Rows(
                .policies,
                fields: [
                    RowField("name", .text, column: Column(heading: words.headings.name)),
                    RowField("query", .text, column: Column(heading: words.headings.query)),
                    RowField(
                        "terms", .text, column: Column(heading: words.sla.terms, flexibility: .rest(minimum: 20))),
                    RowField("calendar", .text, column: Column(heading: words.sla.calendar)),
                ],
                entries: try policies.map { policy in
                    [
                        RowEntry(.text(policy.name)), RowEntry(.text(policy.query)), RowEntry(.text(policy.terms.text)),
                        RowEntry(.text(try Calendars.find(policy.calendar, in: db).name)),
                    ]
                })
            try session.show(rows, zone: .utc)
        }
    }
}

/// What a policy is made of.
struct SLAOptions: ParsableArguments {
    @Option(help: ArgumentHelp("For which tickets; all unless told.", valueName: "query"))
    var when: String?

    @Option(help: ArgumentHelp("first 1bh; resolve 8bh …", valueName: "terms"))
    var terms: String?

    @Option(help: ArgumentHelp("The calendar it goes by; the desk's unless told.", valueName: "name"))
    var calendar: String?

    var isEmpty: Bool { when == nil && terms == nil && calendar == nil }

    /// - Throws: `QueryFault`, `SLAError`
    func apply(to policy: inout SLAPolicy, _ queryContext: QueryContext, in db: any Transaction) throws {
        if let when {
            var words = QueryWords()
            words.words = [when]
            let query = try words.parse(in: db)
            _ = try words.check { try TicketCondition(query, queryContext, in: db) }
            policy.query = query.description
        }
        if let terms { policy.terms = try SLATerms(text: terms) }
        if let calendar { policy.calendar = try Calendars.find(calendar, in: db).name }
    }
}

/// `desk sla new NAME`
struct SLANew: Verb {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a policy: desk sla new 重要 --when prio:high --terms \"first 1bh; resolve 8bh\"",
        discussion: "It is asked after those that are there. Takes a manager.")

    @Argument(help: "What it is called.")
    var name: String

    @OptionGroup var options: SLAOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        guard !name.trimmed.isEmpty else { throw UsageError.noName }
        guard let terms = options.terms else { throw SLAError.noTargets }
        let store = try session.openForWriting()
        let context = session.context
        var policy = SLAPolicy(name: name.trimmed, query: "", terms: try SLATerms(text: terms))
        let slaContext = try store.read { db in
            let slaContext = try session.workspace.slaContext(in: db)
            try options.apply(to: &policy, slaContext.queryContext, in: db)
            return slaContext
        }
        let operation = try store.addPolicy(policy, context, slaContext).operation
        try session.done(session.words.sla.policyIs(policy, operation), operation, name: policy.name)
    }
}

/// `desk sla edit NAME`
struct SLAEdit: Verb {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change a policy. What is finished keeps its verdict. Takes a manager.")

    @Argument(help: "The policy.")
    var name: String

    @OptionGroup var options: SLAOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        guard !options.isEmpty else { throw UsageError.nothingToChange }
        let store = try session.openForWriting()
        let context = session.context
        let (policy, slaContext) = try store.read { db in
            let slaContext = try session.workspace.slaContext(in: db)
            var policy = try SLAPolicies.find(name, in: db)
            try options.apply(to: &policy, slaContext.queryContext, in: db)
            return (policy, slaContext)
        }
        let operation = try store.change(policy, context, slaContext).operation
        try session.done(session.words.sla.policyIs(policy, operation), operation, name: policy.name)
    }
}

/// `desk sla rm NAME`
struct SLARemove: Verb {
    static let configuration = CommandConfiguration(
        commandName: "rm", abstract: "Take a policy away. Takes a manager.")

    @Argument(help: "The policy.")
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let context = session.context
        let (policy, slaContext) = try store.read {
            (try SLAPolicies.find(name, in: $0), try session.workspace.slaContext(in: $0))
        }
        let operation = try store.removePolicy(name, context, slaContext).operation
        try session.done(session.words.sla.policyGone(policy.name, operation), operation, name: policy.name)
    }
}

/// `desk sla order NAME…`
struct SLAOrder: Verb {
    static let configuration = CommandConfiguration(
        commandName: "order", abstract: "Say which policies are asked first. Takes a manager.")

    @Argument(help: "Policies; the others follow in their order.")
    var names: [String]

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let context = session.context
        let slaContext = try store.read { try session.workspace.slaContext(in: $0) }
        let operation = try store.orderPolicies(names, context, slaContext).operation
        try session.done(session.words.sla.ordered(names, operation), operation)
    }
}
