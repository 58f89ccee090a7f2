import Workflow

/// Compares all texts of the desk with what is kept of them: the search index, and the blocks of shingles. One pass in the
/// order of the tickets, since a statement a ticket costs more than the comparing.
struct TextExamination {
    /// Kept blocks that are not what their texts give.
    private(set) var unlikeBlocks: [Int64] = []

    private let db: any Transaction
    /// What the index should hold; of each ticket its public text, also where that is none.
    private var texts: [SearchRow: IndexFingerprint] = [:]
    /// Tickets that others were merged into: their text is found with the others'.
    private let mergeTargets: Set<Int64>
    /// What the kept blocks hold, without those that were compared already.
    private var keptBlocks: [Int64: UInt64]
    private var block = SimilarityBlock.Draft(0)

    init(in db: any Transaction) throws {
        self.db = db
        let merged = try db.rows("SELECT DISTINCT merged_into FROM ticket WHERE merged_into IS NOT NULL")
        mergeTargets = Set(try merged.map { try $0.integer(0) })
        keptBlocks = try SimilarityBlock.fingerprints(in: db)
    }

    /// - Parameter progress: hears how many tickets are done.
    mutating func run(_ progress: (Int) throws -> Void) throws {
        var done = 0
        try Self.eachTicket(in: db) { texts in
            compare(texts)
            done += 1
            try progress(done)
        }
        for mergeTarget in mergeTargets.sorted() {
            let number = Ticket.Number(mergeTarget)
            note(try TicketText(of: number, in: db), of: number)
        }
        compareBlock()
        for number in keptBlocks.keys.sorted() {
            block = SimilarityBlock.Draft(number)
            compareBlock()
        }
        unlikeBlocks.sort()
    }

    /// Tickets whose search text is not their text; then those that the index knows and the desk does not.
    func unindexed(_ held: [SearchRow: IndexFingerprint]) -> [Ticket.Number] {
        var held = held
        var different: Set<Int64> = []
        for (row, text) in texts where (held.removeValue(forKey: row) ?? IndexFingerprint()) != text {
            different.insert(row.ticket)
        }
        let (known, unknown) = held.keys.reduce(into: (different, Set<Int64>())) { found, row in
            let isKnown = texts[SearchRow(ticket: row.ticket, isNotes: false)] != nil
            if isKnown { found.0.insert(row.ticket) } else { found.1.insert(row.ticket) }
        }
        return (known.sorted() + unknown.sorted()).map { Ticket.Number($0) }
    }

    private mutating func compare(_ texts: Texts) {
        let number = SimilarityBlock.number(of: texts.ticket)
        if number != block.number {
            compareBlock()
            block = SimilarityBlock.Draft(number)
        }
        if keptBlocks[number] != nil { block.add(texts.likeness, of: texts.ticket) }
        if !mergeTargets.contains(texts.ticket) { note(texts.indexed, of: Ticket.Number(texts.ticket)) }
    }

    private mutating func note(_ text: TicketText, of ticket: Ticket.Number) {
        texts[SearchRow(ticket: ticket.rawValue, isNotes: false)] = IndexFingerprint(text.publicText)
        guard !text.notes.isEmpty else { return }
        texts[SearchRow(ticket: ticket.rawValue, isNotes: true)] = IndexFingerprint(text.notes)
    }

    private mutating func compareBlock() {
        guard let kept = keptBlocks.removeValue(forKey: block.number) else { return }
        if kept != SimilarityBlock.fingerprint(block.bytes) { unlikeBlocks.append(block.number) }
    }
}

extension TextExamination {
    /// What one ticket says.
    private struct Texts {
        var ticket: Int64
        var title: String
        var isMerged: Bool
        var messages: [(body: String, isInternal: Bool, isDescription: Bool)] = []

        var likeness: Shingles {
            Shingles(title: title, descriptions: messages.filter(\.isDescription).map(\.body))
        }

        // What is merged is found once: at its mergeTarget.
        var indexed: TicketText {
            guard !isMerged else { return TicketText() }
            var text = TicketText(title: title)
            for message in messages { text.add(message.body, isInternal: message.isInternal) }
            return text
        }
    }

    private static func eachTicket(in db: any Transaction, _ body: (Texts) throws -> Void) throws {
        let sql = """
            SELECT ticket.id, ticket.title, ticket.merged_into, message.body, message.is_internal, message.is_description
            FROM ticket LEFT JOIN message ON message.ticket_id = ticket.id AND message.removal = 0
            ORDER BY ticket.id, message.sequence
            """
        var texts = Texts(ticket: 0, title: "", isMerged: false)
        try db.eachInPlace(sql, []) { row in
            let ticket = try row.integer(0)
            if ticket != texts.ticket {
                if texts.ticket != 0 { try body(texts) }
                texts = Texts(ticket: ticket, title: try row.text(1), isMerged: try row.optionalInteger(2) != nil)
            }
            if let body = try row.optionalText(3) { texts.messages.append((body, try row.flag(4), try row.flag(5))) }
        }
        if texts.ticket != 0 { try body(texts) }
    }
}
