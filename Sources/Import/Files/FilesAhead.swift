import Dispatch
import Files
import Storage
import Synchronization

/// A file as it was read, before the desk sees it.
enum ReadFile: Sendable {
    case dataset(DatasetFile)
    case article(ArticleFile, FileJudgement)
    case export([UInt8])

    /// - Throws: `FileError` when the file cannot be read or is no text.
    init(_ source: Importer.Source, _ options: ReadingOptions, makesTickets: Bool) throws(FileError) {
        let bytes = try source.read()
        if Exchange.isExport(bytes) {
            self = .export(bytes)
        } else {
            let text = try SourceText(bytes, as: options.encoding, path: source.path)
            try self.init(source.path, text, options, makesTickets: makesTickets)
        }
    }

    private init(
        _ path: String, _ source: SourceText, _ options: ReadingOptions, makesTickets: Bool
    ) throws(FileError) {
        // A blank file is no article that could answer anybody; the reader of tickets says that it found nothing.
        let bytes = source.bytes
        let isBlank = bytes.count < 65_536 && bytes.allSatisfy { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
        if options.form == .articles, !isBlank {
            self = .article(
                try ArticleFile(path: path, bytes: bytes), FileJudgement(form: .articles, evidence: [.asked]))
            return
        }
        var file = try DatasetFile(path: path, source, options)
        if options.form == nil, file.dialect == nil {
            let areTickets = FileJudgement.areSurelyTickets(in: file.dataset)
            if !areTickets || FileJudgement.mayLeadOn(bytes) {
                let article = try ArticleFile(path: path, bytes: bytes)
                let judgement =
                    article.flow != nil
                    ? FileJudgement(form: .articles, evidence: [.asks])
                    : areTickets ? nil : FileJudgement(file.dataset, article.draft)
                if let judgement, judgement.form == .articles {
                    self = .article(article, judgement)
                    return
                }
            }
        }
        if makesTickets { file.makeTickets() }
        self = .dataset(file)
    }

    var size: Int {
        switch self {
        case .article(let file, _): file.incoming.bytes.count
        case .dataset(let file): file.bytes.count
        case .export(let bytes): bytes.count
        }
    }
}

/// A file whose turn has come: what it holds, or why it cannot be read.
struct QueuedFile: Sendable {
    let path: String
    let content: Result<ReadFile, FileError>

    var isExport: Bool {
        if case .success(.export) = content { true } else { false }
    }

    /// 0 for what cannot be read.
    var size: Int { (try? content.get().size) ?? 0 }  // why it cannot be read is told by `content`
}

/// The files of an import in order, small ones several at a time. While the caller writes some, another thread reads the
/// next; never more than those, so that memory stays small.
struct FilesAhead {
    /// So many bytes are enough for one transaction; the first are smaller, so that writing begins while others are read.
    private static let (first, enough) = (1 << 18, 2 << 20)

    private let files: [Importer.Source]
    private let options: ReadingOptions
    private let thread = DispatchQueue(label: "reading")
    private var position = 0
    private var size = FilesAhead.first
    private var pending: PendingFiles?

    init(_ files: [Importer.Source], _ options: ReadingOptions) {
        self.files = files
        self.options = options
    }

    /// The next files; empty at the end. `makesTickets` says whether the tickets of those after them will be needed too: a
    /// file the desk knows is told by its bytes alone.
    mutating func next(makesTickets: Bool) -> [QueuedFile] {
        guard position < files.count else { return [] }
        let current = pending ?? start(position, makesTickets: makesTickets)
        let read = thread.sync { current.files.withLock { $0 } }
        position += read.count
        size = min(2 * size, Self.enough)
        pending = position < files.count ? start(position, makesTickets: makesTickets) : nil
        return read
    }

    private func start(_ position: Int, makesTickets: Bool) -> PendingFiles {
        let pending = PendingFiles()
        let (sources, size, options) = (files[position...], size, options)
        thread.async {
            let read = Self.read(sources, size, options, makesTickets: makesTickets)
            pending.files.withLock { $0 = read }
        }
        return pending
    }

    private static func read(
        _ sources: ArraySlice<Importer.Source>, _ enough: Int, _ options: ReadingOptions, makesTickets: Bool
    ) -> [QueuedFile] {
        var read: [QueuedFile] = []
        var size = 0
        for source in sources where size < enough {
            let content = Result { () throws(FileError) in try ReadFile(source, options, makesTickets: makesTickets) }
            read.append(QueuedFile(path: source.path, content: content))
            size += read[read.count - 1].size
        }
        return read
    }
}

/// Where a thread leaves the files it was told to read. A class, because two threads hold it.
private final class PendingFiles: Sendable {
    let files = Mutex<[QueuedFile]>([])
}
