import Files
import Storage
import Workflow

/// A dataset file as the store takes it in, with what there is to tell about it.
package struct DatasetFile: Sendable {
    package let path: String
    package let name: String
    package let sha256: [UInt8]
    package let bytes: [UInt8]
    package let dataset: Dataset
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

    package init(path: String, bytes: [UInt8]) throws(FileError) {
        self.path = path
        self.bytes = bytes
        name = FilePaths.baseName(path)
        dataset = Dataset(bytes)
        sha256 = SHA256.digest(bytes)
        if dataset.ticketCount == 0 && bytes.prefix(8192).contains(0) { throw .notText(path) }
    }

    /// Makes the tickets of the first megabyte: nearly always all of them, and of a huge file not too many to hold.
    mutating func makeTickets() {
        for index in 0..<dataset.ticketCount {
            made.append(make(index))
            if made[index].entry.place.bytes.upperBound > 1 << 20 { return }
        }
    }

    private func make(_ index: Int) -> MadeTicket {
        let entry = dataset.entry(at: index)
        return MadeTicket(entry, Self.ticket(entry))
    }

    /// The file for the store. `seen` hears of each ticket and its messages once, as it is written.
    package func incoming(seen: @escaping (DatasetEntry, [MessageDraft]) -> Void) -> IncomingFile {
        var told = 0
        return IncomingFile(
            name: name, path: path, sha256: sha256, bytes: bytes, declared: dataset.declaredCount,
            ticketCount: dataset.ticketCount, hashFormula: ContentHash.formula,
            ticket: { index in
                let made = index < made.count ? made[index] : make(index)
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
