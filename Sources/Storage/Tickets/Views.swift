import Workflow

/// Saved queries.
package enum Views {
    package struct Line: Equatable, Sendable {
        package var name: String
        package var query: String
    }

    /// In the order of their names' bytes.
    package static func all(in db: any Transaction) throws -> [Line] {
        let lines = try db.rows("SELECT name, query FROM view WHERE is_retired = 0").map {
            Line(name: try $0.text(0), query: try $0.text(1))
        }
        return lines.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    package static func query(named name: String, in db: any Transaction) throws -> String? {
        try db.row("SELECT query FROM view WHERE folded = $1 AND is_retired = 0", [.text(folded(name))])?.text(0)
    }
}

extension Store {
    /// Keeps a query under a name; one that has the name already is replaced.
    @discardableResult
    package func saveView(
        _ name: String, _ query: Query, _ context: CommandContext
    ) throws -> WriteResult {
        try write(context, needs: .work) { operation in
            try operation.requireChange(ofViews: [name])
            try Views.requireNoCircle(through: name, query, in: operation.db)
            let made = try operation.db.row(
                """
                INSERT INTO view (name, folded, query) VALUES ($1, $2, $3) ON CONFLICT (folded) DO NOTHING RETURNING id
                """, [.text(name), .text(folded(name)), .text(query.description)])
            if let made { return try operation.made(.viewRetired, made.integer(0)) }
            guard let id = try Views.id(of: name, in: operation.db) else { return }
            try operation.change(.viewQuery, ofRow: id, to: .text(query.description))
            try operation.change(.viewName, ofRow: id, to: .text(name))
            try operation.change(.viewRetired, ofRow: id, to: .flag(false))
        }.result
    }

    /// Gives a saved query another name.
    package func renameView(
        _ name: String, to other: String, _ context: CommandContext
    ) throws -> WriteResult {
        try write(context, needs: .work) { operation in
            try operation.requireChange(ofViews: [name, other])
            guard let id = try Views.id(of: name, in: operation.db) else { return }
            if let taken = try Views.id(of: other, in: operation.db), taken != id {
                throw StorageError.nameTaken(other)
            }
            try operation.change(.viewName, ofRow: id, to: .text(other))
        }.result
    }

    /// - Returns: unchanged when there was no such view.
    package func removeView(_ name: String, _ context: CommandContext) throws -> WriteResult {
        try write(context, needs: .work) { operation in
            try operation.requireChange(ofViews: [name])
            guard let id = try Views.id(of: name, in: operation.db) else { return }
            try operation.change(.viewRetired, ofRow: id, to: .flag(true))
        }.result
    }
}

extension Views {
    /// - Throws: `StorageError.viewInCircle` where a view would ask itself, straight or by way of others.
    fileprivate static func requireNoCircle(through name: String, _ query: Query, in db: any Transaction) throws {
        var seen: [String] = []
        var open = query.root.views
        while let next = open.popLast() {
            if folded(next) == folded(name) { throw StorageError.viewInCircle(name) }
            guard !seen.contains(folded(next)) else { continue }
            seen.append(folded(next))
            if let text = try Views.query(named: next, in: db) { open += try Query.parse(text, in: db).root.views }
        }
    }

    fileprivate static func id(of name: String, in db: any Transaction) throws -> Int64? {
        try db.row("SELECT id FROM view WHERE folded = $1", [.text(folded(name))])?.integer(0)
    }
}

extension Operation {
    /// - Throws: `StorageError.roleTooLow` where rules or promises ask a view that the agent may not change therefore.
    fileprivate func requireChange(ofViews names: [String]) throws {
        try present().require(try ViewUses(in: db).permissions(toChange: names))
    }
}
