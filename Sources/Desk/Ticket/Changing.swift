import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk edit`: sets values.
struct Edit: ChangeVerb {
    static let configuration = CommandConfiguration(commandName: "edit", abstract: "Change the values of tickets.")
    @OptionGroup var targets: Targets

    @Option(help: "The title.")
    var title: String?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Category, such as CDN/证书问题.", valueName: "path"),
        completion: Completions.categories)
    var category: String?

    @Option(
        name: [.customShort("p"), .customLong("prio"), .customLong("priority")], help: "low, normal, high, urgent.",
        completion: Completions.priorities)
    var priority: String?

    @Option(
        help: "Who asks: a name, a telephone number, an e-mail address, or none.", completion: Completions.customers)
    var customer: String?

    @Option(
        help: ArgumentHelp("The organisation of the customer, or none.", valueName: "name"),
        completion: Completions.organisations)
    var org: String?

    @Option(
        help: ArgumentHelp("Who works on it: an agent, me or none.", valueName: "agent"),
        completion: Completions.agents)
    var assignee: String?

    @Option(help: ArgumentHelp("Whose it is: a team or none.", valueName: "team"), completion: Completions.teams)
    var team: String?

    @Option(help: "How it reached you.")
    var channel: String?

    @Option(
        help: ArgumentHelp("+label adds, -label removes; may be repeated.", valueName: "tag"),
        completion: Completions.tags)
    var tag: [String] = []

    @Option(
        help: ArgumentHelp("NAME=TEXT; an empty text removes the field. May be repeated.", valueName: "field"),
        completion: Completions.fields)
    var field: [String] = []

    @Flag(
        name: [.customShort("e"), .customLong("editor")],
        help: "All values of one ticket as a form in $VISUAL or $EDITOR.")
    var editor = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand {
        if editor || session.resumed != nil { return .edit(try form(session, in: store)) }
        var edit = TicketEdit(title: title?.trimmed.nilWhenEmpty)
        if let category { edit.category = try store.read { try CategoryName.id(of: category, in: $0) } }
        if let priority {
            (edit.priority, edit.priorityText) = try store.read { try PriorityName.read(priority, in: $0) }
        }
        edit.customer = customer?.emptyWhenNone
        edit.organisation = org?.emptyWhenNone
        if let assignee { edit.assignee = try store.read { try AgentName.choice(assignee, context, in: $0) } }
        if let team { edit.team = try store.read { try TeamName.choice(team, in: $0).choice } }
        edit.channel = channel?.trimmed.nilWhenEmpty
        (edit.addedTags, edit.removedTags) = try TagWords.read(tag)
        if !field.isEmpty {
            let texts = try field.map(TaxonomyName.text)
            edit.fields = try store.read { try TaxonomyName.texts(texts, in: $0) }
        }
        guard edit != TicketEdit() else { throw UsageError.nothingToChange }
        return .edit(edit)
    }

    private func form(_ session: Session, in store: Store) throws -> TicketEdit {
        let numbers = try store.read { try targets.find(try session.queryContext(in: $0), in: $0) }
        guard let number = numbers.first, numbers.count == 1 else { throw UsageError.oneTicket }
        return try FormEditing(session: session, store: store, ticket: number).edit()
    }
}

/// `desk tag 1042 +a -b`
struct TagVerb: ChangeVerb {
    static let configuration = CommandConfiguration(
        commandName: "put", abstract: "Label tickets: desk tag 1042 +urgent -spam (the default)",
        discussion: "A word with + adds a label, one with - removes it; the others are tickets.")

    @Argument(help: ArgumentHelp("Tickets and labels.", valueName: "id or label"))
    var words: [String]

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    var targets: Targets {
        var targets = Targets()
        targets.numbers = words.filter { !Self.isLabel($0) }
        targets.query = nil
        return targets
    }

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand {
        let (added, removed) = try TagWords.read(words.filter(Self.isLabel))
        guard !added.isEmpty || !removed.isEmpty else { throw UsageError.nothingToChange }
        return .edit(TicketEdit(addedTags: added, removedTags: removed))
    }

    private static func isLabel(_ word: String) -> Bool {
        word.count > 1 && (word.hasPrefix("+") || word.hasPrefix("-"))
    }
}

/// `desk escalate`: it presses more than it seemed.
struct Escalate: ChangeVerb {
    static let configuration = CommandConfiguration(
        commandName: "escalate", abstract: "Raise the priority of tickets, or give them to a team that knows more.",
        discussion: """
            It never lowers a priority; with --to alone it leaves it. The reason is stored as an INTERNAL note: the customer \
            sees nothing of it.
            """)
    @OptionGroup var targets: Targets

    @Option(
        name: [.customShort("p"), .customLong("prio"), .customLong("priority")], help: "high (重要) unless told.",
        completion: Completions.priorities)
    var priority: String?

    @Option(help: ArgumentHelp("The team that takes over.", valueName: "team"), completion: Completions.teams)
    var to: String?

    @Option(help: "Why; kept as an INTERNAL note.")
    var reason: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func verb(_ session: Session, in store: Store, _ context: CommandContext) throws -> TicketCommand {
        let word = self.priority ?? (to == nil ? "high" : "low")
        let (priority, text) = try store.read { try PriorityName.read(word, in: $0) }
        let team = try to.map { name in try store.read { try Teams.offered(name, in: $0) } }
        return .escalate(
            priority, text: self.priority == nil ? nil : text, team: team, reason: reason?.trimmed.nilWhenEmpty)
    }
}
