import Workflow

/// Reading imports.
package enum BatchList {
    /// One import and how much it brought.
    package struct Line: Equatable, Sendable {
        package var label: String
        package var at: Instant
        /// Nil for a batch that came in with another desk's export.
        package var agent: String?
        package var files: Int
        /// Tickets it made, also those that are gone since.
        package var tickets: Int
        package var isUndone: Bool
    }

    /// One file of an import.
    package struct File: Equatable, Sendable {
        package var name: String
        package var path: String
        package var size: Int
        package var declared: Int?
        package var found: Int
        package var sameAs: String?
    }

    package static func all(in db: any Transaction) throws -> [Line] {
        let sql = """
            SELECT batch.label, batch.at, agent.name, batch.undone_by IS NOT NULL,
                (SELECT COUNT(*) FROM source_file WHERE source_file.batch_id = batch.id),
                (SELECT COUNT(*) FROM operation JOIN event ON event.operation_id = operation.id
                    WHERE operation.batch_id = batch.id AND event.kind = 'create')
            FROM batch LEFT JOIN agent ON agent.id = batch.agent_id ORDER BY batch.id
            """
        return try db.rows(sql).map { row in
            Line(
                label: try row.text(0), at: try row.instant(1), agent: try row.optionalText(2),
                files: try row.int(4), tickets: try row.int(5), isUndone: try row.flag(3))
        }
    }

    /// - Throws: `StorageError.noSuchBatch`
    package static func files(of label: String, in db: any Transaction) throws -> [File] {
        guard try db.row("SELECT 1 FROM batch WHERE label = $1", [.text(label)]) != nil else {
            throw StorageError.noSuchBatch(label)
        }
        let sql = """
            SELECT file.name, file.path, file.size, file.declared, file.found, same.name FROM source_file AS file
            JOIN batch ON batch.id = file.batch_id LEFT JOIN source_file AS same ON same.id = file.same_as
            WHERE batch.label = $1 ORDER BY file.id
            """
        return try db.rows(sql, [.text(label)]).map { row in
            File(
                name: try row.text(0), path: try row.text(1), size: try row.int(2), declared: try row.optionalInt(3),
                found: try row.int(4), sameAs: try row.optionalText(5))
        }
    }
}
