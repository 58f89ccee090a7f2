import Workflow

/// What can be told of a ticket beside its row: each is read for a whole list at once, and only where it is asked for.
package enum TicketFact: Equatable, Sendable {
    case organisation, tags, causes, articles, problems, links, watchers
    case messages, attachments, replies, reopens, handovers
    case firstReply, lastCustomer, lastAgent, waitingSince
    /// Seconds by the clock, from when it came to its first answer, and to its resolution.
    case replyTime, resolutionTime
    /// Who filed it here, and who resolved it last.
    case filedBy, resolvedBy
    /// Why it waits, in the words of whoever said so.
    case waitReason
    /// `field.NAME`
    case field(String)

    /// All but the custom fields, which each desk has its own of.
    package static let common: [TicketFact] = [
        .organisation, .tags, .causes, .articles, .problems, .links, .watchers, .messages, .attachments, .replies,
        .reopens, .handovers, .firstReply, .lastCustomer, .lastAgent, .waitingSince, .replyTime, .resolutionTime,
        .filedBy, .resolvedBy, .waitReason,
    ]

    /// The name that `--fields` takes, and the key in JSON.
    package var name: String {
        switch self {
        case .organisation: "organisation"
        case .tags: "tags"
        case .causes: "causes"
        case .articles: "articles"
        case .problems: "problems"
        case .links: "links"
        case .watchers: "watchers"
        case .messages: "messages"
        case .attachments: "attachments"
        case .replies: "replies"
        case .reopens: "reopens"
        case .handovers: "handovers"
        case .firstReply: "firstReplyAt"
        case .lastCustomer: "lastCustomerAt"
        case .lastAgent: "lastAgentAt"
        case .waitingSince: "waitingSinceAt"
        case .replyTime: "replySeconds"
        case .resolutionTime: "resolutionSeconds"
        case .filedBy: "filedBy"
        case .resolvedBy: "resolvedBy"
        case .waitReason: "waitReason"
        case .field(let name): "field." + name
        }
    }

    /// What its values are.
    package enum Kind: Sendable {
        case text, number, time, list
    }

    package var kind: Kind {
        switch self {
        case .organisation, .filedBy, .resolvedBy, .waitReason, .field: .text
        case .tags, .causes, .articles, .problems, .links, .watchers: .list
        case .messages, .attachments, .replies, .reopens, .handovers, .replyTime, .resolutionTime: .number
        case .firstReply, .lastCustomer, .lastAgent, .waitingSince: .time
        }
    }

    /// The custom fields of a desk, those that are set no more behind the others.
    package static func fields(in db: any Transaction) throws -> [TicketFact] {
        try Taxonomy.fields(in: db).sorted { !$0.isRetired && $1.isRetired }.map { .field($0.name) }
    }
}

/// Facts of the tickets of a list.
package struct TicketFacts: Sendable {
    /// A fact as the desk keeps it.
    package enum Value: Equatable, Sendable {
        case unknown
        case text(String)
        /// A count, seconds or milliseconds since 1970: see `TicketFact.kind`.
        case number(Int64)
        case list([String])
    }

    private struct Entry: Sendable {
        var ticket: Int64
        var value: Value
    }

    private var found: [(fact: TicketFact, entries: [Entry])] = []

    /// - Parameter facts: those that are told; reading none costs nothing.
    package init(_ facts: [TicketFact], of tickets: [Ticket.Number], in db: any Transaction) throws {
        let set = tickets.sorted().map { SQLValue.integer($0.rawValue) }
        guard !facts.isEmpty, !set.isEmpty else { return }
        for fact in facts {
            found.append((fact, try Self.entries(fact, db.rowSet(of: set), in: db)))
        }
    }

    package func value(_ fact: TicketFact, of ticket: Ticket.Number) -> Value {
        guard let entries = found.first(where: { $0.fact == fact })?.entries else { return .unknown }
        let place = entries.partitioningIndex { $0.ticket >= ticket.rawValue }
        if place < entries.count, entries[place].ticket == ticket.rawValue { return entries[place].value }
        return fact.kind == .list ? .list([]) : .unknown
    }

    // Statements give (ticket, value) in the order of the tickets; a list has a row for each of its values.
    private static func entries(_ fact: TicketFact, _ set: SQLValue, in db: any Transaction) throws -> [Entry] {
        var entries: [Entry] = []
        let (sql, values) = statement(fact, among: db.rows(ofSetAt: "$1"))
        try db.each(sql, [set] + values) { row in
            let ticket = try row.integer(0)
            guard !row.isNull(1) else { return }
            guard fact.kind == .list else {
                let value: Value = fact.kind == .text ? .text(try row.text(1)) : .number(try row.integer(1))
                return entries.append(Entry(ticket: ticket, value: value))
            }
            let item = try listed(fact, row)
            if let last = entries.last, last.ticket == ticket, case .list(let items) = last.value {
                entries[entries.count - 1].value = .list(items + [item])
            } else {
                entries.append(Entry(ticket: ticket, value: .list([item])))
            }
        }
        return entries
    }

    private static func listed(_ fact: TicketFact, _ row: SQLRow) throws -> String {
        switch fact {
        case .articles: return Article.Number(try row.integer(1)).description
        case .problems: return Problem.label(of: try row.integer(1))
        case .links:
            let kind: LinkKind = try row.code(1)
            return "\(try row.flag(3) ? kind.inverseName : kind.name) #\(try row.integer(2))"
        default: return try row.text(1)
        }
    }

    private static func statement(_ fact: TicketFact, among set: String) -> (String, [SQLValue]) {
        switch fact {
        case .organisation:
            return (
                of(
                    "(SELECT organisation.name FROM customer JOIN organisation "
                        + "ON organisation.id = customer.organisation_id WHERE customer.id = ticket.customer_id)", set),
                []
            )
        case .tags: return (rows("ticket_tag", "tag.name", "JOIN tag ON tag.id = ticket_tag.tag_id", set), [])
        case .causes:
            return (
                rows(
                    "ticket_cause", "cause.name", "JOIN cause ON cause.id = ticket_cause.cause_id", set,
                    where: "AND ticket_cause.state <> \(CauseState.rejected.rawValue)", order: "ticket_cause.position"),
                []
            )
        case .watchers:
            return (rows("ticket_watcher", "agent.name", "JOIN agent ON agent.id = ticket_watcher.agent_id", set), [])
        case .problems: return (rows("problem_incident", "problem_incident.problem_id", "", set), [])
        case .articles: return (articles(set), [])
        case .links: return (links(set), [])
        case .messages: return (of(QueryConditions.messageCount, set), [])
        case .attachments: return (of(QueryConditions.attachmentCount, set), [])
        case .replies: return (of(Timeline.replies, set), [])
        case .reopens: return (of(Timeline.reopens, set), [])
        case .handovers: return (of(Timeline.handovers, set), [])
        case .firstReply: return (of(Timeline.firstReply, set), [])
        case .lastCustomer: return (of(Timeline.lastCustomer, set), [])
        case .lastAgent: return (of(Timeline.lastAgent, set), [])
        case .waitingSince: return (of(Timeline.waitingSince, set), [])
        case .replyTime: return (of("\(Timeline.replyTime) / 1000", set), [])
        case .resolutionTime: return (of("\(Timeline.resolutionTime) / 1000", set), [])
        case .filedBy: return (of(author("event.kind = 'create' AND event.field = 'ticket'"), set), [])
        case .resolvedBy:
            let done = "event.field = 'status' AND event.after = '\(Status.resolved.rawValue)'"
            return (of("CASE WHEN ticket.resolved_at IS NOT NULL THEN \(author(done)) END", set), [])
        case .waitReason: return (of(Timeline.waitReason, set), [])
        case .field(let name):
            let sql = """
                SELECT ticket_field.ticket_id, ticket_field.text FROM ticket_field
                JOIN field ON field.id = ticket_field.field_id
                WHERE ticket_field.ticket_id IN \(set) AND field.name = $2 ORDER BY ticket_field.ticket_id
                """
            return (sql, [.text(name)])
        }
    }

    private static func of(_ expression: String, _ set: String) -> String {
        "SELECT ticket.id, \(expression) FROM ticket WHERE ticket.id IN \(set) ORDER BY ticket.id"
    }

    private static func rows(
        _ table: String, _ column: String, _ join: String, _ set: String, where condition: String = "",
        order: String? = nil
    ) -> String {
        """
        SELECT \(table).ticket_id, \(column) FROM \(table) \(join)
        WHERE \(table).ticket_id IN \(set) \(condition) ORDER BY \(table).ticket_id, \(order ?? column)
        """
    }

    /// Who did it, for the newest event of a kind.
    private static func author(_ condition: String) -> String {
        """
        (SELECT agent.name FROM event JOIN operation ON operation.id = event.operation_id
            JOIN agent ON agent.id = operation.agent_id WHERE event.ticket_id = ticket.id AND \(condition)
            ORDER BY event.operation_id DESC, event.sequence DESC LIMIT 1)
        """
    }

    private static func articles(_ set: String) -> String {
        """
        SELECT event.ticket_id, event.subject FROM event WHERE event.field = 'article' AND event.ticket_id IN \(set)
        GROUP BY event.ticket_id, event.subject HAVING SUM(CASE event.kind WHEN 'add' THEN 1 ELSE -1 END) > 0
        ORDER BY event.ticket_id, event.subject
        """
    }

    // Each link from both of its ends.
    private static func links(_ set: String) -> String {
        """
        SELECT ticket_id, kind, other_id, 0 FROM ticket_link WHERE ticket_id IN \(set)
        UNION ALL SELECT other_id, kind, ticket_id, 1 FROM ticket_link WHERE other_id IN \(set)
        ORDER BY 1, 2, 3
        """
    }
}
