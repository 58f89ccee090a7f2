/// What several tickets have in common: one matter behind many reports.
package struct Problem: Equatable, Sendable {
    package typealias ID = Int64

    package var id: ID
    package var title: String
    /// What helps until the problem is gone. With one it is a known error.
    package var workaround: String?
    package var createdAt: Instant
    package var resolvedAt: Instant?

    package init(id: ID, title: String, workaround: String?, createdAt: Instant, resolvedAt: Instant?) {
        self.id = id
        self.title = title
        self.workaround = workaround
        self.createdAt = createdAt
        self.resolvedAt = resolvedAt
    }

    /// As people write it: P7.
    package var label: String { Self.label(of: id) }

    package static func label(of id: ID) -> String { "P\(id)" }

    /// `P7`, `p7` or `7`.
    package static func id(of text: String) -> ID? {
        let digits = text.first == "P" || text.first == "p" ? text.dropFirst() : text[...]
        return Int64(digits).flatMap { $0 > 0 ? $0 : nil }
    }
}
