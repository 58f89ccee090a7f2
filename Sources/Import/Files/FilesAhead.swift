import Foundation
import Storage
import Synchronization

/// A file as it was read, before the desk sees it.
enum ReadFile: Sendable {
    case dataset(DatasetFile)
    case export([UInt8])

    /// - Throws: `ImportError` when the file cannot be read or is no text.
    init(_ source: Importer.Source, makesTickets: Bool) throws(ImportError) {
        let bytes = if let bytes = source.bytes { bytes } else { try FileBytes.read(source.path) }
        if Exchange.isExport(bytes) {
            self = .export(bytes)
        } else {
            var file = try DatasetFile(path: source.path, bytes: bytes)
            if makesTickets { file.makeTickets() }
            self = .dataset(file)
        }
    }
}

/// The files of an import in order. While the caller writes one, another thread reads the next; never more than that one,
/// so that memory stays small.
struct FilesAhead {
    private let files: [Importer.Source]
    private let thread = DispatchQueue(label: "reading")
    private var position = 0
    private var pending: PendingFile?

    init(_ files: [Importer.Source]) { self.files = files }

    /// The next file, or why it cannot be read. `makesTickets` says whether those of the file after it will be needed too:
    /// a file the desk knows is told by its bytes alone.
    mutating func next(makesTickets: Bool) -> (path: String, file: Result<ReadFile, ImportError>)? {
        guard position < files.count else { return nil }
        let current = pending ?? start(position, makesTickets: makesTickets)
        let file = thread.sync { current.file.withLock { $0 } }
        let path = files[position].path
        position += 1
        pending = position < files.count ? start(position, makesTickets: makesTickets) : nil
        return file.map { (path, $0) }
    }

    private func start(_ position: Int, makesTickets: Bool) -> PendingFile {
        let pending = PendingFile()
        let source = files[position]
        thread.async {
            let file = Result { () throws(ImportError) in try ReadFile(source, makesTickets: makesTickets) }
            pending.file.withLock { $0 = file }
        }
        return pending
    }
}

/// Where a thread leaves the file it was told to read. A class, because two threads hold it.
private final class PendingFile: Sendable {
    let file = Mutex<Result<ReadFile, ImportError>?>(nil)
}
