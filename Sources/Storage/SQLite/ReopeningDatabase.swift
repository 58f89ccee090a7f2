import Synchronization

/// A desk's file that is let go of while a person writes or decides, and opened again when it is needed next. A connection
/// that stays open for an hour would go on writing to a file that was moved, removed or replaced meanwhile, and its log would
/// lie beside the new one. A class, because letting go of it changes what all who have it use.
package final class ReopeningDatabase: Database {
    package let path: String
    private let open: @Sendable () throws -> SQLiteDatabase
    private let identity: FileIdentity?
    private let present: Mutex<SQLiteDatabase?>

    package init(_ path: String, _ open: @escaping @Sendable () throws -> SQLiteDatabase) throws {
        self.path = path
        self.open = open
        present = Mutex(try open())
        identity = FileIdentity(of: path)
    }

    /// Closes the connection until it is needed again.
    package func letGo() {
        // What cannot be brought into the file stays in the log beside it, where the next command finds it.
        present.withLock { database in
            try? database?.close()
            database = nil
        }
    }

    /// Ends the connection, and goes on holding what is left of it: letting go costs more than the end of the process.
    package func close() throws { try present.withLock { try $0?.close() } }

    package func read<T>(_ body: (any Transaction) throws -> T) throws -> T { try current().read(body) }

    package func write<T>(_ body: (any Transaction) throws -> T) throws -> T { try current().write(body) }

    package var maintenance: any Maintenance { get throws { try current() } }

    /// - Throws: `StorageError.moved` when another file, or none, is at the path now.
    private func current() throws -> SQLiteDatabase {
        try present.withLock { database in
            if let database { return database }
            try requireSameFile()
            let again = try open()
            try requireSameFile()
            database = again
            return again
        }
    }

    private func requireSameFile() throws {
        guard FileIdentity(of: path) == identity else { throw StorageError.moved(path: path) }
    }
}
