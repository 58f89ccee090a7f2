/// Which dialects the files of the desk were read with.
package enum DialectUses {
    /// By the names of files, the newest first to count.
    package static func byFile(in db: any Transaction) throws -> [String: String] {
        let sql = """
            SELECT file.name, file.dialect FROM source_file AS file
            JOIN batch ON batch.id = file.batch_id AND batch.undone_by IS NULL
            WHERE file.dialect IS NOT NULL ORDER BY file.id
            """
        var used: [String: String] = [:]
        for row in try db.rows(sql) { used[try row.text(0)] = try row.text(1) }
        return used
    }
}
