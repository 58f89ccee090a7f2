import Workflow

/// Doing the opposite of what connected tickets.
extension Operation {
    /// - Returns: whether the event is of this kind.
    mutating func reverseRelation(_ event: Event, of ticket: Ticket.Number) throws -> Bool {
        let subject = event.subject ?? 0
        switch (event.kind, event.field) {
        case (.add, .link): try remove(link(event.after, ticket, subject))
        case (.remove, .link): try add(link(event.before, ticket, subject))
        case (.add, .watcher): try remove(watcher: subject, from: ticket)
        case (.remove, .watcher): try add(watcher: subject, to: ticket)
        case (.add, .incident): try remove(incident: ticket, of: subject)
        case (.remove, .incident): try add(incident: ticket, to: subject)
        case (.add, .attachment), (.restore, .attachment):
            try setRemoval(ofAttachment: subject, to: .undone, .remove)
        case (.remove, .attachment): try setRemoval(ofAttachment: subject, to: .none, .restore)
        case (.add, .merged): try tellMerged(.remove, subject, of: ticket)
        case (.remove, .merged): try tellMerged(.add, subject, of: ticket)
        case (.change, .messagePlace):
            guard let home = MessagePlace(eventText: event.before) else { break }
            try move(subject, to: home)
        // The other half of a move: the ticket it came from has the event that goes back.
        case (.add, .messagePlace): break
        default: return false
        }
        return true
    }

    private func link(_ kind: String?, _ ticket: Ticket.Number, _ other: Int64) -> LinkDraft {
        let kind = kind.flatMap { Int64($0) }.flatMap(LinkKind.init(rawValue:)) ?? .relates
        return LinkDraft(ticket, kind, isInverse: false, Ticket.Number(other))
    }

    // What really merges is a column of the other ticket.
    private mutating func tellMerged(_ kind: Event.Kind, _ merged: Int64, of ticket: Ticket.Number) throws {
        try record(Event(kind, .merged, of: ticket, subject: merged))
        try bumpVersion(of: ticket)
    }
}

extension Operation {
    /// Why an event that connected tickets, or moved a message, cannot be reversed.
    func relationConflict(_ event: Event, _ ticket: Ticket.Number) throws -> UndoConflict? {
        guard let field = event.field else { return nil }
        switch field {
        case .mergedInto: return try mergeConflict(event, ticket)
        case .message:
            let now = try event.subject.flatMap { try MessagePlace.of($0, in: db) }
            guard let now, now.ticket != ticket else { return nil }
            return conflict(event, .messagePlace, "#\(ticket.rawValue)", now.label)
        case .messagePlace where event.kind == .change:
            let now = try event.subject.flatMap { try MessagePlace.of($0, in: db) }
            guard now?.eventText != event.after else { return nil }
            return conflict(event, field, MessagePlace(eventText: event.after)?.label, now?.label)
        case .link, .watcher, .incident, .attachment:
            let isThere = try holds(event, ticket)
            guard isThere == (event.kind == .remove) else { return nil }
            return conflict(event, field, isThere ? "−" : "+", isThere ? "+" : "−")
        default: return nil
        }
    }

    private func conflict(
        _ event: Event, _ field: EventField, _ expected: String?, _ found: String?
    ) -> UndoConflict {
        UndoConflict(ticket: event.ticket, field: field, subject: event.subject, expected: expected, found: found)
    }

    /// Two tickets must not be merged into one another by an undo of an undo.
    private func mergeConflict(_ event: Event, _ ticket: Ticket.Number) throws -> UndoConflict? {
        guard let target = event.before.flatMap({ Int64($0) }) else { return nil }
        let chain = try MergeTargets.chain(from: Ticket.Number(target), in: db)
        guard chain.contains(ticket) else { return nil }
        return UndoConflict(
            ticket: Ticket.Number(target), field: .mergedInto,
            found: chain.dropFirst().first.map { String($0.rawValue) })
    }

    private func holds(_ event: Event, _ ticket: Ticket.Number) throws -> Bool {
        let (number, subject) = (SQLValue.integer(ticket.rawValue), SQLValue.optional(event.subject))
        let row =
            switch event.field {
            case .link:
                try db.row(
                    "SELECT 1 FROM ticket_link WHERE ticket_id = $1 AND other_id = $2 AND kind = $3",
                    [number, subject, .optional((event.after ?? event.before).flatMap { Int64($0) })])
            case .watcher:
                try db.row("SELECT 1 FROM ticket_watcher WHERE ticket_id = $1 AND agent_id = $2", [number, subject])
            case .incident:
                try db.row(
                    "SELECT 1 FROM problem_incident WHERE ticket_id = $1 AND problem_id = $2", [number, subject])
            default: try db.row("SELECT 1 FROM attachment WHERE id = $1 AND removal = 0", [subject])
            }
        return row != nil
    }
}

extension EventField {
    /// A list whose items have names, and nothing else that could change.
    var isNamedList: Bool {
        switch self {
        case .tag, .merged, .link, .watcher, .incident, .attachment: true
        default: false
        }
    }
}
