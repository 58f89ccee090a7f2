import Storage
import Workflow

extension TicketPromises {
    /// What is due next of a ticket.
    package func entry(_ ticket: Ticket, _ words: Words, _ now: Instant) -> RowEntry {
        guard let measure = sla(of: ticket)?.pressing else { return RowEntry(.null) }
        let style: Style? = measure.isOverdue ? .boldRed : nil
        return RowEntry(.instant(measure.due), shown: words.sla.standing(measure, now), style: style)
    }
}
