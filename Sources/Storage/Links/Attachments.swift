import Workflow

/// Reading the files of tickets.
package enum TicketAttachments {
    /// In the order they came.
    package static func of(_ ticket: Ticket.Number, in db: any Transaction) throws -> [Attachment] {
        let sql = """
            SELECT attachment.id, attachment.name, attachment.size, attachment.sha256, attachment.is_internal,
                message.sequence, agent.name, attachment.at, content.sha256 IS NULL
            FROM attachment LEFT JOIN message ON message.id = attachment.message_id
            LEFT JOIN agent ON agent.id = attachment.agent_id
            LEFT JOIN attachment_content AS content ON content.sha256 = attachment.sha256
            WHERE attachment.ticket_id = $1 AND attachment.removal = 0 ORDER BY attachment.id
            """
        return try db.rows(sql, [.integer(ticket.rawValue)]).map { row in
            Attachment(
                id: try row.integer(0), name: try row.text(1), size: try row.int(2), sha256: try row.blob(3),
                isInternal: try row.flag(4), message: try row.optionalInt(5), author: try row.optionalText(6),
                at: try row.optionalInstant(7), isMissing: try row.flag(8))
        }
    }

    /// The file of that name, however it is written.
    /// - Throws: `RelationFault.noAttachment`
    package static func find(
        _ name: String, of ticket: Ticket.Number, in db: any Transaction
    ) throws -> Attachment {
        let all = try ([ticket] + MergeTargets.merged(into: ticket, in: db)).flatMap { try of($0, in: db) }
        let exact = all.first { $0.name.isSameText(as: name) }
        guard let found = exact ?? all.first(where: { folded($0.name) == folded(name) }) else {
            throw WorkflowError.relation(.noAttachment(ticket, name))
        }
        return found
    }

    /// - Throws: `RelationFault.attachmentMissing`
    package static func content(
        of attachment: Attachment, of ticket: Ticket.Number, in db: any Transaction
    ) throws -> [UInt8] {
        let sql = "SELECT content FROM attachment_content WHERE sha256 = $1"
        guard let row = try db.row(sql, [.blob(attachment.sha256)]) else {
            throw WorkflowError.relation(.attachmentMissing(ticket, attachment.name))
        }
        return try row.blob(0)
    }
}

/// A file about to be attached.
package struct IncomingAttachment: Equatable, Sendable {
    package var name: String
    package var bytes: [UInt8]
    package var sha256: [UInt8]

    /// - Throws: `RelationFault.tooLarge`
    package init(name: String, bytes: [UInt8], sha256: [UInt8]) throws(WorkflowError) {
        guard bytes.count <= Attachment.largestBytes else {
            throw .relation(.tooLarge(name, bytes: bytes.count, limit: Attachment.largestBytes))
        }
        self.name = AttachmentName.safe(name)
        self.bytes = bytes
        self.sha256 = sha256
    }
}

/// What attaching or removing files did.
package struct Attaching: Equatable, Sendable {
    package var ticket: Ticket.Number
    package var files: [Attachment]
    package var operation: Int64?
}

extension Store {
    /// Attaches files to a ticket.
    package func attach(
        _ files: [IncomingAttachment], to number: Ticket.Number, isInternal: Bool, _ context: CommandContext
    ) throws -> Attaching {
        try changeAttachments(of: number, context) { operation, ticket in
            let ids = try operation.attach(files, to: ticket, message: nil, isInternal: isInternal)
            return try TicketAttachments.of(ticket, in: operation.db).filter { ids.contains($0.id) }
        }
    }

    /// Takes a file off its ticket. Its bytes stay until the ticket is purged, so that this can be undone.
    package func detach(
        _ name: String, from number: Ticket.Number, _ context: CommandContext
    ) throws -> Attaching {
        try changeAttachments(of: number, context) { operation, ticket in
            let file = try TicketAttachments.find(name, of: ticket, in: operation.db)
            try operation.setRemoval(ofAttachment: file.id, to: .undone, .remove)
            return [file]
        }
    }

    private func changeAttachments(
        of number: Ticket.Number, _ context: CommandContext,
        _ change: (inout Operation, Ticket.Number) throws -> [Attachment]
    ) throws -> Attaching {
        try write(context, needs: .work) { operation in
            let db = operation.db
            let mergeTarget = try MergeTargets.mergeTarget(of: number, in: db)
            guard let ticket = try TicketRows.find(mergeTarget, in: db), ticket.removal == .none else {
                throw StorageError.noSuchTicket(number.rawValue)
            }
            let files = try change(&operation, mergeTarget)
            try operation.change(.updatedAt, of: mergeTarget, to: .integer(context.at.milliseconds))
            return Attaching(ticket: mergeTarget, files: files, operation: operation.reported)
        }.content
    }
}

extension Operation {
    /// Attaches files to a ticket and, where they came with one, to a message.
    @discardableResult
    mutating func attach(
        _ files: [IncomingAttachment], to ticket: Ticket.Number, message: Message.ID?, isInternal: Bool
    ) throws -> [Int64] {
        // Names that were, too: a file that comes back must find its own free.
        let known = try db.rows("SELECT name FROM attachment WHERE ticket_id = $1", [.integer(ticket.rawValue)])
        var names = try known.map { try $0.text(0) }
        var ids: [Int64] = []
        for file in files {
            names.append(AttachmentName.unique(file.name, among: names))
            try db.insert(file.bytes, into: .attachmentContent, sha256: file.sha256)
            let row = AttachmentInsert(
                ticket: ticket, message: message, name: names[names.count - 1], size: file.bytes.count,
                sha256: file.sha256, isInternal: isInternal, agent: try author().agent.id, at: at)
            let id = try insert(row)
            try record(Event(.add, .attachment, of: ticket, subject: id, after: row.name))
            ids.append(id)
        }
        if !files.isEmpty { try bumpVersion(of: ticket) }
        return ids
    }

    func insert(_ row: AttachmentInsert) throws -> Int64 {
        let made = try db.row(
            """
            INSERT INTO attachment (ticket_id, message_id, name, size, sha256, is_internal, agent_id, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
            """,
            [
                .integer(row.ticket.rawValue), .optional(row.message), .text(row.name), .integer(row.size),
                .blob(row.sha256), .flag(row.isInternal), .optional(row.agent), .optional(row.at?.milliseconds),
            ])
        guard let id = try made?.integer(0) else { throw StorageError.failed(detail: "no attachment was made") }
        return id
    }

    /// Sets a file aside, or brings it back.
    mutating func setRemoval(ofAttachment id: Int64, to removal: Removal, _ kind: Event.Kind) throws {
        let row = try db.row(
            "UPDATE attachment SET removal = $1 WHERE id = $2 RETURNING ticket_id, name",
            [.integer(removal.rawValue), .integer(id)])
        guard let row else { return }
        let ticket = Ticket.Number(try row.integer(0))
        try record(Event(kind, .attachment, of: ticket, subject: id, before: try row.text(1)))
        try bumpVersion(of: ticket)
    }
}

/// A file about to be written to the desk.
struct AttachmentInsert {
    var ticket: Ticket.Number
    var message: Message.ID?
    var name: String
    var size: Int
    var sha256: [UInt8]
    var isInternal: Bool
    var agent: Agent.ID?
    var at: Instant?
}
