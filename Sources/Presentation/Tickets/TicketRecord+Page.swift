import Import
import Storage
import Workflow

/// A ticket as an item of `Document.show`: what an export says, and what only this desk knows of it.
extension TicketRecord {
    /// - Parameters:
    ///   - merged: tickets that live on in this one.
    ///   - events: what happened to it, where that was asked for.
    package func shown(
        references: TicketReferences, merged: [TicketRecord], events: [HistoryEntry]?
    ) -> JSONValue {
        var object = page(references.editors)
        if let reason = references.waitReason { object.set("waitReason", to: .string(reason)) }
        if ticket.removal == .trash { object.set("inTrash", to: .bool(true)) }
        if !references.articles.isEmpty {
            let articles = references.articles.map { article -> JSONValue in
                [
                    "article": .string("\(article.number)"), "title": .string(article.title),
                    "isResolution": .bool(article.isResolution),
                ]
            }
            object.set("articles", to: .array(articles))
        }
        if !references.diagnoses.isEmpty {
            let diagnoses = references.diagnoses.map { diagnosis -> JSONValue in
                [
                    "diagnosis": .string(StoredDiagnosis.label(of: diagnosis.id)), "url": .string(diagnosis.url),
                    "verdict": .string(diagnosis.verdict),
                ]
            }
            object.set("diagnoses", to: .array(diagnoses))
        }
        if !merged.isEmpty { object.set("merged", to: .array(merged.map { .object($0.page(references.editors)) })) }
        if let events { object.set("events", to: .array(events.map(\.json))) }
        return .object(object)
    }

    private func page(_ editors: [(message: Message.ID, name: String)]) -> JSONObject {
        JSONObject(
            members.flatMap { member in
                switch member.name {
                case "number": [member, Self.member("version", .integer(Int64(ticket.version)))]
                case "description": [member, Self.member("descriptionId", .optional(description.map(id)))]
                case "answers": [member, Self.member("answerIds", .strings(answers.map(id)))]
                case "conversation": [Self.member("conversation", .array(turns.map { turn($0, editors) }))]
                default: [member]
                }
            })
    }

    private func id(_ message: Message) -> String {
        MessagePlace(ticket: ticket.number, sequence: message.sequence).label
    }

    private func turn(_ message: Message, _ editors: [(message: Message.ID, name: String)]) -> JSONValue {
        guard case .object(var object) = message.json else { return message.json }
        if let editor = editors.first(where: { $0.message == message.id }) {
            object.set("editedBy", to: .string(editor.name))
        }
        let own = [Self.member("id", .string(id(message))), Self.member("version", .integer(Int64(message.version)))]
        return .object(JSONObject(own + object.members))
    }

    private static func member(_ name: String, _ value: JSONValue) -> JSONObject.Member {
        JSONObject.Member(name: name, value: value)
    }
}
