import Workflow

/// What a desk knows of itself.
package struct DeskFacts: Sendable {
    package var uuid: UUIDBytes
    package var timeZone: String
    package var language: String

    package static func read(in db: any Transaction) throws -> DeskFacts {
        guard let row = try db.row("SELECT uuid, time_zone, language FROM desk WHERE id = 1"),
            let uuid = UUIDBytes(try row.blob(0))
        else { throw StorageError.damaged(detail: "the desk has no identity") }
        return DeskFacts(uuid: uuid, timeZone: try row.text(1), language: try row.text(2))
    }
}
