import Workflow

/// Messages on their way to another ticket.
package struct MessageMove: Equatable, Sendable {
    package var from: [MessagePlace]
    package var to: [MessagePlace]
    package var operation: Int64?
}

extension Store {
    /// Brings a message to another ticket. Its old name says where it went.
    package func move(
        _ place: MessagePlace, to ticket: Ticket.Number, _ context: CommandContext
    ) throws -> MessageMove {
        try write(context, needs: .work) { operation in
            let db = operation.db
            let message = try place.message(in: db)
            let target = try MergeTargets.mergeTarget(of: ticket, in: db)
            guard let found = try TicketRows.find(target, in: db), found.removal == .none else {
                throw StorageError.noSuchTicket(ticket.rawValue)
            }
            try message.requireMovable(from: place)
            if target == place.ticket {
                throw WorkflowError.relation(.messageStays(target, place.sequence))
            }
            let to = try operation.moveToEnd([message], of: place.ticket, to: target, at: context.at)
            return MessageMove(from: [place], to: to, operation: operation.reported)
        }.content
    }
}

extension Message {
    func requireMovable(from place: MessagePlace) throws {
        guard !isDescription else {
            throw WorkflowError.relation(.descriptionStays(place.ticket, place.sequence))
        }
    }
}

extension Operation {
    /// Puts messages behind those of another ticket, in their order.
    mutating func moveToEnd(
        _ messages: [Message], of ticket: Ticket.Number, to target: Ticket.Number, at now: Instant
    ) throws -> [MessagePlace] {
        var places: [MessagePlace] = []
        try reindexing(ticket, target) { operation in
            for message in messages {
                let place = MessagePlace(ticket: target, sequence: try operation.nextSequence(of: target))
                try operation.move(message.id, to: place)
                places.append(place)
            }
        }
        for number in [ticket, target] {
            let shown = try MergeTargets.mergeTarget(of: number, in: db)
            try change(.updatedAt, of: shown, to: .integer(now.milliseconds))
        }
        return places
    }

    /// A number that no message of the ticket has or had.
    func nextSequence(of ticket: Ticket.Number) throws -> Int {
        let sql = """
            SELECT COALESCE(MAX(taken.sequence), 0) FROM (
                SELECT sequence FROM message WHERE ticket_id = $1
                UNION ALL SELECT sequence FROM message_former_place WHERE ticket_id = $1) AS taken
            """
        return (try db.row(sql, [.integer(ticket.rawValue)])?.int(0) ?? 0) + 1
    }

    /// Puts a message and its attachments at a place. The caller keeps the search equal (`reindexing`).
    mutating func move(_ message: Message.ID, to place: MessagePlace) throws {
        guard let old = try MessagePlace.of(message, in: db), old != place else { return }
        let target: [SQLValue] = [.integer(place.ticket.rawValue), .integer(place.sequence)]
        try SimilarityBlock.forget(description: message, in: db)
        // It comes home.
        try db.run("DELETE FROM message_former_place WHERE ticket_id = $1 AND sequence = $2", target)
        try db.run(
            "UPDATE message SET ticket_id = $1, sequence = $2 WHERE id = $3", target + [.integer(message)])
        try SimilarityBlock.forget(description: message, in: db)
        try db.run(
            "INSERT INTO message_former_place (ticket_id, sequence, message_id) VALUES ($1, $2, $3)",
            [.integer(old.ticket.rawValue), .integer(old.sequence), .integer(message)])
        try db.run(
            "UPDATE attachment SET ticket_id = $1 WHERE message_id = $2",
            [.integer(place.ticket.rawValue), .integer(message)])
        try record(
            Event(
                .change, .messagePlace, of: old.ticket, subject: message, before: old.eventText,
                after: place.eventText))
        try record(Event(.add, .messagePlace, of: place.ticket, subject: message))
        try bumpVersion(of: old.ticket)
        try bumpVersion(of: place.ticket)
    }
}
