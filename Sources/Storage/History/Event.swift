import Workflow

/// One thing an operation did. With what was there before and after, it can be undone and told at any later time.
package struct Event: Equatable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case create, change, add, remove, restore
    }

    package var kind: Kind
    package var ticket: Ticket.Number?
    package var field: EventField?
    /// The message, cause, tag or field that a list holds.
    package var subject: Int64?
    package var before: String?
    package var after: String?

    package init(
        _ kind: Kind, _ field: EventField?, of ticket: Ticket.Number?, subject: Int64? = nil, before: String? = nil,
        after: String? = nil
    ) {
        self.kind = kind
        self.field = field
        self.ticket = ticket
        self.subject = subject
        self.before = before
        self.after = after
    }
}
