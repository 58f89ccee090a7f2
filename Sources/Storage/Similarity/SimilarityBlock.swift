import Workflow

/// The shingles of 256 tickets with neighbouring numbers, turned round: which of them have a piece.
///
/// In bytes: for each ticket the count of its pieces and of those that are the title's, both 0 where a number has no ticket
/// or a ticket says nothing; then the `ShingleIndex` of titles and that of descriptions.
struct SimilarityBlock: Sendable {
    static let size: Int64 = 256
    /// The length of the tickets' counts.
    static let countsLength = Int(size) * 2

    let number: Int64
    let bytes: [UInt8]

    var firstTicket: Int64 { number * Self.size + 1 }

    static func number(of ticket: Int64) -> Int64 { (ticket - 1) / size }

    /// What is kept of a block.
    /// - Returns: nil where it cannot be one.
    private init?(_ number: Int64, kept bytes: [UInt8]) {
        self.number = number
        self.bytes = bytes
        guard withIndexes({ _, _, _ in true }) ?? false else { return nil }
    }

    /// Reads the block from the texts as they are.
    init(_ number: Int64, readingTextsIn db: any Transaction) throws {
        var draft = Draft(number)
        let first = number * Self.size + 1
        try Self.eachText(from: first, to: first + Self.size - 1, in: db) { text in
            draft.add(Shingles(title: text.title, descriptions: text.descriptions), of: text.ticket)
        }
        (self.number, self.bytes) = (number, draft.bytes)
    }

    /// - Returns: nil unless all its tickets are known.
    private init?(_ number: Int64, of known: [Int64: Shingles]) {
        var draft = Draft(number)
        let first = number * Self.size + 1
        for ticket in first..<first + Self.size {
            guard let shingles = known[ticket] else { return nil }
            draft.add(shingles, of: ticket)
        }
        (self.number, self.bytes) = (number, draft.bytes)
    }

    /// A block that is being made, a ticket after the other.
    struct Draft {
        let number: Int64
        private var counts = [UInt8](repeating: 0, count: SimilarityBlock.countsLength)
        private var titles: [ShingleIndex.Entry] = []
        private var descriptions: [ShingleIndex.Entry] = []

        init(_ number: Int64) { self.number = number }

        mutating func add(_ shingles: Shingles, of ticket: Int64) {
            let place = Int(ticket - number * SimilarityBlock.size - 1)
            counts[2 * place] = UInt8(shingles.pieces.count)
            counts[2 * place + 1] = UInt8(shingles.titleCount)
            let entries = shingles.pieces.lazy.map { ShingleIndex.Entry(piece: $0, ticket: UInt8(place)) }
            titles += entries[..<shingles.titleCount]
            descriptions += entries[shingles.titleCount...]
        }

        var bytes: [UInt8] {
            var bytes = counts
            ShingleIndex.append(titles, to: &bytes)
            ShingleIndex.append(descriptions, to: &bytes)
            return bytes
        }
    }

    /// Hands over the counts of the tickets and which of them have a piece in the title and in the description.
    func withIndexes<T>(_ body: (UnsafeBufferPointer<UInt8>, _ titles: ShingleIndex, _ descriptions: ShingleIndex) -> T)
        -> T?
    {
        bytes.withUnsafeBufferPointer { bytes in
            guard bytes.count >= Self.countsLength, let titles = ShingleIndex(bytes, from: Self.countsLength),
                let descriptions = ShingleIndex(bytes, from: titles.end)
            else { return nil }
            return body(UnsafeBufferPointer(rebasing: bytes[..<Self.countsLength]), titles, descriptions)
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

extension SimilarityBlock {
    /// Hands over every block of the desk in order; those that are not kept are read from the texts.
    static func each(in db: any Transaction, _ body: (SimilarityBlock) throws -> Void) throws {
        var next: Int64 = 0
        func fill(before number: Int64) throws {
            while next < number {
                try body(SimilarityBlock(next, readingTextsIn: db))
                next += 1
            }
        }
        try db.each("SELECT block, pieces FROM likeness ORDER BY block", []) { row in
            let number = try row.integer(0)
            guard let block = SimilarityBlock(number, kept: try row.blob(1)) else { return }
            try fill(before: number)
            try body(block)
            next = number + 1
        }
        let newest = try db.row("SELECT COALESCE(MAX(id), 0) FROM ticket")?.integer(0) ?? 0
        if newest > 0 { try fill(before: number(of: newest) + 1) }
    }

    /// The kept blocks by their numbers, as sums over their bytes: the blocks of a large desk would fill the memory.
    static func fingerprints(in db: any Transaction) throws -> [Int64: UInt64] {
        var kept: [Int64: UInt64] = [:]
        try db.each("SELECT block, pieces FROM likeness", []) {
            kept[try $0.integer(0)] = fingerprint(try $0.blob(1))
        }
        return kept
    }

    static func fingerprint(_ bytes: [UInt8]) -> UInt64 { bytes.reduce(FNV.start) { FNV.hash($0, $1) } }

    /// Throws away the block of a ticket: for whoever changes its title or a description of it.
    static func forget(_ ticket: Ticket.Number, in db: any Transaction) throws {
        try db.run("DELETE FROM likeness WHERE block = $1", [.integer(number(of: ticket.rawValue))])
    }

    /// The same for the ticket on which a message stands, where the message is a description.
    static func forget(description message: Int64, in db: any Transaction) throws {
        try db.run(
            """
            DELETE FROM likeness WHERE block = (
                SELECT (ticket_id - 1) / 256 FROM message WHERE id = $1 AND is_description = 1)
            """, [.integer(message)])
    }

    /// Keeps what a new ticket has made full. Blocks that a change threw away come back with it.
    static func keep(after ticket: Ticket.Number, in db: any Transaction) throws {
        if ticket.rawValue % size == 0 { try keep(in: db) }
    }

    /// Keeps every block that is full and not kept yet, among those of some tickets or of all.
    static func keep(in db: any Transaction) throws {
        var none: [Int64: Shingles] = [:]
        try keep(nil, of: &none, in: db)
    }

    /// - Parameter known: tickets whose texts need not be read; those of full blocks are taken out.
    static func keep(
        _ tickets: ClosedRange<Int64>?, of known: inout [Int64: Shingles], in db: any Transaction
    ) throws {
        let newest = try db.row("SELECT last FROM counter WHERE name = 'ticket'")?.integer(0) ?? 0
        let first = tickets.map { number(of: $0.lowerBound) } ?? 0
        let end = min(tickets.map { number(of: $0.upperBound) + 1 } ?? .max, newest / size)
        guard first < end else { return }
        let sql = "SELECT block FROM likeness WHERE block >= $1 AND block < $2"
        let kept = Set(try db.rows(sql, [.integer(first), .integer(end)]).map { try $0.integer(0) })
        for number in first..<end where !kept.contains(number) {
            let block = try SimilarityBlock(number, of: known) ?? SimilarityBlock(number, readingTextsIn: db)
            try db.run(
                "INSERT INTO likeness (block, pieces) VALUES ($1, $2)", [.integer(number), .blob(block.bytes)])
        }
        known = known.filter { $0.key > end * size }
    }
}
