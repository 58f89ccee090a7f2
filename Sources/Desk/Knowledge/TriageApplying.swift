import Knowledge
import Presentation
import Storage
import Workflow

/// Writes what triage proposes: one operation, of which the history says that it was suggested.
///
/// A category that a ticket has stays, unless `--field` names the category; causes come in as suggested, for somebody to
/// confirm. Tags and priority are written only when `--field` names them.
struct TriageApplying {
    let session: Session
    let choice: TriageChoice

    func apply(_ pages: [TriageResult], to store: Store) throws {
        var context = session.context
        context.reason = session.words.knowledge.suggested
        let parts = choice.field == nil ? [.category, .cause] : try choice.parts
        let commands = pages.compactMap { page in
            page.ticket.flatMap { ticket in verb(page, ticket, parts).map { (ticket: ticket.number, verb: $0) } }
        }
        guard !commands.isEmpty else { return try session.note(session.words.knowledge.nothingSure) }
        let performed = try session.confirming(&context) { try store.perform(each: commands, $0) }
        let report = ChangeReport(
            session: session, verb: .edit(TicketEdit()), zone: .utc, reason: context.reason, each: commands)
        try report.tell(performed)
    }

    private func verb(_ page: TriageResult, _ ticket: Ticket, _ parts: [TriagePart]) -> TicketCommand? {
        var verbs: [TicketCommand] = []
        var edit = TicketEdit()
        let minimum = choice.minimum
        if parts.contains(.category), choice.field != nil || ticket.category == nil {
            edit.category = page.proposal.category(atLeast: minimum)?.id
        }
        if parts.contains(.prio), choice.field != nil, let priority = page.votes.priority, priority.score >= minimum {
            edit.priority = priority.value
        }
        if parts.contains(.tag), choice.field != nil {
            edit.addedTags = page.votes.tags.filter { $0.score >= minimum }.map(\.name)
        }
        if edit != TicketEdit() { verbs.append(.edit(edit)) }
        let causes = page.votes.causes.filter { $0.score >= minimum }.map(\.name)
        if parts.contains(.cause), !causes.isEmpty { verbs.append(.setCauseState(causes, .suggested)) }
        return verbs.isEmpty ? nil : .series(verbs)
    }
}
