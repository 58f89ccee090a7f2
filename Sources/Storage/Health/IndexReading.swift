import Dispatch
import Synchronization

/// What the search index holds, read on another thread and another connection while the caller reads the texts: a third of
/// the work of a look over the desk on each side. A class, because two threads hold it.
final class IndexReading: Sendable {
    /// The index, and the newest operation of the snapshot that it was read in.
    private struct Reading {
        var rows: [SearchRow: IndexFingerprint]
        var operation: Int64

        init(in db: any Transaction) throws {
            operation = try IndexReading.newestOperation(in: db)
            rows = try db.upkeep.fingerprints()
        }
    }

    private let thread = DispatchQueue(label: "index")
    private let reading = Mutex<Result<Reading, any Error>?>(nil)

    /// Begins to read.
    /// - Parameter database: nil where there is no other connection: then nothing is read ahead.
    init(_ database: (any Database)?) {
        guard let database else { return }
        thread.async { [self] in
            let read = Result { try database.read { try Reading(in: $0) } }
            reading.withLock { $0 = read }
        }
    }

    /// The index as the snapshot of the transaction has it.
    func rows(in db: any Transaction) throws -> [SearchRow: IndexFingerprint] {
        let read = try thread.sync { try reading.withLock { try $0?.get() } }
        // Somebody wrote between the two beginnings.
        guard let read, try read.operation == Self.newestOperation(in: db) else { return try db.upkeep.fingerprints() }
        return read.rows
    }

    private static func newestOperation(in db: any Transaction) throws -> Int64 {
        try db.row("SELECT last FROM counter WHERE name = 'change'")?.integer(0) ?? 0
    }
}
