import Workflow

/// Reading the links of tickets.
package enum TicketLinks {
    /// As the ticket sees them: its own first, by kind and number.
    package static func of(_ ticket: Ticket.Number, in db: any Transaction) throws -> [Link] {
        let sql = """
            SELECT kind, 0, other_id FROM ticket_link WHERE ticket_id = $1
            UNION ALL SELECT kind, 1, ticket_id FROM ticket_link WHERE other_id = $1 ORDER BY 2, 1, 3
            """
        return try db.rows(sql, [.integer(ticket.rawValue)]).map { row in
            let kind: LinkKind = try row.code(0)
            let isInverse = try row.flag(1) && !kind.isMutual
            return Link(kind: kind, isInverse: isInverse, other: Ticket.Number(try row.integer(2)))
        }
    }

    /// Open tickets below this one.
    package static func openChildren(of ticket: Ticket.Number, in db: any Transaction) throws -> [Ticket.Number] {
        let sql = """
            SELECT child.id FROM ticket_link JOIN ticket AS child ON child.id = ticket_link.other_id
            WHERE ticket_link.ticket_id = $1 AND ticket_link.kind = 4 AND child.removal = 0 AND child.status < 5
            ORDER BY child.id
            """
        return try db.rows(sql, [.integer(ticket.rawValue)]).map { Ticket.Number(try $0.integer(0)) }
    }

    static func parent(of ticket: Ticket.Number, in db: any Transaction) throws -> Ticket.Number? {
        let sql = "SELECT ticket_id FROM ticket_link WHERE other_id = $1 AND kind = 4 ORDER BY ticket_id"
        return try db.row(sql, [.integer(ticket.rawValue)]).map { Ticket.Number(try $0.integer(0)) }
    }
}

/// A link about to be made or taken away, said from the ticket that has it.
package struct LinkDraft: Equatable, Sendable {
    package var ticket: Ticket.Number
    package var kind: LinkKind
    package var other: Ticket.Number

    /// - Parameter isInverse: it is said from the other ticket.
    package init(_ ticket: Ticket.Number, _ kind: LinkKind, isInverse: Bool, _ other: Ticket.Number) {
        self.kind = kind
        // One that says the same from both sides is kept once, at the lower number.
        let turns = kind.isMutual ? ticket > other : isInverse
        (self.ticket, self.other) = turns ? (other, ticket) : (ticket, other)
    }

    fileprivate func isThere(in db: any Transaction) throws -> Bool {
        let sql = "SELECT 1 FROM ticket_link WHERE ticket_id = $1 AND kind = $2 AND other_id = $3"
        return try db.row(sql, [.integer(ticket.rawValue), .integer(kind.rawValue), .integer(other.rawValue)]) != nil
    }

    /// - Throws: `RelationFault` when the link contradicts one that is there.
    fileprivate func require(in db: any Transaction) throws {
        if ticket == other { throw WorkflowError.relation(.linkToItself(ticket)) }
        var opposite = self
        (opposite.ticket, opposite.other) = (other, ticket)
        if kind != .parent, try opposite.isThere(in: db) {
            throw WorkflowError.relation(.linkedOppositely(other, kind, ticket))
        }
        guard kind == .parent else { return }
        if try isAncestor(other, of: ticket, in: db) {
            throw WorkflowError.relation(.parentCycle(parent: ticket, child: other))
        }
        if let parent = try TicketLinks.parent(of: other, in: db), parent != ticket {
            throw WorkflowError.relation(.hasParent(other, parent: parent))
        }
    }

    private func isAncestor(
        _ wanted: Ticket.Number, of ticket: Ticket.Number, in db: any Transaction
    ) throws -> Bool {
        var seen: Set<Ticket.Number> = []
        var next: Ticket.Number? = ticket
        while let number = next, seen.insert(number).inserted {
            if number == wanted { return true }
            next = try TicketLinks.parent(of: number, in: db)
        }
        return false
    }
}

extension Store {
    /// Links two tickets.
    /// - Returns: unchanged when they were linked so already.
    package func link(_ draft: LinkDraft, _ context: CommandContext) throws -> WriteResult {
        try write(context, needs: .work) { operation in
            let db = operation.db
            try draft.requireTickets(in: db)
            if try draft.isThere(in: db) { return }
            try draft.require(in: db)
            try operation.add(draft)
            try operation.change(.updatedAt, of: draft.ticket, to: .integer(context.at.milliseconds))
        }.result
    }

    /// Takes links between two tickets away: of one kind, or all of them.
    /// - Throws: `RelationFault.notLinked`
    package func unlink(_ drafts: [LinkDraft], _ context: CommandContext) throws -> Outcome<[LinkDraft]> {
        try write(context, needs: .work) { operation in
            let db = operation.db
            let found = try drafts.filter { try $0.isThere(in: db) }
            guard let first = found.first else {
                throw WorkflowError.relation(.notLinked(drafts[0].ticket, drafts[0].other))
            }
            for draft in found { try operation.remove(draft) }
            try operation.change(.updatedAt, of: first.ticket, to: .integer(context.at.milliseconds))
            return found
        }
    }
}

extension LinkDraft {
    fileprivate func requireTickets(in db: any Transaction) throws {
        for number in [ticket, other] {
            guard let found = try TicketRows.find(number, in: db), found.removal == .none else {
                throw StorageError.noSuchTicket(number.rawValue)
            }
        }
    }
}

extension Operation {
    mutating func add(_ link: LinkDraft) throws {
        try insert(link)
        let kind = String(link.kind.rawValue)
        try record(Event(.add, .link, of: link.ticket, subject: link.other.rawValue, after: kind))
        try bumpVersion(of: link.ticket)
    }

    /// Without an event, because the ticket's creation tells it.
    func insert(_ link: LinkDraft) throws {
        try db.run(
            """
            INSERT INTO ticket_link (ticket_id, kind, other_id) VALUES ($1, $2, $3)
            ON CONFLICT (ticket_id, kind, other_id) DO NOTHING
            """,
            [.integer(link.ticket.rawValue), .integer(link.kind.rawValue), .integer(link.other.rawValue)])
    }

    mutating func remove(_ link: LinkDraft) throws {
        try db.run(
            "DELETE FROM ticket_link WHERE ticket_id = $1 AND kind = $2 AND other_id = $3",
            [.integer(link.ticket.rawValue), .integer(link.kind.rawValue), .integer(link.other.rawValue)])
        let kind = String(link.kind.rawValue)
        try record(Event(.remove, .link, of: link.ticket, subject: link.other.rawValue, before: kind))
        try bumpVersion(of: link.ticket)
    }
}
