import Workflow

/// Statements inside one transaction. SQL is static text in the subset that SQLite and PostgreSQL share, with `$1`, `$2`, …
/// for the values in order.
///
/// An id that an `INSERT` leaves out is made by the engine: one more than the largest in the table, or 1. Writers take turns,
/// so Swift may make it in the same way where it needs many (`Names`), and both are one sequence.
package protocol Transaction {
    /// Runs a statement and hands over its rows one at a time, in order. An engine may be sending them still, so `body` runs no
    /// statement of the same transaction.
    /// - Throws: `StorageError.failed` where `body` does.
    func each(_ sql: String, _ values: [SQLValue], _ body: (SQLRow) throws -> Void) throws

    /// The same without a copy of each row: for the hundreds of thousands of rows that reports read.
    func eachInPlace(_ sql: String, _ values: [SQLValue], _ body: (any RowInPlace) throws -> Void) throws

    /// Runs a statement and gives the number of rows it changed.
    @discardableResult
    func run(_ sql: String, _ values: [SQLValue]) throws -> Int

    /// Runs the same statement with one row of values after another: in one go, where the engine is far away.
    /// - Returns: the number of rows they changed together.
    @discardableResult
    func run(_ sql: String, each rows: [[SQLValue]]) throws -> Int

    /// Keeps a whole file under its hash, once, without holding it in memory more often than the caller does.
    func insert(_ content: [UInt8], into table: ContentTable, sha256: [UInt8]) throws

    /// Makes the search find these texts, already cut into tokens, in the row of a ticket's public text or of its notes.
    func index(_ text: IndexedText, of row: SearchRow) throws

    /// Forgets texts again; they must be those that `index` was given.
    func unindex(_ text: IndexedText, of row: SearchRow) throws

    /// Tickets whose text matches, the most relevant first: bm25, with a hit in the title weighing four times one elsewhere. A
    /// ticket stands there twice when both its public text and its notes match.
    /// - Parameter limit: so many at most; nil: all.
    func ranked(_ expression: SearchExpression, limit: Int?) throws -> [(ticket: Int64, rank: Double)]

    /// Makes the search of articles find an entry by its terms (`EntryTerms`). Entries are never forgotten: a version that
    /// holds no longer stays in the index, and whoever asks leaves it out.
    func index(_ text: IndexedText, ofEntry entry: Int64) throws

    /// Entries in which the terms stand, best first: the lower the rank, the better.
    func rankedEntries(_ expression: EntryExpression, limit: Int?) throws -> [(entry: Int64, rank: Double)]

    /// In how many entries each term stands, in the order of the terms.
    func entryCounts(of terms: [String]) throws -> [Int]

    /// The part of a condition that is true for tickets whose text matches. `ticket.id` must be in scope.
    /// - Parameters:
    ///   - lowest: in tickets below this number nothing is looked up.
    ///   - bind: gives the placeholder of a value that the condition needs.
    func matches(_ expression: SearchExpression, from lowest: Ticket.Number?, bind: (SQLValue) -> String) -> String

    /// Numbers or texts without a NUL as one value, however many there are.
    func rowSet(of values: [SQLValue]) -> SQLValue

    /// The rows of the set bound at the placeholder, for `column IN …`.
    func rows(ofSetAt placeholder: String) -> String

    /// Stands between two tables of which the first is gone through and the second looked up for each of its rows, whatever
    /// the engine thinks of it. What joins them is said behind `WHERE`.
    var joinInOrder: String { get }

    /// Looking over the desk, and mending its search, in this transaction.
    var upkeep: any Upkeep { get }
}

/// Where whole files are kept.
package enum ContentTable: String, Sendable {
    case sourceContent = "source_content"
    case attachmentContent = "attachment_content"
}

extension Transaction {
    package func rows(_ sql: String, _ values: [SQLValue] = []) throws -> [SQLRow] {
        var rows: [SQLRow] = []
        try each(sql, values) { rows.append($0) }
        return rows
    }

    /// The first row, or nil when there is none.
    package func row(_ sql: String, _ values: [SQLValue] = []) throws -> SQLRow? {
        try rows(sql, values).first
    }

    @discardableResult
    package func run(_ sql: String) throws -> Int { try run(sql, []) }
}
