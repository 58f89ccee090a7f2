import Workflow

/// One run of an import: its batch, made when the first file brings something, and the options all files share.
package struct ImportRun: Sendable {
    package var deed: Deed
    /// The status every ticket gets, instead of what the source says.
    package var status: Status?
    package fileprivate(set) var batch: Batch?
    /// Of tickets that the run has made, until their block is full. One that is changed again leaves.
    var likenesses: [Int64: Likeness] = [:]

    package init(deed: Deed, status: Status? = nil) {
        self.deed = deed
        self.status = status
    }

    /// The batch in the transaction that first needs it.
    mutating func batch(in db: any Transaction) throws -> Batch {
        if let batch { return batch }
        let made = try Batch.begin(deed, in: db)
        batch = made
        return made
    }
}

/// One import run as the desk keeps it.
package struct Batch: Equatable, Sendable {
    package var id: Int64
    /// What people call it, such as "b2".
    package var label: String

    // The counter skips labels that came in with another desk's export.
    static func begin(_ deed: Deed, in db: any Transaction) throws -> Batch {
        while true {
            let row = try db.row("UPDATE counter SET last = last + 1 WHERE name = 'batch' RETURNING last")
            guard let number = try row?.integer(0) else { throw StorageError.damaged(detail: "no batch counter") }
            if let batch = try insert("b\(number)", deed, in: db) { return batch }
        }
    }

    /// - Returns: nil when the label is taken.
    static func insert(_ label: String, _ deed: Deed, in db: any Transaction) throws -> Batch? {
        let row = try db.row(
            "INSERT INTO batch (label, at, agent_id) VALUES ($1, $2, $3) ON CONFLICT (label) DO NOTHING RETURNING id",
            [.text(label), .integer(deed.at.milliseconds), .integer(deed.agent.id)])
        return try row.map { Batch(id: try $0.integer(0), label: label) }
    }
}

/// Where files can be brought: a desk, or a rehearsal on it that is not kept.
package protocol Intake {
    /// Imports one file: all of it or nothing. What is known already is not created again.
    func importFile(_ file: IncomingFile, in run: inout ImportRun) throws -> FileOutcome

    /// Takes in another desk's export: all of it or nothing. `records` hands over its tickets with their content hashes.
    func restore(
        _ file: IncomingExport, in run: inout ImportRun,
        _ records: ((TicketRecord, [UInt8]) throws -> Void) throws -> Void
    ) throws -> RestoreOutcome
}

extension Store {
    /// Takes in what `body` brings, in one transaction: all of it or nothing.
    package func takingIn<T>(
        _ run: inout ImportRun, _ body: (any Intake, inout ImportRun) throws -> T
    ) throws -> T {
        // The run's batch counts only when the transaction that made it does.
        var attempt = run
        let outcome = try database.write { try body(OpenIntake(db: $0), &attempt) }
        run = attempt
        return outcome
    }

    /// Tells what files would do to the desk, and leaves the desk as it was.
    package func rehearse<T>(_ body: (any Intake) throws -> T) throws -> T {
        try rehearsing { try body(OpenIntake(db: $0)) }
    }

    /// Runs a write that is not kept.
    func rehearsing<T>(_ body: (any Transaction) throws -> T) throws -> T {
        var result: T?
        do {
            try database.write { db in
                result = try body(db)
                throw RehearsalIsOver()
            }
        } catch is RehearsalIsOver {}
        guard let result else { throw StorageError.failed(detail: "a rehearsal gave no result") }
        return result
    }

    /// Writes of a bulk import: see `Database.bulk`.
    package func bulk<T>(_ body: (Store) throws -> T) throws -> T {
        try database.bulk { try body(Store(database: $0)) }
    }
}

private struct RehearsalIsOver: Error {}

/// A transaction that takes files in.
private struct OpenIntake: Intake {
    let db: any Transaction

    func importFile(_ file: IncomingFile, in run: inout ImportRun) throws -> FileOutcome {
        try FileImport(file: file, db: db).write(in: &run)
    }

    func restore(
        _ file: IncomingExport, in run: inout ImportRun,
        _ records: ((TicketRecord, [UInt8]) throws -> Void) throws -> Void
    ) throws -> RestoreOutcome {
        var restoring = try ExportImport(file: file, db: db)
        return try restoring.write(in: &run, records)
    }
}
