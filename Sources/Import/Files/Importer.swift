import Storage
import Workflow

/// What became of one file of an import.
package enum FileReport {
    /// A dataset was read; the outcome tells what it did to the desk.
    case dataset(DatasetFile, FileTally, FileOutcome, batch: String?)
    /// An export of a desk was read.
    case exchange(path: String, RestoreOutcome, batch: String?)
    /// The file could not be read; nothing of it was kept.
    case rejected(path: String, any Error)

    /// How many tickets it brought.
    fileprivate var createdCount: Int {
        switch self {
        case .dataset(_, _, let outcome, _): outcome.created
        case .exchange(_, let outcome, _): outcome.created
        case .rejected: 0
        }
    }
}

/// Brings files in, one transaction a file, and says of each what became of it.
package struct Importer {
    /// A file to bring in: on the disk, or its bytes at hand.
    package struct Source: Sendable {
        package var path: String
        package var bytes: [UInt8]?

        package init(path: String, bytes: [UInt8]? = nil) {
            self.path = path
            self.bytes = bytes
        }
    }

    package var deed: Deed
    package var status: Status?
    package var isDryRun: Bool

    package init(deed: Deed, status: Status? = nil, isDryRun: Bool = false) {
        self.deed = deed
        self.status = status
        self.isDryRun = isDryRun
    }

    /// Imports the files in order. A file that cannot be read does not stop the others.
    /// - Throws: what concerns the desk itself (busy, full, read-only): finished files stay.
    package func run(_ files: [Source], into store: Store, report: (FileReport) throws -> Void) throws {
        if isDryRun {
            try store.rehearse { try each(files, into: $0, report) }
        } else {
            try store.bulk { try each(files, into: $0, report) }
        }
    }

    private func each(_ files: [Source], into intake: any Intake, _ report: (FileReport) throws -> Void) throws {
        var run = ImportRun(deed: deed, status: status)
        var files = FilesAhead(files)
        var bringsTickets = true
        while let (path, file) = files.next(makesTickets: bringsTickets) {
            let outcome = try bring(file, path, into: intake, &run)
            bringsTickets = outcome.createdCount > 0
            try report(outcome)
        }
    }

    private func bring(
        _ file: Result<ReadFile, ImportError>, _ path: String, into intake: any Intake, _ run: inout ImportRun
    ) throws -> FileReport {
        do {
            switch try file.get() {
            case .export(let bytes): return try restore(path, bytes, into: intake, &run)
            case .dataset(let file):
                var tally = FileTally()
                guard file.dataset.ticketCount > 0 else { return .dataset(file, tally, FileOutcome(), batch: nil) }
                let outcome = try intake.importFile(file.incoming { tally.add($0, $1) }, in: &run)
                return .dataset(file, tally, outcome, batch: run.batch?.label)
            }
        } catch let error as ImportError {
            return .rejected(path: path, error)
        }
    }

    private func restore(
        _ path: String, _ bytes: [UInt8], into intake: any Intake, _ run: inout ImportRun
    ) throws -> FileReport {
        let file = IncomingExport(
            name: FilePaths.baseName(path), path: path, sha256: SHA256.digest(bytes), bytes: bytes,
            hashFormula: ContentHash.formula)
        let outcome = try intake.restore(file, in: &run) { body in
            try Exchange.eachRecord(in: bytes, path: path) { try body($0, ContentHash.of($0.draft)) }
        }
        return .exchange(path: path, outcome, batch: run.batch?.label)
    }
}
