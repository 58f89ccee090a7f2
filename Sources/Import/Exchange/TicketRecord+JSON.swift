import Storage
import Workflow

/// A ticket as a line of an export. The keys stand in a fixed order, and what is unknown is null.
extension TicketRecord {
    package var json: JSONValue {
        .object(JSONObject([JSONObject.Member(name: "schema", value: .string(Exchange.schema))] + members))
    }

    /// What a line holds besides its schema.
    package var members: [JSONObject.Member] {
        var object = JSONObject()
        object.set("number", to: .integer(ticket.number.rawValue))
        object.set("uuid", to: .string(ticket.uuid.text))
        object.set("source", to: ticket.source?.json ?? .null)
        object.set("title", to: .string(ticket.title))
        object.set("categoryPath", to: .strings(categoryPath))
        object.set("status", to: .string(ticket.status.name))
        object.set("priority", to: .string(ticket.priority.name))
        object.set("description", to: .optional(description?.body))
        object.set("answers", to: .strings(answers.map(\.body)))
        object.set("rootCauses", to: .strings(causes.map(\.name)))
        object.set("conversation", to: .array(turns.map(\.json)))
        object.set("tags", to: .strings(tags))
        object.set("extra", to: .object(JSONObject(fields.map { .init(name: $0.name, value: .string($0.text)) })))
        return object.members + knownBesides
    }

    // Only what is there, so that the line of an imported ticket stays short.
    private var knownBesides: [JSONObject.Member] {
        let all: [(String, JSONValue)] = [
            ("statusText", .optional(ticket.statusText)), ("priorityText", .optional(ticket.priorityText)),
            ("customer", .optional(ticket.customer)), ("assignee", .optional(ticket.assignee)),
            ("team", .optional(ticket.team)), ("channel", .optional(ticket.channel)),
            ("createdAt", .optional(ticket.createdAt)), ("updatedAt", .optional(ticket.updatedAt)),
            ("resolvedAt", .optional(ticket.resolvedAt)), ("closedAt", .optional(ticket.closedAt)),
            ("resolution", .optional(ticket.resolution?.name)), ("wakeAt", .optional(ticket.wakeAt)),
            ("descriptionAt", .optional(description.flatMap { $0.isTurn ? nil : $0.at })),
            ("mergedInto", ticket.mergedInto.map { .integer($0.rawValue) } ?? .null),
            ("notes", notes.isEmpty ? .null : .array(notes.map(\.json))),
            ("links", relations.linksJSON), ("watchers", .some(relations.watchers)),
            ("attachments", relations.attachmentsJSON), ("problems", relations.problemsJSON),
            ("causes", hasSettledCauses ? .array(causes.map(json)) : .null),
        ]
        return all.filter { $0.1 != .null }.map { JSONObject.Member(name: $0.0, value: $0.1) }
    }

    // The message that shows a cause is told by its place in the line, where its number on the desk means nothing.
    private func json(_ cause: TicketCause) -> JSONValue {
        var object = JSONObject()
        object.set("name", to: .string(cause.name))
        object.set("state", to: .string(cause.state.name))
        object.set("primary", to: .bool(cause.isPrimary))
        if let agent = cause.agent { object.set("agent", to: .string(agent)) }
        if let at = cause.at { object.set("at", to: .optional(at)) }
        let place = cause.evidence.flatMap { evidence in told.firstIndex { $0.sequence == evidence } }
        if let place { object.set("evidence", to: .integer(Int64(place + 1))) }
        return .object(object)
    }

    /// The messages in the order in which the line tells them.
    private var told: [Message] { (description.map { $0.isTurn ? [] : [$0] } ?? []) + answers + turns + notes }

    private var hasSettledCauses: Bool { causes.contains { $0.state != .unverified || $0.isPrimary } }
}

extension TicketSource {
    fileprivate var json: JSONValue {
        var object = JSONObject()
        object.set("file", to: .string(file))
        object.set("ordinal", to: .integer(Int64(ordinal)))
        if let printed { object.set("printed", to: .integer(Int64(printed))) }
        object.set("line", to: .integer(Int64(line)))
        object.set("batch", to: .string(batch))
        return .object(object)
    }
}

extension Message {
    package var json: JSONValue {
        var object = JSONObject()
        object.set("role", to: .string(role.name))
        object.set("body", to: .string(body))
        object.set("at", to: .optional(at))
        object.set("visibility", to: .string(isInternal ? "internal" : "public"))
        if let author { object.set("author", to: .string(author)) }
        return .object(object)
    }
}

extension JSONValue {
    package static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
    package static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    package static func optional(_ number: Int64?) -> JSONValue { number.map { .integer($0) } ?? .null }
    /// UTC, so that an export is the same on every desk.
    package static func optional(_ instant: Instant?) -> JSONValue {
        instant.map { .string(TimeText.rfc3339($0.milliseconds, offset: 0)) } ?? .null
    }
}
