import Glibc
import Storage
import Workflow

/// What the nearest tickets say besides their category: causes, tags and priority. Each of the 30 nearest votes with its
/// similarity to the power of 1.5; a cause that nobody has confirmed there counts half.
package struct NeighbourVotes: Equatable, Sendable {
    package struct Guess: Equatable, Sendable {
        package var name: String
        /// The share of the votes, from 0 to 1.
        package var score: Double
    }

    /// Likeliest first, three at most.
    package private(set) var causes: [Guess] = []
    package private(set) var tags: [Guess] = []
    package private(set) var priority: (value: Priority, score: Double)?

    package static func == (a: NeighbourVotes, b: NeighbourVotes) -> Bool {
        a.causes == b.causes && a.tags == b.tags && a.priority?.value == b.priority?.value
            && a.priority?.score == b.priority?.score
    }

    package init(of nearest: [NearTicket], in db: any Transaction) throws {
        let voters = nearest.prefix(30).map { ($0.number, pow($0.similarity, 1.5)) }
        let all = voters.reduce(0) { $0 + $1.1 }
        guard all > 0 else { return }
        causes = try Self.guesses(voters, of: Self.causes, in: db)
        tags = try Self.guesses(voters, of: Self.tags, in: db)
        try vote(on: voters, all, in: db)
    }

    private mutating func vote(on voters: [(Ticket.Number, Double)], _ all: Double, in db: any Transaction) throws {
        var votes: [Priority: Double] = [:]
        for (number, vote) in voters {
            guard let row = try db.row("SELECT priority FROM ticket WHERE id = $1", [.integer(number.rawValue)]) else {
                continue
            }
            votes[try row.code(0), default: 0] += vote
        }
        let best = votes.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
        priority = best.map { ($0.key, $0.value / all) }
    }

    private typealias Named = (_ ticket: Ticket.Number, _ db: any Transaction) throws -> [(String, Double)]

    // State 3 is confirmed, 4 rejected.
    private static func causes(_ ticket: Ticket.Number, _ db: any Transaction) throws -> [(String, Double)] {
        try db.rows(
            """
            SELECT cause.name, ticket_cause.state FROM ticket_cause JOIN cause ON cause.id = ticket_cause.cause_id
            WHERE ticket_cause.ticket_id = $1
                AND ticket_cause.state <> \(CauseState.rejected.rawValue) AND cause.is_placeholder = 0
            ORDER BY ticket_cause.position, ticket_cause.cause_id
            """, [.integer(ticket.rawValue)]
        ).map { (try $0.text(0), try $0.integer(1) == CauseState.confirmed.rawValue ? 1 : 0.5) }
    }

    private static func tags(_ ticket: Ticket.Number, _ db: any Transaction) throws -> [(String, Double)] {
        try db.rows(
            """
            SELECT tag.name FROM ticket_tag JOIN tag ON tag.id = ticket_tag.tag_id WHERE ticket_tag.ticket_id = $1
            ORDER BY tag.name
            """, [.integer(ticket.rawValue)]
        ).map { (try $0.text(0), 1) }
    }

    private static func guesses(
        _ voters: [(Ticket.Number, Double)], of named: Named, in db: any Transaction
    ) throws -> [Guess] {
        var votes: [ExactText: Double] = [:]
        var all = 0.0
        for (number, vote) in voters {
            let names = try named(number, db)
            if !names.isEmpty { all += vote }
            for (name, weight) in names { votes[ExactText(name), default: 0] += vote * weight }
        }
        guard all > 0 else { return [] }
        let sorted = votes.sorted { ($0.value, $1.key.text) > ($1.value, $0.key.text) }
        return sorted.prefix(3).map { Guess(name: $0.key.text, score: $0.value / all) }
    }
}
