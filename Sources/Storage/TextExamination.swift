import Workflow

/// Compares all texts of the desk with what is kept of them: the search index, and the blocks of likenesses. One pass in the
/// order of the tickets, since a statement a ticket costs more than the comparing.
struct TextExamination {
    /// Tickets whose search text is not their text; then those that the index knows and the desk does not.
    private(set) var unindexed: [Ticket.Number] = []
    /// Kept blocks that are not what their texts give.
    private(set) var unlikeBlocks: [Int64] = []

    private let db: any Transaction
    /// What the index holds, without what was compared already.
    private var held: [SearchRow: IndexFingerprint]
    /// Tickets that others were merged into: their text is found with the others'.
    private let survivors: Set<Int64>
    /// What the kept blocks hold, without those that were compared already.
    private var keptBlocks: [Int64: UInt64]
    private var block = LikenessBlock.Draft(0)

    init(in db: any Transaction) throws {
        self.db = db
        held = try db.fingerprints()
        let merged = try db.rows("SELECT DISTINCT merged_into FROM ticket WHERE merged_into IS NOT NULL")
        survivors = Set(try merged.map { try $0.integer(0) })
        keptBlocks = try LikenessBlock.fingerprints(in: db)
    }

    /// - Parameter progress: hears how many tickets are done.
    mutating func run(_ progress: (Int) throws -> Void) throws {
        var done = 0
        try Self.eachTicket(in: db) { texts in
            compare(texts)
            done += 1
            try progress(done)
        }
        for survivor in survivors.sorted() {
            let number = Ticket.Number(survivor)
            compare(try TicketText(of: number, in: db), of: number)
        }
        compareBlock()
        for number in keptBlocks.keys.sorted() {
            block = LikenessBlock.Draft(number)
            compareBlock()
        }
        // What is left belongs to no ticket.
        unindexed = unindexed.sorted() + Set(held.keys.map { Ticket.Number($0.ticket) }).sorted()
        unlikeBlocks.sort()
    }

    private mutating func compare(_ texts: Texts) {
        let number = LikenessBlock.number(of: texts.ticket)
        if number != block.number {
            compareBlock()
            block = LikenessBlock.Draft(number)
        }
        if keptBlocks[number] != nil { block.add(texts.likeness, of: texts.ticket) }
        if !survivors.contains(texts.ticket) { compare(texts.indexed, of: Ticket.Number(texts.ticket)) }
    }

    private mutating func compare(_ text: TicketText, of ticket: Ticket.Number) {
        let row = held.removeValue(forKey: SearchRow(ticket: ticket.rawValue, isNotes: false))
        let note = held.removeValue(forKey: SearchRow(ticket: ticket.rawValue, isNotes: true))
        if (row ?? IndexFingerprint()) != IndexFingerprint(text.publicText)
            || (note ?? IndexFingerprint()) != IndexFingerprint(text.notes)
        {
            unindexed.append(ticket)
        }
    }

    private mutating func compareBlock() {
        guard let kept = keptBlocks.removeValue(forKey: block.number) else { return }
        if kept != LikenessBlock.fingerprint(block.bytes) { unlikeBlocks.append(block.number) }
    }
}

extension TextExamination {
    /// What one ticket says.
    private struct Texts {
        var ticket: Int64
        var title: String
        var isMerged: Bool
        var messages: [(body: String, isInternal: Bool, isDescription: Bool)] = []

        var likeness: Likeness {
            Likeness(title: title, descriptions: messages.filter(\.isDescription).map(\.body))
        }

        // What is merged is found once: at its survivor.
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
            let ticket = row.integer(0) ?? 0
            if ticket != texts.ticket {
                if texts.ticket != 0 { try body(texts) }
                texts = Texts(ticket: ticket, title: row.text(1) ?? "", isMerged: row.integer(2) != nil)
            }
            if let body = row.text(3) { texts.messages.append((body, row.integer(4) == 1, row.integer(5) == 1)) }
        }
        if texts.ticket != 0 { try body(texts) }
    }
}
