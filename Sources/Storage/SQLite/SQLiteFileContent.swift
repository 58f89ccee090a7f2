import GRDB
import GRDBSQLite

/// Whole files in the database. SQLite copies a bound value twice on its way into a row; a file of hundreds of megabytes is
/// written in pieces into a row that holds as many zeros.
extension SQLiteTransaction {
    func insert(_ content: [UInt8], into table: ContentTable, sha256: [UInt8]) throws {
        let sql: String
        switch table {
        case .sourceContent:
            sql = "INSERT INTO source_content (sha256, content) VALUES ($1, $2) ON CONFLICT (sha256) DO NOTHING"
        case .attachmentContent:
            sql = "INSERT INTO attachment_content (sha256, content) VALUES ($1, $2) ON CONFLICT (sha256) DO NOTHING"
        }
        guard content.count > Self.pieceLength else {
            try run(sql, [.blob(sha256), .blob(content)])
            return
        }
        guard try run(sql, [.blob(sha256), .zeros(content.count)]) > 0 else { return }
        try fill(table, row: sqlite3_last_insert_rowid(database.sqliteConnection), with: content)
    }

    private static var pieceLength: Int { 1 << 20 }

    private func fill(_ table: ContentTable, row: Int64, with content: [UInt8]) throws {
        let connection = database.sqliteConnection
        var blob: OpaquePointer?
        defer { sqlite3_blob_close(blob) }
        try require(sqlite3_blob_open(connection, "main", table.rawValue, "content", row, 1, &blob))
        try content.withUnsafeBytes { bytes in
            for start in stride(from: 0, to: bytes.count, by: Self.pieceLength) {
                let count = min(Self.pieceLength, bytes.count - start)
                try require(sqlite3_blob_write(blob, bytes.baseAddress! + start, Int32(count), Int32(start)))
            }
        }
    }

    private func require(_ code: Int32) throws {
        guard code == SQLITE_OK else {
            let message = String(cString: sqlite3_errmsg(database.sqliteConnection))
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
        }
    }
}
