/// What a source tells of a ticket besides its texts; nil and empty where it does not.
package struct TicketValues: Equatable, Sendable {
    /// What the source's own desk calls it, such as `BUG-12`. A whole number is the place's printed ordinal instead.
    package var reference: String?
    package var priority: Priority?
    /// The source's own word for it, where that is another.
    package var priorityText: String?
    package var customer: String?
    package var assignee: String?
    package var createdAt: SourceTime?
    /// When it was done, resolved or closed.
    package var closedAt: SourceTime?
    /// Sorted by their bytes, each once.
    package var tags: [String] = []

    package init() {}

    package var isEmpty: Bool { self == TicketValues() }

    /// Texts are the same when their bytes are.
    package static func == (a: TicketValues, b: TicketValues) -> Bool {
        a.priority == b.priority && a.createdAt == b.createdAt && a.closedAt == b.closedAt && a.texts == b.texts
            && a.tags.count == b.tags.count
    }

    private var texts: [ExactText?] {
        ([reference, priorityText, customer, assignee] + tags).map { $0.map(ExactText.init) }
    }
}
