import Storage
import Workflow

/// The tickets nearest to one, with the words that made them near.
package struct SimilarTickets: Equatable, Sendable {
    package struct Line: Equatable, Sendable {
        package var ticket: Ticket
        /// From 0 to about 1.
        package var similarity: Double
        /// The shared words that count most, weightiest first.
        package var words: [String]
    }

    package let lines: [Line]

    /// - Throws: `StorageError.noSuchTicket`
    package init(to number: Ticket.Number, count: Int, in db: any Transaction) throws {
        let asked = try AskedText(of: number, in: db)
        var tickets: [Ticket] = []
        let found = try SimilarityIndex.read.nearest(to: asked, count: count, in: db) { candidate in
            guard candidate != number, let ticket = try TicketRows.find(candidate, in: db),
                ticket.removal == .none, ticket.mergedInto == nil
            else { return false }
            tickets.append(ticket)
            return true
        }
        lines = zip(tickets, found.tickets).map { ticket, near in
            let reasons = Reasons(found.pieces, [near], [1], isForIt: [true]).words(5)
            return Line(ticket: ticket, similarity: near.similarity, words: reasons.map(\.word))
        }
    }
}
