import Workflow

/// The datasets of which a file is a new edition: renamed, split, merged into a larger file, or back from its past.
///
/// Under another name a file is an edition only when most tickets of the smaller of the two, and at least three, are the same: a
/// few equal tickets in otherwise different files stay separate. Under its own name half of them will do, however few they
/// are; and bytes that a dataset once had are always its own.
struct Editions {
    private let file: IncomingFile
    private let db: any Transaction
    private let entries: [TicketMatching.Entry]
    /// No more datasets than these are looked into, those that share most first.
    private static let most = 64

    init(of file: IncomingFile, _ entries: [TicketMatching.Entry], in db: any Transaction) {
        self.file = file
        self.entries = entries
        self.db = db
    }

    /// In the order in which they are to be preferred: its own dataset, if it has one, is the first.
    func found(_ readings: inout EarlierReadings) throws -> [KnownDataset] {
        guard !entries.isEmpty else { return [] }
        let own = try Set(Self.datasets(named: file.name, in: db))
        let same = try Set(Self.datasets(with: file.sha256, in: db))
        let sharing = try sharingDatasets()
        let byRank = sharing.filter { $0.value >= 3 }.keys.sorted { (sharing[$1] ?? 0, $0) < (sharing[$0] ?? 0, $1) }
        let others = byRank.filter { !own.contains($0) && !same.contains($0) }.prefix(Self.most)
        var left = Array(entries.indices)
        var found: [KnownDataset] = []
        for id in own.sorted(by: >) + same.subtracting(own).sorted(by: >) + others where !left.isEmpty {
            let known = KnownDataset(id: id, tickets: try readings.rehashed(try KnownTicket.all(of: id, in: db)))
            let matching = TicketMatching(old: known.tickets.map(\.entry), new: left.map { entries[$0] })
            let isEdition =
                same.contains(id)
                || known.isEdition(matching, of: entries.count, hasItsName: own.contains(id))
            guard isEdition, !known.tickets.isEmpty else { continue }
            found.append(known)
            left = zip(left, matching.matches).compactMap { index, match in match == nil ? index : nil }
        }
        return found
    }

    /// Datasets of which a version has the name, the newest version first.
    static func datasets(named name: String, in db: any Transaction) throws -> [Int64] {
        let sql = """
            SELECT COALESCE(linked.dataset_id, file.dataset_id) FROM source_file AS file
            LEFT JOIN source_file AS linked ON linked.id = file.same_as WHERE file.name = $1
            """
        return try db.rows(sql, [.text(name)]).map { try $0.integer(0) }
    }

    private static func datasets(with sha256: [UInt8], in db: any Transaction) throws -> [Int64] {
        let sql = "SELECT dataset_id FROM source_file WHERE sha256 = $1 AND same_as IS NULL"
        return try db.rows(sql, [.blob(sha256)]).map { try $0.integer(0) }
    }

    /// How many tickets each dataset may share with the file, at most.
    private func sharingDatasets() throws -> [Int64: Int] {
        var counts: [Int64: Int] = [:]
        let hashes = entries.reduce(into: [ExactBytes: Int]()) { $0[$1.hash, default: 0] += 1 }
        for (hash, count) in hashes {
            for (dataset, tickets) in try tickets(saying: hash) { counts[dataset, default: 0] += min(count, tickets) }
        }
        let titles = Set(entries.map(\.title)).map(\.text).filter { !$0.utf8.contains(0) }
        let sql = """
            SELECT standing.dataset_id, COUNT(*) FROM ticket
            JOIN source_file AS standing ON standing.id = ticket.source_file_id
            WHERE ticket.title IN \(db.rows(ofSetAt: "$1")) AND ticket.removal <> 2 GROUP BY standing.dataset_id
            """
        for row in try db.rows(sql, [db.rowSet(of: titles.map { .text($0) })]) {
            counts[try row.integer(0), default: 0] += try row.int(1)
        }
        return counts
    }

    private func tickets(saying hash: ExactBytes) throws -> [Int64: Int] {
        let sql = """
            SELECT ticket.id, standing.dataset_id FROM ticket_source AS place
            JOIN ticket ON ticket.id = place.ticket_id
            JOIN source_file AS standing ON standing.id = ticket.source_file_id
            WHERE place.content_hash = $1 AND ticket.removal <> 2
            """
        var datasets: [Int64: Int64] = [:]
        for row in try db.rows(sql, [.blob(hash.bytes)]) { datasets[try row.integer(0)] = try row.integer(1) }
        return datasets.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
}
