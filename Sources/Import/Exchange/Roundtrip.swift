import Storage
import Workflow

/// Proves of a file that importing and exporting it loses nothing: on a desk in memory, so that no desk is touched.
package struct Roundtrip: Sendable {
    package var tickets: Int
    /// Tickets whose bytes come back as they were.
    package var identical: Int
    /// Whether the whole file does.
    package var isFileIdentical: Bool
    /// Positions of tickets that an export as Markdown, read again, tells differently.
    package var retold: [Int]

    package var isLossless: Bool { identical == tickets && isFileIdentical && retold.isEmpty }

    package init(path: String, store: Store, context: CommandContext) throws {
        let file = try DatasetFile(path: path)
        tickets = file.dataset.ticketCount
        var run = ImportRun(context: context)
        let outcome = try store.takingIn(&run) { try $0.importFile(file.incoming { _, _ in }, in: &$1) }
        (identical, isFileIdentical) = try store.read { db in
            var identical = 0
            let numbers: [Int64] = outcome.numbers.map(Array.init) ?? []
            for (index, number) in numbers.enumerated() {
                let place = file.dataset.entry(at: index).place.bytes
                let bytes = try Originals.bytes(of: Ticket.Number(number), in: db)
                if bytes == Array(file.bytes[place]) { identical += 1 }
            }
            let stored = try Originals.files(in: db).last.map { try Originals.content(of: $0.id, in: db) }
            return (identical, stored == file.bytes)
        }
        retold = Self.retold(file.dataset)
    }

    // The listed answers that repeat a turn are made anew by the export, so both sides are told without them.
    private static func retold(_ dataset: Dataset) -> [Int] {
        let drafts = (0..<dataset.ticketCount).map { dataset.entry(at: $0).draft }
        let again = Dataset(Array(MarkdownWriter.document(drafts).utf8))
        return drafts.indices.filter { index in
            guard index < again.ticketCount else { return true }
            return ContentHash.of(again.entry(at: index).draft) != ContentHash.of(drafts[index])
        }
    }
}
