import Workflow

/// The one way a column changes of a row that is no ticket, such as the name of a customer: the row and the event,
/// together. Undo, redo and `--as-of` need no more than the entry of the column below.
extension Operation {
    /// Sets a column of the row with this id. Does nothing when it holds the value already.
    mutating func change(_ field: Event.Field, ofRow id: Int64, to value: Value) throws {
        let before = try storedValue(field, ofRow: id)
        guard before != value, let column = RowColumn(field) else { return }
        try db.run(column.update, [value, .integer(id)])
        if let key = column.key { try db.run(key.update, [key.of(value), .integer(id)]) }
        try record(Event(.change, field, of: nil, subject: id, before: before.eventText, after: value.eventText))
    }

    /// Present value of a column.
    func storedValue(_ field: Event.Field, ofRow id: Int64) throws -> Value {
        guard let column = RowColumn(field), let row = try db.row(column.select, [.integer(id)]) else {
            throw StorageError.failed(detail: "no row \(id) for \(field.rawValue)")
        }
        return row.values[0]
    }
}

/// Static text for each column: no statement is ever put together.
struct RowColumn {
    let update: String
    let select: String
    /// Whether it holds a text; else a number.
    let isText: Bool
    let key: Key?

    /// A second column that follows from the first: the form by which it is found.
    struct Key {
        let update: String
        let form: (String) -> String?

        func of(_ value: Value) -> Value {
            guard case .text(let text) = value else { return .null }
            return .optional(form(text))
        }
    }

    init(_ update: String, _ select: String, isText: Bool = false, key: Key? = nil) {
        self.update = update
        self.select = select
        self.isText = isText || key != nil
        self.key = key
    }

    /// Nil for a column of a ticket, and for what is changed in a way of its own.
    init?(_ field: Event.Field) {
        switch field {
        case .problemTitle, .problemWorkaround, .problemResolvedAt, .problemRemoval: self = RowColumn.ofProblem(field)
        default:
            let known = RowColumn.ofTaxonomy(field) ?? RowColumn.ofPeople(field) ?? RowColumn(ofTheDesk: field)
            guard let column = known else { return nil }
            self = column
        }
    }

    /// The value as an event wrote it.
    func value(fromText text: String?) -> Value {
        guard let text else { return .null }
        return isText ? .text(text) : Int64(text).map(Value.integer) ?? .text(text)
    }
}
