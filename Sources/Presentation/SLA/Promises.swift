import Storage
import Workflow

extension TicketPromises {
    /// What is due next of a ticket.
    package func entry(_ ticket: Ticket, _ words: Words, _ now: Instant) -> Entry {
        guard let measure = sla(of: ticket)?.pressing else { return Entry(.null) }
        let style: Style? = measure.isOverdue ? .boldRed : nil
        return Entry(.instant(measure.due), shown: words.sla.standing(measure, now), style: style)
    }
}
