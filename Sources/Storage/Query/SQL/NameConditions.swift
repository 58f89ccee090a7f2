import Workflow

/// Conditions on people, tags and causes: their names are looked up first, so that an unknown one is an error.
extension QueryConditions {
    mutating func nameCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        switch term.field {
        case .assignee: try column("ticket.assignee_id", of: .agents, term, value)
        case .team: try column("ticket.team_id", of: .teams, term, value)
        case .customer: try column("ticket.customer_id", of: .customers, term, value)
        case .organization: try organisationCondition(term, value)
        case .tag: try tagCondition(term, value)
        case .cause: try causeCondition(term, value)
        case .author: try authorship(term, value)
        case .watching: try watchCondition(term, value)
        default:
            """
            (\(try column("ticket.assignee_id", of: .agents, term, value)) \(value.content == .none ? "AND" : "OR")
                \(try authorship(term, value)))
            """
        }
    }

    private mutating func column(
        _ column: String, of list: NameList, _ term: Query.Term, _ value: Query.Value
    ) throws -> String {
        switch value.content {
        case .none: "\(column) IS NULL"
        case .any: "\(column) IS NOT NULL"
        default: among(column, try ids(in: list, term, value))
        }
    }

    // `orHolding`: when nothing is called exactly so, everything whose name holds the words is meant.
    func ids(
        in list: NameList, _ term: Query.Term, _ value: Query.Value, orHolding: Bool = false
    ) throws -> [Int64] {
        if value.content == .me { return try own(term.field) }
        if term.field == .customer, term.comparison == .matches || term.comparison == .equals,
            let text = value.foldedText
        {
            // By the index, for who has many customers.
            let called = try Customers.ids(called: text, in: db)
            if !called.isEmpty { return called }
        }
        guard let wanted = value.foldedText else { return [] }
        var found = try list.ids(TextTest(wanted, term.comparison), in: db)
        if found.isEmpty && orHolding && term.comparison == .matches {
            found = try list.ids(TextTest(wanted, .contains), in: db)
        }
        if !found.isEmpty || term.comparison == .contains || term.comparison == .starts { return found }
        let former = try list.formerIDs(wanted, in: db)
        if !former.isEmpty { return former }
        let nearest = Nearest(to: wanted).among(try list.names(in: db))
        throw QueryError.unknownName(wanted, of: term.field, nearest: nearest, at: value.range)
    }

    // What "me" means: an agent is himself, and of his teams; nobody is a customer of his own desk.
    private func own(_ field: Query.Field) throws -> [Int64] {
        guard let agent = queryContext.agent else { return [] }
        switch field {
        case .team: return try Teams.ids(of: agent.id, in: db)
        case .customer, .organization: return []
        default: return [agent.id]
        }
    }

    private mutating func organisationCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        if value.content == .none {
            // Who is of none, and who is nobody.
            return "NOT (\(try organisationCondition(term, Query.Value(.any, range: value.range))))"
        }
        let condition = try column("customer.organisation_id", of: .organisations, term, value)
        return "EXISTS (SELECT 1 FROM customer WHERE customer.id = ticket.customer_id AND \(condition))"
    }

    private mutating func tagCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        let tagged = "EXISTS (SELECT 1 FROM ticket_tag WHERE ticket_tag.ticket_id = ticket.id"
        switch value.content {
        case .none: return "NOT \(tagged))"
        case .any: return "\(tagged))"
        default:
            let tags = among("ticket_tag.tag_id", try ids(in: .tags, term, value))
            let tagged = "SELECT ticket_tag.ticket_id FROM ticket_tag WHERE \(tags)"
            // Whoever asks for exactly that label asks for the ticket's own: so do reports, which count it there.
            if term.comparison == .equals { return "ticket.id IN (\(tagged))" }
            // What a ticket was labelled with before it was merged is true of the one it lives on in.
            let merged = try db.rows(
                "SELECT id FROM ticket WHERE merged_into IS NOT NULL AND id IN (\(tagged))", values
            ).map { try MergeTargets.mergeTarget(of: Ticket.Number($0.integer(0)), in: db).rawValue }
            return merged.isEmpty
                ? "ticket.id IN (\(tagged))" : "(ticket.id IN (\(tagged)) OR \(among("ticket.id", merged)))"
        }
    }

    // Causes are sentences, so words of them will do.
    private mutating func causeCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        switch value.content {
        case .none: return "NOT \(Self.hasCause)"
        case .any: return Self.hasCause
        default:
            let causes = among(
                "ticket_cause.cause_id", try ids(in: .causes, term, value, orHolding: true))
            // By the causes: a ticket has one or two, and of these there may be thousands.
            return """
                ticket.id IN (SELECT ticket_cause.ticket_id FROM ticket_cause
                    WHERE ticket_cause.state <> \(CauseState.rejected.rawValue) AND \(causes))
                """
        }
    }

    // No author: that of none of the messages is known.
    private mutating func authorship(_ term: Query.Term, _ value: Query.Value) throws -> String {
        let isNone = value.content == .none
        let condition =
            isNone ? "message.agent_id IS NOT NULL" : try column("message.agent_id", of: .agents, term, value)
        return """
            \(isNone ? "NOT " : "")ticket.id IN (SELECT message.ticket_id FROM message
                WHERE message.removal = 0 AND \(condition))
            """
    }

    // The language in which the customer is answered: `zh` is also `zh-CN`.
    mutating func languageCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        let known = "customer.id = ticket.customer_id AND customer.language IS NOT NULL"
        switch value.content {
        case .none: return "NOT EXISTS (SELECT 1 FROM customer WHERE \(known))"
        case .any: return "EXISTS (SELECT 1 FROM customer WHERE \(known))"
        default:
            guard let wanted = value.foldedText, let test = TextTest(term, value) else { return "1 = 0" }
            let rows = try db.rows("SELECT DISTINCT language FROM customer WHERE language IS NOT NULL")
            let languages = try rows.map { try $0.text(0) }.filter { language in
                test.admits(language) || term.comparison == .matches && folded(language).hasPrefix(wanted + "-")
            }
            let isOne = amongTexts("customer.language", languages)
            return "EXISTS (SELECT 1 FROM customer WHERE customer.id = ticket.customer_id AND \(isOne))"
        }
    }
}
