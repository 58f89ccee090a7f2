import Storage
import Workflow

/// How the promises for the tickets of a list or a page stand.
struct Promises {
    private var found: [(ticket: Ticket.Number, sla: TicketSLA)] = []

    /// Nil when the desk promises nothing.
    init?(_ tickets: [Ticket], _ scene: QueryScene, in db: any Transaction) throws {
        guard try SLAPolicies.areThere(in: db), let world = SLAWorld(scene) else { return nil }
        let reader = try SLAReader(world, in: db)
        try reader.each(of: tickets.map(\.number).sorted()) { found.append(($0, $1)) }
    }

    private func sla(of ticket: Ticket) -> TicketSLA? {
        let place = found.partitioningIndex { $0.ticket >= ticket.number }
        return place < found.count && found[place].ticket == ticket.number ? found[place].sla : nil
    }

    func running(_ ticket: Ticket) -> [SLAMeasure] {
        sla(of: ticket)?.measures.filter { !$0.isFinished } ?? []
    }

    /// What is due next of a ticket.
    func entry(_ ticket: Ticket, _ words: Words, _ now: Instant) -> Entry {
        guard let measure = sla(of: ticket)?.pressing else { return Entry(.null) }
        let style: Style? = measure.isOverdue ? .boldRed : nil
        return Entry(.instant(measure.due), shown: words.sla.standing(measure, now), style: style)
    }
}
