import Workflow

/// Desks that SQLite keeps.
extension Store {
    /// Makes a new desk in a file.
    /// - Throws: `StorageError.deskExists` when there is one.
    package static func create(_ path: String, _ new: NewDesk, timeoutSeconds: Int) throws -> Store {
        Store(database: try SQLiteDatabase.create(path, timeoutSeconds: timeoutSeconds) { try new.write(in: $0) })
    }

    /// A desk in memory with one admin, for tests and for what is kept nowhere.
    package static func inMemory(admin: String = "ana", at now: Instant = Instant(milliseconds: 0)) throws -> Store {
        let store = Store(database: try SQLiteDatabase.inMemory())
        let new = NewDesk(
            uuid: UUIDBytes(desk: UUIDBytes([UInt8](repeating: 7, count: 16))!, ticket: Ticket.Number(0)),
            admin: admin, timeZone: "UTC", language: "en", at: now)
        try store.database.write { try new.write(in: $0) }
        return store
    }
}
