import Storage
import Workflow

/// A statement on its way to the engine.
struct WatchedStatement {
    /// Nil where the driver puts it together.
    var sql: String?
    var values: [SQLValue] = []
    /// Whether rows come back.
    var isRead: Bool
}

/// Runs statements as they are and shows each to a witness before.
struct WatchedTransaction: Transaction {
    let db: any Transaction
    let witness: (WatchedStatement) throws -> Void

    init(_ db: any Transaction, witness: @escaping (WatchedStatement) throws -> Void) {
        self.db = db
        self.witness = witness
    }

    func each(_ sql: String, _ values: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
        try witness(WatchedStatement(sql: sql, values: values, isRead: true))
        try db.each(sql, values, body)
    }

    func eachInPlace(_ sql: String, _ values: [SQLValue], _ body: (any RowInPlace) throws -> Void) throws {
        try witness(WatchedStatement(sql: sql, values: values, isRead: true))
        try db.eachInPlace(sql, values, body)
    }

    func run(_ sql: String, _ values: [SQLValue]) throws -> Int {
        try witness(WatchedStatement(sql: sql, values: values, isRead: false))
        return try db.run(sql, values)
    }

    func run(_ sql: String, each rows: [[SQLValue]]) throws -> Int {
        for values in rows { try witness(WatchedStatement(sql: sql, values: values, isRead: false)) }
        return try db.run(sql, each: rows)
    }

    func insert(_ content: [UInt8], into table: ContentTable, sha256: [UInt8]) throws {
        try witness(WatchedStatement(isRead: false))
        try db.insert(content, into: table, sha256: sha256)
    }

    func index(_ text: IndexedText, of row: SearchRow) throws {
        try witness(WatchedStatement(isRead: false))
        try db.index(text, of: row)
    }

    func unindex(_ text: IndexedText, of row: SearchRow) throws {
        try witness(WatchedStatement(isRead: false))
        try db.unindex(text, of: row)
    }

    func ranked(_ expression: SearchExpression, limit: Int?) throws -> [(ticket: Int64, rank: Double)] {
        try witness(WatchedStatement(isRead: true))
        return try db.ranked(expression, limit: limit)
    }

    func index(_ text: IndexedText, ofEntry entry: Int64) throws {
        try witness(WatchedStatement(isRead: false))
        try db.index(text, ofEntry: entry)
    }

    func rankedEntries(_ expression: EntryExpression, limit: Int?) throws -> [(entry: Int64, rank: Double)] {
        try witness(WatchedStatement(isRead: true))
        return try db.rankedEntries(expression, limit: limit)
    }

    func entryCounts(of terms: [String]) throws -> [Int] {
        try witness(WatchedStatement(isRead: true))
        return try db.entryCounts(of: terms)
    }

    func matches(_ expression: SearchExpression, from lowest: Ticket.Number?, bind: (SQLValue) -> String) -> String {
        db.matches(expression, from: lowest, bind: bind)
    }

    func rowSet(of values: [SQLValue]) -> SQLValue { db.rowSet(of: values) }
    func rows(ofSetAt placeholder: String) -> String { db.rows(ofSetAt: placeholder) }
    var joinInOrder: String { db.joinInOrder }
    var upkeep: any Upkeep { db.upkeep }
}
