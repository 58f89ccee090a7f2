/// The seam to the engine. A desk is kept by SQLite; a second engine is a second type, and nothing above notices.
package protocol Database: Sendable {
    /// One snapshot: every statement of `body` sees the same state.
    func read<T>(_ body: (any Transaction) throws -> T) throws -> T

    /// One serial transaction: all of `body` or nothing. Waits its turn behind other writers.
    /// - Throws: `StorageError.busy` when the turn does not come in time.
    func write<T>(_ body: (any Transaction) throws -> T) throws -> T

    /// Runs the writes of a bulk import on the database it hands over. They may be lost to a power cut until this returns;
    /// then they are as safe as any.
    func bulk<T>(_ body: (any Database) throws -> T) throws -> T

    /// A copy that nobody else sees and that is gone when it is let go. It may break references between rows.
    func copied() throws -> any Database

    /// Lets nothing of what was removed stay in the file.
    /// - Returns: false when somebody else is using the file, so that it has to be tried again.
    func scrub() throws -> Bool
}

/// Statements inside one transaction. SQL is static text in the subset that SQLite and PostgreSQL share, with `$1`, `$2`, …
/// for the values in order.
package protocol Transaction {
    /// Runs a statement and hands over its rows one at a time, in order.
    func each(_ sql: String, _ values: [Value], _ body: (Row) throws -> Void) throws

    /// The same without a copy of each row: for the hundreds of thousands of rows that reports read.
    func eachInPlace(_ sql: String, _ values: [Value], _ body: (any RowInPlace) throws -> Void) throws

    /// Runs a statement and gives the number of rows it changed.
    @discardableResult
    func run(_ sql: String, _ values: [Value]) throws -> Int

    /// Makes the search find these texts, already cut into tokens, in the row of a ticket's public text or of its notes.
    func index(_ text: IndexedText, of row: SearchRow) throws

    /// Forgets texts again; they must be those that `index` was given.
    func unindex(_ text: IndexedText, of row: SearchRow) throws

    /// Forgets every text.
    func clearIndex() throws

    /// A fingerprint of the tokens that each row of the index holds.
    func fingerprints() throws -> [SearchRow: IndexFingerprint]

    /// Tells that megabytes are about to be read, for an engine that can do better then.
    func expectLongRead() throws

    /// What the engine finds wrong with its own file; empty when all is well.
    func integrityFaults() throws -> [String]

    /// How many rows name another that is not there.
    func orphanCount() throws -> Int

    /// Tickets whose text matches any of the phrases, the most relevant first: bm25, with a hit in the title weighing four
    /// times one elsewhere. A ticket stands there twice when both its public text and its notes match.
    func ranked(_ match: String, limit: Int) throws -> [(ticket: Int64, rank: Double)]

    /// The part of a condition that is true for tickets whose text matches the phrase bound at `placeholder`.
    /// `ticket.id` must be in scope. `from`, where given, is the placeholder of a ticket number: below it nothing is looked up.
    func matches(placeholder: Int, from lowest: Int?, in rows: SearchScope) -> String
}

/// A row of a result while the statement stands on it: gone with the next one.
package protocol RowInPlace: AnyObject {
    /// Nil where there is nothing; a text of digits is read as their number.
    func integer(_ column: Int) -> Int64?
    func text(_ column: Int) -> String?
}

extension Transaction {
    package func expectLongRead() throws {}

    package func rows(_ sql: String, _ values: [Value] = []) throws -> [Row] {
        var rows: [Row] = []
        try each(sql, values) { rows.append($0) }
        return rows
    }

    /// The first row, or nil when there is none.
    package func row(_ sql: String, _ values: [Value] = []) throws -> Row? {
        try rows(sql, values).first
    }

    @discardableResult
    package func run(_ sql: String) throws -> Int { try run(sql, []) }
}

/// A ticket's text for the search, as tokens separated by spaces.
package struct IndexedText: Equatable, Sendable {
    package var title: [UInt8]
    package var body: [UInt8]

    package init(title: [UInt8] = [], body: [UInt8] = []) {
        self.title = title
        self.body = body
    }

    package var isEmpty: Bool { title.isEmpty && body.isEmpty }
}

/// One row of the search: what a customer may see of a ticket, or what only agents see.
package struct SearchRow: Hashable, Sendable {
    package var ticket: Int64
    package var isNotes: Bool

    package init(ticket: Int64, isNotes: Bool) {
        self.ticket = ticket
        self.isNotes = isNotes
    }
}

/// Which rows of the search count.
package enum SearchScope: Sendable {
    case everything, titles, publicText, notes
}

/// A sum over tokens and their places: equal texts give equal sums, in whatever order the engine tells them.
package struct IndexFingerprint: Equatable, Sendable {
    private var sum: UInt64 = 0

    package init() {}

    package init(_ text: IndexedText) {
        add(text.title, isTitle: true)
        add(text.body, isTitle: false)
    }

    private mutating func add(_ tokens: [UInt8], isTitle: Bool) {
        // FTS5 keeps no more of a token than this.
        let longest = 32_768
        for (position, token) in tokens.split(separator: 0x20).enumerated() {
            add(token.prefix(longest), isTitle: isTitle, position: position)
        }
    }

    package mutating func add(_ token: some Sequence<UInt8>, isTitle: Bool, position: Int) {
        // FNV-1a over the token, its column and its place.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in token { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ (isTitle ? 1 : 2)) &* 0x100_0000_01b3
        hash = (hash ^ UInt64(position)) &* 0x100_0000_01b3
        sum &+= hash ^ (hash >> 31)
    }
}
