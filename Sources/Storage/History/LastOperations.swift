import Workflow

/// Which operation of an agent "the last one" is.
package enum LastOperation: Sendable {
    /// What the agent did last, that is in force and changed something. What followed from it is no command of theirs.
    case done
    /// What the agent undid last, that is in force and after which the agent did nothing else. A redo is the undo of an undo,
    /// and is none itself.
    case undone
}

extension OperationLog {
    /// Nil when there is none.
    package static func number(of last: LastOperation, by agent: Agent, in db: any Transaction) throws -> Int64? {
        let undone = try undoneOperations(in: db)
        switch last {
        case .done:
            return try newest(of: agent, in: db) { row in
                try row.isNull(1) && !undone.contains(row.integer(0)) && row.flag(2)
            }
        case .undone:
            let undoes = try undoes(in: db)
            var isWork = false
            let found = try newest(of: agent, in: db) { row in
                isWork = try row.isNull(1) && !undone.contains(row.integer(0)) && row.flag(2)
                if isWork { return true }
                return try behind(row.integer(0), undoes).count % 2 == 1 && !undone.contains(row.integer(0))
            }
            return isWork ? nil : found
        }
    }

    /// What the agent did last to tickets that a query finds, that is in force; nil when there is none.
    package static func newest(
        by agent: Agent, touching query: Query, _ queryContext: QueryContext, in db: any Transaction
    ) throws -> Int64? {
        let undone = try undoneOperations(in: db)
        var conditions = QueryConditions(queryContext: queryContext, db: db)
        let tickets = try conditions.condition(of: query)
        let by = conditions.bind(.integer(agent.id))
        let sql = """
            SELECT operation.id FROM operation WHERE operation.agent_id = \(by) AND operation.undoes IS NULL
                AND operation.cause_id IS NULL AND \(isOwn) AND operation.batch_id IS NULL AND EXISTS (
                    SELECT 1 FROM event JOIN ticket ON ticket.id = event.ticket_id
                    WHERE event.operation_id = operation.id AND \(tickets))
            ORDER BY operation.id DESC
            """
        return try db.rows(sql, conditions.values).map { try $0.integer(0) }.first { !undone.contains($0) }
    }

    /// What an undo, or the undo of one, goes back to.
    static func original(behind number: Int64, in db: any Transaction) throws -> OperationLine? {
        try line(behind(number, undoes(in: db)).last ?? number, in: db)
    }

    /// What an operation undoes, what that undid, and so on. An undo is later than what it undoes; a file that somebody
    /// tampered with may say otherwise, and must not keep anybody waiting.
    private static func behind(_ number: Int64, _ undoes: [Int64: Int64]) -> [Int64] {
        var chain: [Int64] = []
        while let target = undoes[chain.last ?? number], target < chain.last ?? number { chain.append(target) }
        return chain
    }

    private static func undoes(in db: any Transaction) throws -> [Int64: Int64] {
        var undoes: [Int64: Int64] = [:]
        try db.each("SELECT id, undoes FROM operation WHERE undoes IS NOT NULL", []) {
            undoes[try $0.integer(0)] = try $0.integer(1)
        }
        return undoes
    }

    private static let atOnce = 200

    /// Nobody's own: what was due was done in the name of whoever's clock runs `desk tick`.
    private static let isOwn = """
        substr(operation.command, 1, 5) <> 'rule ' AND substr(operation.command || ' ', 1, 10) <> 'desk tick '
        """

    /// The newest operation of an agent that is meant. The row tells its number, what it undoes, and whether it changed
    /// something that still stands.
    private static func newest(
        of agent: Agent, in db: any Transaction, where isMeant: (SQLRow) throws -> Bool
    ) throws -> Int64? {
        let sql = """
            SELECT operation.id, operation.undoes, batch.undone_by IS NULL AND (batch.id IS NOT NULL OR EXISTS (
                SELECT 1 FROM event WHERE event.operation_id = operation.id))
            FROM operation LEFT JOIN batch ON batch.id = operation.batch_id
            WHERE operation.agent_id = $1 AND operation.id < $2 AND operation.cause_id IS NULL AND \(isOwn)
            ORDER BY operation.id DESC LIMIT $3
            """
        var before = Int64.max
        while true {
            let rows = try db.rows(sql, [.integer(agent.id), .integer(before), .integer(atOnce)])
            if let found = try rows.first(where: isMeant) { return try found.integer(0) }
            guard let last = rows.last, rows.count == atOnce else { return nil }
            before = try last.integer(0)
        }
    }
}
