import Workflow

/// Giving a name back to a row that had it before, when another has it now.
extension Operation {
    /// Sees to it that nobody else in the table has the name. In the past nobody had it, so whoever has it now is called
    /// something else there. An undo takes it only from somebody whom nothing depends on.
    /// - Throws: `StorageError.nameTaken`.
    mutating func free(_ name: String, for id: Int64, in table: NamedTable) throws {
        guard let holder = try table.holder(of: name, besides: id, in: db) else { return }
        guard try isReplayingBackwards || canMakeRoom(holder, in: table) else {
            throw StorageError.nameTaken(holder.name)
        }
        var other = holder.name
        repeat { other += " #\(holder.id)" } while try table.holder(of: other, besides: holder.id, in: db) != nil
        try change(table.nameField, ofRow: holder.id, to: .text(other))
        try change(table.removalField, ofRow: holder.id, to: .integer(Removal.undone.rawValue))
    }

    // Somebody whose making was undone, or who was made in passing for what is not there any more.
    private func canMakeRoom(_ holder: NamedTable.Line, in table: NamedTable) throws -> Bool {
        if holder.removal == .undone { return true }
        guard let use = table.use, try db.row(use, [.integer(holder.id)]) == nil else { return false }
        let undone = try OperationLog.undoneOperations(in: db)
        let sql = """
            SELECT event.operation_id, event.field FROM event JOIN operation ON operation.id = event.operation_id
            WHERE event.ticket_id IS NULL AND event.subject = $1 AND event.field IS NOT NULL
                AND operation.undoes IS NULL
            """
        return try !db.rows(sql, [.integer(holder.id)]).contains { row in
            guard let field = try EventField(rawValue: row.text(1)), field.table == table else { return false }
            return try !undone.contains(row.integer(0))
        }
    }
}

extension NamedTable {
    /// Whose names a field of events tells.
    static func named(by field: EventField) -> NamedTable? {
        guard case .row(let table) = field.row.subject, table.nameField == field else { return nil }
        return table
    }

    /// The other row that has this name, however it is written.
    func holder(of name: String, besides id: Int64, in db: any Transaction) throws -> Line? {
        try db.row(holder, [.text(folded(name)), .integer(id)]).map {
            Line(id: try $0.integer(0), name: try $0.text(1), removal: try $0.code(2))
        }
    }

    private var holder: String {
        switch self {
        case .customer: "SELECT id, name, removal FROM customer WHERE folded = $1 AND id <> $2"
        case .organisation: "SELECT id, name, removal FROM organisation WHERE folded = $1 AND id <> $2"
        case .team: "SELECT id, name, removal FROM team WHERE folded = $1 AND id <> $2"
        case .agent: "SELECT id, name, removal FROM agent WHERE folded = $1 AND id <> $2"
        }
    }

    /// Whether anything there points to a row; nil where none is made in passing.
    fileprivate var use: String? {
        switch self {
        case .customer:
            """
            SELECT 1 FROM ticket WHERE customer_id = $1 AND removal <> 2
            UNION ALL SELECT 1 FROM customer WHERE merged_into = $1 LIMIT 1
            """
        case .organisation: "SELECT 1 FROM customer WHERE organisation_id = $1 AND removal <> 2 LIMIT 1"
        case .team, .agent: nil
        }
    }
}

extension EventField {
    /// The people whom an event of this field is about.
    fileprivate var table: NamedTable? {
        switch self {
        case .customerName, .customerPhone, .customerEmail, .customerOrganisation, .customerVIP, .customerLanguage,
            .customerMergedInto, .customerRemoval:
            .customer
        case .organisationName, .organisationRemoval: .organisation
        default: nil
        }
    }
}
