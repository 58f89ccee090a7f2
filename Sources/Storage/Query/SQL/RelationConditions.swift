import Workflow

/// Conditions on what connects a ticket: watchers, files, problems.
extension QueryConditions {
    /// Those of merged tickets are their mergeTargets' too.
    static let attachmentCount = """
        ((SELECT COUNT(*) FROM attachment WHERE attachment.removal = 0 AND attachment.ticket_id = ticket.id)
            + (SELECT COUNT(*) FROM attachment WHERE attachment.removal = 0 AND attachment.ticket_id IN (
                SELECT merged.id FROM ticket AS merged WHERE merged.merged_into = ticket.id)))
        """

    /// An export told of a file whose bytes did not come with it.
    private static let lacksContent = """
        ticket.id IN (SELECT attachment.ticket_id FROM attachment WHERE attachment.removal = 0
            AND NOT EXISTS (SELECT 1 FROM attachment_content WHERE attachment_content.sha256 = attachment.sha256))
        """

    // The search index leads to the few tickets whose texts may hold a mark; those of merged ones stand at their mergeTargets.
    mutating func missingFileCondition() -> String {
        let marks = SearchExpression(anyOf: Timeline.fileMarks.compactMap { SearchPhrase($0) }, in: .everything)
        let marked = "(\(marks.map { matches($0) } ?? "1 = 0") OR ticket.merged_into IS NOT NULL)"
        return "((\(marked) AND \(Timeline.missesFile)) OR \(Self.lacksContent))"
    }

    mutating func watchCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        let watched = """
            EXISTS (SELECT 1 FROM ticket_watcher WHERE (ticket_watcher.ticket_id = ticket.id
                OR ticket_watcher.ticket_id IN (SELECT merged.id FROM ticket AS merged
                    WHERE merged.merged_into = ticket.id))
            """
        switch value.content {
        case .none: return "NOT \(watched))"
        case .any: return "\(watched))"
        default: return "\(watched) AND \(among("ticket_watcher.agent_id", try ids(in: .agents, term, value))))"
        }
    }

    mutating func problemCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        let linked = """
            EXISTS (SELECT 1 FROM problem_incident JOIN problem ON problem.id = problem_incident.problem_id
                WHERE problem_incident.ticket_id = ticket.id AND problem.removal = 0
            """
        switch value.content {
        case .none: return "NOT \(linked))"
        case .any: return "\(linked))"
        default: return "\(linked) AND \(among("problem.id", try problems(term, value))))"
        }
    }

    // By its number, else by its title.
    private func problems(_ term: Query.Term, _ value: Query.Value) throws -> [Problem.ID] {
        let wanted = value.foldedText ?? ""
        let known = try Problems.all(in: db)
        if let id = Problem.id(of: wanted), known.contains(where: { $0.id == id }) { return [id] }
        let found = known.filter { term.admits($0.title, value) }
        if !found.isEmpty || term.comparison == .contains || term.comparison == .starts { return found.map(\.id) }
        let nearest = Nearest(to: wanted).among(known.map(\.label) + known.map(\.title))
        throw QueryError.unknownName(wanted, of: .problem, nearest: nearest, at: value.range)
    }

    /// Tickets that an article helped with: named by its number, else by its title.
    mutating func articleCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        switch value.content {
        case .none: return "ticket.id NOT IN \(ArticleUse.helped)"
        case .any: return "ticket.id IN \(ArticleUse.helped)"
        default:
            let numbers = try articles(term, value)
            return "ticket.id IN \(ArticleUse.helped(by: among("event.subject", numbers.map(\.rawValue))))"
        }
    }

    private func articles(_ term: Query.Term, _ value: Query.Value) throws -> [Article.Number] {
        let wanted = value.foldedText ?? ""
        let known = try Articles.all(in: db)
        if let number = Article.Number(text: wanted), known.contains(where: { $0.number == number }) { return [number] }
        let found = known.filter { term.admits($0.title, value) }
        if !found.isEmpty || term.comparison == .contains || term.comparison == .starts { return found.map(\.number) }
        let nearest = Nearest(to: wanted).among(known.map { "\($0.number)" } + known.map(\.title))
        throw QueryError.unknownName(wanted, of: .article, nearest: nearest, at: value.range)
    }
}
