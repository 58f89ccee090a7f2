import Workflow

/// A canned reply, a macro, a rule or a schedule, by its name.
package struct DeskText: Equatable, Sendable {
    package var id: Int64
    package var name: String
    /// What it says: a body, steps, or a command.
    package var text: String
}

/// Reading canned replies and macros.
package enum DeskTexts {
    /// In the order of their names' bytes.
    package static func all(_ kind: TextError.Kind, in db: any Transaction) throws -> [DeskText] {
        let texts = try db.rows(kind.select).map {
            DeskText(id: try $0.integer(0), name: try $0.text(1), text: try $0.text(2))
        }
        return texts.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// - Throws: `TextError.unknownText`
    package static func find(_ name: String, _ kind: TextError.Kind, in db: any Transaction) throws -> DeskText {
        let texts = try all(kind, in: db)
        let plain = folded(name)
        if let text = texts.first(where: { folded($0.name) == plain }) { return text }
        throw TextError.unknownText(kind, name, nearest: Nearest(to: plain).among(texts.map(\.name)))
    }
}

extension TextError.Kind {
    fileprivate var select: String {
        switch self {
        case .canned: "SELECT id, name, body FROM canned_reply WHERE is_retired = 0"
        case .macro: "SELECT id, name, steps FROM macro WHERE is_retired = 0"
        case .rule: "SELECT id, name, steps FROM rule WHERE is_retired = 0"
        case .schedule: "SELECT id, name, command FROM report_schedule WHERE is_retired = 0"
        case .dialect: "SELECT id, name, body FROM dialect WHERE is_retired = 0"
        }
    }

    /// A row of this name, set aside until it is filled; one that was set aside comes back.
    fileprivate var insert: String {
        switch self {
        case .canned:
            """
            INSERT INTO canned_reply (name, folded, body, is_retired) VALUES ($1, $2, '', 1)
            ON CONFLICT (folded) DO NOTHING
            """
        case .macro:
            """
            INSERT INTO macro (name, folded, steps, is_retired) VALUES ($1, $2, '', 1) ON CONFLICT (folded) DO NOTHING
            """
        case .rule:
            """
            INSERT INTO rule (name, folded, query, steps, is_retired) VALUES ($1, $2, '', '', 1)
            ON CONFLICT (folded) DO NOTHING
            """
        case .schedule:
            """
            INSERT INTO report_schedule (name, folded, command, folder, recurrence, written_for, is_retired)
            VALUES ($1, $2, '', '', '', 0, 1) ON CONFLICT (folded) DO NOTHING
            """
        case .dialect:
            """
            INSERT INTO dialect (name, folded, body, is_retired) VALUES ($1, $2, '', 1) ON CONFLICT (folded) DO NOTHING
            """
        }
    }

    fileprivate var selectID: String {
        switch self {
        case .canned: "SELECT id FROM canned_reply WHERE folded = $1"
        case .macro: "SELECT id FROM macro WHERE folded = $1"
        case .rule: "SELECT id FROM rule WHERE folded = $1"
        case .schedule: "SELECT id FROM report_schedule WHERE folded = $1"
        case .dialect: "SELECT id FROM dialect WHERE folded = $1"
        }
    }

    fileprivate var textField: EventField {
        switch self {
        case .canned: .cannedBody
        case .macro: .macroSteps
        case .rule: .ruleSteps
        case .schedule: .scheduleCommand
        case .dialect: .dialectBody
        }
    }

    fileprivate var retiredField: EventField {
        switch self {
        case .canned: .cannedRetired
        case .macro: .macroRetired
        case .rule: .ruleRetired
        case .schedule: .scheduleRetired
        case .dialect: .dialectRetired
        }
    }
}

extension Store {
    /// Keeps a canned reply or a macro under a name.
    /// - Parameter isNew: one of the name must not be there yet; else it must.
    /// - Throws: what is wrong with the text; `TextError.exists`, `.unknownText`.
    package func keep(
        _ text: String, as name: String, _ kind: TextError.Kind, isNew: Bool, _ context: CommandContext
    ) throws -> WriteResult {
        try kind.check(text)
        return try write(context, needs: kind.permission) { operation in
            let names = try DeskTexts.all(kind, in: operation.db).map { folded($0.name) }
            let isThere = names.contains(folded(name))
            if isNew && isThere { throw TextError.exists(kind, name) }
            if !isNew && !isThere {
                throw TextError.unknownText(kind, name, nearest: Nearest(to: folded(name)).among(names))
            }
            let id = try operation.row(of: name, kind)
            try operation.change(kind.textField, ofRow: id, to: .text(text))
            try operation.change(kind.retiredField, ofRow: id, to: .flag(false))
        }.result
    }

    /// Takes a canned reply, a macro or a rule away; undo brings it back.
    package func remove(
        _ name: String, _ kind: TextError.Kind, _ context: CommandContext
    ) throws -> WriteResult {
        try write(context, needs: kind.permission) { operation in
            let text = try DeskTexts.find(name, kind, in: operation.db)
            try operation.change(kind.retiredField, ofRow: text.id, to: .flag(true))
        }.result
    }
}

extension TextError.Kind {
    /// What it takes to keep one, or take it away.
    fileprivate var permission: Permission { self == .dialect ? .importing : .automation }

    package func check(_ text: String) throws {
        switch self {
        case .canned: _ = try Template(text)
        case .macro, .rule: _ = try MacroStep.steps(of: text)
        // A report is tried before it is kept.
        case .schedule: break
        // It is compiled by those who read files with it.
        case .dialect: break
        }
    }
}

extension Operation {
    /// The row of a name, made where there is none.
    func row(of name: String, _ kind: TextError.Kind) throws -> Int64 {
        try db.run(kind.insert, [.text(name), .text(folded(name))])
        guard let id = try db.row(kind.selectID, [.text(folded(name))])?.integer(0) else {
            throw StorageError.failed(detail: "no \(kind.rawValue) was made")
        }
        return id
    }
}
