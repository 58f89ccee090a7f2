import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// The values of a ticket as lines "name: value", to be filled in with an editor.
struct EditForm: Equatable {
    /// One value.
    struct Line: Equatable {
        var name: String
        var value: String
    }

    private(set) var lines: [Line]

    /// - Parameter organisation: the customer's.
    /// - Parameter fields: custom fields that may be set, also where the ticket has none.
    init(_ record: TicketRecord, organisation: String?, fields: [String]) {
        let ticket = record.ticket
        lines = [
            Line(name: "title", value: ticket.title),
            Line(name: "category", value: record.categoryPath.joined(by: CategoryTree.separator)),
            Line(name: "priority", value: ticket.priorityText ?? ticket.priority.name),
            Line(name: "customer", value: ticket.customer ?? ""), Line(name: "org", value: organisation ?? ""),
            Line(name: "assignee", value: ticket.assignee ?? ""), Line(name: "team", value: ticket.team ?? ""),
            Line(name: "channel", value: ticket.channel ?? ""),
            Line(name: "tags", value: record.tags.joined(by: ", ")),
        ]
        // A text of several lines is no line of a form.
        for field in record.fields where !field.text.contains("\n") {
            lines.append(Line(name: "field.\(field.name)", value: field.text))
        }
        for name in fields where !record.fields.contains(where: { $0.name == name }) {
            lines.append(Line(name: "field.\(name)", value: ""))
        }
    }

    /// - Throws: `UsageError.badField` for a line that is none, or is there twice.
    init(text: String) throws {
        lines = []
        for line in text.split(separator: "\n").map({ String($0).trimmed }) where !line.isEmpty && !line.hasPrefix("#")
        {
            guard let sign = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else { throw UsageError.badField(line) }
            let name = String(line[..<sign]).trimmed
            let isKnown = Self.names.contains(name) || name.hasPrefix("field.") && name.count > 6
            guard isKnown, value(of: name) == nil else { throw UsageError.badField(line) }
            lines.append(Line(name: name, value: String(line[line.index(after: sign)...]).trimmed))
        }
    }

    private static let names: Set<String> = [
        "title", "category", "priority", "customer", "org", "assignee", "team", "channel", "tags",
    ]

    var text: String { lines.map { "\($0.name): \($0.value)\n" }.joined(by: "") }

    func value(of name: String) -> String? { lines.first { $0.name == name }?.value }

    /// Values that this form changed, that another changed too, and differently.
    func conflicts(since base: EditForm, with now: EditForm) -> [FormConflict] {
        lines.compactMap { line in
            let (before, other) = (base.value(of: line.name) ?? "", now.value(of: line.name) ?? "")
            let isMine = !line.value.isSameText(as: before)
            let isTheirs = !other.isSameText(as: before)
            guard isMine, isTheirs, !line.value.isSameText(as: other) else { return nil }
            return FormConflict(field: line.name, before: before, mine: line.value, now: other)
        }
    }

    /// This form with what others changed, and above each value that both did, what it was and is.
    func merged(since base: EditForm, with now: EditForm, _ words: Words.Drafts) -> String {
        let conflicts = conflicts(since: base, with: now)
        return lines.map { line in
            if let conflict = conflicts.first(where: { $0.field == line.name }) {
                return words.formConflict(conflict.before, conflict.now) + "\n\(line.name): \(line.value)\n"
            }
            let isMine = !line.value.isSameText(as: base.value(of: line.name) ?? "")
            return "\(line.name): \(isMine ? line.value : now.value(of: line.name) ?? line.value)\n"
        }.joined(by: "")
    }

    /// What this form changed, as an edit.
    func edit(since base: EditForm, _ context: CommandContext, in store: Store) throws -> TicketEdit {
        var edit = TicketEdit()
        for line in lines where !line.value.isSameText(as: base.value(of: line.name) ?? "") {
            try set(line, since: base, context, in: &edit, store)
        }
        return edit
    }

    private func set(
        _ line: Line, since base: EditForm, _ context: CommandContext, in edit: inout TicketEdit, _ store: Store
    ) throws {
        switch line.name {
        case "tags":
            let (old, new) = (Self.tags(base.value(of: "tags") ?? ""), Self.tags(line.value))
            edit.addedTags = new.filter { !old.contains($0) }
            edit.removedTags = old.filter { !new.contains($0) }
        case _ where line.name.hasPrefix("field."):
            let text = NamedText(name: String(line.name.dropFirst(6)), text: line.value)
            edit.fields += try store.read { try TaxonomyName.texts([text], in: $0) }
        case "customer": edit.customer = line.value.emptyWhenNone
        case "org": edit.organisation = line.value.emptyWhenNone
        case "assignee":
            let name = line.value.isEmpty ? "none" : line.value
            edit.assignee = try store.read { try AgentName.choice(name, context, in: $0) }
        case "team":
            let name = line.value.isEmpty ? "none" : line.value
            edit.team = try store.read { try TeamName.choice(name, in: $0).choice }
        case _ where line.value.isEmpty: throw UsageError.badField("\(line.name):")
        case "title": edit.title = line.value
        case "category": edit.category = try store.read { try CategoryName.id(of: line.value, in: $0) }
        case "priority":
            (edit.priority, edit.priorityText) = try store.read { try PriorityName.read(line.value, in: $0) }
        default: edit.channel = line.value
        }
    }

    private static func tags(_ text: String) -> [String] {
        text.split { ",，、".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}

/// A ticket edited as a form.
struct FormEditing {
    let session: Session
    let store: Store
    let ticket: Ticket.Number

    /// Lets the person fill in the form. What others changed meanwhile stays, unless both changed the same.
    /// - Throws: `Refusal.formConflict`; the draft then holds both.
    func edit() throws -> TicketEdit {
        let before = try form(try record())
        let words = session.words.drafts
        session.formBase = session.formBase ?? before.text
        let written = try session.compose(from: words.form(ticket.rawValue) + "\n" + before.text)
        let base = try session.formBase.map { try EditForm(text: $0) } ?? before
        let mine = try EditForm(text: written)
        let record = try record()
        let now = try form(record)
        let conflicts = mine.conflicts(since: base, with: now)
        guard conflicts.isEmpty else {
            try session.keepForm(mine.merged(since: base, with: now, words), base: now.text)
            throw Refusal.formConflict(ticket, conflicts)
        }
        session.seenVersion = record.ticket.version
        let edit = try mine.edit(since: base, session.context, in: store)
        guard edit != TicketEdit() else { throw UsageError.nothingToChange }
        return edit
    }

    private func form(_ record: TicketRecord) throws -> EditForm {
        try store.read { db in
            let fields = try Taxonomy.fields(in: db).filter { !$0.isRetired && $0.kind != nil }.map(\.name)
            let organisation = try Customers.standing(of: record.ticket, in: db).organisation
            return EditForm(record, organisation: organisation, fields: fields)
        }
    }

    private func record() throws -> TicketRecord {
        try store.read { db in
            let record = try TicketRecord.find(ticket, categories: try CategoryTree.read(in: db), in: db)
            guard let record, record.ticket.removal == .none else { throw StorageError.noSuchTicket(ticket.rawValue) }
            return record
        }
    }
}
