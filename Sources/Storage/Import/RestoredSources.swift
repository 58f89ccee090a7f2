import Workflow

extension Batch {
    /// The batch that stands for one of another desk: nobody's here. Nil when an import of this desk has the label.
    static func restored(_ label: String, at now: Instant, in db: any Transaction) throws -> Batch? {
        let sql = "SELECT id FROM batch WHERE label = $1 AND agent_id IS NULL AND undone_by IS NULL"
        if let row = try db.row(sql, [.text(label)]) { return Batch(id: try row.integer(0), label: label) }
        let row = try db.row(
            "INSERT INTO batch (label, at) VALUES ($1, $2) ON CONFLICT (label) DO NOTHING RETURNING id",
            [.text(label), .integer(now.milliseconds)])
        return try row.map { Batch(id: try $0.integer(0), label: label) }
    }
}

extension SourceRow {
    /// A file known only by what an export says of it. One batch may have brought two of a name: where the place of the ticket
    /// is taken, it stood in another.
    static func restored(
        _ source: TicketSource, batch: Batch, hashFormula: Int, in db: any Transaction
    ) throws -> Int64 {
        let known = try db.row(
            """
            SELECT file.id FROM source_file AS file
            WHERE file.batch_id = $1 AND file.name = $2 AND file.sha256 IS NULL AND NOT EXISTS (
                SELECT 1 FROM ticket_source AS place WHERE place.source_file_id = file.id AND place.position = $3)
            ORDER BY file.id
            """, [.integer(batch.id), .text(source.file), .integer(source.ordinal)])
        if let id = try known?.integer(0) { return id }
        let dataset = try insertDataset(source.file, in: db)
        let row = try db.row(
            """
            INSERT INTO source_file (dataset_id, batch_id, name, path, size, found, hash_formula)
            VALUES ($1, $2, $3, $3, 0, 0, $4) RETURNING id
            """, [.integer(dataset), .integer(batch.id), .text(source.file), .integer(hashFormula)])
        guard let id = try row?.integer(0) else { throw StorageError.failed(detail: "no source file was made") }
        return id
    }
}
