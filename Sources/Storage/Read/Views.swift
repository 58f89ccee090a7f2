import Workflow

/// Saved queries.
package enum Views {
    package struct Line: Equatable, Sendable {
        package var name: String
        package var query: String
    }

    /// In the order of their names' bytes.
    package static func all(in db: any Transaction) throws -> [Line] {
        let lines = try db.rows("SELECT name, query FROM view").map {
            Line(name: try $0.text(0), query: try $0.text(1))
        }
        return lines.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    package static func query(named name: String, in db: any Transaction) throws -> String? {
        try db.row("SELECT query FROM view WHERE folded = $1", [.text(folded(name))])?.text(0)
    }
}

extension Store {
    /// Keeps a query under a name; one that has the name already is replaced.
    package func saveView(_ name: String, _ query: Query, _ deed: Deed) throws {
        try database.write { db in
            _ = try Operation.begin(deed, in: db)
            try db.run(
                """
                INSERT INTO view (name, folded, query) VALUES ($1, $2, $3)
                ON CONFLICT (folded) DO UPDATE SET name = excluded.name, query = excluded.query
                """, [.text(name), .text(folded(name)), .text(query.description)])
        }
    }

    /// - Returns: whether there was such a view.
    package func removeView(_ name: String, _ deed: Deed) throws -> Bool {
        try database.write { db in
            let removed = try db.run("DELETE FROM view WHERE folded = $1", [.text(folded(name))])
            if removed > 0 { _ = try Operation.begin(deed, in: db) }
            return removed > 0
        }
    }
}
