import Files
import Storage
import Workflow

/// A dataset file as the store takes it in, with what there is to tell about it.
package struct DatasetFile: Sendable {
    package let path: String
    package let name: String
    package let sha256: [UInt8]
    /// As they came.
    package var bytes: [UInt8] { source.original }
    /// In UTF-8: what the places of its lines and tickets count in.
    package var text: [UInt8] { source.bytes }
    /// Nil where it was UTF-8.
    package var encoding: TextEncoding? { source.encoding }
    package let dataset: Dataset
    /// The name of the dialect that it was read with.
    package let dialect: String?
    private let source: SourceText
    private let options: ReadingOptions
    /// The first tickets, where they were made before they were asked for.
    private var made: [MadeTicket] = []

    // A class, because it holds much and is handed on.
    private final class MadeTicket: Sendable {
        let entry: DatasetEntry
        let ticket: IncomingTicket

        init(_ entry: DatasetEntry, _ ticket: IncomingTicket) {
            self.entry = entry
            self.ticket = ticket
        }
    }

    /// - Throws: `FileError` when the file cannot be read or is no text.
    package init(path: String) throws(FileError) {
        try self.init(path: path, bytes: try FileBytes.read(path))
    }

    package init(path: String, bytes: [UInt8], _ options: ReadingOptions = ReadingOptions()) throws(FileError) {
        try self.init(path: path, try SourceText(bytes, as: options.encoding, path: path), options)
    }

    init(_ source: Importer.Source, _ options: ReadingOptions) throws(FileError) {
        try self.init(path: source.path, bytes: source.read(), options)
    }

    init(path: String, _ source: SourceText, _ options: ReadingOptions) throws(FileError) {
        self.path = path
        self.source = source
        self.options = options
        name = FilePaths.baseName(path)
        (dataset, dialect) = options.dataset(source, path: path)
        sha256 = SHA256.digest(source.original)
        if dataset.ticketCount == 0 && source.bytes.prefix(8192).contains(0) { throw .notText(path) }
    }

    /// Read once more with what files beside it teach; nil where somebody said how it is written.
    func read(with lesson: Lesson) -> DatasetFile? {
        guard dialect == nil else { return nil }
        var options = options
        options.lesson = lesson
        return try? DatasetFile(path: path, source, options)  // it was read before
    }

    /// Nothing stands in it.
    package var isBlank: Bool {
        text.count < 65_536 && text.allSatisfy { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    }

    /// The first and the last line of a ticket, blank ones at its end left out.
    package func lines(of place: SourcePlace) -> ClosedRange<Int> {
        let bytes = text[place.bytes]
        let end = bytes.lastIndex { $0 > 0x20 } ?? bytes.startIndex
        return place.line...place.line + bytes[..<end].count { $0 == 0x0A }
    }

    /// Makes the tickets of the first megabyte: nearly always all of them. Of a huge file it would be next to nothing, and held to
    /// its end.
    mutating func makeTickets() {
        guard text.count <= 16 << 20 else { return }
        var places = SourceText.Places(source)
        for index in 0..<dataset.ticketCount {
            made.append(make(index, &places))
            if made[index].entry.place.bytes.upperBound > 1 << 20 { return }
        }
    }

    private func make(_ index: Int, _ places: inout SourceText.Places) -> MadeTicket {
        let entry = dataset.entry(at: index)
        return MadeTicket(entry, Self.ticket(entry, options.zone, &places))
    }

    /// The file for the store. `seen` hears of each ticket and its messages once, as it is written.
    package func incoming(seen: @escaping (DatasetEntry, [MessageDraft]) -> Void) -> IncomingFile {
        var told = 0
        var places = SourceText.Places(source)
        var file = IncomingFile(
            name: name, path: path, sha256: sha256, bytes: bytes, declared: dataset.declaredCount,
            ticketCount: dataset.ticketCount, hashFormula: ContentHash.formula,
            ticket: { index in
                let made = index < made.count ? made[index] : make(index, &places)
                // A changed file is read twice: once to be aligned, once to be written.
                if index == told {
                    told += 1
                    seen(made.entry, made.ticket.messages)
                }
                return made.ticket
            },
            outline: { index in
                if index < made.count {
                    let ticket = made[index].ticket
                    return TicketOutline(draft: ticket.draft, contentHash: ticket.contentHash)
                }
                let draft = dataset.entry(at: index).draft
                return TicketOutline(draft: draft, contentHash: ContentHash.of(draft))
            },
            reread: { [options, path] bytes in Self.reader(of: bytes, path, options) })
        file.isUnderstood = options.isForced || dataset.coverage.isUnderstood
        file.encoding = encoding?.rawValue
        file.dialect = dialect
        return file
    }

    /// Reads earlier bytes of the file as this one is read.
    private static func reader(
        of bytes: [UInt8], _ path: String, _ options: ReadingOptions
    ) -> (Int) -> IncomingTicket? {
        // They were read before, so they are text.
        guard let source = try? SourceText(bytes, as: options.encoding, path: path) else { return { _ in nil } }
        let earlier = options.dataset(source, path: path).dataset
        var places = SourceText.Places(source)
        return { index in
            guard (0..<earlier.ticketCount).contains(index) else { return nil }
            return Self.ticket(earlier.entry(at: index), options.zone, &places)
        }
    }

    private static func ticket(
        _ entry: DatasetEntry, _ zone: TimeZoneRules, _ places: inout SourceText.Places
    ) -> IncomingTicket {
        var place = entry.place
        place.bytes = places.original(place.bytes)
        return IncomingTicket(
            draft: entry.draft, place: place, contentHash: ContentHash.of(entry.draft),
            answersDiffer: entry.derivedAnswersDiffer, zone: zone)
    }
}

/// What is known of files before they are read.
package struct ReadingOptions: Sendable {
    /// What they hold, where somebody says so.
    package var form: FileJudgement.Form?
    /// Their encoding, where somebody names it.
    package var encoding: TextEncoding?
    /// How their tickets are written, where somebody taught it.
    package var dialect: TaughtDialect?
    /// What files beside them teach.
    var lesson: Lesson?
    /// By base name, those that the desk has read files of these names with.
    package var dialects: [String: TaughtDialect] = [:]
    /// The desk's, for times that name none.
    package var zone = TimeZoneRules.utc
    /// What is not understood is kept all the same.
    package var isForced = false

    package init() {}

    /// A remembered dialect is only a guess, as another file may have the name: one that it does not fit is read without it,
    /// where that explains it.
    /// - Returns: also the name of the dialect that it was read with.
    func dataset(_ source: SourceText, path: String) -> (dataset: Dataset, dialect: String?) {
        let ending = path.lowercased()
        let isSeparated = ending.hasSuffix(".csv") || ending.hasSuffix(".tsv")
        var plain: Dataset {
            Dataset(source.bytes, nil, isSeparated: isSeparated, isUTF8: source.isUTF8, lesson: lesson, path: path)
        }
        guard let known = dialect ?? dialects[FilePaths.baseName(path)] else { return (plain, nil) }
        let read = known.dataset(source.bytes, isSeparated: isSeparated)
        if dialect == nil, !read.coverage.isUnderstood {
            let unaided = plain
            if unaided.coverage.isUnderstood { return (unaided, nil) }
        }
        return (read, known.name)
    }
}
