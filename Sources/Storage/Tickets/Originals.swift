import Workflow

/// The bytes as they were imported.
package enum Originals {
    /// The bytes of one ticket; nil when it was filed here or came in with an export.
    package static func bytes(of ticket: Ticket.Number, in db: any Transaction) throws -> [UInt8]? {
        let sql = """
            SELECT content.content, place.byte_offset, place.byte_length FROM ticket
            JOIN ticket_source AS place
                ON place.source_file_id = ticket.source_file_id AND place.position = ticket.source_position
            JOIN source_file AS file ON file.id = place.source_file_id
            JOIN source_content AS content ON content.sha256 = file.sha256
            WHERE ticket.id = $1
            """
        guard let row = try db.row(sql, [.integer(ticket.rawValue)]) else { return nil }
        let content = try row.blob(0)
        let (offset, length) = (try row.int(1), try row.int(2))
        guard offset >= 0, length >= 0, offset + length <= content.count else {
            throw StorageError.damaged(detail: "the source of ticket \(ticket.rawValue) is shorter than its place")
        }
        return Array(content[offset..<offset + length])
    }

    /// A file as it was imported.
    package struct File: Sendable {
        package var id: Int64
        package var name: String
        package var batch: String
        package var size: Int
    }

    /// Files of imports that are not undone, in the order they came. Exports of other desks are kept like any file.
    package static func files(in db: any Transaction) throws -> [File] {
        let sql = """
            SELECT file.id, file.name, batch.label, file.size FROM source_file AS file
            JOIN batch ON batch.id = file.batch_id AND batch.undone_by IS NULL
            WHERE file.sha256 IS NOT NULL ORDER BY file.id
            """
        return try db.rows(sql).map {
            File(id: try $0.integer(0), name: try $0.text(1), batch: try $0.text(2), size: try $0.int(3))
        }
    }

    /// The files that the tickets stand in, by id.
    package static func content(of file: Int64, in db: any Transaction) throws -> [UInt8] {
        let sql = """
            SELECT content.content FROM source_file AS file JOIN source_content AS content ON content.sha256 = file.sha256
            WHERE file.id = $1
            """
        guard let row = try db.row(sql, [.integer(file)]) else {
            throw StorageError.damaged(detail: "source file \(file) has no content")
        }
        return try row.blob(0)
    }
}
