import Storage
import Workflow

/// Groups of tickets that say nearly the same.
package struct Duplicates: Sendable {
    /// From how similar on two tickets belong together, by the cosine of their pieces.
    package static let nearness = 0.8

    /// Groups of two and more, each by number; the largest groups first.
    package let groups: [[Ticket.Number]]

    package init(among tickets: [Ticket.Number], in db: any Transaction) throws {
        let texts = try NearIdentical(of: tickets, in: db)
        groups = texts.groups(from: Self.nearness).sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    }
}
