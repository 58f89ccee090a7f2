import Storage
import Workflow

/// What a fact has of its own, where a report tells that instead of what the ticket has now.
package enum FactGroup: String, CaseIterable, Sendable {
    /// Who gave the first answer, and who resolved it.
    case author, resolver
    /// Who had the ticket when its promise came out.
    case ownerThen = "owner-then"
    /// Which policy promised it, and how late it was.
    case policy, lateness
}

/// Who it was, for each ticket.
struct TicketPeople {
    private(set) var agents: PerTicket<Int64>

    static let nobody = Int64.min

    init(in db: any Transaction) throws { agents = try PerTicket(Self.nobody, in: db) }

    subscript(ticket: Int64) -> Int64 {
        get { agents[ticket] }
        set { agents[ticket] = newValue }
    }

    /// The agent of each ticket's first public answer. What opens a ticket answers nobody; a call was answered by who filed it.
    static func authors(in db: any Transaction) throws -> TicketPeople {
        var people = try TicketPeople(in: db)
        let sql = """
            SELECT message.ticket_id, message.agent_id, message.at, message.sequence, ticket.created_at FROM message
            JOIN ticket ON ticket.id = message.ticket_id
            WHERE message.role = \(Role.agent.rawValue) AND message.is_internal = 0 AND message.removal = 0
                AND message.at IS NOT NULL AND (message.sequence > 1 OR message.at > ticket.created_at)
            ORDER BY message.ticket_id, message.at, message.sequence
            """
        var last: Int64?
        try db.eachInPlace(sql, []) { row in
            let ticket = try row.integer(0)
            guard ticket != last else { return }
            last = ticket
            people[ticket] = try row.optionalInteger(1) ?? nobody
        }
        let channels = Ticket.callChannels.map { "'\($0)'" }.joined(by: ", ")
        let calls = """
            SELECT event.ticket_id, operation.agent_id FROM event JOIN operation ON operation.id = event.operation_id
            JOIN ticket ON ticket.id = event.ticket_id
            WHERE event.kind = 'create' AND event.field = 'ticket' AND ticket.channel IN (\(channels))
            """
        try db.eachInPlace(calls, []) { people[try $0.integer(0)] = try $0.optionalInteger(1) ?? nobody }
        return people
    }

    /// Who made each of these operations.
    static func makers(of operations: [Int64], in db: any Transaction) throws -> [Int64: Int64] {
        var makers: [Int64: Int64] = [:]
        let sql = "SELECT id, agent_id FROM operation WHERE id IN \(db.rows(ofSetAt: "$1"))"
        try db.eachInPlace(sql, [db.rowSet(of: operations.map(SQLValue.integer))]) { row in
            makers[try row.integer(0)] = try row.optionalInteger(1)
        }
        return makers
    }
}
