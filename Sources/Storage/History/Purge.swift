import Workflow

/// What was removed for good.
package struct Purged: Equatable, Sendable {
    /// The tickets, with those that were merged into them.
    package var tickets: [Ticket.Number]
    package var messages: Int
    package var attachments: Int
    /// Imported files that tell of them and stay as they are.
    package var sources: [String]
    package var operation: Int64?
    /// Nothing of it is left in the file.
    package var isScrubbed = true
}

extension Store {
    /// Removes tickets from the trash for good: texts, versions, files, history and what the search knows. Their numbers are
    /// never given again; an operation tells that they were there, and cannot be undone.
    package func purge(_ numbers: [Ticket.Number], _ context: CommandContext) throws -> Purged {
        var purged = try write(context, needs: .purge) { operation in
            let db = operation.db
            for number in numbers {
                guard let ticket = try TicketRows.find(number, in: db), ticket.removal != .undone else {
                    throw StorageError.noSuchTicket(number.rawValue)
                }
                guard ticket.removal == .trash else { throw WorkflowError.relation(.notInTrash(number)) }
            }
            let all = try numbers.flatMap { [$0] + (try MergeTargets.merged(into: $0, in: db)) }
            try operation.confirm(.purge(all))
            // The mergeTarget's text holds that of what was merged into it.
            for number in all { try TicketText(of: number, in: db).unindex(of: number, in: db) }
            var purged = Purged(tickets: all, messages: 0, attachments: 0, sources: [], operation: nil)
            // What is merged goes first: it names its mergeTarget.
            for number in all.reversed() { try operation.purge(number, &purged) }
            purged.operation = operation.reported
            return purged
        }.content
        // What SQLite has freed it may still hold in the file.
        if purged.operation != nil { purged.isScrubbed = try database.maintenance.scrub() }
        return purged
    }
}

extension Operation {
    fileprivate mutating func purge(_ ticket: Ticket.Number, _ purged: inout Purged) throws {
        let id: [SQLValue] = [.integer(ticket.rawValue)]
        purged.sources += try sources(of: ticket).filter { !purged.sources.contains($0) }
        try forgetCommands(about: ticket)
        purged.messages += try db.row("SELECT COUNT(*) FROM message WHERE ticket_id = $1", id)?.int(0) ?? 0
        let files = try db.rows("SELECT DISTINCT sha256 FROM attachment WHERE ticket_id = $1", id)
        let hashes = try files.map { try $0.blob(0) }
        try SimilarityBlock.forget(ticket, in: db)
        for sql in Purge.statements {
            let count = try db.run(sql, id)
            if sql.hasPrefix("DELETE FROM attachment ") { purged.attachments += count }
        }
        for hash in hashes {
            try db.run(
                """
                DELETE FROM attachment_content WHERE sha256 = $1
                    AND NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.sha256 = $1)
                """, [.blob(hash)])
        }
        try record(Event(.remove, .ticket, of: nil, subject: ticket.rawValue))
    }

    private func sources(of ticket: Ticket.Number) throws -> [String] {
        let sql = """
            SELECT DISTINCT file.name FROM ticket_source AS place JOIN source_file AS file
                ON file.id = place.source_file_id WHERE place.ticket_id = $1 ORDER BY file.name
            """
        return try db.rows(sql, [.integer(ticket.rawValue)]).map { try $0.text(0) }
    }

    // A command line holds the text that was typed.
    private func forgetCommands(about ticket: Ticket.Number) throws {
        let sql = """
            SELECT id, command FROM operation
            WHERE id IN (SELECT operation_id FROM event WHERE ticket_id = $1)
            """
        for row in try db.rows(sql, [.integer(ticket.rawValue)]) {
            let verb = try row.text(1).split(separator: " ").prefix(2).joined(separator: " ")
            let values: [SQLValue] = [.text(verb + " …"), .integer(try row.integer(0))]
            try db.run("UPDATE operation SET command = $1 WHERE id = $2", values)
        }
    }
}

/// What purging a ticket deletes.
package enum Purge {
    /// Every row that belongs to a ticket, those that name others first.
    package static let statements = [
        """
        DELETE FROM message_version WHERE message_id IN (SELECT id FROM message WHERE ticket_id = $1)
        """,
        """
        DELETE FROM message_former_place WHERE ticket_id = $1
            OR message_id IN (SELECT id FROM message WHERE ticket_id = $1)
        """,
        """
        UPDATE ticket_cause SET evidence_id = NULL
        WHERE evidence_id IN (SELECT id FROM message WHERE ticket_id = $1)
        """,
        "DELETE FROM attachment WHERE ticket_id = $1",
        "DELETE FROM message WHERE ticket_id = $1",
        "DELETE FROM ticket_cause WHERE ticket_id = $1",
        "DELETE FROM ticket_tag WHERE ticket_id = $1",
        "DELETE FROM ticket_field WHERE ticket_id = $1",
        """
        UPDATE source_file SET ticket_digests = NULL
        WHERE id IN (SELECT source_file_id FROM ticket_source WHERE ticket_id = $1)
        """,
        "DELETE FROM ticket_source WHERE ticket_id = $1",
        "DELETE FROM ticket_link WHERE ticket_id = $1 OR other_id = $1",
        "DELETE FROM ticket_watcher WHERE ticket_id = $1",
        "DELETE FROM problem_incident WHERE ticket_id = $1",
        "DELETE FROM rule_ticket WHERE ticket_id = $1",
        "DELETE FROM rule_log WHERE ticket_id = $1",
        "DELETE FROM sla_verdict WHERE ticket_id = $1",
        "DELETE FROM sla_running WHERE ticket_id = $1",
        "DELETE FROM sla_notice WHERE ticket_id = $1",
        "DELETE FROM diagnosis WHERE ticket_id = $1",
        "DELETE FROM event WHERE ticket_id = $1",
        """
        DELETE FROM event WHERE subject = $1
            AND (field = 'merged' OR field = 'link')
        """,
        "UPDATE ticket SET merged_into = NULL WHERE merged_into = $1",
        "DELETE FROM ticket WHERE id = $1",
    ]
}
