import GRDB

/// Databases of SQLite's own, which nobody else sees.
extension SQLiteDatabase {
    package func copied() throws -> any Database {
        try translated {
            // A file without a name is SQLite's own: it grows beyond memory where it must, and is gone with the connection.
            let copy = try DatabaseQueue(path: "", configuration: Self.unbound)
            try copy.writeWithoutTransaction { database in
                try database.execute(
                    sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -64000")
            }
            try queue.backup(to: copy)
            return SQLiteDatabase(queue: copy, path: path, timeoutSeconds: timeoutSeconds, isShared: false)
        }
    }

    package func emptied() throws -> any Database {
        try translated {
            let tables = try queue.writeWithoutTransaction { database in
                try String.fetchAll(
                    database,
                    sql: """
                        SELECT sql FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE %'
                            AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'search\\_%' ESCAPE '\\'
                        """)
            }
            let empty = try DatabaseQueue(configuration: Self.unbound)
            try empty.writeWithoutTransaction { try $0.execute(sql: tables.joined(by: ";")) }
            return SQLiteDatabase(queue: empty, path: path, timeoutSeconds: timeoutSeconds, isShared: false)
        }
    }

    private static var unbound: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        return configuration
    }
}
