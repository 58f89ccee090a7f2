import Workflow

/// Looking after tags. Each is one operation that can be undone.
extension Store {
    /// Makes a tag, or offers it again.
    package func addTag(_ name: String, _ context: CommandContext) throws -> WriteResult {
        try write(context, needs: .work) { operation in
            let newest = try operation.db.row("SELECT COALESCE(MAX(id), 0) FROM tag")?.integer(0) ?? 0
            var names = Names(db: operation.db)
            let id = try names.tag(name)
            if id > newest {
                try operation.made(.tagRetired, id)
            } else {
                try operation.change(.tagRetired, ofRow: id, to: .flag(false))
            }
        }.result
    }

    /// Gives a tag another name; the old one still finds it.
    package func renameTag(
        _ id: Int64, to name: String, _ context: CommandContext
    ) throws -> WriteResult {
        try write(context, needs: .taxonomy) { operation in
            let holder = try operation.db.row("SELECT id FROM tag WHERE folded = $1", [.text(folded(name))])
            try operation.rename(.tagName, id, to: name, unless: holder, .tag)
        }.result
    }

    /// Lets tickets with some tags have another one instead, which the old names find from then on.
    /// - Returns: how many tickets changed.
    package func mergeTags(
        _ ids: [Int64], into other: Int64, _ context: CommandContext
    ) throws -> Outcome<Int> {
        try write(context, needs: .taxonomy) { operation in
            var changed: Set<Ticket.Number> = []
            for id in ids where id != other { changed.formUnion(try operation.merge(tag: id, into: other)) }
            return changed.count
        }
    }
}

extension Operation {
    fileprivate mutating func merge(tag id: Int64, into other: Int64) throws -> [Ticket.Number] {
        let sql = "SELECT ticket_id FROM ticket_tag WHERE tag_id = $1 ORDER BY ticket_id"
        let tickets = try db.rows(sql, [.integer(id)]).map { Ticket.Number(try $0.integer(0)) }
        for ticket in tickets {
            try remove(tag: id, from: ticket)
            try add(tag: other, to: ticket)
        }
        try retire(.tagRetired, .tagName, id, into: other, .tag)
        return tickets
    }

    /// Offers a tag or cause no more, and lets its name find another.
    mutating func retire(
        _ field: EventField, _ name: EventField, _ id: Int64, into other: Int64, _ table: AliasTable
    ) throws {
        try change(field, ofRow: id, to: .flag(true))
        try moveAliases(of: id, to: other, table)
        if case .text(let text) = try storedValue(name, ofRow: id) { try alias(folded(text), to: other, table) }
    }

    /// Gives a tag or cause a name: the old one still finds it, and the new one nothing else.
    /// - Parameter holder: whose name it is already.
    /// - Throws: `StorageError.nameTaken` when that is another one.
    mutating func rename(
        _ field: EventField, _ id: Int64, to name: String, unless holder: SQLRow?, _ table: AliasTable
    ) throws {
        if let holder, try holder.integer(0) != id { throw StorageError.nameTaken(name) }
        let before = try storedValue(field, ofRow: id)
        try change(field, ofRow: id, to: .text(name))
        if let meant = try table.meaning(of: folded(name), in: db) {
            try remove(alias: folded(name), of: meant, table)
        }
        guard case .text(let text) = before, folded(text) != folded(name) else { return }
        try alias(folded(text), to: id, table)
    }
}
