import Workflow

/// A dataset of the desk beside a new file of its name.
struct KnownDataset {
    let id: Int64
    let tickets: [KnownTicket]
    let alignment: TicketMatching

    /// Most tickets are the same: of the smaller side, so that a file that was cut off still counts as a version.
    var isVersion: Bool {
        let smaller = min(tickets.count, alignment.matches.count)
        return smaller > 0 && (alignment.sameContents + alignment.sameTitles) * 2 >= smaller
    }

    init(id: Int64, file: IncomingFile, in db: any Transaction) throws {
        self.id = id
        tickets = try KnownTicket.all(of: id, file: file, in: db)
        let new = (0..<file.ticketCount).map { index in
            let ticket = file.ticket(index)
            return TicketMatching.Entry(hash: ticket.contentHash, title: ticket.draft.title)
        }
        let latest = tickets.first?.sourceFile
        let old = tickets.map {
            TicketMatching.Entry(hash: $0.hash.bytes, title: $0.title, isInLatest: $0.sourceFile == latest)
        }
        alignment = TicketMatching(old: old, new: new)
    }
}

/// A ticket that an earlier version of a file brought, where it last stood.
struct KnownTicket {
    var number: Ticket.Number
    var title: String
    var hash: ExactBytes
    var sourceFile: Int64
    var position: Int

    /// Every ticket the dataset ever brought, in the order of its latest version, then those that version lacks.
    static func all(of dataset: Int64, file: IncomingFile, in db: any Transaction) throws -> [KnownTicket] {
        var latest: [Int64: KnownTicket] = [:]
        var formulas: [Int64: Int] = [:]
        let sql = """
            SELECT place.ticket_id, ticket.title, place.content_hash, place.source_file_id, place.position,
                file.hash_formula
            FROM source_file AS file
            JOIN batch ON batch.id = file.batch_id AND batch.undone_by IS NULL
            JOIN ticket_source AS place ON place.source_file_id = file.id
            JOIN ticket ON ticket.id = place.ticket_id
            WHERE file.dataset_id = $1 AND ticket.removal <> 2 ORDER BY file.id, place.position
            """
        try db.each(sql, [.integer(dataset)]) { row in
            let ticket = KnownTicket(
                number: Ticket.Number(try row.integer(0)), title: try row.text(1), hash: ExactBytes(try row.blob(2)),
                sourceFile: try row.integer(3), position: try row.int(4))
            latest[ticket.number.rawValue] = ticket
            formulas[ticket.sourceFile] = try row.int(5)
        }
        let sorted = latest.values.sorted { ($1.sourceFile, $0.position) < ($0.sourceFile, $1.position) }
        var readings: [Int64: (Int) -> IncomingTicket?] = [:]
        return try sorted.map { ticket in
            guard formulas[ticket.sourceFile] != file.hashFormula else { return ticket }
            let reading = try readings[ticket.sourceFile] ?? ticket.reading(file, db)
            readings[ticket.sourceFile] = reading
            var ticket = ticket
            ticket.hash = ExactBytes(reading(ticket.position - 1)?.contentHash ?? [])
            return ticket
        }
    }

    /// The ticket that the earlier version of the file gave.
    func reread(_ file: IncomingFile, _ db: any Transaction) throws -> IncomingTicket? {
        try reading(file, db)(position - 1)
    }

    /// The tickets of the earlier version; none when its bytes are not kept.
    private func reading(_ file: IncomingFile, _ db: any Transaction) throws -> (Int) -> IncomingTicket? {
        let row = try db.row(
            """
            SELECT content.content FROM source_file AS file
            JOIN source_content AS content ON content.sha256 = file.sha256 WHERE file.id = $1
            """, [.integer(sourceFile)])
        guard let bytes = try row?.blob(0) else { return { _ in nil } }
        return file.reread(bytes)
    }
}
