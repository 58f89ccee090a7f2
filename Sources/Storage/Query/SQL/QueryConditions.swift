import Workflow

/// Makes SQL of a query: static fragments, every value bound.
struct QueryConditions {
    let queryContext: QueryContext
    let db: any Transaction
    /// What the placeholders `$1`, `$2`, … stand for.
    private(set) var values: [SQLValue] = []
    private var openViews: [String] = []
    /// Words are not looked up in tickets below this number: the list does not reach so far.
    let lowest: Ticket.Number?

    init(queryContext: QueryContext, db: any Transaction, from lowest: Ticket.Number? = nil) {
        self.queryContext = queryContext
        self.db = db
        self.lowest = lowest
    }

    /// The condition for a whole query. Tickets in the trash or undone count only when the query asks for them.
    mutating func condition(of query: Query) throws -> String {
        let condition = try condition(query.root)
        let there = query.root.asksForDeleted ? "ticket.removal <> \(Removal.undone.rawValue)" : "ticket.removal = 0"
        // Whether a ticket was there at another time is that term's own question.
        if query.root.asksForAnotherTime || query.root.asksForAll { return "(\(condition))" }
        return "\(there) AND (\(condition))"
    }

    /// The same, of all tickets there ever were.
    mutating func condition(ofAll query: Query) throws -> String { "(\(try condition(query.root)))" }

    /// What a saved query asks. One that asks for itself is never done.
    private mutating func condition(_ view: Query.View) throws -> String {
        guard openViews.count < 20 else { throw QueryError.nestedTooDeep(limit: 20, at: view.range) }
        guard let text = try Views.query(named: view.name, in: db) else {
            let nearest = Nearest(to: folded(view.name)).among(try Views.all(in: db).map(\.name))
            throw QueryError.unknownView(view.name, nearest: nearest, at: view.range)
        }
        openViews.append(view.name)
        defer { openViews.removeLast() }
        return "(\(try condition(try Query.parse(text, in: db).root)))"
    }

    mutating func bind(_ value: SQLValue) -> String {
        values.append(value)
        return "$\(values.count)"
    }

    private mutating func condition(_ node: Query.Node) throws -> String {
        switch node {
        case .all: "1 = 1"
        case .and(let parts): Self.balanced(try parts.map { try condition($0) }, " AND ")
        case .or(let parts): Self.balanced(try parts.map { try condition($0) }, " OR ")
        // A missing value must not make the opposite unknown too. Asked for its truth, a part is looked at only as far as it
        // takes; asked for its value, all of it is.
        case .not(let part): "(\(try condition(part))) IS NOT TRUE"
        case .term(let term): try condition(term)
        case .was(let term): try wasCondition(term)
        case .changed(let change): try changedCondition(change)
        case .word(let word): try wordCondition(word)
        case .view(let view): try condition(view)
        }
    }

    // SQLite allows expressions 1000 deep; a chain of 5000 words is a tree 13 deep.
    static func balanced(_ parts: [String], _ joint: String) -> String {
        guard parts.count > 2 else { return parts.map { "(\($0))" }.joined(by: joint) }
        let middle = parts.count / 2
        let (left, right) = (Array(parts[..<middle]), Array(parts[middle...]))
        return "(\(balanced(left, joint)))\(joint)(\(balanced(right, joint)))"
    }

    /// A term holds when one of its values does.
    mutating func condition(_ term: Query.Term) throws -> String {
        if let ids = term.plainIDs { return among("ticket.id", ids) }
        return Self.balanced(try term.values.map { try condition(term, $0) }, " OR ")
    }

    private mutating func condition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        switch term.field {
        case .id: try idCondition(term, value)
        case .status: try statusCondition(value)
        case .is: try flagCondition(term, value)
        case .priority: try ordered("ticket.priority", term, value)
        case .category: try categoryCondition(term, value)
        case .assignee, .team, .customer, .organization, .tag, .cause, .author, .involves, .watching:
            try nameCondition(term, value)
        case .causeState: try causeStateCondition(value)
        case .source, .batch, .ref: try sourceCondition(term, value)
        case .channel: try channelCondition(term, value)
        case .custom: try fieldCondition(term, value)
        case .language: try languageCondition(term, value)
        case .created: try dated("ticket.created_at", term, value)
        case .updated: try dated("ticket.updated_at", term, value)
        case .resolved: try dated("ticket.resolved_at", term, value)
        case .closed: try dated("ticket.closed_at", term, value)
        case .age: try elapsed(since: "ticket.created_at", term, value)
        case .idle: try elapsed(since: "ticket.updated_at", term, value)
        case .resolutionTime: try ordered(Timeline.resolutionTime, term, value)
        case .messages: try ordered(Self.messageCount, term, value)
        case .resolution: try resolutionCondition(value)
        case .firstReply, .lastCustomer, .lastAgent, .waiting, .replyTime, .replies, .reopens, .handovers:
            try timelineCondition(term, value)
        case .wasCreated, .wasResolved, .firstResolved, .wasReopened, .wasMerged, .cameBack, .openAt:
            try moveCondition(term, value)
        case .due: try dueCondition(term, value)
        case .sla, .slaFirst, .slaNext, .slaResolve: try slaCondition(term, value)
        case .slaMet, .slaBreached, .slaUnanswered, .slaFirstMet, .slaFirstBreached, .slaFirstUnanswered, .slaNextMet,
            .slaNextBreached, .slaNextUnanswered,
            .slaResolveMet, .slaResolveBreached:
            try outcomeCondition(term, value)
        case .attachments: try ordered(Self.attachmentCount, term, value)
        case .problem: try problemCondition(term, value)
        case .article: try articleCondition(term, value)
        case .has: try partCondition(term, value)
        case .similar: try similarCondition(term, value)
        case .no: "NOT \(try partCondition(term, value))"
        default: throw QueryError.notSupported(term.field, at: term.range)
        }
    }

    // Messages of merged tickets are their mergeTargets' too.
    static let messageCount = """
        ((SELECT COUNT(*) FROM message WHERE message.removal = 0 AND message.ticket_id = ticket.id)
            + (SELECT COUNT(*) FROM message WHERE message.removal = 0 AND message.ticket_id IN (
                SELECT merged.id FROM ticket AS merged WHERE merged.merged_into = ticket.id)))
        """
}

extension Query.Node {
    /// Whether any term is about what was open at a time.
    fileprivate var asksForAnotherTime: Bool {
        contains { node in
            guard case .term(let term) = node else { return false }
            return term.field == .openAt
        }
    }

    /// Whether any term asks for all tickets there ever were.
    fileprivate var asksForAll: Bool {
        contains { node in
            guard case .term(let term) = node else { return false }
            return term.field == .is && term.values.contains { $0.content == .flag(.ever) }
        }
    }

    /// Whether any term is about tickets in the trash.
    var asksForDeleted: Bool {
        switch self {
        case .term(let term): term.field == .is && term.values.contains { $0.content == .flag(.deleted) }
        case .and(let parts), .or(let parts): parts.contains(where: \.asksForDeleted)
        case .not(let part): part.asksForDeleted
        case .all, .was, .changed, .word, .view: false
        }
    }
}

extension Query.Term {
    /// The numbers of a term that names several tickets by their numbers alone: one set and not a condition for each.
    fileprivate var plainIDs: [Int64]? {
        guard field == .id, !comparison.isOrdering, values.count > 1 else { return nil }
        let numbers = values.compactMap { value -> Int64? in
            if case .number(let number) = value.content { number } else { nil }
        }
        return numbers.count == values.count ? numbers : nil
    }
}
