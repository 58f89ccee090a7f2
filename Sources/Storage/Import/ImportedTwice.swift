import Workflow

/// What an import and its undo must not bring twice.
enum ImportedTwice {
    /// An import was redone, or undone once more.
    /// - Throws: what `requireNone` and `requireLast` throw.
    static func requireOrder(of batch: Int64, in db: any Transaction) throws {
        let row = try db.row("SELECT label, undone_by FROM batch WHERE id = $1", [.integer(batch)])
        guard let row, !row.isNull(1) else { return try requireNone(of: batch, in: db) }
        try requireLast(try row.text(0), batch, in: db)
    }

    /// An import comes back into force.
    /// - Throws: `StorageError.importedAgain` where a later one has brought its tickets again meanwhile: a file of the same
    ///   name or bytes any of them, and any other file most of the tickets of the smaller of the two.
    private static func requireNone(of batch: Int64, in db: any Transaction) throws {
        let sql = """
            SELECT mine_batch.label, batch.label, COUNT(DISTINCT place.position), mine.found, theirs.found,
                MAX(CASE WHEN theirs.sha256 = mine.sha256 OR theirs.name = mine.name THEN 1 ELSE 0 END)
            FROM source_file AS mine
            JOIN batch AS mine_batch ON mine_batch.id = mine.batch_id
            JOIN ticket_source AS place ON place.source_file_id = mine.id
            JOIN ticket_source AS again ON again.content_hash = place.content_hash AND again.ticket_id <> place.ticket_id
            JOIN source_file AS theirs ON theirs.id = again.source_file_id AND theirs.batch_id <> mine.batch_id
            JOIN batch ON batch.id = theirs.batch_id AND batch.undone_by IS NULL
            JOIN ticket ON ticket.id = again.ticket_id AND ticket.removal = 0
            JOIN ticket AS present ON present.id = place.ticket_id AND present.removal = 0
            WHERE mine.batch_id = $1
            GROUP BY mine.id, theirs.id, mine_batch.label, batch.label, mine.found, theirs.found, batch.id
            ORDER BY batch.id
            """
        for row in try db.rows(sql, [.integer(batch)]) {
            let count = try row.int(2)
            let isMost = try count >= 3 && count * 2 > min(row.int(3), row.int(4))
            if try isMost || row.int(5) == 1 {
                throw StorageError.importedAgain(try row.text(0), by: try row.text(1))
            }
        }
    }

    /// An import is to be undone.
    /// - Throws: `StorageError.importFollowed` where later ones tell its tickets too, or have its bytes under another name:
    ///   what they say would be left without what it is a change of.
    static func requireLast(_ label: String, _ batch: Int64, in db: any Transaction) throws {
        let again = """
            SELECT DISTINCT batch.id, batch.label FROM source_file AS mine
            JOIN ticket_source AS place ON place.source_file_id = mine.id
            JOIN ticket_source AS again ON again.ticket_id = place.ticket_id
            JOIN source_file AS later ON later.id = again.source_file_id
            JOIN batch ON batch.id = later.batch_id AND batch.undone_by IS NULL
            WHERE mine.batch_id = $1 AND later.batch_id <> $1 AND later.id > mine.id
            """
        let linked = """
            SELECT DISTINCT batch.id, batch.label FROM source_file AS mine
            JOIN source_file AS later ON later.same_as = mine.id
            JOIN batch ON batch.id = later.batch_id AND batch.undone_by IS NULL
            WHERE mine.batch_id = $1 AND later.batch_id <> $1
            """
        var later: [Int64: String] = [:]
        for row in try db.rows(again, [.integer(batch)]) + db.rows(linked, [.integer(batch)]) {
            later[try row.integer(0)] = try row.text(1)
        }
        guard !later.isEmpty else { return }
        throw StorageError.importFollowed(label, by: later.sorted { $0.key > $1.key }.map(\.value))
    }
}
