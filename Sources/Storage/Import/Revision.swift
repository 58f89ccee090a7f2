import Workflow

/// A ticket whose source text changed: what changed there is changed here, unless the desk changed it too.
struct Revision {
    let ticket: Ticket.Number
    let before: TicketDraft
    let after: TicketDraft
    let line: Int
    /// What the desk changed gives way to what the source changed.
    let isForced: Bool
    private(set) var conflicts: [ImportConflict] = []
    private(set) var changes = 0

    init(ticket: Ticket.Number, before: TicketDraft, after: TicketDraft, line: Int, isForced: Bool = false) {
        self.ticket = ticket
        self.before = before
        self.after = after
        self.line = line
        self.isForced = isForced
    }

    mutating func write(_ operation: inout Operation, _ names: inout Names) throws {
        var work = self
        try operation.reindexing(ticket) { operation in
            try work.reviseColumns(&operation, &names)
            try work.reviseMessages(&operation)
            try work.reviseCauses(&operation, &names)
            try work.reviseFields(&operation, &names)
        }
        self = work
    }

    private mutating func reviseColumns(_ operation: inout Operation, _ names: inout Names) throws {
        try revise(.title, .text(before.title), .text(after.title), &operation)
        try revise(
            .category, .optional(try names.category(before.categoryPath)),
            .optional(try names.category(after.categoryPath)), &operation)
        try revise(.statusText, .optional(before.statusText), .optional(after.statusText), &operation)
        try revise(
            .status, .integer(before.startingStatus(asked: nil).rawValue),
            .integer(after.startingStatus(asked: nil).rawValue), &operation)
    }

    private mutating func revise(
        _ field: EventField, _ old: SQLValue, _ new: SQLValue, _ operation: inout Operation
    ) throws {
        guard old != new else { return }
        let present = try operation.storedValue(field, of: ticket)
        if present == new { return }
        guard present == old || isForced else { return conflict(field) }
        try operation.change(field, of: ticket, to: new)
        changes += 1
    }

    private mutating func conflict(_ field: EventField) {
        conflicts.append(ImportConflict(ticket: ticket, line: line, field: field))
    }

    private mutating func reviseMessages(_ operation: inout Operation) throws {
        let old = before.messages
        let new = after.messages
        guard old != new else { return }
        let present = try TicketMessages.of(ticket, in: operation.db).filter { $0.origin != .typed }
        if present.map(\.draft) == new { return }
        guard present.map(\.draft) == old || isForced else { return conflict(.message) }
        for (message, draft) in zip(present, new) { try operation.edit(message, to: draft, of: ticket) }
        for message in present.dropFirst(new.count) { try operation.setAside(message, of: ticket) }
        for draft in new.dropFirst(present.count) { try operation.append(draft, to: ticket) }
        changes += 1
    }

    private mutating func reviseCauses(_ operation: inout Operation, _ names: inout Names) throws {
        let old = before.rootCauses.map(ExactText.init)
        let new = after.rootCauses.map(ExactText.init)
        for cause in old where !new.contains(cause) {
            if try operation.remove(cause: try names.cause(cause.text), of: ticket, only: .unverified) {
                changes += 1
            } else {
                conflict(.cause)
            }
        }
        for (index, cause) in new.enumerated() where old.firstIndex(of: cause) != index {
            // One that moved is taken off and put back at its place, unless somebody settled it.
            let id = try names.cause(cause.text)
            if old.contains(cause), try !operation.remove(cause: id, of: ticket, only: .unverified) { continue }
            try operation.add(cause: id, CauseRow(state: .unverified, position: index + 1), to: ticket)
            changes += 1
        }
    }

    private mutating func reviseFields(_ operation: inout Operation, _ names: inout Names) throws {
        let old = Dictionary(before.extra.map { (ExactText($0.name), $0.text) }) { first, _ in first }
        let new = Dictionary(after.extra.map { (ExactText($0.name), $0.text) }) { first, _ in first }
        for name in Set(old.keys).union(new.keys).sorted(by: { $0.text < $1.text }) {
            let (was, becomes) = (old[name].map(ExactText.init), new[name].map(ExactText.init))
            guard was != becomes else { continue }
            let field = try names.field(name.text)
            let present = try operation.text(ofField: field, of: ticket).map(ExactText.init)
            if present == becomes { continue }
            guard present == was || isForced else {
                conflict(.field)
                continue
            }
            try operation.set(field: field, to: becomes?.text, of: ticket)
            changes += 1
        }
    }
}

extension Message {
    /// The message as a draft would tell it.
    var draft: MessageDraft {
        MessageDraft(
            role: role, origin: origin, isDescription: isDescription, isInternal: isInternal, body: body, at: at)
    }
}
