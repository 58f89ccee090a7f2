import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk rule`: what happens by itself.
struct RuleNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rule", abstract: "Changes that \"desk tick\" makes by itself.",
        discussion: """
            A rule acts on a ticket when the ticket begins to meet its query, and not again for as long as it does. The steps are \
            those of macros.
            """,
        subcommands: [
            RuleList.self, RuleNew.self, RuleTest.self, RuleEnable.self, RuleDisable.self, RuleRemove.self,
            RuleLog.self,
        ], defaultSubcommand: RuleList.self)
}

/// `desk rule list`
struct RuleList: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List rules in the order they run.")
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let words = session.words
        let rules = try session.openForReading().read { try Rules.all(in: $0) }
        let rows = Rows(
            .rules,
            fields: [
                RowField("name", .text, column: Column(heading: words.headings.name)),
                RowField("enabled", .truth, column: Column(heading: words.texts.enabled)),
                RowField("when", .text, column: Column(heading: words.texts.when)),
                RowField("do", .text, column: Column(heading: words.texts.does, flexibility: .rest(minimum: 20))),
            ],
            entries: rules.map { rule in
                [
                    RowEntry(.text(rule.name)), RowEntry(.truth(rule.isEnabled)), RowEntry(.text(rule.query)),
                    RowEntry(.text(rule.steps)),
                ]
            })
        try session.show(rows, zone: .utc)
    }
}

/// `desk rule new NAME --when QUERY --do STEP`
struct RuleNew: Verb {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Make a rule: desk rule new NAME --when QUERY --do 'tag +x'. Takes a manager.")

    @Argument(help: "What it is called.")
    var name: String

    @Option(help: ArgumentHelp("The tickets it is about; open ones unless it says otherwise.", valueName: "query"))
    var when: String

    @OptionGroup var steps: StepOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let name = self.name.trimmed
        guard !name.isEmpty else { throw UsageError.nothingToChange }
        let store = try session.openForWriting()
        let context = session.context
        try session.checkRule(query: when, in: store)
        let steps = try session.workspace.checked(steps: try steps.read(session), in: store)
        let outcome = try store.addRule(name, when: when, do: steps, context)
        try session.done(
            session.words.texts.kept(name) + session.words.people.end(outcome), outcome.operation, name: name)
    }
}

/// `desk rule test NAME [--query QUERY]`
struct RuleTest: Verb {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Say what a rule would do now, and change nothing.",
        discussion: "To all tickets that meet its query, also those it has dealt with.")

    @Argument(help: "The rule.", completion: Completions.rules)
    var name: String

    @Option(help: ArgumentHelp("Only tickets that this finds.", valueName: "query"), completion: Completions.query)
    var query: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        var context = session.context
        context.mode = .rehearse
        context.confirmAbove = nil
        let (numbers, verb) = try store.read { db in
            let rule = try Rules.find(name, in: db)
            let queryContext = try session.queryContext(in: db)
            var numbers = try Rules.tickets(of: rule.query, queryContext, in: db)
            if let query {
                let wanted = Set(try session.queried(query) { try Rules.tickets(of: query, queryContext, in: db) })
                numbers = numbers.filter { wanted.contains($0) }
            }
            return (numbers, try session.workspace.reading(in: db).verb(of: rule.steps))
        }
        let performed = try store.perform(verb, on: numbers, context)
        let zone = try store.read { try session.zone(in: $0) }
        if numbers.isEmpty && !session.answersInJSON { return try session.print(session.words.list.empty) }
        try ChangeReport(session: session, verb: verb, zone: zone, reason: nil, isDryRun: true).tell(performed)
    }
}

/// `desk rule enable NAME`
struct RuleEnable: Verb {
    static let configuration = CommandConfiguration(commandName: "enable", abstract: "Let a rule run. Takes a manager.")

    @Argument(help: "The rule.", completion: Completions.rules)
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws { try session.enable(true, rule: name) }
}

/// `desk rule disable NAME`
struct RuleDisable: Verb {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Keep a rule from running. Takes a manager.")

    @Argument(help: "The rule.", completion: Completions.rules)
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws { try session.enable(false, rule: name) }
}

/// `desk rule rm NAME`
struct RuleRemove: Verb {
    static let configuration = CommandConfiguration(commandName: "rm", abstract: "Forget a rule. Undo brings it back.")

    @Argument(help: "The rule.", completion: Completions.rules)
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        try TextKeeping(session: session, kind: .rule, name: name, isNew: false).remove()
    }
}

/// `desk rule log`
struct RuleLog: Verb {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "List what rules did, the newest first.")

    @Option(help: ArgumentHelp("So many at most; 0 is all.", valueName: "n"))
    var last = 20

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let words = session.words
        try session.openForReading().read { db in
            let lines = try Rules.log(limit: last == 0 ? nil : last, in: db)
            let rows = Rows(
                .ruleLog,
                fields: [
                    RowField("at", .time, column: Column(heading: words.headings.time)),
                    RowField("rule", .text, column: Column(heading: words.texts.rule)),
                    RowField("outcome", .text, column: Column(heading: words.texts.outcome)),
                    RowField("ticket", .number, column: Column(heading: words.headings.id, alignment: .right)),
                    RowField(
                        "operation", .number, column: Column(heading: words.headings.operation, alignment: .right)),
                    RowField(
                        "detail", .text, column: Column(heading: words.headings.what, flexibility: .rest(minimum: 20))),
                ],
                entries: lines.map { line in
                    [
                        RowEntry(.instant(line.at)), RowEntry(.text(line.rule)), RowEntry(.text(line.outcome.rawValue)),
                        line.ticket.map { RowEntry(.number($0.rawValue)) } ?? RowEntry(.null),
                        line.operation.map { RowEntry(.number($0)) } ?? RowEntry(.null),
                        RowEntry(.text(words.texts.logged(line))),
                    ]
                })
            try session.show(rows, zone: try session.zone(in: db))
        }
    }
}

extension Session {
    fileprivate func enable(_ isEnabled: Bool, rule name: String) throws {
        let store = try openForWriting()
        let rule = try store.read { try Rules.find(name, in: $0) }
        let outcome = try store.enable(isEnabled, rule: name, context)
        try done(
            words.texts.isEnabled(rule.name, isEnabled) + words.people.end(outcome), outcome.operation, name: rule.name)
    }

    /// A query that cannot be asked makes no rule.
    fileprivate func checkRule(query: String, in store: Store) throws {
        _ = try store.read { db in
            let queryContext = try queryContext(in: db)
            return try queried(query) { try Rules.tickets(of: query, queryContext, in: db).count }
        }
    }

    /// Runs what asks a query, and shows the place where that is wrong.
    func queried<T>(_ text: String, _ body: () throws -> T) throws -> T {
        do { return try body() } catch let error as QueryError { throw QueryFault(error: error, text: text) }
    }
}
