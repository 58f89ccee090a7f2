/// One utterance on a ticket.
package struct Message: Equatable, Sendable {
    package typealias ID = Int64

    package var id: ID
    package var sequence: Int
    package var role: Role
    /// Name of the agent who wrote it, where known.
    package var author: String?
    package var origin: MessageOrigin
    package var isInternal: Bool
    /// This text is what the customer described the matter with, be it a turn of the conversation or a text of its own.
    package var isDescription: Bool
    package var body: String
    package var at: Instant?
    package var version: Int

    package init(
        id: ID, sequence: Int, role: Role, author: String?, origin: MessageOrigin, isInternal: Bool,
        isDescription: Bool, body: String, at: Instant?, version: Int
    ) {
        self.id = id
        self.sequence = sequence
        self.role = role
        self.author = author
        self.origin = origin
        self.isInternal = isInternal
        self.isDescription = isDescription
        self.body = body
        self.at = at
        self.version = version
    }

    /// It was said, in a conversation or on the desk, and not only listed.
    package var isTurn: Bool { origin == .conversation || origin == .typed }
}

/// How a message came to the desk. The raw value is the code that the database keeps (table `message_origin`).
package enum MessageOrigin: Int64, CaseIterable, Sendable {
    case typed = 1
    case conversation, answer, description
    /// A dated entry of a work log.
    case note

    package var name: String {
        switch self {
        case .typed: "typed"
        case .conversation: "conversation"
        case .answer: "answer"
        case .description: "description"
        case .note: "note"
        }
    }
}

/// A message that is not on a ticket yet.
package struct MessageDraft: Equatable, Sendable {
    package var role: Role
    package var origin: MessageOrigin
    package var isDescription: Bool
    package var isInternal: Bool
    package var body: String
    package var at: Instant?
    /// The name of whoever said it, where it is known.
    package var author: String?

    package init(
        role: Role, origin: MessageOrigin, isDescription: Bool = false, isInternal: Bool = false, body: String,
        at: Instant? = nil, author: String? = nil
    ) {
        self.role = role
        self.origin = origin
        self.isDescription = isDescription
        self.isInternal = isInternal
        self.body = body
        self.at = at
        self.author = author
    }
}

extension MessageDraft {
    /// Bodies are the same when their bytes are.
    package static func == (a: MessageDraft, b: MessageDraft) -> Bool {
        a.role == b.role && a.origin == b.origin && a.isDescription == b.isDescription
            && a.isInternal == b.isInternal && a.at == b.at && a.body.isSameText(as: b.body)
    }
}
