import Workflow

/// How often an answer was taken from an old case. The history tells it; there is no count to go wrong.
package enum AnswerUses {
    /// What was taken.
    package enum Source: Equatable, Sendable {
        case message(Message.ID)
        case canned(Int64)

        // A canned reply is told from a message by its sign.
        var subject: Int64 {
            switch self {
            case .message(let id): id
            case .canned(let id): -id
            }
        }
    }

    /// Times it was taken, without those that were undone.
    package static func count(_ source: Source, in db: any Transaction) throws -> Int {
        let sql = """
            SELECT COALESCE(SUM(CASE kind WHEN 'add' THEN 1 ELSE -1 END), 0) FROM event
            WHERE field = 'answer' AND subject = $1
            """
        return try db.row(sql, [.integer(source.subject)])?.int(0) ?? 0
    }
}

extension Store {
    /// Remembers that somebody took an answer, for a ticket where it was for one.
    /// - Returns: the operation.
    package func useAnswer(
        _ source: AnswerUses.Source, for ticket: Ticket.Number?, _ deed: Deed
    ) throws -> Int64 {
        try database.write { db in
            var operation = try Operation.begin(deed, in: db)
            try operation.record(Event(.add, .answer, of: ticket, subject: source.subject))
            return operation.number
        }
    }
}
