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
    /// It was worked on here: an imported ticket has no past but what the desk saw of it.
    package static let history = """
        (ticket.source_file_id IS NULL AND ticket.source_position IS NULL OR EXISTS (SELECT 1 FROM event
            WHERE event.ticket_id = ticket.id AND event.field = 'status'))
        """
    /// The answers that the source lists are not what was said.
    static let differingAnswers = """
        EXISTS (SELECT 1 FROM ticket_source AS place WHERE place.source_file_id = ticket.source_file_id
            AND place.position = ticket.source_position AND place.answers_differ = 1)
        """
}
