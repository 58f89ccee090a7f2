/// A ticket's text for the search, as tokens separated by spaces.
package struct IndexedText: Equatable, Sendable {
    package var title: [UInt8]
    package var body: [UInt8]

    package init(title: [UInt8] = [], body: [UInt8] = []) {
        self.title = title
        self.body = body
    }

    package var isEmpty: Bool { title.isEmpty && body.isEmpty }
}

/// One row of the search: what a customer may see of a ticket, or what only agents see.
package struct SearchRow: Hashable, Sendable {
    package var ticket: Int64
    package var isNotes: Bool

    package init(ticket: Int64, isNotes: Bool) {
        self.ticket = ticket
        self.isNotes = isNotes
    }
}
