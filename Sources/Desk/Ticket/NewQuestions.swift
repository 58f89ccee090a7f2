import App
import Presentation
import Storage
import Workflow

/// Asks for a ticket step by step, where somebody says only `desk new`. What cannot be is asked again at once.
struct NewQuestions {
    let session: Session
    let store: Store

    /// The command with the answers in it; what was given as an option already is not asked.
    /// - Throws: `Refusal.cancelled` at the end of the input, and for a no at its end.
    func asked(_ command: New) throws -> New {
        var command = command
        let words = session.words.ticket
        command.title = try session.askValue(words.askTitle, "") { text in
            guard !text.isEmpty else { throw Refusal.noText }
            return text
        }
        if command.customer == nil {
            command.customer = try session.askValue(words.askCustomer, "") { $0.nilWhenEmpty }
        }
        if command.category == nil {
            command.category = try session.askValue(words.askCategory, "") { text in
                guard let text = text.nilWhenEmpty else { return nil }
                _ = try store.read { try CategoryName.id(of: text, in: $0) }
                return text
            }
        }
        if command.priority == nil {
            command.priority = try session.askValue(words.askPriority, session.words.priority(.normal)) { text in
                _ = try store.read { try PriorityName.read(text, in: $0) }
                return text
            }
        }
        command.text.message = try description(words)
        return command
    }

    /// Lines until an empty one; nil where there is none.
    private func description(_ words: Words.Ticket) throws -> String? {
        try session.writeError(words.askDescription + "\n")
        var lines: [String] = []
        while let line = session.answer(), !line.isEmpty { lines.append(line) }
        return lines.joined(by: "\n").nilWhenEmpty
    }
}
