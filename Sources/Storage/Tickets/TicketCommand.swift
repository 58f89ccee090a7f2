import Workflow

/// What a verb does to a ticket, with all that it needs.
package enum TicketCommand: Equatable, Sendable {
    /// Makes the agent who says it the assignee.
    case take
    /// The same, from whoever has it.
    case steal
    case release
    case assign(Agent, team: Team? = nil)
    /// To whomever a rule chooses among the team that is given, the ticket's, or all.
    case assignByRule(AssignmentRule, team: Team? = nil)
    /// To another team; the assignee keeps it when he is one of them.
    case transfer(Team)
    /// A public message to the customer, and when it was said, where that was not just now.
    case reply(String, at: Instant? = nil)
    /// A message only agents see.
    case note(String, at: Instant? = nil)
    /// A text whose places are filled with what is known of each ticket.
    case canned(CannedText)
    /// What the customer said, and when, where that was not just now.
    case receive(String, at: Instant?, Reception = Reception())
    case pend(until: Instant?)
    case hold(until: Instant?)
    case wake
    case resolve(TicketEnd)
    case close(TicketEnd)
    case reopen
    /// A new ticket that goes on where a closed one ended.
    case followUp
    case edit(TicketEdit)
    /// Never lowers the priority; the reason becomes a note.
    case escalate(Priority, text: String?, team: Team? = nil, reason: String? = nil)
    /// Puts causes into a state: those named, on each ticket, or added to it.
    case setCauseState([String], CauseState, CauseProof = CauseProof())
    /// Whether the agent wants to know what happens to it.
    case watch(Agent, Bool)
    /// Says that an article helped.
    case useArticle(Article.Number, ArticleUse.Way)
    /// Into the trash.
    case remove
    /// Out of the trash.
    case restore
    /// Several verbs, one after the other; where one is refused none is carried out.
    indirect case series([TicketCommand])

    /// The row of the life cycle that decides about it.
    package var action: Action {
        switch self {
        case .take, .steal: .take
        case .release: .release
        case .assign, .assignByRule: .assign
        case .transfer: .transfer
        case .reply: .reply
        case .note, .useArticle: .note
        case .canned(let text): text.isInternal ? .note : .reply
        case .receive(_, _, let reception): reception.mayReopen ? .receive : .receiveOnly
        case .pend: .pend
        case .hold: .hold
        case .wake: .wake
        case .resolve: .resolve
        case .close: .close
        case .reopen: .reopen
        case .followUp: .followUp
        case .edit, .setCauseState, .watch: .edit
        case .escalate: .escalate
        case .remove: .remove
        case .restore: .restore
        case .series(let verbs): verbs.first?.action ?? .edit
        }
    }

    /// The values that an edit among its steps sets.
    var editedFields: [EventField] {
        steps.flatMap { step in
            if case .edit(let edit) = step { edit.fieldsSet } else { [] as [EventField] }
        }
    }

    /// What is carried out one after the other.
    package var steps: [TicketCommand] {
        if case .series(let verbs) = self { return verbs.flatMap(\.steps) }
        return [self]
    }
}

/// A text with places, and what does not depend on the ticket.
package struct CannedText: Equatable, Sendable {
    package var body: String
    package var isInternal: Bool
    /// The day on the desk's clock.
    package var today: String
    /// The canned reply that somebody chose for the ticket, which counts as taken; nil for what a macro or a rule says.
    package var chosen: Int64?

    package init(body: String, isInternal: Bool = false, today: String, chosen: Int64? = nil) {
        self.body = body
        self.isInternal = isInternal
        self.today = today
        self.chosen = chosen
    }
}

/// How a message of the customer is taken.
package struct Reception: Equatable, Sendable {
    /// Who said it, where that is not the ticket's customer.
    package var from: String?
    /// Whether a waiting, resolved or closed ticket may be open again after it.
    package var mayReopen: Bool
    /// What it does on a closed ticket, and the zone in which the days since are counted.
    package var late: LateReply
    package var zone: TimeZoneRules

    package init(
        from: String? = nil, mayReopen: Bool = true, late: LateReply = .followUp, zone: TimeZoneRules = .utc
    ) {
        self.from = from
        self.mayReopen = mayReopen
        self.late = late
        self.zone = zone
    }
}

/// What is said of causes besides their state.
package struct CauseProof: Equatable, Sendable {
    /// It is the one that counts most; another that was so is not any more.
    package var isPrimary: Bool
    /// Place of the message that shows it.
    package var evidence: Int?

    package init(isPrimary: Bool = false, evidence: Int? = nil) {
        self.isPrimary = isPrimary
        self.evidence = evidence
    }
}

/// How a ticket is brought to its end.
package struct TicketEnd: Equatable, Sendable {
    package var resolution: Resolution?
    /// Causes that the agent confirms.
    package var causes: [String]
    package var category: Category.ID?
    /// A last public message.
    package var message: String?
    /// The article that helped.
    package var article: Article.Number?

    package init(
        resolution: Resolution? = nil, causes: [String] = [], category: Category.ID? = nil, message: String? = nil
    ) {
        self.resolution = resolution
        self.causes = causes
        self.category = category
        self.message = message
    }
}

/// Values to set; nil leaves a value as it is.
package struct TicketEdit: Equatable, Sendable {
    package var title: String?
    package var category: Category.ID?
    package var priority: Priority?
    package var priorityText: String?
    /// A name, a telephone number or an e-mail address; an empty text removes the customer.
    package var customer: String?
    /// Where the customer belongs; an empty text: nowhere.
    package var organisation: String?
    package var assignee: RowChoice?
    package var team: RowChoice?
    package var channel: String?
    package var addedTags: [String]
    package var removedTags: [String]
    /// Field names with their text; an empty text removes the field.
    package var fields: [NamedText]

    package init(
        title: String? = nil, category: Category.ID? = nil, priority: Priority? = nil, priorityText: String? = nil,
        customer: String? = nil, channel: String? = nil, addedTags: [String] = [], removedTags: [String] = [],
        fields: [NamedText] = [], organisation: String? = nil, assignee: RowChoice? = nil, team: RowChoice? = nil
    ) {
        self.title = title
        self.category = category
        self.priority = priority
        self.priorityText = priorityText
        self.customer = customer
        self.channel = channel
        self.addedTags = addedTags
        self.removedTags = removedTags
        self.fields = fields
        self.organisation = organisation
        self.assignee = assignee
        self.team = team
    }
}

extension TicketEdit {
    fileprivate var fieldsSet: [EventField] {
        let all: [(EventField, Bool)] = [
            (.title, title != nil), (.category, category != nil), (.priority, priority != nil),
            (.priorityText, priority != nil), (.customer, customer != nil), (.assignee, assignee != nil),
            (.team, team != nil), (.channel, channel != nil), (.tag, !addedTags.isEmpty || !removedTags.isEmpty),
            (.field, !fields.isEmpty),
        ]
        return all.filter(\.1).map(\.0)
    }
}

/// Which row of a table, or that there shall be none.
package enum RowChoice: Equatable, Sendable {
    case nobody
    case row(Int64)

    var value: SQLValue {
        switch self {
        case .nobody: .null
        case .row(let id): .integer(id)
        }
    }
}

extension TicketCommand {
    /// What customers read of it, before a canned text is filled in.
    package var saidToCustomers: [String] {
        switch self {
        case .reply(let text, _): [text]
        case .canned(let text): text.isInternal ? [] : [text.body]
        case .resolve(let end), .close(let end): end.message.map { [$0] } ?? []
        case .series(let verbs): verbs.flatMap(\.saidToCustomers)
        default: []
        }
    }
}
