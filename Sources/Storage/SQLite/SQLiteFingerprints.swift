import GRDBSQLite

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the search index holds, token by token: tens of millions on a large desk, so nothing is made for any of them.
extension SQLiteTransaction {
    func fingerprints() throws -> [SearchRow: IndexFingerprint] {
        try indexGathered()
        let newest = try row("SELECT COALESCE(MAX(id), 0) FROM ticket")?.integer(0) ?? 0
        var gathering = FingerprintGathering(tickets: newest)
        try eachStanding("SELECT term, doc, col, \"offset\" FROM search_token", []) { statement in
            gathering.add(statement.pointer)
        }
        return gathering.found
    }
}

/// Sums of tokens, by the rows they stand in.
private struct FingerprintGathering {
    /// By key: those of tickets that may be there.
    private var usual: [IndexFingerprint]
    private var others: [Int64: IndexFingerprint] = [:]
    private var term: [UInt8] = []
    private var termHash = FNV.start

    // Numbers may be large where there are few tickets.
    private static let most: Int64 = 2_000_000

    init(tickets newest: Int64) {
        let count = 2 * Int(min(newest, Self.most)) + 2
        usual = [IndexFingerprint](repeating: IndexFingerprint(), count: count)
    }

    mutating func add(_ row: OpaquePointer) {
        begin(sqlite3_column_text(row, 0), Int(sqlite3_column_bytes(row, 0)))
        let key = sqlite3_column_int64(row, 1)
        // The columns are called "title" and "body".
        let isTitle = sqlite3_column_text(row, 2)?.pointee == UInt8(ascii: "t")
        let position = Int(sqlite3_column_int64(row, 3))
        if key >= 0, key < usual.count {
            usual[Int(key)].add(termHash, isTitle: isTitle, position: position)
        } else {
            others[key, default: IndexFingerprint()].add(termHash, isTitle: isTitle, position: position)
        }
    }

    // All places of a term are told one after the other, so it is hashed once.
    private mutating func begin(_ bytes: UnsafePointer<UInt8>?, _ count: Int) {
        guard let bytes, count > 0 else { return }
        if count == term.count, term.withUnsafeBytes({ memcmp($0.baseAddress!, bytes, count) == 0 }) { return }
        term = Array(UnsafeBufferPointer(start: bytes, count: count))
        termHash = term.reduce(FNV.start) { FNV.hash($0, $1) }
    }

    var found: [SearchRow: IndexFingerprint] {
        var found: [SearchRow: IndexFingerprint] = [:]
        for (key, sum) in others { found[SearchRow(key: key)] = sum }
        for (key, sum) in usual.enumerated() where sum != IndexFingerprint() {
            found[SearchRow(key: Int64(key))] = sum
        }
        return found
    }
}

extension SearchRow {
    fileprivate init(key: Int64) { self.init(ticket: key / 2, isNotes: key % 2 == 1) }
}
