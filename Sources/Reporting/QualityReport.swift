import Storage
import Workflow

/// What the desk's data lacks.
package struct QualityReport: Sendable {
    /// One thing that may be wrong with a ticket.
    package enum Lack: String, CaseIterable, Sendable {
        case noCategory, noCause, placeholderCause, noDescription, noReply, answersDiffer, noTimes
    }

    package struct Line: Equatable, Sendable {
        package var lack: Lack
        package var tickets: Int
    }

    package let lines: [Line]
    package let tickets: Int

    package init(_ query: Query, _ scene: QueryScene, in db: any Transaction) throws {
        tickets = try TicketCounts.count(query, scene, where: "1 = 1", in: db)
        lines = try Lack.allCases.map { lack in
            Line(lack: lack, tickets: try TicketCounts.count(query, scene, where: lack.condition, in: db))
        }
    }
}

extension QualityReport.Lack {
    fileprivate var condition: StaticString {
        switch self {
        case .noCategory: "ticket.category_id IS NULL"
        case .noCause:
            """
            NOT EXISTS (SELECT 1 FROM ticket_cause JOIN cause ON cause.id = ticket_cause.cause_id
                WHERE ticket_cause.ticket_id = ticket.id AND ticket_cause.state <> 4 AND cause.is_placeholder = 0)
            """
        case .placeholderCause:
            """
            EXISTS (SELECT 1 FROM ticket_cause JOIN cause ON cause.id = ticket_cause.cause_id
                WHERE ticket_cause.ticket_id = ticket.id AND cause.is_placeholder = 1)
            """
        case .noDescription:
            """
            NOT EXISTS (SELECT 1 FROM message WHERE message.ticket_id = ticket.id AND message.is_description = 1
                AND message.removal = 0)
            """
        case .noReply:
            """
            NOT EXISTS (SELECT 1 FROM message WHERE message.ticket_id = ticket.id AND message.role = 2
                AND message.is_internal = 0 AND message.removal = 0)
            """
        case .answersDiffer:
            """
            EXISTS (SELECT 1 FROM ticket_source AS place WHERE place.source_file_id = ticket.source_file_id
                AND place.position = ticket.source_position AND place.answers_differ = 1)
            """
        case .noTimes: "ticket.created_at IS NULL"
        }
    }
}
