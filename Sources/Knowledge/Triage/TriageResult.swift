import Storage
import Workflow

/// A thing that triage proposes.
package enum TriagePart: String, CaseIterable, Sendable {
    case category, cause, tag, prio
}

/// What is proposed for one ticket or text.
package struct TriageResult: Sendable {
    /// Nil for a text.
    package let ticket: Ticket?
    package let proposal: Proposal
    package let votes: NeighbourVotes

    package init(
        of asked: AskedText, number: Ticket.Number?, _ triage: Triage, in db: any Transaction
    ) throws {
        ticket = try number.flatMap { try TicketRows.find($0, in: db) }
        var known = KnownCategories()
        proposal = try triage.proposal(for: asked, own: number, known: &known, in: db)
        votes = try NeighbourVotes(of: proposal.nearest, in: db)
    }
}

extension Triage {
    /// The least score of what is proposed unless somebody says otherwise: below it, triage is wrong more often than right.
    package static let usualMinimum = 0.3

    /// The least score of what is named beside it: below it, it is chance.
    package static let leastNamed = 0.05
}
