import ArgumentParser
import Knowledge
import Presentation
import Storage
import Workflow

/// `desk triage`: what tickets or a text are likely to be, and why.
struct TriageVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "triage", abstract: "Propose category, causes, tags and priority from old tickets.",
        discussion: """
            For tickets, or for a text: its first line is the title. With -F FILE --format jsonl each line of the file is \
            {"id", "title", "description"}, and each line of the answer has three categories, causes and evidence. \
            --evaluate holds tickets out and says how often triage is right on this desk.
            """)

    @OptionGroup var targets: Targets
    @OptionGroup var text: TextOptions
    @OptionGroup var choice: TriageChoice

    @Flag(help: "Write what is proposed; the history says that it was suggested.")
    var apply = false

    @Flag(help: "Say how often triage is right on this desk's own tickets.")
    var evaluate = false

    @Option(help: ArgumentHelp("Parts in which the tickets are held out in turn.", valueName: "n"))
    var folds = 5

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        if evaluate { return try TriageEvaluation(session: session, folds: folds).run() }
        if text.file != nil && globals.askedFormat == .jsonl { return try TriageBatch(session, text).run() }
        if text.message != nil || text.file != nil || text.editor { return try proposeForText(session) }
        guard apply else { return try propose(session, session.openForReading()) }
        try propose(session, session.openForWriting())
    }

    private func proposeForText(_ session: Session) throws {
        let text = try text.needed(session)
        let store = try session.openForReading()
        try store.read { db in
            let asked = AskedText(title: text.firstLine, description: text.withoutFirstLine)
            let pages = [try TriageResult(of: asked, number: nil, Triage(in: db), in: db)]
            try session.show(pages, choice, categories: try session.queryContext(in: db).categories)
        }
    }

    private func propose(_ session: Session, _ store: Store) throws {
        let pages: [TriageResult] = try store.read { db in
            let queryContext = try session.queryContext(in: db)
            let numbers = try targets.find(queryContext, in: db)
            let triage = try Triage(in: db, near: SimilarityIndex(texts: numbers.count, in: db))
            let pages = try numbers.map { number in
                try TriageResult(of: AskedText(of: number, in: db), number: number, triage, in: db)
            }
            try session.show(pages, choice, categories: queryContext.categories)
            return pages
        }
        if apply { try TriageApplying(session: session, choice: choice).apply(pages, to: store) }
    }
}

/// How sure triage must be, and what it is asked for.
struct TriageChoice: ParsableArguments {
    @Option(
        name: .customLong("min"),
        help: ArgumentHelp("The least score, from 0 to 1, of what is proposed.", valueName: "score"))
    var minimum = Triage.usualMinimum

    @Option(
        name: .customLong("field"),
        help: ArgumentHelp("Only these: category, cause, tag, prio; with commas.", valueName: "fields"))
    var field: String?

    /// What is asked for; without `--field` everything.
    var parts: [TriagePart] {
        get throws {
            guard let field else { return TriagePart.allCases }
            return try field.split(separator: ",").map { word in
                let name = String(word).trimmed
                guard let part = TriagePart(rawValue: name) else {
                    throw UsageError.badChoice(
                        name, of: "--field", nearest: Nearest(to: name).among(TriagePart.allCases.map(\.rawValue)))
                }
                return part
            }
        }
    }

    mutating func validate() throws {
        if !(0...1).contains(minimum) { throw ValidationError("--min takes 0 to 1.") }
    }
}

extension Session {
    /// Prints what is proposed.
    fileprivate func show(_ results: [TriageResult], _ choice: TriageChoice, categories: CategoryTree) throws {
        let page = TriagePage(
            words: words, minimum: choice.minimum, parts: try choice.parts, categories: categories)
        switch globals.askedFormat {
        case .json, .jsonl: for result in results { try answer(.triage, item: page.json(result)) }
        case nil, .table: try self.page(page.text(results))
        default: try show(page.rows(results), zone: .utc)
        }
    }
}
