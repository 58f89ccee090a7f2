import Workflow

/// An operation as the log tells it.
package struct OperationLine: Equatable, Sendable {
    package var number: Int64
    package var agent: String
    package var at: Instant
    package var command: String
    package var tickets: Int
    package var undoes: Int64?
    /// It was undone, and that was not undone in turn.
    package var isUndone: Bool
    package var batch: String?
}

/// Which operations are looked for; nil is any.
package struct OperationFilter: Sendable {
    /// Name of the agent.
    package var actor: String?
    /// The verb, such as "edit" or "category rename".
    package var verb: String?
    package var since: Instant?
    package var until: Instant?
    /// Those that touched the tickets a query finds.
    package var query: Query?

    package init(
        actor: String? = nil, verb: String? = nil, since: Instant? = nil, until: Instant? = nil, query: Query? = nil
    ) {
        self.actor = actor
        self.verb = verb
        self.since = since
        self.until = until
        self.query = query
    }
}

/// Reading operations.
package enum OperationLog {
    /// The newest first.
    package static func lines(limit: Int?, offset: Int = 0, in db: any Transaction) throws -> [OperationLine] {
        let undone = try undoneOperations(in: db)
        return try db.rows(
            "\(select) ORDER BY operation.id DESC LIMIT $1 OFFSET $2", [.limit(limit), .integer(offset)]
        ).map { try decode($0, undone) }
    }

    package static func line(_ number: Int64, in db: any Transaction) throws -> OperationLine? {
        let undone = try undoneOperations(in: db)
        return try db.row("\(select) WHERE operation.id = $1", [.integer(number)]).map { try decode($0, undone) }
    }

    /// The newest first, of those that meet the filter.
    package static func lines(
        _ filter: OperationFilter, _ queryContext: QueryContext, limit: Int?, in db: any Transaction
    ) throws -> [OperationLine] {
        var conditions = QueryConditions(queryContext: queryContext, db: db)
        let condition = try condition(filter, &conditions)
        let undone = try undoneOperations(in: db)
        let limit = conditions.bind(.limit(limit))
        let sql = "\(select) WHERE \(condition) ORDER BY operation.id DESC LIMIT \(limit)"
        return try db.rows(sql, conditions.values).map { try decode($0, undone) }
    }

    private static func condition(
        _ filter: OperationFilter, _ conditions: inout QueryConditions
    ) throws -> String {
        var parts = ["1 = 1"]
        if let query = filter.query {
            let tickets = try conditions.condition(of: query)
            parts.append(
                """
                operation.id IN (SELECT event.operation_id FROM event JOIN ticket ON ticket.id = event.ticket_id
                    WHERE \(tickets))
                """)
        }
        if let actor = filter.actor {
            let name = conditions.bind(.text(folded(actor)))
            parts.append("operation.agent_id = (SELECT id FROM agent WHERE folded = \(name))")
        }
        if let verb = filter.verb {
            let start = conditions.bind(.text("desk \(verb) "))
            parts.append("substr(operation.command || ' ', 1, length(\(start))) = \(start)")
        }
        if let since = filter.since { parts.append("operation.at >= \(conditions.bind(.integer(since.milliseconds)))") }
        if let until = filter.until { parts.append("operation.at <= \(conditions.bind(.integer(until.milliseconds)))") }
        return parts.joined(by: " AND ")
    }

    /// When the first operation happened: nothing is known of the desk before.
    package static func beginning(in db: any Transaction) throws -> Instant? {
        try db.row("SELECT at FROM operation ORDER BY id LIMIT 1")?.optionalInstant(0)
    }

    /// Operations that another undid which is in force itself. An undo is always newer than what it undoes, so one look from
    /// the newest on decides them all.
    static func undoneOperations(in db: any Transaction) throws -> Set<Int64> {
        // Sorted here: to give an order the engine would go through all operations instead of the few that undo.
        let undos = try db.rows("SELECT id, undoes FROM operation WHERE undoes IS NOT NULL")
            .map { (number: try $0.integer(0), undone: try $0.integer(1)) }
        var undone: Set<Int64> = []
        for undo in undos.sorted(by: { $0.number > $1.number }) where !undone.contains(undo.number) {
            undone.insert(undo.undone)
        }
        guard !undone.isEmpty else { return undone }
        // What followed from something goes with it.
        for row in try db.rows("SELECT id, cause_id FROM operation WHERE cause_id IS NOT NULL") {
            if try undone.contains(row.integer(1)) { undone.insert(try row.integer(0)) }
        }
        return undone
    }

    /// The operation of a command that a front gave this key.
    package static func number(withKey key: String, in db: any Transaction) throws -> Int64? {
        try db.row("SELECT id FROM operation WHERE idempotency_key = $1", [.text(key)])?.integer(0)
    }

    /// What followed from an operation, the newest first.
    static func consequences(of number: Int64, in db: any Transaction) throws -> [Int64] {
        try db.rows("SELECT id FROM operation WHERE cause_id = $1 ORDER BY id DESC", [.integer(number)])
            .map { try $0.integer(0) }
    }

    private static let select = """
        SELECT operation.id, agent.name, operation.at, operation.command, operation.undoes, batch.label,
            (SELECT COUNT(DISTINCT event.ticket_id) FROM event WHERE event.operation_id = operation.id),
            batch.undone_by IS NOT NULL
        FROM operation JOIN agent ON agent.id = operation.agent_id LEFT JOIN batch ON batch.id = operation.batch_id
        """

    private static func decode(_ row: SQLRow, _ undone: Set<Int64>) throws -> OperationLine {
        let number = try row.integer(0)
        return OperationLine(
            number: number, agent: try row.text(1), at: try row.instant(2),
            command: try row.text(3), tickets: try row.int(6), undoes: try row.optionalInteger(4),
            isUndone: try undone.contains(number) || row.flag(7), batch: try row.optionalText(5))
    }
}

/// Reading the events of an operation.
enum OperationEvents {
    static func newestFirst(of number: Int64, in db: any Transaction) throws -> [Event] {
        try numbered(of: number, besidesCreation: false, in: db).map(\.event)
    }

    /// Each with its place in the operation, the newest first.
    static func numbered(
        of number: Int64, besidesCreation: Bool, in db: any Transaction
    ) throws -> [(sequence: Int64, event: Event)] {
        let sql = """
            SELECT kind, field, subject, before, after, ticket_id, sequence FROM event
            WHERE operation_id = $1 AND (NOT $2 OR kind <> 'create' OR field <> 'ticket') ORDER BY sequence DESC
            """
        return try db.rows(sql, [.integer(number), .flag(besidesCreation)]).map { row in
            guard let kind = Event.Kind(rawValue: try row.text(0)) else {
                throw StorageError.wrongValue(column: "kind", expected: "a known event")
            }
            let event = Event(
                kind, try row.optionalText(1).flatMap(EventField.init(rawValue:)),
                of: try row.optionalInteger(5).map { Ticket.Number($0) }, subject: try row.optionalInteger(2),
                before: try row.optionalText(3), after: try row.optionalText(4))
            return (try row.integer(6), event)
        }
    }
}
