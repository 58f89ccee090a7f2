import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk new`: files a ticket.
struct New: Verb {
    static let configuration = CommandConfiguration(commandName: "new", abstract: "File a ticket.")

    @Argument(help: "What it is about; without it, the first line of the text.")
    var title: String?

    @OptionGroup var text: TextOptions

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Category, such as CDN｜证书问题 or CDN/证书问题.", valueName: "path"),
        completion: Completions.categories)
    var category: String?

    @Option(
        name: [.customShort("p"), .customLong("prio"), .customLong("priority")],
        help: "low, normal, high, urgent; 普通, 重要, 紧急.", completion: Completions.priorities)
    var priority: String?

    @Option(
        help: "Who asks: a name, a telephone number or an e-mail address; somebody unknown becomes a customer.",
        completion: Completions.customers)
    var customer: String?

    @Option(
        help: ArgumentHelp("The organisation of the customer.", valueName: "name"),
        completion: Completions.organisations)
    var org: String?

    @Option(help: ArgumentHelp("Who works on it: an agent, or me.", valueName: "agent"), completion: Completions.agents)
    var assign: String?

    @Option(help: ArgumentHelp("Whose it is.", valueName: "team"), completion: Completions.teams)
    var team: String?

    @Option(help: ArgumentHelp("A label; may be repeated.", valueName: "tag"), completion: Completions.tags)
    var tag: [String] = []

    @Option(help: "How it reached you: phone, mail, chat …")
    var channel: String?

    @Option(
        help: ArgumentHelp("NAME=TEXT, a custom field; may be repeated.", valueName: "field"),
        completion: Completions.fields)
    var field: [String] = []

    @Option(help: ArgumentHelp("What another system calls it; ref:… finds it.", valueName: "reference"))
    var ref: String?

    @Option(
        help: ArgumentHelp("A macro that is run on it, in the same operation.", valueName: "name"),
        completion: Completions.macros)
    var template: String?

    @OptionGroup var files: AttachOptions

    @Flag(name: .customLong("no-triage"), help: "Do not propose category and causes.")
    var noTriage = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        if isBare && session.canAsk && session.resumed == nil {
            return try NewQuestions(session: session, store: store).asked(self).file(session, in: store)
        }
        try file(session, in: store)
    }

    /// Nothing is said yet: neither what it is about nor where that stands.
    private var isBare: Bool { title == nil && text.message == nil && text.file == nil && !text.editor }

    private func file(_ session: Session, in store: Store) throws {
        let context = session.context
        // Before the editor opens: nobody shall write for nothing.
        let facts = try facts(in: store, context)
        let attachments = try files.attach.map { try AttachmentFile.read($0) }
        var ticket = try ticket(try text.read(session), facts)
        ticket.attachments = attachments
        if globals.isDryRun { return try session.filed(nil, session.words.ticket.wouldFile(ticket)) }
        let (written, consequences) = try session.workspace.file(ticket, in: store)
        try tell(written, ticket, session)
        try session.flush()
        try session.tell(consequences)
        guard !noTriage, globals.askedFormat == nil else { return }
        try FilingHint(session: session, store: store).tell(about: written.ticket, ticket)
    }

    /// All but title and description.
    private func facts(in store: Store, _ context: CommandContext) throws -> NewTicket {
        var ticket = NewTicket(title: title?.trimmed ?? "")
        if title != nil && ticket.title.isEmpty { throw Refusal.noText }
        if let category { ticket.categoryPath = try store.read { try CategoryName.path(of: category, in: $0) } }
        if let priority {
            (ticket.priority, ticket.priorityText) = try store.read { try PriorityName.read(priority, in: $0) }
        }
        ticket.customer = customer?.emptyWhenNone.nilWhenEmpty
        ticket.tags = try TagWords.read(tag).added
        ticket.channel = channel?.trimmed.nilWhenEmpty
        ticket.reference = ref?.trimmed.nilWhenEmpty
        if !field.isEmpty {
            let texts = try field.map(TaxonomyName.text)
            ticket.fields = try store.read { try TaxonomyName.texts(texts, in: $0) }
        }
        if let template {
            ticket.then = try store.read { db in
                let steps = try DeskTexts.find(template, .macro, in: db).text
                return try Workspace(context: context, zoneName: globals.zone).reading(in: db).verb(of: steps)
            }
        }
        try name(who: &ticket, in: store, context)
        return ticket
    }

    private func name(who ticket: inout NewTicket, in store: Store, _ context: CommandContext) throws {
        if let text = ticket.customer, let known = try store.read({ try Customers.name(ofContact: text, in: $0) }) {
            ticket.customer = known
        }
        ticket.organisation = org?.trimmed.nilWhenEmpty
        if ticket.organisation != nil && ticket.customer == nil { throw UsageError.orgNeedsCustomer }
        if let team { ticket.team = try store.read { try Teams.offered(team, in: $0) } }
        if let assign { ticket.assignee = try store.read { try AgentName.agent(assign, context, in: $0) } }
    }

    private func ticket(_ body: String?, _ facts: NewTicket) throws -> NewTicket {
        var ticket = facts
        guard title == nil else {
            ticket.description = body?.nilWhenEmpty
            return ticket
        }
        ticket.title = body?.split(separator: "\n").first.map { String($0).trimmed } ?? ""
        guard !ticket.title.isEmpty else { throw Refusal.noText }
        ticket.description = body?.withoutFirstLine.nilWhenEmpty
        return ticket
    }

    private func tell(_ written: Written, _ ticket: NewTicket, _ session: Session) throws {
        switch globals.askedFormat {
        case .ids: try session.print(String(written.ticket.rawValue))
        default: try session.filed(written.ticket, session.words.ticket.filed(written, ticket), written.operation)
        }
    }
}

extension Session {
    /// Says that a ticket was filed.
    /// - Parameter number: nil in a rehearsal.
    func filed(_ number: Ticket.Number?, _ line: String, _ operation: Int64? = nil) throws {
        try answer(
            .written, WorkDocuments.written(number, operation, isDryRun: globals.isDryRun, message: line), orPrint: line
        )
    }
}
