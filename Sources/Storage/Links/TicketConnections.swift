import Workflow

/// What an export says of a ticket's place among others, kept until all of them are there.
struct TicketConnections {
    private let number: Ticket.Number
    private let mergedInto: Ticket.Number?
    private let links: [TicketRelations.NamedLink]

    /// Nil for a ticket that names no other.
    init?(_ record: TicketRecord, at number: Ticket.Number) {
        guard record.ticket.mergedInto != nil || !record.relations.links.isEmpty else { return nil }
        self.number = number
        mergedInto = record.ticket.mergedInto
        links = record.relations.links
    }

    /// A ticket that neither the export nor the desk has cannot be named.
    /// - Parameter numbers: what the export calls its tickets, and their numbers here.
    func write(_ numbers: [Ticket.Number: Ticket.Number], _ operation: inout Operation) throws {
        if let mergeTarget = mergedInto.flatMap({ numbers[$0] }) {
            let merged = number
            try operation.reindexing(merged, mergeTarget) { operation in
                try operation.db.run(
                    "UPDATE ticket SET merged_into = $1 WHERE id = $2",
                    [.integer(mergeTarget.rawValue), .integer(merged.rawValue)])
            }
        }
        for named in links {
            let row = try operation.db.row("SELECT id FROM ticket WHERE uuid = $1", [.blob(named.uuid.bytes)])
            guard let other = try row.map({ Ticket.Number(try $0.integer(0)) }), other != number else { continue }
            try operation.insert(LinkDraft(number, named.link.kind, isInverse: named.link.isInverse, other))
        }
    }
}

extension Operation {
    /// Watchers, files and problems; without events, because the ticket's creation tells it.
    func insert(_ relations: TicketRelations, of ticket: Ticket.Number, _ names: inout Names) throws {
        for name in relations.watchers {
            try db.run(
                """
                INSERT INTO ticket_watcher (ticket_id, agent_id) VALUES ($1, $2)
                ON CONFLICT (ticket_id, agent_id) DO NOTHING
                """, [.integer(ticket.rawValue), .integer(try names.agent(name))])
        }
        for file in relations.attachments {
            _ = try insert(
                AttachmentInsert(
                    ticket: ticket, message: nil, name: file.name, size: file.size, sha256: file.sha256,
                    isInternal: file.isInternal, agent: try file.author.map { try names.agent($0) }, at: file.at))
        }
        for problem in relations.problems {
            try db.run(
                """
                INSERT INTO problem_incident (problem_id, ticket_id) VALUES ($1, $2)
                ON CONFLICT (problem_id, ticket_id) DO NOTHING
                """, [.integer(try self.problem(restoring: problem)), .integer(ticket.rawValue)])
        }
    }
}
