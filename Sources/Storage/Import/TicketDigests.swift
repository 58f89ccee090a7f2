import Workflow

/// What the tickets of every version of every file say, in short: by it a file is compared with all of them at once.
///
/// A run reads them when its first file needs them, and later those of versions that came since.
struct TicketDigests: Sendable {
    private struct Version {
        let id: Int64
        let dataset: Int64
        /// Where its tickets end in `digests`.
        let end: Int
    }

    private var versions: [Version] = []
    /// Of each ticket two: what it says, and its title.
    private var digests: [UInt32] = []

    /// A version, and how many of its tickets a file may tell.
    struct Share {
        let version: Int64
        let dataset: Int64
        let count: Int
    }

    /// Takes in the versions that are not known yet. Those that have no digests get them.
    mutating func refresh(in db: any Transaction) throws {
        let sql = """
            SELECT id, dataset_id, ticket_digests FROM source_file WHERE id > $1 AND same_as IS NULL ORDER BY id
            """
        for row in try db.rows(sql, [.integer(versions.last?.id ?? 0)]) {
            let id = try row.integer(0)
            let bytes = try row.isNull(2) ? Self.made(of: id, in: db) : row.blob(2)
            Self.read(bytes, into: &digests)
            versions.append(Version(id: id, dataset: try row.integer(1), end: digests.count))
        }
    }

    /// The versions of which the tickets may tell some: by what they say, or by their titles. Never too few are counted; one digest
    /// may stand for two texts.
    func shares(of entries: [TicketMatching.Entry]) -> [Share] {
        var sought = DigestSet(count: entries.count * 2)
        for entry in entries {
            sought.insert(Self.content(entry.hash.bytes))
            sought.insert(Self.title(entry.title.text))
        }
        var shares: [Share] = []
        var at = 0
        for version in versions {
            var count = 0
            while at < version.end {
                if sought.contains(digests[at]) || sought.contains(digests[at + 1]) { count += 1 }
                at += 2
            }
            if count > 0 { shares.append(Share(version: version.id, dataset: version.dataset, count: count)) }
        }
        return shares
    }
}

extension TicketDigests {
    /// Those of a version as they are kept, its tickets one after the other.
    struct Draft {
        private(set) var bytes: [UInt8] = []

        init(count: Int) { bytes.reserveCapacity(8 * count) }

        mutating func add(title: String, contentHash: [UInt8]) {
            for digest in [TicketDigests.content(contentHash), TicketDigests.title(title)] {
                withUnsafeBytes(of: digest.littleEndian) { bytes.append(contentsOf: $0) }
            }
        }

        func keep(of version: Int64, in db: any Transaction) throws {
            try db.run("UPDATE source_file SET ticket_digests = $1 WHERE id = $2", [.blob(bytes), .integer(version)])
        }
    }

    /// Of a version that was brought before digests were kept, or whose were forgotten.
    private static func made(of version: Int64, in db: any Transaction) throws -> [UInt8] {
        let sql = """
            SELECT place.content_hash, ticket.title FROM ticket_source AS place JOIN ticket ON ticket.id = place.ticket_id
            WHERE place.source_file_id = $1 ORDER BY place.position
            """
        var draft = Draft(count: 0)
        try db.each(sql, [.integer(version)]) { row in
            draft.add(title: try row.text(1), contentHash: try row.blob(0))
        }
        try draft.keep(of: version, in: db)
        return draft.bytes
    }

    private static func read(_ bytes: [UInt8], into digests: inout [UInt32]) {
        bytes.withUnsafeBytes { buffer in
            // Two a ticket: what is left of one that was cut off counts for nothing.
            for index in 0..<buffer.count / 8 * 2 {
                digests.append(UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)))
            }
        }
    }

    private static func content(_ hash: [UInt8]) -> UInt32 { short(hash.reduce(FNV.start) { FNV.hash($0, $1) }) }

    private static func title(_ text: String) -> UInt32 { short(text.utf8.reduce(FNV.start) { FNV.hash($0, $1) }) }

    private static func short(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash ^ hash >> 32) }
}

/// Digests of which one asks again and again whether another is among them: nearly always it is not, as a table of bits says.
private struct DigestSet {
    private var bits: [UInt64]
    private let mask: UInt32
    private var digests: Set<UInt32> = []

    init(count: Int) {
        var size = 1024
        while size < count * 64, size < 1 << 30 { size *= 2 }
        mask = UInt32(size - 1)
        bits = Array(repeating: 0, count: size / 64)
    }

    mutating func insert(_ digest: UInt32) {
        let bit = digest & mask
        bits[Int(bit / 64)] |= 1 << UInt64(bit % 64)
        digests.insert(digest)
    }

    func contains(_ digest: UInt32) -> Bool {
        let bit = digest & mask
        return bits[Int(bit / 64)] & 1 << UInt64(bit % 64) != 0 && digests.contains(digest)
    }
}
