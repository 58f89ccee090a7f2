import Workflow

/// A row of `source_file`: one version of a dataset, or one more name of the same bytes.
struct SourceRow {
    var id: Int64
    var name: String

    /// The newest file of these bytes that is the present version of its dataset.
    static func latest(with sha256: [UInt8], in db: any Transaction) throws -> SourceRow? {
        let row = try db.row(
            """
            SELECT file.id, file.name FROM source_file AS file
            JOIN batch ON batch.id = file.batch_id AND batch.undone_by IS NULL
            WHERE file.sha256 = $1 AND file.same_as IS NULL AND NOT EXISTS (
                SELECT 1 FROM source_file AS later JOIN batch AS later_batch ON later_batch.id = later.batch_id
                WHERE later.dataset_id = file.dataset_id AND later.id > file.id AND later_batch.undone_by IS NULL)
            ORDER BY file.id DESC
            """, [.blob(sha256)])
        return try row.map { SourceRow(id: try $0.integer(0), name: try $0.text(1)) }
    }

    /// The file of this name holds these bytes already, itself or by a link to a file that is there.
    static func isLatest(_ sha256: [UInt8], named name: String, in db: any Transaction) throws -> Bool {
        let row = try db.row(
            """
            SELECT 1 FROM source_file AS file
            JOIN batch ON batch.id = file.batch_id AND batch.undone_by IS NULL
            LEFT JOIN source_file AS same ON same.id = file.same_as
            LEFT JOIN batch AS same_batch ON same_batch.id = same.batch_id
            WHERE file.sha256 = $1 AND file.name = $2 AND same_batch.undone_by IS NULL AND NOT EXISTS (
                SELECT 1 FROM source_file AS later JOIN batch AS later_batch ON later_batch.id = later.batch_id
                WHERE later.dataset_id = file.dataset_id AND later.id > file.id AND later_batch.undone_by IS NULL)
            """, [.blob(sha256), .text(name)])
        return row != nil
    }

    static func isNameTaken(_ name: String, in db: any Transaction) throws -> Bool {
        try !datasets(named: name, in: db).isEmpty
    }

    /// Datasets of this name, the newest first.
    static func datasets(named name: String, in db: any Transaction) throws -> [Int64] {
        let sql = """
            SELECT DISTINCT dataset.id FROM dataset
            JOIN source_file AS file ON file.dataset_id = dataset.id AND file.same_as IS NULL
            JOIN batch ON batch.id = file.batch_id AND batch.undone_by IS NULL
            WHERE dataset.name = $1 ORDER BY dataset.id DESC
            """
        return try db.rows(sql, [.text(name)]).map { try $0.integer(0) }
    }

    /// Keeps a file and its bytes, as a version of a dataset or as a dataset of its own.
    @discardableResult
    static func insert(
        _ file: IncomingFile, dataset: Int64?, batch: Batch, sameAs: Int64?, in db: any Transaction
    ) throws -> Int64 {
        try db.insert(file.bytes, into: .sourceContent, sha256: file.sha256)
        let dataset = try dataset ?? insertDataset(file.name, in: db)
        let row = try db.row(
            """
            INSERT INTO source_file (dataset_id, batch_id, name, path, sha256, size, declared, found, hash_formula, same_as,
                dialect, encoding)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id
            """,
            [
                .integer(dataset), .integer(batch.id), .text(file.name), .text(file.path), .blob(file.sha256),
                .integer(file.bytes.count), .optional(file.declared), .integer(file.ticketCount),
                .integer(file.hashFormula), .optional(sameAs), .optional(file.dialect), .optional(file.encoding),
            ])
        guard let id = try row?.integer(0) else { throw StorageError.failed(detail: "no source file was made") }
        return id
    }

    static func insertDataset(_ name: String, in db: any Transaction) throws -> Int64 {
        let row = try db.row("INSERT INTO dataset (name) VALUES ($1) RETURNING id", [.text(name)])
        guard let id = try row?.integer(0) else { throw StorageError.failed(detail: "no dataset was made") }
        return id
    }

    /// Keeps where a ticket stands in a file.
    static func insert(
        _ incoming: IncomingTicket, of ticket: Ticket.Number, from source: Int64, in db: any Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO ticket_source (source_file_id, position, ticket_id, printed, line, byte_offset, byte_length,
                content_hash, answers_differ)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                .integer(source), .integer(incoming.place.ordinal), .integer(ticket.rawValue),
                .optional(incoming.place.printedOrdinal), .integer(incoming.place.line),
                .integer(incoming.place.bytes.lowerBound), .integer(incoming.place.bytes.count),
                .blob(incoming.contentHash), .flag(incoming.answersDiffer),
            ])
    }

    /// Says that the ticket now stands there.
    static func point(_ ticket: Ticket.Number, to source: Int64, _ position: Int, in db: any Transaction) throws {
        try db.run(
            "UPDATE ticket SET source_file_id = $1, source_position = $2 WHERE id = $3",
            [.integer(source), .integer(position), .integer(ticket.rawValue)])
    }
}
