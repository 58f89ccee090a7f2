import Foundation

/// How the texts of a draft become messages, each stored once.
extension TicketDraft {
    /// The answers that are no agent turn: each turn stands for one equal answer.
    package var onlyListedAnswers: [String] {
        guard !turns.isEmpty && !answers.isEmpty else { return answers }
        if answersAreTurns { return [] }
        var unused: [ExactText: Int] = [:]
        for turn in turns where turn.role == .agent { unused[ExactText(turn.body), default: 0] += 1 }
        return answers.filter { answer in
            guard let count = unused[ExactText(answer)], count > 0 else { return true }
            unused[ExactText(answer)] = count - 1
            return false
        }
    }

    /// The usual case: the answers are just the agent's turns, in their order.
    private var answersAreTurns: Bool {
        var rest = answers[...]
        for turn in turns where turn.role == .agent {
            guard let answer = rest.popFirst(), answer.isSameText(as: turn.body) else { return false }
        }
        return rest.isEmpty
    }

    /// The draft without the answers that its conversation repeats.
    package var withOnlyListedAnswers: TicketDraft {
        var draft = self
        draft.answers = onlyListedAnswers
        return draft
    }

    /// The messages in the order they are told: a description of its own, listed answers, the conversation, notes.
    package var messages: [MessageDraft] { messages(in: .utc) }

    /// - Parameter zone: the desk's, for times without one.
    package func messages(in zone: TimeZoneRules) -> [MessageDraft] {
        let describing = turns.firstIndex { turn in
            turn.role == .customer && (description.map { turn.body.isSameText(as: $0) } ?? false)
        }
        var messages: [MessageDraft] = []
        if let description, describing == nil {
            messages.append(MessageDraft(role: .customer, origin: .description, isDescription: true, body: description))
        }
        messages += onlyListedAnswers.map { MessageDraft(role: .agent, origin: .answer, body: $0) }
        messages += turns.enumerated().map { index, turn in
            MessageDraft(
                role: turn.role, origin: .conversation, isDescription: index == describing, body: turn.body,
                at: turn.at?.instant(in: zone), author: turn.author)
        }
        messages += notes.map { note in
            MessageDraft(
                role: note.role, origin: .note, isInternal: true, body: note.body, at: note.at?.instant(in: zone),
                author: note.author)
        }
        return messages
    }

    /// An agent said something besides asking, in the conversation or in the list of answers, and the customer's last word asks
    /// nothing more.
    package var isAnswered: Bool {
        guard answers.isEmpty else { return true }
        if let last = turns.last, last.role == .customer, last.isQuestion { return false }
        return turns.contains { $0.role == .agent && !$0.isQuestion }
    }

    /// The status it starts with: what was asked for, else what the source says, else whether it was answered. What the source
    /// says in words that are not understood may be anything: such a ticket stays open.
    package func startingStatus(asked: Status?) -> Status {
        asked ?? status ?? (statusText == nil && isAnswered ? .resolved : .open)
    }
}

extension String {
    /// The same bytes. Swift's own `==` also takes differently composed characters for equal.
    package func isSameText(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        var (a, b) = (self, other)
        return a.withUTF8 { left in b.withUTF8 { right in Self.areEqual(left, right) } }
    }

    private static func areEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let left = a.baseAddress, let right = b.baseAddress else { return a.count == b.count }
        return memcmp(left, right, a.count) == 0
    }
}
