import Workflow

/// What a ticket may lack or be wrong in, as parts of conditions.
package enum MissingData {
    static let description = """
        EXISTS (SELECT 1 FROM message WHERE message.ticket_id = ticket.id AND message.is_description = 1
            AND message.removal = 0)
        """
    static let reply = """
        EXISTS (SELECT 1 FROM message WHERE message.ticket_id = ticket.id AND message.role = \(Role.agent.rawValue)
            AND message.is_internal = 0 AND message.removal = 0)
        """
    /// A text that only says that no cause is known.
    static let placeholder = """
        EXISTS (SELECT 1 FROM ticket_cause JOIN cause ON cause.id = ticket_cause.cause_id
            WHERE ticket_cause.ticket_id = ticket.id AND cause.is_placeholder = 1)
        """
    /// The desk saw it from its beginning, or something happen to it: what was done elsewhere and came with an import has no past.
    package static let history = """
        (EXISTS (SELECT 1 FROM event WHERE event.ticket_id = ticket.id AND event.kind = 'create' AND event.field = 'ticket'
            AND event.counts_as IS NULL AND (ticket.created_at IS NULL OR event.at <= ticket.created_at))
            OR EXISTS (SELECT 1 FROM event WHERE event.ticket_id = ticket.id AND event.field = 'status'))
        """
    /// The answers that the source lists are not what was said.
    static let differingAnswers = """
        EXISTS (SELECT 1 FROM ticket_source AS place WHERE place.source_file_id = ticket.source_file_id
            AND place.position = ticket.source_position AND place.answers_differ = 1)
        """
}
