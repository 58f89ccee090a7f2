import Workflow

/// One run of an import: its batch, made when the first file brings something, and the options all files share.
package struct ImportRun: Sendable {
    package var context: CommandContext
    /// The status every ticket gets, instead of what the source says.
    package var status: Status?
    /// What the run is called; nil: the next label of the desk's own.
    package var label: String?
    /// When tickets came, and those that are done were resolved, whose source does not say.
    package var at: Instant?
    /// What becomes of a value that both the source and the desk changed.
    package var onConflict = ConflictRule.skip
    /// The files that are brought together.
    package var paths: Set<String> = []
    package fileprivate(set) var batch: Batch?
    /// Of tickets that the run has made, until their block is full. One that is changed again leaves.
    var shingles: [Int64: Shingles] = [:]
    var digests = TicketDigests()

    package init(context: CommandContext, status: Status? = nil) {
        self.context = context
        self.status = status
    }

    /// What becomes of a value that both the source and the desk changed.
    package enum ConflictRule: String, CaseIterable, Sendable {
        /// The desk's stays.
        case skip
        /// The source's takes its place.
        case update
        /// Nothing of the file is taken in.
        case fail
    }

    /// The batch in the transaction that first needs it.
    mutating func batch(in turn: WriteTurn) throws -> Batch {
        if let batch { return batch }
        let made = try Batch.begin(label, turn.author, in: turn.db)
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
    /// - Throws: `StorageError.nameTaken` for a label that another run has.
    static func begin(_ label: String?, _ author: Author, in db: any Transaction) throws -> Batch {
        if let label {
            guard let batch = try insert(label, author, in: db) else { throw StorageError.nameTaken(label) }
            return batch
        }
        while true {
            let row = try db.row("UPDATE counter SET last = last + 1 WHERE name = 'batch' RETURNING last")
            guard let number = try row?.integer(0) else { throw StorageError.damaged(detail: "no batch counter") }
            if let batch = try insert("b\(number)", author, in: db) { return batch }
        }
    }

    /// - Returns: nil when the label is taken.
    static func insert(_ label: String, _ author: Author, in db: any Transaction) throws -> Batch? {
        let row = try db.row(
            "INSERT INTO batch (label, at, agent_id) VALUES ($1, $2, $3) ON CONFLICT (label) DO NOTHING RETURNING id",
            [.text(label), .integer(author.at.milliseconds), .integer(author.agent.id)])
        return try row.map { Batch(id: try $0.integer(0), label: label) }
    }
}

/// Where files can be brought: a desk, or a rehearsal on it that is not kept.
package protocol Intake {
    /// Imports one file: all of it or nothing. What is known already is not created again.
    func importFile(_ file: IncomingFile, in run: inout ImportRun) throws -> FileOutcome

    /// Takes in one article: all of it or nothing.
    /// - Parameter read: reads a text that was put together of the file's and the desk's.
    func importArticle(
        _ article: IncomingArticle, in run: inout ImportRun, read: @escaping ([UInt8]) -> IncomingArticle
    ) throws -> ArticleOutcome

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
        let outcome = try inTurn(run.context, needs: .importing) { try body(OpenIntake(turn: $0), &attempt) }
        run = attempt
        return outcome
    }

    /// Writes of a bulk import: see `Maintenance.bulk`.
    package func bulk<T>(_ body: (Store) throws -> T) throws -> T {
        try database.maintenance.bulk { try body(Store(database: $0)) }
    }
}

/// A transaction that takes files in.
private struct OpenIntake: Intake {
    let turn: WriteTurn

    func importFile(_ file: IncomingFile, in run: inout ImportRun) throws -> FileOutcome {
        try FileImport(file: file, turn: turn).write(in: &run)
    }

    func importArticle(
        _ article: IncomingArticle, in run: inout ImportRun, read: @escaping ([UInt8]) -> IncomingArticle
    ) throws -> ArticleOutcome {
        try ArticleImport(turn: turn, read: read).write(article, in: &run)
    }

    func restore(
        _ file: IncomingExport, in run: inout ImportRun,
        _ records: ((TicketRecord, [UInt8]) throws -> Void) throws -> Void
    ) throws -> RestoreOutcome {
        var restoring = try ExportImport(file: file, turn: turn)
        return try restoring.write(in: &run, records)
    }
}
