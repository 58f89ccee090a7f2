import Workflow

/// The one way a column of a ticket changes: the row, its version and the event, together.
extension Operation {
    /// Sets a column. Does nothing when it holds the value already.
    mutating func change(_ field: EventField, of ticket: Ticket.Number, to value: SQLValue) throws {
        let before = try storedValue(field, of: ticket)
        guard before != value else { return }
        try db.run(try field.ticketColumn.update, [value, .integer(ticket.rawValue)])
        if field == .title { try SimilarityBlock.forget(ticket, in: db) }
        try record(
            Event(.change, field, of: ticket, before: before.eventText, after: value.eventText))
        try bumpVersion(of: ticket)
    }

    /// Present value of a column.
    func storedValue(_ field: EventField, of ticket: Ticket.Number) throws -> SQLValue {
        guard let row = try db.row(try field.ticketColumn.select, [.integer(ticket.rawValue)]) else {
            throw StorageError.noSuchTicket(ticket.rawValue)
        }
        return row.values[0]
    }
}

extension SQLValue {
    /// The value as an event keeps it.
    var eventText: String? {
        switch self {
        case .null: nil
        case .integer(let value): String(value)
        case .boolean(let value): value ? "1" : "0"
        case .real(let value): String(value)
        case .text(let value): value
        case .utf8(let bytes), .blob(let bytes): String(decoding: bytes, as: UTF8.self)
        case .zeros: nil
        }
    }
}

extension EventField {
    /// - Throws: `StorageError.failed` for what is no column of a ticket.
    fileprivate var ticketColumn: EventFieldRow.Column {
        get throws {
            guard isColumn, let column = row.column else {
                throw StorageError.failed(detail: "\(rawValue) is no column of a ticket")
            }
            return column
        }
    }
}
