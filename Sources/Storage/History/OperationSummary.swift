import Workflow

/// What an operation did, in few words: for the question before it is undone.
package struct OperationSummary: Equatable, Sendable {
    package var line: OperationLine
    /// A field that all of its tickets changed alike; nil where there is no such field.
    package var field: EventField?
    package var before: String?
    package var after: String?

    package init(_ line: OperationLine, in db: any Transaction) throws {
        self.line = line
        let sql = """
            SELECT DISTINCT field, before, after FROM event
            WHERE operation_id = $1 AND kind = 'change' AND field <> 'updatedAt' LIMIT 2
            """
        let rows = try db.rows(sql, [.integer(line.number)])
        guard rows.count == 1, let field = EventField(rawValue: try rows[0].text(0)), field != .message else { return }
        let names = try EventNames(in: db)
        self.field = field
        before = names.name(try rows[0].optionalText(1), of: field)
        after = names.name(try rows[0].optionalText(2), of: field)
    }
}
