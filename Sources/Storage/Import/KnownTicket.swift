import Workflow

/// A ticket that a file brought, where it now stands.
struct KnownTicket {
    let number: Ticket.Number
    let title: String
    let isRemoved: Bool
    /// The version of a file that told it last, and its position there.
    let sourceFile: Int64
    let position: Int
    var fileName = ""
    /// What that version says of it, by the formula of `hashFormula`.
    var hash = ExactBytes([])
    var hashFormula = 0
    /// What other versions said of it.
    var otherHashes: Set<ExactBytes> = []
    /// What the source's own desk calls it.
    var reference: String?

    var entry: TicketMatching.Entry {
        TicketMatching.Entry(hash: hash.bytes, earlierHashes: otherHashes, title: title, reference: reference)
    }
}

extension KnownTicket {
    /// Every ticket that the dataset ever brought and that is still there, in the order of the newest version first. Of an undone
    /// import those that it left, because somebody had worked on them.
    static func all(of dataset: Int64, in db: any Transaction) throws -> [KnownTicket] {
        try placed(by: dataset, in: db).values.sorted { ($1.sourceFile, $0.position) < ($0.sourceFile, $1.position) }
    }

    private static func placed(by dataset: Int64, in db: any Transaction) throws -> [Int64: KnownTicket] {
        let field = try db.row("SELECT id FROM field WHERE name = $1", [.text(NewTicket.referenceField)])?.integer(0)
        let sql = """
            SELECT place.ticket_id, ticket.title, ticket.removal, ticket.source_file_id, ticket.source_position,
                place.source_file_id, place.position, place.content_hash, file.name, file.hash_formula, reference.text
            FROM ticket_source AS place
            JOIN source_file AS file ON file.id = place.source_file_id
            JOIN batch ON batch.id = file.batch_id
            JOIN ticket ON ticket.id = place.ticket_id
            LEFT JOIN ticket_field AS reference ON reference.ticket_id = ticket.id AND reference.field_id = $2
            WHERE place.ticket_id IN (
                    SELECT brought.ticket_id FROM source_file AS version
                    JOIN ticket_source AS brought ON brought.source_file_id = version.id WHERE version.dataset_id = $1)
                AND ticket.source_file_id IS NOT NULL
                AND (ticket.removal = 0 OR ticket.removal = 1 AND batch.undone_by IS NULL)
            """
        var tickets: [Int64: KnownTicket] = [:]
        try db.each(sql, [.integer(dataset), .optional(field)]) { row in
            let number = try row.integer(0)
            var ticket =
                try tickets[number]
                ?? KnownTicket(
                    number: Ticket.Number(number), title: row.text(1), isRemoved: row.integer(2) != 0,
                    sourceFile: row.integer(3), position: row.int(4), reference: row.optionalText(10))
            let hash = ExactBytes(try row.blob(7))
            if try row.integer(5) == ticket.sourceFile, try row.int(6) == ticket.position {
                (ticket.hash, ticket.fileName, ticket.hashFormula) = (hash, try row.text(8), try row.int(9))
            } else {
                ticket.otherHashes.insert(hash)
            }
            tickets[number] = ticket
        }
        return tickets
    }
}

/// Tickets as earlier versions of files gave them. Each version is read once.
struct EarlierReadings {
    private let file: IncomingFile
    private let db: any Transaction
    private var readings: [Int64: (Int) -> IncomingTicket?] = [:]

    init(_ file: IncomingFile, in db: any Transaction) {
        self.file = file
        self.db = db
    }

    /// - Returns: nil where the bytes of the version are not kept.
    mutating func ticket(_ known: KnownTicket) throws -> IncomingTicket? {
        try reading(known.sourceFile)(known.position - 1)
    }

    /// The tickets with hashes that can be compared with those of the new file.
    mutating func rehashed(_ tickets: [KnownTicket]) throws -> [KnownTicket] {
        try tickets.map { known in
            guard known.hashFormula != file.hashFormula else { return known }
            var known = known
            known.hash = ExactBytes(try ticket(known)?.contentHash ?? [])
            return known
        }
    }

    private mutating func reading(_ version: Int64) throws -> (Int) -> IncomingTicket? {
        if let reading = readings[version] { return reading }
        let row = try db.row(
            """
            SELECT content.content FROM source_file AS file
            JOIN source_content AS content ON content.sha256 = file.sha256 WHERE file.id = $1
            """, [.integer(version)])
        let reading = try row.map { file.reread(try $0.blob(0)) } ?? { _ in nil }
        readings[version] = reading
        return reading
    }
}
