import Storage
import Workflow

/// Which root causes tickets have: confirmed and unverified apart, and those with none counted.
package struct CauseReport: Sendable {
    package struct Line: Equatable, Sendable {
        package var cause: String
        package var confirmed = 0
        /// Imported or suggested, and checked by nobody.
        package var unverified = 0

        package var all: Int { confirmed + unverified }
    }

    /// The commonest first; equal ones in the order of their bytes.
    package let lines: [Line]
    package let tickets: Int
    /// Tickets with at least one cause.
    package let known: Int
    /// Tickets with at least one confirmed cause.
    package let confirmed: Int

    package var none: Int { tickets - known }

    package init(_ query: Query, _ scene: QueryScene, in db: any Transaction) throws {
        var byName: [ExactText: Line] = [:]
        for count in try TicketCounts.byCause(query, scene, in: db) {
            let key = ExactText(count.cause)
            if count.state == .confirmed {
                byName[key, default: Line(cause: count.cause)].confirmed += count.tickets
            } else {
                byName[key, default: Line(cause: count.cause)].unverified += count.tickets
            }
        }
        lines = byName.values.sorted { a, b in
            a.all != b.all ? a.all > b.all : a.cause.utf8.lexicographicallyPrecedes(b.cause.utf8)
        }
        tickets = try TicketCounts.count(query, scene, where: "1 = 1", in: db)
        known = try TicketCounts.count(query, scene, where: Self.hasCause, in: db)
        confirmed = try TicketCounts.count(query, scene, where: Self.hasConfirmedCause, in: db)
    }

    static let hasCause: StaticString = """
        EXISTS (SELECT 1 FROM ticket_cause JOIN cause ON cause.id = ticket_cause.cause_id
            WHERE ticket_cause.ticket_id = ticket.id AND ticket_cause.state <> 4 AND cause.is_placeholder = 0)
        """

    private static let hasConfirmedCause: StaticString = """
        EXISTS (SELECT 1 FROM ticket_cause WHERE ticket_cause.ticket_id = ticket.id AND ticket_cause.state = 3)
        """
}
