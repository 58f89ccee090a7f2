import Workflow

/// Names that imports made because tickets named them.
///
/// Rows are never deleted, because others may refer to them: with the undo of an import a name that it alone made, and that
/// nothing uses, is set aside. Redoing the import, or another one that names it, brings it back under its old id.
package enum BatchNames {
    /// Writes down what an import made, and brings back what it named that an undone import had made.
    /// - Parameter agents: as what agents come back.
    static func keep(
        _ names: Names, of batch: Batch, agents: Removal, _ operation: inout Operation
    ) throws {
        for kind in NameKind.allCases {
            if let ids = names.made(kind) { try insert(ids, kind, batch.id, in: operation.db) }
        }
        guard try operation.db.row("SELECT 1 FROM batch WHERE undone_by IS NOT NULL LIMIT 1") != nil else { return }
        for kind in NameKind.allCases {
            let found = names.found(kind)
            guard !found.isEmpty else { continue }
            for ids in try ranges(kind, in: operation.db) {
                for id in found where ids.contains(id) {
                    guard try operation.bringBack(id, kind, agents: agents) else { continue }
                    try insert(id...id, kind, batch.id, in: operation.db)
                }
            }
        }
    }

    private static func insert(
        _ ids: ClosedRange<Int64>, _ kind: NameKind, _ batch: Int64, in db: any Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO batch_name (batch_id, kind, first_id, last_id) VALUES ($1, $2, $3, $4)
            ON CONFLICT (batch_id, kind, first_id) DO NOTHING
            """,
            [.integer(batch), .integer(kind.rawValue), .integer(ids.lowerBound), .integer(ids.upperBound)])
    }

    /// What undone imports made.
    private static func ranges(_ kind: NameKind, in db: any Transaction) throws -> [ClosedRange<Int64>] {
        let sql = """
            SELECT batch_name.first_id, batch_name.last_id FROM batch_name
            JOIN batch ON batch.id = batch_name.batch_id AND batch.undone_by IS NOT NULL WHERE batch_name.kind = $1
            """
        return try db.rows(sql, [.integer(kind.rawValue)]).compactMap { row in
            let (first, last) = (try row.integer(0), try row.integer(1))
            return first <= last ? first...last : nil
        }
    }

    /// Sets aside what an import alone made.
    /// - Returns: how many names.
    static func setAside(of batch: Int64, _ operation: inout Operation) throws -> Int {
        let sql = "SELECT kind, first_id, last_id FROM batch_name WHERE batch_id = $1 ORDER BY kind, first_id DESC"
        let rows = try operation.db.rows(sql, [.integer(batch)])
        guard !rows.isEmpty else { return 0 }
        let use = try NameUse(besides: batch, in: operation.db)
        var count = 0
        for row in rows {
            guard let kind = NameKind(rawValue: try row.integer(0)) else { continue }
            // What is below a category was made after it, and goes first.
            let names = try operation.db.rows(kind.rows, [.integer(row.integer(1)), .integer(row.integer(2))])
            for name in try names.sorted(by: { try $0.integer(0) > $1.integer(0) }) {
                let (id, now) = (try name.integer(0), SQLValue.integer(try name.integer(2)))
                guard now != kind.setAside, try !use.holds(id, name.text(1), kind) else { continue }
                try operation.change(kind.removalField, ofRow: id, to: kind.setAside)
                count += 1
            }
        }
        return count
    }

    /// Brings back what undone imports made and tickets have again: an import that used it too is redone.
    static func bringBackUsed(_ operation: inout Operation) throws {
        for kind in NameKind.allCases {
            for ids in try ranges(kind, in: operation.db) {
                let names = try operation.db.rows(kind.rows, [.integer(ids.lowerBound), .integer(ids.upperBound)])
                for id in try names.map({ try $0.integer(0) }) where try kind.isUsed(id, in: operation.db) {
                    _ = try operation.bringBack(id, kind, agents: .trash)
                }
            }
        }
    }

    /// Ids of categories that were set aside with an import and are in nobody's list.
    package static func setAsideCategories(in db: any Transaction) throws -> Set<Int64> {
        try setAside(.category, in: db)
    }

    static func setAside(_ kind: NameKind, in db: any Transaction) throws -> Set<Int64> {
        var found: Set<Int64> = []
        for ids in try ranges(kind, in: db) {
            for row in try db.rows(kind.rows, [.integer(ids.lowerBound), .integer(ids.upperBound)]) {
                let (id, now) = (try row.integer(0), SQLValue.integer(try row.integer(2)))
                if now == kind.setAside, try !kind.isUsed(id, in: db) { found.insert(id) }
            }
        }
        return found
    }
}

extension Operation {
    /// - Returns: whether it was set aside.
    fileprivate mutating func bringBack(_ id: Int64, _ kind: NameKind, agents: Removal) throws -> Bool {
        guard try storedValue(kind.removalField, ofRow: id) == kind.setAside else { return false }
        let offered = kind == .agent ? agents : .none
        try change(kind.removalField, ofRow: id, to: .integer(offered.rawValue))
        return true
    }

    /// An event that set a name aside with an import, where something has brought the name back since.
    func hasBroughtBack(_ event: Event) throws -> Bool {
        guard event.ticket == nil, event.kind == .change, let field = event.field, let id = event.subject,
            NameKind.allCases.contains(where: { $0.removalField == field })
        else { return false }
        return try storedValue(field, ofRow: id).eventText == event.before
    }
}
