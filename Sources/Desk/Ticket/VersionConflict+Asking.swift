import Presentation
import Storage
import Workflow

extension VersionConflict {
    /// Runs a change; when the version is another, nothing was written, and both sides are told.
    /// What somebody wrote in the editor is compared with the others' changes there.
    static func told<T>(
        _ verb: TicketCommand, besides seen: Seen?, in store: Store, _ change: () throws -> T
    ) throws -> T {
        do {
            return try change()
        } catch StorageError.versionChanged(let ticket, let read, let now) where seen == nil {
            let theirs = try store.read { db in
                try TicketDiff.since(version: read, of: Ticket.Number(ticket), in: db).changes
            }
            let conflict = VersionConflict(ticket: ticket, read: read, now: now, theirs: theirs, yours: verb.wishes)
            throw Refusal.versionChanged(conflict)
        }
    }
}

extension TicketCommand {
    /// The values it was to set.
    fileprivate var wishes: [TicketDiff.Change] {
        func wish(_ field: EventField, _ text: String?) -> TicketDiff.Change? {
            text.map { TicketDiff.Change(field: field, after: $0) }
        }
        switch self {
        case .edit(let edit):
            return [
                wish(.title, edit.title), wish(.priority, edit.priority?.name), wish(.customer, edit.customer),
                wish(.channel, edit.channel),
            ].compactMap { $0 } + edit.fields.map { TicketDiff.Change(field: .field, subject: $0.name, after: $0.text) }
                + edit.addedTags.map { TicketDiff.Change(field: .tag, subject: $0, after: $0) }
        case .reply(let body, _), .note(let body, _): return [wish(.message, body)].compactMap { $0 }
        default: return []
        }
    }
}
