import Workflow

/// The one way a column changes of a row that is no ticket, such as the name of a customer: the row and the event,
/// together. Undo, redo and `--as-of` need no more than its line in the table of fields.
extension Operation {
    /// Sets a column of the row with this id. Does nothing when it holds the value already.
    mutating func change(_ field: EventField, ofRow id: Int64, to value: SQLValue) throws {
        let before = try storedValue(field, ofRow: id)
        guard before != value, let column = field.row.column else { return }
        try db.run(column.update, [value, .integer(id)])
        if let key = column.key(of: value) { try db.run(key.update, [key.value, .integer(id)]) }
        try record(Event(.change, field, of: nil, subject: id, before: before.eventText, after: value.eventText))
    }

    /// Present value of a column.
    func storedValue(_ field: EventField, ofRow id: Int64) throws -> SQLValue {
        guard let column = field.row.column, let row = try db.row(column.select, [.integer(id)]) else {
            throw StorageError.failed(detail: "no row \(id) for \(field.rawValue)")
        }
        return row.values[0]
    }
}
