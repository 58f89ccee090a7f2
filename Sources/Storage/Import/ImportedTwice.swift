import Workflow

/// What an import and its undo must not bring twice.
enum ImportedTwice {
    /// An import comes back into force.
    /// - Throws: `StorageError.importedAgain` where a later one has brought its tickets again meanwhile.
    static func requireNone(of batch: Int64, in db: any Transaction) throws {
        let row = try db.row(
            """
            SELECT mine_batch.label, batch.label FROM source_file AS mine
            JOIN batch AS mine_batch ON mine_batch.id = mine.batch_id
            JOIN ticket_source AS place ON place.source_file_id = mine.id
            JOIN source_file AS theirs ON theirs.batch_id <> mine.batch_id
                AND (theirs.sha256 = mine.sha256 OR theirs.name = mine.name)
            JOIN batch ON batch.id = theirs.batch_id AND batch.undone_by IS NULL
            JOIN ticket_source AS again ON again.source_file_id = theirs.id
                AND again.content_hash = place.content_hash AND again.ticket_id <> place.ticket_id
            JOIN ticket ON ticket.id = again.ticket_id AND ticket.removal = 0
            JOIN ticket AS present ON present.id = place.ticket_id AND present.removal = 0
            WHERE mine.batch_id = $1 ORDER BY batch.id LIMIT 1
            """, [.integer(batch)])
        if let row { throw StorageError.importedAgain(try row.text(0), by: try row.text(1)) }
    }

    /// Tickets that an undone import of the same file left, because somebody had worked on them: the file names them again.
    /// - Returns: their numbers by the hashes of what the file said of them.
    static func kept(of file: IncomingFile, in db: any Transaction) throws -> [ExactBytes: [Ticket.Number]] {
        guard try db.row("SELECT 1 FROM batch WHERE undone_by IS NOT NULL LIMIT 1") != nil else { return [:] }
        var kept: [ExactBytes: [Ticket.Number]] = [:]
        let sql = """
            SELECT place.content_hash, place.ticket_id FROM source_file AS file
            JOIN batch ON batch.id = file.batch_id AND batch.undone_by IS NOT NULL
            JOIN ticket_source AS place ON place.source_file_id = file.id
            JOIN ticket ON ticket.id = place.ticket_id AND ticket.removal = 0
            WHERE file.sha256 = $1 OR file.name = $2 ORDER BY place.position DESC
            """
        for row in try db.rows(sql, [.blob(file.sha256), .text(file.name)]) {
            let number = Ticket.Number(try row.integer(1))
            let hash = ExactBytes(try row.blob(0))
            if !(kept[hash] ?? []).contains(number) { kept[hash, default: []].append(number) }
        }
        return kept
    }
}
