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
    /// Fewer that are the same prove nothing.
    private static let fewest = 3

    init(of file: IncomingFile, _ entries: [TicketMatching.Entry], in db: any Transaction) {
        self.file = file
        self.entries = entries
        self.db = db
    }

    /// In the order in which they are to be preferred: its own dataset, if it has one, is the first.
    func found(_ readings: inout EarlierReadings, _ digests: inout TicketDigests) throws -> [KnownDataset] {
        guard !entries.isEmpty else { return [] }
        try digests.refresh(in: db)
        let own = try Set(Self.datasets(named: file.name, in: db))
        let same = try Set(Self.datasets(with: file.sha256, in: db))
        let others = try promising(except: own.union(same), digests).prefix(Self.most)
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

    /// Datasets that may share enough with the file, those that share most first. What they share here is at most too much, so
    /// that none is left out; reading all tickets of a dataset to say that it shares little is what costs.
    private func promising(except others: Set<Int64>, _ digests: TicketDigests) throws -> [Int64] {
        var shared: [Int64: Int] = [:]
        var enough: Set<Int64> = []
        for share in digests.shares(of: entries) where !others.contains(share.dataset) {
            shared[share.dataset, default: 0] += share.count
            if try suffices(share.count, of: [share.version]) { enough.insert(share.dataset) }
        }
        for (dataset, count) in shared where count >= Self.fewest && !enough.contains(dataset) {
            if try suffices(count, of: versions(of: dataset)) { enough.insert(dataset) }
        }
        return enough.sorted { (shared[$1] ?? 0, $0) < (shared[$0] ?? 0, $1) }
    }

    /// Whether so many are most of the file's, or of those that stand in the versions.
    private func suffices(_ count: Int, of versions: [Int64]) throws -> Bool {
        guard count >= Self.fewest else { return false }
        if count * 2 > entries.count { return true }
        let sql = "SELECT 1 FROM ticket WHERE source_file_id = $1 AND removal = 0 LIMIT $2"
        var standing = 0
        for version in versions where standing < count * 2 {
            standing += try db.rows(sql, [.integer(version), .integer(Int64(count * 2))]).count
        }
        return standing < count * 2
    }

    private func versions(of dataset: Int64) throws -> [Int64] {
        try db.rows("SELECT id FROM source_file WHERE dataset_id = $1", [.integer(dataset)]).map { try $0.integer(0) }
    }
}
