import Workflow

/// Looking after custom fields, and the desk's words for statuses and priorities. Each is one operation that can be undone.
extension Store {
    /// Says what a field takes; one that is not there is made.
    package func declareField(
        _ name: String, _ kind: FieldKind, choices: [String], _ context: CommandContext
    ) throws -> WriteResult {
        try write(context, needs: .taxonomy) { operation in
            let newest = try operation.db.row("SELECT COALESCE(MAX(id), 0) FROM field")?.integer(0) ?? 0
            var names = Names(db: operation.db)
            let id = try names.field(name)
            if id > newest { try operation.made(.fieldRetired, id) }
            try operation.change(.fieldKind, ofRow: id, to: .integer(kind.rawValue))
            let lines = choices.isEmpty ? nil : choices.joined(by: "\n")
            try operation.change(.fieldChoices, ofRow: id, to: .optional(lines))
            try operation.change(.fieldRetired, ofRow: id, to: .flag(false))
        }.result
    }

    package func retireField(
        _ id: Int64, _ isRetired: Bool, _ context: CommandContext
    ) throws -> WriteResult {
        try write(context, needs: .taxonomy) { try $0.change(.fieldRetired, ofRow: id, to: .flag(isRetired)) }.result
    }

    /// Lets a word mean a priority; nil: it means none any more.
    package func aliasPriority(
        _ name: String, _ priority: Priority?, _ context: CommandContext
    ) throws -> WriteResult {
        try write(context, needs: .taxonomy) { operation in
            try operation.db.run(
                "INSERT INTO priority_alias (name, folded) VALUES ($1, $2) ON CONFLICT (folded) DO NOTHING",
                [.text(name), .text(folded(name))])
            let row = try operation.db.row("SELECT id FROM priority_alias WHERE folded = $1", [.text(folded(name))])
            guard let id = try row?.integer(0) else { return }
            try operation.change(.priorityAlias, ofRow: id, to: .optional(priority?.rawValue))
        }.result
    }

    /// What people read for a status; nil is its own name. What may be done in it stays the same.
    package func renameStatus(
        _ status: Status, to label: String?, _ context: CommandContext
    ) throws -> WriteResult {
        try write(context, needs: .taxonomy) {
            try $0.change(.statusLabel, ofRow: status.rawValue, to: .optional(label))
        }.result
    }
}
