import Workflow

/// Conditions on where a ticket came from, and on its custom fields.
extension QueryConditions {
    mutating func sourceCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        switch value.content {
        case .none: return "ticket.source_file_id IS NULL"
        case .any: return "ticket.source_file_id IS NOT NULL"
        default: break
        }
        if term.field == .ref { return try referenceCondition(term, value) }
        let files = try sourceFiles().filter { file in
            term.field == .batch ? term.admits(file.batch, value) : file.names.contains { term.admits($0, value) }
        }
        guard !files.isEmpty || term.comparison == .contains || term.comparison == .starts else {
            throw try unknownSource(term, value)
        }
        return among("ticket.source_file_id", files.map(\.id))
    }

    // `PART13/7`: the seventh ticket of the file of that name.
    private mutating func referenceCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        let text = value.foldedText ?? ""
        guard let slash = text.lastIndex(of: "/"), let ordinal = Int64(text[text.index(after: slash)...]) else {
            throw QueryError.badNumber(text, of: .ref, at: value.range)
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

    mutating func fieldCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        let ids = try fieldIDs(term.name, at: term.range)
        let held = """
            EXISTS (SELECT 1 FROM ticket_field WHERE ticket_field.ticket_id = ticket.id
                AND \(among("ticket_field.field_id", ids))
            """
        switch value.content {
        case .none: return "NOT \(held))"
        case .any: return "\(held))"
        default: return among("ticket.id", try tickets(ofFields: ids, term, value))
        }
    }

    /// The fields of a name, however it is written.
    func fieldIDs(_ name: String?, at range: Query.SourceRange) throws -> [Int64] {
        let wanted = folded(name ?? "")
        let known = try db.rows("SELECT id, name, folded FROM field ORDER BY id")
        let ids = try known.filter { try $0.text(2) == wanted }.map { try $0.integer(0) }
        guard !ids.isEmpty else {
            let nearest = Nearest(to: wanted).among(try known.map { try $0.text(1) })
            throw QueryError.unknownName(name ?? "", of: .custom, nearest: nearest, at: range)
        }
        return ids
    }

    private func tickets(ofFields ids: [Int64], _ term: Query.Term, _ value: Query.Value) throws -> [Int64] {
        guard let test = TextTest(term, value) else { return [] }
        return try ids.flatMap { id in
            try tickets(holding: test, "SELECT ticket_id, text FROM ticket_field WHERE field_id = $1", [.integer(id)])
        }
    }

    /// The tickets of the rows whose text is admitted. Texts are folded in Swift, each once.
    func tickets(holding test: TextTest, _ sql: String, _ values: [SQLValue]) throws -> [Int64] {
        var verdicts: [String: Bool] = [:]
        var found: [Int64] = []
        try db.eachInPlace(sql, values) { row in
            let text = try row.text(1)
            let verdict = verdicts[text] ?? test.admits(text)
            verdicts[text] = verdict
            if verdict { found.append(try row.integer(0)) }
        }
        return found
    }
}
