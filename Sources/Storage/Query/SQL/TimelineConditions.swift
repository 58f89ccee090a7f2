import Workflow

/// What follows from the messages and events of a ticket. Every value is unknown, and never 0, where nothing was measured.
package enum Timeline {
    /// The first public message of an agent. What opens a ticket answers nobody; a call that an agent files was answered.
    package static let firstReply = """
        (CASE WHEN ticket.channel = 'phone' OR ticket.channel = '电话' THEN ticket.created_at ELSE
            (SELECT MIN(message.at) FROM message
                WHERE message.ticket_id = ticket.id AND message.role = \(Role.agent.rawValue)
                AND message.is_internal = 0 AND message.removal = 0
                AND (message.sequence > 1 OR message.at > ticket.created_at)) END)
        """
    /// Unknown where one end is, and where the answer is older than the ticket.
    package static let replyTime = """
        (CASE WHEN \(firstReply) >= ticket.created_at THEN \(firstReply) - ticket.created_at END)
        """
    /// What was closed at once was resolved then; what was merged was not.
    package static let resolvedAt = """
        COALESCE(ticket.resolved_at, CASE WHEN ticket.merged_into IS NULL THEN ticket.closed_at END)
        """
    package static let resolutionTime = """
        (CASE WHEN \(resolvedAt) >= ticket.created_at THEN \(resolvedAt) - ticket.created_at END)
        """
    /// Public messages of agents.
    package static let replies = """
        (SELECT COUNT(*) FROM message WHERE message.ticket_id = ticket.id AND message.role = \(Role.agent.rawValue)
            AND message.is_internal = 0 AND message.removal = 0)
        """
    static let lastCustomer = """
        (SELECT MAX(message.at) FROM message WHERE message.ticket_id = ticket.id AND message.role = \(Role.customer.rawValue)
            AND message.removal = 0)
        """
    /// The last public message of an agent.
    static let lastAgent = """
        (SELECT MAX(message.at) FROM message WHERE message.ticket_id = ticket.id AND message.role = \(Role.agent.rawValue)
            AND message.is_internal = 0 AND message.removal = 0)
        """
    /// Since when the customer waits for an answer: the first message that no public one of an agent follows.
    static let waitingSince = """
        (SELECT MIN(message.at) FROM message WHERE message.ticket_id = ticket.id AND message.role = \(Role.customer.rawValue)
            AND message.removal = 0 AND ticket.status <= \(Status.lastOpen.rawValue) AND NOT EXISTS (
                SELECT 1 FROM message AS answer
                WHERE answer.ticket_id = message.ticket_id AND answer.role = \(Role.agent.rawValue)
                    AND answer.is_internal = 0 AND answer.removal = 0 AND answer.sequence > message.sequence))
        """
    /// The customer said something that no agent has written under, not even a note.
    static let isUnread = """
        EXISTS (SELECT 1 FROM message WHERE message.ticket_id = ticket.id AND message.role = \(Role.customer.rawValue)
            AND message.removal = 0 AND ticket.status <= \(Status.lastOpen.rawValue) AND NOT EXISTS (
                SELECT 1 FROM message AS later
                WHERE later.ticket_id = message.ticket_id AND later.role = \(Role.agent.rawValue)
                    AND later.removal = 0 AND later.sequence > message.sequence))
        """
    /// Why a ticket waits, as whoever let it wait said.
    static let waitReason = """
        (CASE WHEN ticket.status IN (\(Status.pending.rawValue), \(Status.hold.rawValue)) THEN
            (SELECT operation.reason FROM event JOIN operation ON operation.id = event.operation_id
                WHERE event.ticket_id = ticket.id AND event.field IN ('status', 'wakeAt')
                ORDER BY event.operation_id DESC, event.sequence DESC LIMIT 1) END)
        """
    /// From done back to open; what was undone does not count.
    package static let reopens = """
        (SELECT COUNT(*) FROM event
            WHERE event.ticket_id = ticket.id AND event.counts_as = \(Counting.reopened.rawValue))
        """
    /// From one agent to another, and from one team to another.
    package static let handovers = """
        (SELECT COUNT(*) FROM event
            WHERE event.ticket_id = ticket.id AND event.counts_as = \(Counting.handedOver.rawValue))
        """
    /// What stands where a file was.
    static let fileMarks = ["[图片]", "[附件]", "[文件]", "[视频]"]
    static let missesFile = """
        EXISTS (SELECT 1 FROM message WHERE message.ticket_id = ticket.id AND message.removal = 0
            AND (replace(message.body, '[图片]', '') <> message.body OR replace(message.body, '[附件]', '') <> message.body
                OR replace(message.body, '[文件]', '') <> message.body
                OR replace(message.body, '[视频]', '') <> message.body))
        """
}

extension QueryConditions {
    /// Conditions on times and counts that are told by the messages and events.
    mutating func timelineCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        switch term.field {
        case .firstReply: try dated(Timeline.firstReply, term, value)
        case .lastCustomer: try dated(Timeline.lastCustomer, term, value)
        case .lastAgent: try dated(Timeline.lastAgent, term, value)
        case .waiting: try elapsed(since: Timeline.waitingSince, term, value)
        case .replyTime: try ordered(Timeline.replyTime, term, value)
        case .replies: try ordered(Timeline.replies, term, value)
        case .reopens: try ordered(Timeline.reopens, term, value)
        case .handovers: try ordered(Timeline.handovers, term, value)
        default: throw QueryError.notSupported(term.field, at: term.range)
        }
    }

    mutating func resolutionCondition(_ value: Query.Value) throws -> String {
        switch value.content {
        case .none: return "ticket.resolution IS NULL"
        case .any: return "ticket.resolution IS NOT NULL"
        case .resolution(let resolution):
            guard let known = Resolution(name: resolution.queryName) else { return "1 = 0" }
            return "ticket.resolution = \(bind(.integer(known.rawValue)))"
        default: return "1 = 0"
        }
    }
}
