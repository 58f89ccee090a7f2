import Storage
import Workflow

/// A dataset file as the store takes it in, with what there is to tell about it.
package struct DatasetFile {
    package let path: String
    package let name: String
    package let sha256: [UInt8]
    package let bytes: [UInt8]
    package let dataset: Dataset

    /// - Throws: `ImportError` when the file cannot be read or is no text.
    package init(path: String) throws(ImportError) {
        try self.init(path: path, bytes: try FileBytes.read(path))
    }

    package init(path: String, bytes: [UInt8]) throws(ImportError) {
        self.path = path
        self.bytes = bytes
        name = FilePaths.baseName(path)
        dataset = Dataset(bytes)
        sha256 = SHA256.digest(bytes)
        if dataset.ticketCount == 0 && bytes.prefix(8192).contains(0) { throw .notText(path) }
    }

    /// The file for the store. `seen` hears of each ticket and its messages once, as it is written.
    package func incoming(seen: @escaping (DatasetEntry, [MessageDraft]) -> Void) -> IncomingFile {
        let dataset = dataset
        var told = 0
        return IncomingFile(
            name: name, path: path, sha256: sha256, bytes: bytes, declared: dataset.declaredCount,
            ticketCount: dataset.ticketCount, hashFormula: ContentHash.formula,
            ticket: { index in
                let entry = dataset.entry(at: index)
                let ticket = Self.ticket(entry)
                // A changed file is read twice: once to be aligned, once to be written.
                if index == told {
                    told += 1
                    seen(entry, ticket.messages)
                }
                return ticket
            },
            reread: { bytes in
                let earlier = Dataset(bytes)
                return { $0 < earlier.ticketCount ? Self.ticket(earlier.entry(at: $0)) : nil }
            })
    }

    private static func ticket(_ entry: DatasetEntry) -> IncomingTicket {
        IncomingTicket(
            draft: entry.draft, place: entry.place, contentHash: ContentHash.of(entry.draft),
            answersDiffer: entry.derivedAnswersDiffer)
    }
}
