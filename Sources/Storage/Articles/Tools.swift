import Workflow

/// Reading tools.
package enum Tools {
    /// In their order.
    package static func all(in db: any Transaction) throws -> [Tool] {
        let sql = "SELECT id, name, kind, target, phrases FROM tool WHERE is_retired = 0 ORDER BY position, id"
        return try db.rows(sql).map { row in
            Tool(
                id: try row.integer(0), name: try row.text(1), kind: try row.code(2), target: try row.optionalText(3),
                phrases: try row.text(4).split(separator: "\n").map { String($0) })
        }
    }

    /// - Throws: `ToolError.noTool`
    package static func find(_ name: String, in db: any Transaction) throws -> Tool {
        let tools = try all(in: db)
        if let tool = tools.first(where: { folded($0.name) == folded(name) }) { return tool }
        throw ToolError.noTool(name, nearest: Nearest(to: folded(name)).among(tools.map(\.name)))
    }
}

/// What a tool is set to; nil leaves it as it is.
package struct ToolEdit: Equatable, Sendable {
    package var kind: Tool.Kind?
    package var target: String?
    package var phrases: [String]?

    package init(kind: Tool.Kind? = nil, target: String? = nil, phrases: [String]? = nil) {
        self.kind = kind
        self.target = target
        self.phrases = phrases
    }
}

extension Store {
    /// - Throws: `ToolError.exists`, `.needsTarget`
    package func addTool(_ name: String, _ edit: ToolEdit, _ context: CommandContext) throws -> WriteResult {
        try write(context, needs: .automation) { operation in
            let db = operation.db
            let known = try Tools.all(in: db)
            if known.contains(where: { folded($0.name) == folded(name) }) { throw ToolError.exists(name) }
            try db.run(
                """
                INSERT INTO tool (name, folded, kind, phrases, position, is_retired) VALUES ($1, $2, $3, '', 0, 1)
                ON CONFLICT (folded) DO NOTHING
                """, [.text(name), .text(folded(name)), .integer((edit.kind ?? .url).rawValue)])
            guard let id = try db.row("SELECT id FROM tool WHERE folded = $1", [.text(folded(name))])?.integer(0) else {
                throw StorageError.failed(detail: "no tool was made")
            }
            try operation.change(.toolPosition, ofRow: id, to: .integer(known.count + 1))
            try operation.set(edit, ofTool: id)
            try operation.change(.toolRetired, ofRow: id, to: .flag(false))
            try operation.requireTarget(ofTool: name)
        }.result
    }

    package func editTool(_ name: String, _ edit: ToolEdit, _ context: CommandContext) throws -> WriteResult {
        try write(context, needs: .automation) { operation in
            try operation.set(edit, ofTool: try Tools.find(name, in: operation.db).id)
            try operation.requireTarget(ofTool: name)
        }.result
    }

    /// Takes a tool away; undo brings it back.
    package func removeTool(_ name: String, _ context: CommandContext) throws -> WriteResult {
        try write(context, needs: .automation) { operation in
            let tool = try Tools.find(name, in: operation.db)
            try operation.change(.toolRetired, ofRow: tool.id, to: .flag(true))
        }.result
    }

    /// Lists the tools in this order from now on; those that are not named come after.
    package func orderTools(_ names: [String], _ context: CommandContext) throws -> WriteResult {
        try write(context, needs: .automation) { operation in
            let named = try names.map { try Tools.find($0, in: operation.db) }
            let others = try Tools.all(in: operation.db).filter { tool in !named.contains { $0.id == tool.id } }
            for (index, tool) in (named + others).enumerated() {
                try operation.change(.toolPosition, ofRow: tool.id, to: .integer(index + 1))
            }
        }.result
    }
}

extension Operation {
    fileprivate mutating func set(_ edit: ToolEdit, ofTool id: Int64) throws {
        if let kind = edit.kind { try change(.toolKind, ofRow: id, to: .integer(kind.rawValue)) }
        if let target = edit.target {
            try change(.toolTarget, ofRow: id, to: target.isEmpty ? .null : .text(target))
        }
        if let phrases = edit.phrases {
            try change(.toolPhrases, ofRow: id, to: .text(phrases.joined(by: "\n")))
        }
    }

    fileprivate func requireTarget(ofTool name: String) throws {
        let tool = try Tools.find(name, in: db)
        if tool.kind.needsTarget && tool.target == nil { throw ToolError.needsTarget(tool.kind) }
    }
}
