import Workflow

/// The likenesses of 256 tickets with neighbouring numbers, one after the other: for each the count of its pieces, the
/// count of the title's, and the pieces, low byte first. A number without a ticket has none.
struct LikenessBlock: Sendable {
    static let size: Int64 = 256

    let number: Int64
    let bytes: [UInt8]

    var firstTicket: Int64 { number * Self.size + 1 }

    static func number(of ticket: Int64) -> Int64 { (ticket - 1) / size }

    /// Reads the block from the texts as they are.
    init(_ number: Int64, readingTextsIn db: any Transaction) throws {
        var bytes: [UInt8] = []
        var next = number * Self.size + 1
        try Self.eachText(from: next, to: next + Self.size - 1, in: db) { text in
            while next < text.ticket {
                bytes += [0, 0]
                next += 1
            }
            Self.append(Likeness(title: text.title, descriptions: text.descriptions), to: &bytes)
            next += 1
        }
        self.init(number: number, bytes: bytes)
    }

    private init(number: Int64, bytes: [UInt8]) {
        self.number = number
        self.bytes = bytes
    }

    private static func append(_ likeness: Likeness, to bytes: inout [UInt8]) {
        bytes.append(UInt8(likeness.pieces.count))
        bytes.append(UInt8(likeness.titleCount))
        for piece in likeness.pieces {
            bytes.append(UInt8(truncatingIfNeeded: piece))
            bytes.append(UInt8(truncatingIfNeeded: piece >> 8))
        }
    }

    private struct Text {
        var ticket: Int64
        var title: String
        var descriptions: [String] = []
    }

    private static func eachText(
        from first: Int64, to last: Int64, in db: any Transaction, _ body: (Text) throws -> Void
    ) throws {
        var text: Text?
        let sql = """
            SELECT ticket.id, ticket.title, message.body FROM ticket
            LEFT JOIN message ON message.ticket_id = ticket.id AND message.is_description = 1 AND message.removal = 0
            WHERE ticket.id BETWEEN $1 AND $2 ORDER BY ticket.id, message.sequence
            """
        try db.each(sql, [.integer(first), .integer(last)]) { row in
            let ticket = try row.integer(0)
            if let done = text, done.ticket != ticket {
                try body(done)
                text = nil
            }
            var next = try text ?? Text(ticket: ticket, title: row.text(1))
            if let description = try row.optionalText(2) { next.descriptions.append(description) }
            text = next
        }
        if let text { try body(text) }
    }
}

extension LikenessBlock {
    /// Every block of the desk in order; those that are not kept are read from the texts.
    static func all(in db: any Transaction) throws -> [LikenessBlock] {
        var blocks: [LikenessBlock] = []
        func fill(before number: Int64) throws {
            while Int64(blocks.count) < number {
                blocks.append(try LikenessBlock(Int64(blocks.count), readingTextsIn: db))
            }
        }
        try db.each("SELECT block, pieces FROM likeness ORDER BY block", []) { row in
            try fill(before: try row.integer(0))
            blocks.append(LikenessBlock(number: try row.integer(0), bytes: try row.blob(1)))
        }
        let newest = try db.row("SELECT COALESCE(MAX(id), 0) FROM ticket")?.integer(0) ?? 0
        if newest > 0 { try fill(before: number(of: newest) + 1) }
        return blocks
    }

    /// Keeps what a new ticket has made full. Blocks that a change threw away come back with it.
    static func keep(after ticket: Ticket.Number, in db: any Transaction) throws {
        if ticket.rawValue % size == 0 { try keep(in: db) }
    }

    /// Keeps every block that is full and not kept yet, among those of some tickets or of all.
    static func keep(_ tickets: ClosedRange<Int64>? = nil, in db: any Transaction) throws {
        let newest = try db.row("SELECT last FROM counter WHERE name = 'ticket'")?.integer(0) ?? 0
        let first = tickets.map { number(of: $0.lowerBound) } ?? 0
        let end = min(tickets.map { number(of: $0.upperBound) + 1 } ?? .max, newest / size)
        guard first < end else { return }
        let sql = "SELECT block FROM likeness WHERE block >= $1 AND block < $2"
        let kept = Set(try db.rows(sql, [.integer(first), .integer(end)]).map { try $0.integer(0) })
        for number in first..<end where !kept.contains(number) {
            let block = try LikenessBlock(number, readingTextsIn: db)
            try db.run(
                "INSERT INTO likeness (block, pieces) VALUES ($1, $2)", [.integer(number), .blob(block.bytes)])
        }
    }
}
