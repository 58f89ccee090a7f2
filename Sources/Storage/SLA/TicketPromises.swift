import Workflow

/// How the promises for some tickets stand.
package struct TicketPromises: Sendable {
    private var found: [(ticket: Ticket.Number, sla: TicketSLA)] = []

    /// Nil when the desk promises nothing.
    package init?(_ tickets: [Ticket], _ queryContext: QueryContext, in db: any Transaction) throws {
        guard try SLAPolicies.areThere(in: db), let slaContext = SLAContext(queryContext) else { return nil }
        let reader = try SLAReader(slaContext, in: db)
        try reader.each(of: tickets.map(\.number).sorted()) { found.append(($0, $1)) }
    }

    /// Nil for a ticket that was not asked about.
    package func sla(of ticket: Ticket) -> TicketSLA? {
        let place = found.partitioningIndex { $0.ticket >= ticket.number }
        return place < found.count && found[place].ticket == ticket.number ? found[place].sla : nil
    }

    /// What is not finished yet.
    package func running(_ ticket: Ticket) -> [SLAMeasure] {
        sla(of: ticket)?.measures.filter { !$0.isFinished } ?? []
    }
}
