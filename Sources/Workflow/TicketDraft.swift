/// A ticket as a foreign file tells it, before the desk knows it. Texts are verbatim but trimmed at both ends.
package struct TicketDraft: Equatable, Sendable {
    package var title: String
    /// From the root down; empty when the source names no category.
    package var categoryPath: [String]
    /// The status in the source's own words, and what the desk makes of them.
    package var statusText: String?
    package var status: Status?
    package var description: String?
    /// Replies that the source lists, in its order, whether or not the conversation repeats them.
    package var answers: [String]
    package var rootCauses: [String]
    package var turns: [Turn]
    /// Dated entries of the people who worked on it, for their own eyes.
    package var notes: [Turn] = []
    /// What the source tells besides texts.
    package var values = TicketValues()
    /// Sections the desk has no place of its own for, in source order. Names are unique.
    package var extra: [NamedText]

    package init(
        title: String, categoryPath: [String] = [], statusText: String? = nil, status: Status? = nil,
        description: String? = nil, answers: [String] = [], rootCauses: [String] = [],
        turns: [Turn] = [], extra: [NamedText] = []
    ) {
        self.title = title
        self.categoryPath = categoryPath
        self.statusText = statusText
        self.status = status
        self.description = description
        self.answers = answers
        self.rootCauses = rootCauses
        self.turns = turns
        self.extra = extra
    }
}

extension TicketDraft {
    /// Texts are the same when their bytes are.
    package static func == (a: TicketDraft, b: TicketDraft) -> Bool {
        a.status == b.status && a.texts == b.texts && a.turns == b.turns && a.notes == b.notes && a.extra == b.extra
            && a.values == b.values
            && [a.categoryPath.count, a.answers.count] == [b.categoryPath.count, b.answers.count]
    }

    private var texts: [ExactText?] {
        [title, statusText, description].map { $0.map(ExactText.init) }
            + (categoryPath + answers + rootCauses).map(ExactText.init)
    }
}

/// One utterance of a conversation.
package struct Turn: Equatable, Sendable {
    package var role: Role
    package var body: String
    /// Nil where the source does not say.
    package var at: SourceTime?
    /// The name of whoever said it, where it is more than a role.
    package var author: String?

    package init(role: Role, body: String, at: SourceTime? = nil, author: String? = nil) {
        self.role = role
        self.body = body
        self.at = at
        self.author = author
    }

    /// Nothing follows the sign of a question.
    var isQuestion: Bool {
        let last = body.utf8.suffix(3)
        return last.last == 0x3F || last.elementsEqual("？".utf8)
    }

    package static func == (a: Turn, b: Turn) -> Bool {
        a.role == b.role && a.at == b.at && a.author.map(ExactText.init) == b.author.map(ExactText.init)
            && a.body.isSameText(as: b.body)
    }
}

/// A text under the name its source gave it.
package struct NamedText: Equatable, Sendable {
    package var name: String
    package var text: String

    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    package static func == (a: NamedText, b: NamedText) -> Bool {
        a.name.isSameText(as: b.name) && a.text.isSameText(as: b.text)
    }
}

/// Where in its source file a ticket stands.
package struct SourcePlace: Equatable, Sendable {
    /// Position among the file's tickets, from 1; the number printed in the heading may differ.
    package var ordinal: Int
    package var printedOrdinal: Int?
    /// Line of the heading, from 1.
    package var line: Int
    /// The bytes from the heading to the next ticket, the closing summary or the end of the file.
    package var bytes: Range<Int>

    package init(ordinal: Int, printedOrdinal: Int?, line: Int, bytes: Range<Int>) {
        self.ordinal = ordinal
        self.printedOrdinal = printedOrdinal
        self.line = line
        self.bytes = bytes
    }
}
