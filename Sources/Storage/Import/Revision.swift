import Workflow

/// A ticket whose source text changed: what changed there is changed here, unless the desk changed it too.
struct Revision {
    let ticket: Ticket.Number
    private let old: IncomingTicket
    private let new: IncomingTicket
    /// What the desk changed gives way to what the source changed.
    let isForced: Bool
    private(set) var conflicts: [ImportConflict] = []
    private(set) var changes = 0

    private var before: TicketDraft { old.draft }
    private var after: TicketDraft { new.draft }

    init(ticket: Ticket.Number, before: IncomingTicket, after: IncomingTicket, isForced: Bool = false) {
        self.ticket = ticket
        old = before
        new = after
        self.isForced = isForced
    }

    mutating func write(_ operation: inout Operation, _ names: inout Names) throws {
        var work = self
        try operation.reindexing(ticket) { operation in
            try work.reviseColumns(&operation, &names)
            try work.reviseMessages(&operation, &names)
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
        try reviseValues(&operation, &names)
    }

    private mutating func reviseValues(_ operation: inout Operation, _ names: inout Names) throws {
        let (was, becomes) = (before.values, after.values)
        try revise(
            .priority, .integer((was.priority ?? .normal).rawValue),
            .integer((becomes.priority ?? .normal).rawValue), &operation)
        try revise(.priorityText, .optional(was.priorityText), .optional(becomes.priorityText), &operation)
        try revise(
            .customer, .optional(try was.customer.map { try names.customer($0) }),
            .optional(try becomes.customer.map { try names.customer($0) }), &operation)
        try revise(
            .assignee, .optional(try was.assignee.map { try names.pastAgent($0) }),
            .optional(try becomes.assignee.map { try names.pastAgent($0) }), &operation)
        try revise(
            .createdAt, .optional(old.createdAt?.milliseconds), .optional(new.createdAt?.milliseconds), &operation)
        try reviseDone(&operation)
        for tag in becomes.tags where !was.tags.contains(where: { $0.isSameText(as: tag) }) {
            try operation.add(tag: try names.tag(tag), to: ticket)
            changes += 1
        }
        for tag in was.tags where !becomes.tags.contains(where: { $0.isSameText(as: tag) }) {
            try operation.remove(tag: try names.tag(tag), from: ticket)
            changes += 1
        }
    }

    // A ticket that is done on one side only has no time to compare.
    private mutating func reviseDone(_ operation: inout Operation) throws {
        guard old.closedAt != new.closedAt, !after.startingStatus(asked: nil).isOpen else { return }
        let (was, becomes) = (old.closedAt?.milliseconds, new.closedAt?.milliseconds)
        try revise(.resolvedAt, .optional(was), .optional(becomes), &operation)
        guard after.startingStatus(asked: nil) == .closed else { return }
        try revise(.closedAt, .optional(was), .optional(becomes), &operation)
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
        conflicts.append(ImportConflict(ticket: ticket, line: new.place.line, field: field))
    }

    private mutating func reviseMessages(_ operation: inout Operation, _ names: inout Names) throws {
        let (before, after) = (old.messages, new.messages)
        guard before != after else { return }
        let present = try TicketMessages.of(ticket, in: operation.db).filter { $0.origin != .typed }
        if present.map(\.draft) == after { return }
        guard present.map(\.draft) == before || isForced else { return conflict(.message) }
        // From the first that another said, or at another time, all are told anew, so that their order stays.
        let kept = zip(present, after).prefix { $0.draft.isTold(as: $1) }.count
        for (message, draft) in zip(present, after).prefix(kept) { try operation.edit(message, to: draft, of: ticket) }
        for message in present.dropFirst(kept) { try operation.setAside(message, of: ticket) }
        for draft in after.dropFirst(kept) { try operation.append(draft, to: ticket, &names) }
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
        let old = Dictionary(before.fields.map { (ExactText($0.name), $0.text) }) { first, _ in first }
        let new = Dictionary(after.fields.map { (ExactText($0.name), $0.text) }) { first, _ in first }
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
            role: role, origin: origin, isDescription: isDescription, isInternal: isInternal, body: body, at: at,
            author: author)
    }
}

extension MessageDraft {
    /// An edit can make the one of the other: it changes texts, and not who said it when to whom.
    fileprivate func isTold(as other: MessageDraft) -> Bool {
        at == other.at && isInternal == other.isInternal
            && author.map(ExactText.init) == other.author.map(ExactText.init)
    }
}
