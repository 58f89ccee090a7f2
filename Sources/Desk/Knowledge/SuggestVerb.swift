import App
import ArgumentParser
import Knowledge
import Presentation
import Storage
import Workflow

/// `desk suggest ID`: answers from old cases.
struct SuggestVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "suggest", abstract: "Suggest answers for a ticket, from resolved tickets and canned replies.",
        discussion: "--use K makes a draft of answer K, to be edited and sent with: desk draft resume")

    @Argument(help: ArgumentHelp("The ticket.", valueName: "id"), completion: Completions.tickets)
    var number: String

    @OptionGroup var options: AnswerOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try options.use == nil ? session.openForReading() : session.openForWriting()
        let (ticket, found): (Ticket.Number, Suggestions) = try store.read { db in
            let queryContext = try session.queryContext(in: db)
            let ticket = try OneTicket.first(of: number, queryContext, in: db)
            let asked = try AskedText(of: ticket, in: db)
            return (ticket, try Suggestions(for: asked, own: ticket, count: options.limit, in: db))
        }
        guard let place = options.use else {
            let telling = AnswerTelling(session: session)
            try telling.tell(found, query: "similar:\(ticket.rawValue)")
            if session.tellsPeople, !found.answers.isEmpty {
                try session.print("\n" + session.words.knowledge.takeWith("desk suggest \(ticket.rawValue) --use 1"))
            }
            return
        }
        try draft(try options.answer(place, of: found), for: ticket, session, store)
    }

    /// Puts the answer where the agent can edit it, and counts that it was taken.
    private func draft(
        _ answer: Suggestions.Answer, for ticket: Ticket.Number, _ session: Session, _ store: Store
    ) throws {
        let context = session.context
        let text = try store.read { try session.filled(answer, for: ticket, context, in: $0) }
        if globals.isDryRun { return try session.done(text, nil, number: ticket) }
        let draft = try DraftFolder(session.environment).make()
        try draft.write(text)
        try draft.write(
            DraftFacts(arguments: ["reply", String(ticket.rawValue)], desk: session.absolutePath, at: session.now))
        let used = try store.useAnswer(answer.source.use, for: ticket, context)
        try session.done(
            session.words.knowledge.drafted(draft.name, ticket, used.operation ?? 0), used.operation,
            number: ticket, name: draft.name)
    }
}

/// `desk ask TEXT`: a question, answered from old cases.
struct AskVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Answer a question from old cases; else say how to file it.",
        discussion: """
            The desk's phrases come first ("desk tools"), then signatures and articles, then old cases. --use K prints answer K \
            whole and counts that it helped.
            """)

    @Argument(help: ArgumentHelp("The question.", valueName: "text"))
    var words: [String] = []

    @OptionGroup var text: TextOptions
    @OptionGroup var options: AnswerOptions

    @Option(
        name: [.customShort("p"), .customLong("prio"), .customLong("priority")],
        help: ArgumentHelp("How urgent it is, where a person is asked for: 重要 or 普通.", valueName: "priority"),
        completion: Completions.priorities)
    var priority: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let typed = words.joined(by: " ").trimmed
        if !typed.isEmpty, session.tellsPeople,
            let tool = try session.openForReading().read({ try Tools.all(in: $0) }).first(where: {
                $0.isMeant(by: typed)
            })
        {
            return try ToolUse(tool: tool, priority: priority).run(typed, try text.read(session), session)
        }
        let question = try typed.isEmpty ? text.needed(session) : typed
        let (title, rest) = (question.firstLine.trimmed, question.withoutFirstLine)
        let asked = AskedText(title: title, description: rest)
        if let place = options.use { return try take(place, asked, session) }
        try session.openForReading().read { db in
            let near = try SimilarityIndex(knowing: asked, in: db)
            let found = try Suggestions(for: asked, count: options.limit, near: near, in: db)
            try AnswerTelling(session: session).tell(found, query: nil)
            guard session.tellsPeople else { return }
            var known = KnownCategories()
            let proposal = try Triage(in: db, near: near).proposal(
                for: asked, known: &known, entries: found.entries, in: db)
            let guess = proposal.category(atLeast: Triage.usualMinimum)?.path
            // An article says where it wants filed what it does not answer.
            let category = try EscalationCategory.known(nearest: found.entries.like, in: db) ?? guess
            try session.print("\n" + filing(title, rest, category, session.words))
        }
    }

    private func take(_ place: Int, _ asked: AskedText, _ session: Session) throws {
        let store = try session.openForWriting()
        let found = try store.read { try Suggestions(for: asked, count: options.limit, in: $0) }
        let answer = try options.answer(place, of: found)
        try session.print(answer.text)
        guard !globals.isDryRun else { return }
        let used = try store.useAnswer(answer.source.use, for: nil, session.context)
        session.gathered.operation = used.operation
        try session.note(session.words.knowledge.taken(used.operation ?? 0))
    }

    /// The commands with which the question becomes a ticket.
    private func filing(_ title: String, _ rest: String, _ category: [String]?, _ words: Words) -> String {
        var command = "desk new \(ShellWord.quoted(title))"
        if !rest.isEmpty { command += " -m \(ShellWord.quoted(rest))" }
        if let category {
            command += " -c \(ShellWord.quoted(category.joined(by: CategoryTree.separator)))"
        }
        let names = [words.knowledge.file, words.knowledge.escalate(Self.high)]
        let width = names.map { DisplayWidth.of($0) }.max() ?? 0
        let lines = zip(names, [command, command + " -p \(Self.high)"]).map { name, command in
            "  " + DisplayWidth.padded(name, to: width) + "  " + SafeText.line(command)
        }
        return ([words.knowledge.stillOpen] + lines).joined(by: "\n")
    }

    // What customers call it, in both languages.
    private static let high = "重要"
}

/// How many answers, and which one is taken.
struct AnswerOptions: ParsableArguments {
    @Option(name: [.customLong("limit"), .customLong("n")], help: ArgumentHelp("How many answers.", valueName: "n"))
    var limit = 3

    @Option(help: ArgumentHelp("Take answer K.", valueName: "k"))
    var use: Int?

    mutating func validate() throws {
        if limit < 1 || limit > 100 { throw ValidationError("--limit takes 1 to 100.") }
    }

    func answer(_ place: Int, of found: Suggestions) throws -> Suggestions.Answer {
        guard found.answers.indices.contains(place - 1) else {
            throw UsageError.noSuchAnswer(place, of: found.answers.count)
        }
        return found.answers[place - 1]
    }
}

extension Suggestions.Source {
    fileprivate var use: AnswerUses.Source {
        switch self {
        case .message(let id): .message(id)
        case .canned(_, let id): .canned(id)
        case .article(let number, _): .article(number)
        }
    }
}

extension Session {
    /// The text of an answer with the places of a canned reply filled.
    fileprivate func filled(
        _ answer: Suggestions.Answer, for ticket: Ticket.Number, _ context: CommandContext, in db: any Transaction
    ) throws -> String {
        guard case .canned(let name, _) = answer.source, let ticket = try TicketRows.find(ticket, in: db) else {
            return answer.text
        }
        let canned = try workspace.reading(in: db).canned(name)
        return try canned.filled(for: ticket, context.author(in: db), in: db)
    }

    /// What is printed is read by a person, and not by a program.
    var tellsPeople: Bool { globals.askedFormat == nil || globals.askedFormat == .table }
}
