import Storage
import Workflow

/// Counts of every ticket, in one pass: the same as the queries `replies:` and `reopens:` ask of each by itself.
enum CountsPerTicket {
    /// Public messages of agents.
    static func replies(in db: any Transaction) throws -> PerTicket<Int32> {
        try counts(
            """
            SELECT ticket_id, COUNT(*) FROM message
            WHERE role = \(Role.agent.rawValue) AND is_internal = 0 AND removal = 0 GROUP BY ticket_id
            """, in: db)
    }

    /// From done back to open.
    static func reopens(in db: any Transaction) throws -> PerTicket<Int32> {
        try counts(
            """
            SELECT ticket_id, COUNT(*) FROM event WHERE counts_as = \(Counting.reopened.rawValue)
            GROUP BY ticket_id
            """, in: db)
    }

    private static func counts(_ sql: String, in db: any Transaction) throws -> PerTicket<Int32> {
        var counts = try PerTicket(Int32(0), in: db)
        try db.eachInPlace(sql, []) { row in
            counts[try row.integer(0)] = Int32(truncatingIfNeeded: try row.integer(1))
        }
        return counts
    }
}
