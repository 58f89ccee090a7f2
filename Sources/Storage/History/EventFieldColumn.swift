import Workflow

extension EventField {
    /// Its line in the table of fields.
    var row: EventFieldRow { EventFieldRow(of: self) }

    /// What somebody must be allowed, so that they may change it.
    package var permission: Permission { row.permission }

    /// A column of the ticket, and not a list.
    var isColumn: Bool {
        if case .column("ticket", _, _) = row.place { true } else { false }
    }
}

extension EventFieldRow {
    /// The statements that set and read a value in the row with an id. Their names come from the table of fields alone.
    struct Column {
        let table: String
        let name: String
        let key: Key?
        let isText: Bool

        var update: String { "UPDATE \(table) SET \(name) = $1 WHERE id = $2" }
        var select: String { "SELECT \(name) FROM \(table) WHERE id = $1" }

        /// The value as an event wrote it.
        func value(fromText text: String?) -> SQLValue {
            guard let text else { return .null }
            return isText ? .text(text) : Int64(text).map(SQLValue.integer) ?? .text(text)
        }
    }

    /// Nil for what is changed in a way of its own.
    var column: Column? {
        guard case .column(let table, let name, let key) = place else { return nil }
        return Column(table: table, name: name, key: key, isText: content == .text)
    }

    /// The other names that it is about.
    var aliases: AliasTable? {
        if case .alias(let table) = place { table } else { nil }
    }
}

extension EventFieldRow.Column {
    /// Sets the column that follows from this one, and what it is set to.
    func key(of value: SQLValue) -> (update: String, value: SQLValue)? {
        guard let key else { return nil }
        var form: String?
        if case .text(let text) = value { form = key.form(of: text) }
        return ("UPDATE \(table) SET \(key.column(of: name)) = $1 WHERE id = $2", .optional(form))
    }
}

extension EventFieldRow.Key {
    fileprivate func form(of text: String) -> String? {
        switch self {
        case .folded: Workflow.folded(text)
        case .phone: ContactText.phoneKey(text)
        case .email: ContactText.emailKey(text)
        }
    }

    fileprivate func column(of name: String) -> String {
        switch self {
        case .folded: "folded"
        case .phone, .email: "\(name)_key"
        }
    }
}
