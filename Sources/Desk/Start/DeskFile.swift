import Storage

/// A desk's file as a command has it open. This is the one place of the program that names an engine.
struct DeskFile {
    private let database: ReopeningDatabase
    let isWriter: Bool

    static func forReading(_ path: String, timeoutSeconds: Int) throws -> DeskFile {
        let database = try ReopeningDatabase(path) {
            try SQLiteDatabase.openForReading(path, timeoutSeconds: timeoutSeconds)
        }
        return DeskFile(database: database, isWriter: false)
    }

    static func forWriting(_ path: String, timeoutSeconds: Int) throws -> DeskFile {
        let database = try ReopeningDatabase(path) {
            try SQLiteDatabase.openForWriting(path, timeoutSeconds: timeoutSeconds)
        }
        return DeskFile(database: database, isWriter: true)
    }

    /// Makes a new desk.
    /// - Throws: `StorageError.deskExists` when there is one.
    static func create(_ path: String, _ new: NewDesk, timeoutSeconds: Int) throws -> Store {
        try Store.create(path, new, timeoutSeconds: timeoutSeconds)
    }

    var path: String { database.path }
    var store: Store { Store(database: database) }

    /// Closes the file while a person writes or decides; the next statement opens it again.
    func letGo() { database.letGo() }

    /// - Throws: where the log cannot be brought into the file.
    func close() throws { try database.close() }
}
