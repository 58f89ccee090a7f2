import Workflow

/// One text that a message had.
package struct MessageVersion: Equatable, Sendable {
    package var number: Int
    package var body: String
    /// Who wrote this text, where known.
    package var author: String?
    package var at: Instant?
    /// The edit that wrote it; nil for the first text.
    package var operation: Int64?
}

/// Reading what a message said before.
package enum MessageVersions {
    /// Every text, oldest first; the last is the present one.
    package static func of(_ message: Message, in db: any Transaction) throws -> [MessageVersion] {
        let sql = """
            SELECT old.version, old.body, agent.name, operation.at, operation.id
            FROM message_version AS old JOIN operation ON operation.id = old.operation_id
            JOIN agent ON agent.id = operation.agent_id WHERE old.message_id = $1 ORDER BY old.version
            """
        var versions: [MessageVersion] = []
        var writer: (author: String?, at: Instant?, operation: Int64?) = (message.author, message.at, nil)
        for row in try db.rows(sql, [.integer(message.id)]) {
            versions.append(
                MessageVersion(
                    number: try row.int(0), body: try row.text(1), author: writer.author, at: writer.at,
                    operation: writer.operation))
            // The operation that replaced this text wrote the next.
            writer = (try row.text(2), try row.optionalInstant(3), try row.integer(4))
        }
        return versions + [
            MessageVersion(
                number: message.version, body: message.body, author: writer.author, at: writer.at,
                operation: writer.operation)
        ]
    }

    static func body(of message: Message.ID, version: Int, in db: any Transaction) throws -> String? {
        let old = "SELECT body FROM message_version WHERE message_id = $1 AND version = $2"
        if let row = try db.row(old, [.integer(message), .integer(version)]) { return try row.text(0) }
        let present = "SELECT body FROM message WHERE id = $1 AND version = $2"
        return try db.row(present, [.integer(message), .integer(version)])?.text(0)
    }
}

extension Store {
    /// Replaces what a message says; the old text stays as a version.
    /// - Returns: the message as it is then; unchanged when the text was the same.
    package func editMessage(
        _ place: MessagePlace, to body: String, _ context: CommandContext
    ) throws -> Outcome<Message> {
        try write(context, needs: .work) { operation in
            let db = operation.db
            let message = try place.message(in: db)
            guard !message.body.isSameText(as: body) else { return message }
            if message.role == .agent && !message.isInternal { try operation.requireFinished(body) }
            var draft = message.draft
            draft.body = body
            try operation.reindexing(place.ticket) { try $0.edit(message, to: draft, of: place.ticket) }
            let shown = try MergeTargets.mergeTarget(of: place.ticket, in: db)
            try operation.change(.updatedAt, of: shown, to: .integer(context.at.milliseconds))
            return try place.message(in: db)
        }
    }
}
