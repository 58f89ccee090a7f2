import Workflow

/// Conditions on where a ticket came from.
extension QueryConditions {
    mutating func sourceCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        if term.field == .ref { return try referenceCondition(term, value) }
        switch value.content {
        case .none: return "ticket.source_file_id IS NULL"
        case .any: return "ticket.source_file_id IS NOT NULL"
        default: break
        }
        let files = try sourceFiles().filter { file in
            term.field == .batch ? term.admits(file.batch, value) : file.names.contains { term.admits($0, value) }
        }
        guard !files.isEmpty || term.comparison == .contains || term.comparison == .starts else {
            throw try unknownSource(term, value)
        }
        return among("ticket.source_file_id", files.map(\.id))
    }

    // What another system calls it, or the number that its file printed; else `PART13/7`, the seventh ticket of the file of that
    // name, where there is such a file.
    private mutating func referenceCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        let field = try DeclaredField.all(in: db).filter { $0.folded == NewTicket.referenceField }
        switch value.content {
        case .none: return "(ticket.source_file_id IS NULL AND NOT \(holdsAny(of: field)))"
        case .any: return "(ticket.source_file_id IS NOT NULL OR \(holdsAny(of: field)))"
        default: break
        }
        if let test = TextTest(term, value) {
            let sql = "SELECT ticket_id, text FROM ticket_field WHERE field_id = $1"
            let named = try field.flatMap { try tickets(holding: test, sql, [.integer($0.id)]) }
            let isText = term.comparison == .contains || term.comparison == .starts
            if !named.isEmpty || isText { return among("ticket.id", named) }
        }
        if let printed = Int64(value.foldedText ?? "") { return printedCondition(printed) }
        return try placeCondition(term, value)
    }

    private mutating func printedCondition(_ printed: Int64) -> String {
        """
        ticket.id IN (SELECT place.ticket_id FROM ticket_source AS place
            WHERE place.printed = \(bind(.integer(printed))) AND place.source_file_id = ticket.source_file_id)
        """
    }

    private mutating func placeCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        let text = value.foldedText ?? ""
        // A key that no ticket has is nothing wrong.
        guard let slash = text.lastIndex(of: "/"), let ordinal = Int64(text[text.index(after: slash)...]) else {
            return among("ticket.id", [])
        }
        let name = String(text[..<slash])
        let files = try sourceFiles().filter { $0.names.contains { folded($0) == name } }
        guard !files.isEmpty else { throw try unknownSource(term, value) }
        return
            "ticket.source_position = \(bind(.integer(ordinal))) AND \(among("ticket.source_file_id", files.map(\.id)))"
    }

    private func unknownSource(_ term: Query.Term, _ value: Query.Value) throws -> QueryError {
        let known = try sourceFiles().flatMap { term.field == .batch ? [$0.batch] : $0.names }
        let wanted = value.foldedText ?? ""
        let nearest = Nearest(to: wanted).among(known)
        return .unknownName(wanted, of: term.field, nearest: nearest, at: value.range)
    }

    private struct SourceFile {
        var id: Int64
        /// With its extension and without.
        var names: [String]
        var batch: String
    }

    // Also of imports that are undone: what somebody had touched of them was kept.
    private func sourceFiles() throws -> [SourceFile] {
        let sql = """
            SELECT file.id, file.name, batch.label FROM source_file AS file JOIN batch ON batch.id = file.batch_id
            ORDER BY file.id
            """
        return try db.rows(sql).map { row in
            let name = try row.text(1)
            let stem = name.lastIndex(of: ".").map { String(name[..<$0]) }
            return SourceFile(id: try row.integer(0), names: [name] + (stem.map { [$0] } ?? []), batch: try row.text(2))
        }
    }
}
