import Workflow

/// What happened to some tickets, as far as their clocks go: read for all of them at once, table by table.
struct SLATimelines {
    /// As many as are read at once.
    static let atOnce = 256

    private var facts: [Int64: Facts] = [:]

    /// What is known of one of them.
    private struct Facts {
        var created: Instant?
        /// It came from elsewhere, or lives on in another.
        var isOthers = false
        /// It lies in the trash, or lives on in another: nothing is promised for it any more.
        var isGone = false
        var status = Status.new
        var priority = Priority.normal
        var channel: String?
        var messages: [SLATimeline.Message] = []
        var stays: [Move<Status>] = []
        var ranks: [Move<Priority>] = []
        var firstOfMerged: Instant?
    }

    private struct Move<Kind> {
        var at: Instant
        var before: Kind
        var after: Kind
    }

    /// - Parameter tickets: `atOnce` at most.
    /// - Parameter undone: operations that were undone, or that undid.
    /// - Parameter countsMerged: whether anybody asks when the tickets merged into these came.
    init(
        of tickets: [Ticket.Number], undone: Set<Int64>, countsMerged: Bool, in db: any Transaction
    ) throws {
        let statements = SLAStatements.for(tickets.count)
        let values = statements.values(tickets)
        try db.eachInPlace(statements.tickets, values) { row in
            let isOthers = try row.optionalInteger(5) != nil || row.optionalInteger(6) != nil
            facts[try row.integer(0)] = Facts(
                created: try row.optionalInstant(1), isOthers: isOthers,
                isGone: try row.integer(7) != 0 || row.optionalInteger(6) != nil, status: try row.status(2),
                priority: try row.priority(3), channel: try row.optionalText(4))
        }
        try db.eachInPlace(statements.messages, values) { row in
            let at = try row.instant(1)
            let isAgents = try row.integer(3) == Role.agent.rawValue
            facts[try row.integer(0)]?.messages.append(
                SLATimeline.Message(at: at, sequence: Int(try row.integer(2)), isAgents: isAgents))
        }
        try db.eachInPlace(statements.stays, values) { row in
            guard let move = try Self.move(row, undone, Status.init(rawValue:)) else { return }
            // What the customer said opened it when it was said, also where it was written down later.
            facts[move.ticket]?.stays.append(
                Move(at: min(try row.optionalInstant(5) ?? move.at, move.at), before: move.before, after: move.after))
        }
        try db.eachInPlace(statements.ranks, values) { row in
            guard let move = try Self.move(row, undone, Priority.init(rawValue:)) else { return }
            facts[move.ticket]?.ranks.append(Move(at: move.at, before: move.before, after: move.after))
        }
        guard countsMerged else { return }
        try db.eachInPlace(statements.merged, values) { row in
            facts[try row.integer(0)]?.firstOfMerged = try row.optionalInstant(1)?.second
        }
    }

    /// Nil for one that was undone.
    private static func move<Kind>(
        _ row: any RowInPlace, _ undone: Set<Int64>, _ kind: (Int64) -> Kind?
    ) throws -> (ticket: Int64, at: Instant, before: Kind, after: Kind)? {
        guard !undone.contains(try row.integer(1)) else { return nil }
        guard let before = kind(try row.integerInText(2)), let after = kind(try row.integerInText(3)) else {
            throw row.wrongValue(3, "a known code")
        }
        return (try row.integer(0), try row.instant(4), before, after)
    }

    /// Nil where nobody knows when the ticket came, or where it came from elsewhere: then nothing is measured.
    func timeline(of ticket: Ticket.Number, at now: Instant) -> SLATimeline? {
        guard let facts = facts[ticket.rawValue], let created = facts.created, !facts.isOthers else { return nil }
        let opening = facts.messages.first { $0.isAgents && $0.at == created && $0.sequence == 1 }
        let stays = [SLATimeline.Stay(from: created, status: facts.stays.first?.before ?? facts.status)]
        let ranks = [SLATimeline.Rank(from: created, priority: facts.ranks.first?.before ?? facts.priority)]
        var timeline = SLATimeline(
            created: created, now: now,
            stays: stays + facts.stays.map { SLATimeline.Stay(from: $0.at, status: $0.after) },
            ranks: ranks + facts.ranks.map { SLATimeline.Rank(from: $0.at, priority: $0.after) },
            messages: facts.messages, opening: opening?.sequence)
        timeline.wasAnsweredAtOnce = Ticket.callChannels.contains(facts.channel ?? "")
        timeline.firstOfMerged = facts.firstOfMerged
        return timeline
    }

    /// Whether it is there and its own: what is promised for it and what was may be compared.
    func isThere(_ ticket: Ticket.Number) -> Bool { facts[ticket.rawValue].map { !$0.isGone } ?? false }

    /// When the ticket came, where that is known.
    func created(_ ticket: Ticket.Number) -> Instant? { facts[ticket.rawValue]?.created }
}

/// The statements that read tickets for their clocks: one text for so many tickets, so that it is prepared once.
struct SLAStatements {
    private static let one = SLAStatements(1)
    private static let many = SLAStatements(SLATimelines.atOnce)

    static func `for`(_ count: Int) -> SLAStatements { count == 1 ? one : many }

    let tickets: String
    let messages: String
    let stays: String
    let ranks: String
    let merged: String
    let verdicts: String
    let running: String
    private let size: Int

    private init(_ size: Int) {
        self.size = size
        let list = Self.places(size)
        tickets = """
            SELECT ticket.id, ticket.created_at, ticket.status, ticket.priority, ticket.channel, ticket.source_file_id,
                ticket.merged_into, ticket.removal
            FROM ticket WHERE ticket.id IN (\(list))
            """
        running = "SELECT ticket_id, goal, started_at FROM sla_running WHERE ticket_id IN (\(list))"
        // What nobody knows the time of stops no clock.
        messages = """
            SELECT message.ticket_id, message.at, message.sequence, message.role FROM message
            WHERE message.ticket_id IN (\(list)) AND message.removal = 0 AND message.is_internal = 0
                AND message.at IS NOT NULL
                AND (message.role = \(Role.customer.rawValue) OR message.role = \(Role.agent.rawValue))
            ORDER BY message.ticket_id, message.sequence
            """
        // Only what opens a ticket may have been said by its customer.
        stays = """
            SELECT event.ticket_id, event.operation_id, event.before, event.after, event.at,
                CASE WHEN event.after = '1' OR event.after = '2' THEN (
                    SELECT MIN(message.at) FROM event AS said JOIN message ON message.id = said.subject
                    WHERE said.operation_id = event.operation_id AND said.ticket_id = event.ticket_id
                        AND said.field = 'message' AND said.kind = 'add' AND message.role = \(Role.customer.rawValue)) END
            FROM event WHERE event.ticket_id IN (\(list)) AND event.field = 'status'
            ORDER BY event.ticket_id, event.operation_id, event.sequence
            """
        ranks = """
            SELECT event.ticket_id, event.operation_id, event.before, event.after, event.at
            FROM event WHERE event.ticket_id IN (\(list)) AND event.field = 'priority'
            ORDER BY event.ticket_id, event.operation_id, event.sequence
            """
        merged = """
            SELECT merged_into, MIN(created_at) FROM ticket WHERE merged_into IN (\(list)) AND removal = 0
            GROUP BY merged_into
            """
        verdicts = """
            SELECT \(SLAVerdicts.columns) FROM sla_verdict
            WHERE ticket_id IN (\(list)) ORDER BY ticket_id, started_at, goal, sequence
            """
    }

    /// Placeholders for so many numbers, after those that there are already.
    static func places(_ count: Int, after taken: Int = 0) -> String {
        (1...count).map { "$\(taken + $0)" }.joined(by: ", ")
    }

    /// The numbers for the placeholders; the last one stands for what is missing.
    func values(_ tickets: [Ticket.Number]) -> [SQLValue] {
        let values = tickets.map { SQLValue.integer($0.rawValue) }
        guard let last = values.last else { return [] }
        return values + Array(repeating: last, count: size - values.count)
    }
}
