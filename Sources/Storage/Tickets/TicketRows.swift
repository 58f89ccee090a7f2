import Workflow

/// Reading tickets. The columns are the same for one, a list and all, and stand here once.
package enum TicketRows {
    /// Columns in the order that `decode` reads; `ticket` must be joined as `joins` does.
    static let columns = """
        ticket.id, ticket.uuid, ticket.title, ticket.status, ticket.status_text, ticket.priority, ticket.priority_text,
        ticket.category_id, customer.name, assignee.name, team.name, ticket.channel, ticket.created_at,
        ticket.updated_at, ticket.resolved_at, ticket.closed_at, ticket.version, ticket.merged_into, ticket.removal,
        source_file.name, ticket.source_position, place.line, batch.label,
        ticket.resolution, ticket.wake_at, place.printed
        """

    static let joins = """
        LEFT JOIN customer ON customer.id = ticket.customer_id
        LEFT JOIN agent AS assignee ON assignee.id = ticket.assignee_id
        LEFT JOIN team ON team.id = ticket.team_id
        LEFT JOIN source_file ON source_file.id = ticket.source_file_id
        LEFT JOIN batch ON batch.id = source_file.batch_id
        LEFT JOIN ticket_source AS place
            ON place.source_file_id = ticket.source_file_id AND place.position = ticket.source_position
        """

    /// The ticket of a number, or nil when the desk never had one.
    package static func find(_ number: Ticket.Number, in db: any Transaction) throws -> Ticket? {
        let sql = "SELECT \(columns) FROM ticket \(joins) WHERE ticket.id = $1"
        return try db.row(sql, [.integer(number.rawValue)]).map(decode)
    }

    /// The tickets of these numbers, in their order; numbers the desk never had are left out.
    static func find(_ numbers: [Ticket.Number], in db: any Transaction) throws -> [Ticket] {
        let places = numbers.indices.map { "$\($0 + 1)" }.joined(by: ", ")
        let sql = "SELECT \(columns) FROM ticket \(joins) WHERE ticket.id IN (\(places))"
        var found: [Ticket] = []
        try db.each("\(sql) ORDER BY ticket.id", numbers.map { .integer($0.rawValue) }) { found.append(try decode($0)) }
        // The engine gives each once, by its number.
        return numbers.compactMap { number in
            let place = found.partitioningIndex { $0.number >= number }
            return place < found.count && found[place].number == number ? found[place] : nil
        }
    }

    /// Hands over the tickets of these numbers, some of them at a time.
    static func each(
        of numbers: [Ticket.Number], in db: any Transaction, _ body: (Ticket) throws -> Void
    ) throws {
        let atOnce = 100
        for start in stride(from: 0, to: numbers.count, by: atOnce) {
            try find(Array(numbers[start..<min(start + atOnce, numbers.count)]), in: db).forEach(body)
        }
    }

    static func decode(_ row: SQLRow) throws -> Ticket {
        guard let uuid = UUIDBytes(try row.blob(1)) else {
            throw StorageError.wrongValue(column: "uuid", expected: "16 bytes")
        }
        return Ticket(
            number: Ticket.Number(try row.integer(0)), uuid: uuid, title: try row.text(2), status: try row.code(3),
            statusText: try row.optionalText(4), priority: try row.code(5), priorityText: try row.optionalText(6),
            category: try row.optionalInteger(7), customer: try row.optionalText(8), assignee: try row.optionalText(9),
            team: try row.optionalText(10), channel: try row.optionalText(11), createdAt: try row.optionalInstant(12),
            updatedAt: try row.optionalInstant(13), resolvedAt: try row.optionalInstant(14),
            closedAt: try row.optionalInstant(15), resolution: try resolution(row), wakeAt: try row.optionalInstant(24),
            version: try row.int(16),
            mergedInto: try row.optionalInteger(17).map { Ticket.Number($0) }, removal: try row.code(18),
            source: try source(row))
    }

    private static func resolution(_ row: SQLRow) throws -> Resolution? {
        row.isNull(23) ? nil : try row.code(23) as Resolution
    }

    private static func source(_ row: SQLRow) throws -> TicketSource? {
        guard let file = try row.optionalText(19) else { return nil }
        return TicketSource(
            file: file, ordinal: try row.int(20), printed: try row.optionalInt(25), line: try row.optionalInt(21) ?? 0,
            batch: try row.text(22))
    }
}

extension SQLRow {
    package func optionalInstant(_ column: Int) throws -> Instant? { isNull(column) ? nil : try instant(column) }

    /// - Throws: `StorageError.wrongValue` for a time that no calendar has, as a damaged file may hold one: nothing could be
    ///   reckoned with it.
    package func instant(_ column: Int) throws -> Instant {
        let milliseconds = try integer(column)
        guard TimeText.readable.contains(milliseconds) else { throw fault(column, Instant.expected) }
        return Instant(milliseconds: milliseconds)
    }
}

extension Instant {
    static let expected = "a time between the years 1 and 9999"
}
