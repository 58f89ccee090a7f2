import Workflow

/// A row of `source_file`: one version of a dataset, or one more name of the same bytes.
struct SourceRow {
    var id: Int64
    var name: String
    var dataset: Int64

    /// The newest file of these bytes that is present: all tickets that it brought stand in it still.
    static func present(with sha256: [UInt8], in db: any Transaction) throws -> SourceRow? {
        let row = try db.row(
            """
            SELECT file.id, file.name, file.dataset_id FROM source_file AS file
            JOIN batch ON batch.id = file.batch_id AND batch.undone_by IS NULL
            WHERE file.sha256 = $1 AND file.same_as IS NULL AND NOT EXISTS (
                SELECT 1 FROM ticket_source AS place JOIN ticket ON ticket.id = place.ticket_id
                WHERE place.source_file_id = file.id AND ticket.source_file_id <> file.id)
            ORDER BY file.id DESC LIMIT 1
            """, [.blob(sha256)])
        return try row.map {
            SourceRow(id: try $0.integer(0), name: try $0.text(1), dataset: try $0.integer(2))
        }
    }

    /// The file of this name holds these bytes already, itself or by a link to a file that is there, and they are present.
    ///
    /// Bytes that another file has replaced come back when somebody brings them again. Where both are brought together, as
    /// when a whole folder is, neither changes what the other left: else each would undo the other for ever.
    /// - Parameter paths: what is brought in one go.
    static func isKnown(
        _ sha256: [UInt8], named name: String, at path: String, besides paths: Set<String>, in db: any Transaction
    ) throws -> Bool {
        let row = try db.row(
            """
            SELECT COALESCE(linked.id, file.id) FROM source_file AS file
            JOIN batch ON batch.id = file.batch_id AND batch.undone_by IS NULL
            LEFT JOIN source_file AS linked ON linked.id = file.same_as
            LEFT JOIN batch AS linked_batch ON linked_batch.id = linked.batch_id
            WHERE file.sha256 = $1 AND file.name = $2 AND linked_batch.undone_by IS NULL
            ORDER BY file.id DESC LIMIT 1
            """, [.blob(sha256), .text(name)])
        guard let version = try row?.integer(0) else { return false }
        if try present(with: sha256, in: db) != nil { return true }
        let others = try db.rows(
            """
            SELECT DISTINCT other.path FROM ticket_source AS place JOIN ticket ON ticket.id = place.ticket_id
            JOIN source_file AS other ON other.id = ticket.source_file_id
            WHERE place.source_file_id = $1 AND ticket.source_file_id <> $1
            """, [.integer(version)])
        return try others.allSatisfy { row in
            let other = try row.text(0)
            return paths.contains(other) && !other.isSameText(as: path)
        }
    }

    static func isNameTaken(_ name: String, in db: any Transaction) throws -> Bool {
        try !versions(named: name, in: db).isEmpty
    }

    /// The newest version of some datasets that came under the name and is not undone.
    static func newest(named name: String, of datasets: Set<Int64>, in db: any Transaction) throws -> Int64? {
        try versions(named: name, in: db).filter { datasets.contains($0.dataset) }.map(\.id).max()
    }

    private static func versions(named name: String, in db: any Transaction) throws -> [SourceRow] {
        let sql = """
            SELECT COALESCE(file.same_as, file.id), file.dataset_id FROM source_file AS file
            JOIN batch ON batch.id = file.batch_id AND batch.undone_by IS NULL WHERE file.name = $1
            """
        return try db.rows(sql, [.text(name)]).map {
            SourceRow(id: try $0.integer(0), name: name, dataset: try $0.integer(1))
        }
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
