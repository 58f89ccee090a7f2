import Workflow

/// The desk as the rest of the program sees it: reads are closures over one snapshot, every write is a method.
package struct Store: Sendable {
    package let database: any Database

    package init(database: any Database) { self.database = database }

    /// Runs `body` on one snapshot. It cannot write there.
    package func read<T>(_ body: (any Transaction) throws -> T) throws -> T {
        try database.read(body)
    }

    /// A desk in memory with one admin, for tests.
    package static func inMemory(admin: String = "ana", at now: Instant = Instant(milliseconds: 0)) throws -> Store {
        let store = Store(database: try SQLiteDatabase.inMemory())
        let founding = Founding(
            uuid: UUIDBytes(desk: UUIDBytes([UInt8](repeating: 7, count: 16))!, ticket: Ticket.Number(0)),
            admin: admin, timeZone: "UTC", language: "en", at: now)
        try store.database.write { try founding.write(in: $0) }
        return store
    }
}
