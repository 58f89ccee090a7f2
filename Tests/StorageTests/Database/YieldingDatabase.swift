import Storage
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A database around another for tests of writing. It lets other threads go on before every statement, so that what two
/// writers or a reader might see of one another shows itself; and where it is strict, it refuses a write transaction that
/// reads before it takes the change counter: what was read may be another's past by then.
///
/// A write transaction that never takes the counter is no operation, and may read what it likes.
struct YieldingDatabase: Database {
    /// Write transactions that were refused. A class, because every copy of the database tells of the same.
    final class Refusals: Sendable {
        private let list = Mutex<[ReadBeforeCounter]>([])

        /// Also those whose error was caught on the way.
        var all: [ReadBeforeCounter] { list.withLock { $0 } }

        fileprivate func add(_ refusal: ReadBeforeCounter) { list.withLock { $0.append(refusal) } }
    }

    let inner: any Database
    let isStrict: Bool
    let refusals: Refusals

    init(_ inner: any Database, isStrict: Bool, refusals: Refusals = Refusals()) {
        self.inner = inner
        self.isStrict = isStrict
        self.refusals = refusals
    }

    func read<T>(_ body: (any Transaction) throws -> T) throws -> T {
        try inner.read { db in try body(WatchedTransaction(db) { _ in Self.letOthersGoOn() }) }
    }

    /// - Throws: `ReadBeforeCounter`, and nothing is written.
    func write<T>(_ body: (any Transaction) throws -> T) throws -> T {
        try inner.write { db in
            let order = StatementOrder()
            return try body(
                WatchedTransaction(db) { statement in
                    Self.letOthersGoOn()
                    guard isStrict, let refusal = order.note(statement) else { return }
                    refusals.add(refusal)
                    throw refusal
                })
        }
    }

    var maintenance: any Maintenance {
        get throws { YieldingMaintenance(inner: try inner.maintenance, database: self) }
    }

    /// More than once: a thread that was just woken may need a moment to ask for its turn.
    private static func letOthersGoOn() { for _ in 0..<3 { sched_yield() } }
}

/// A write transaction read before it took the change counter.
struct ReadBeforeCounter: Error, Equatable {
    /// The first statement that read; nil where the driver put it together.
    var sql: String?
}

/// What came first in a write transaction. A class, because each statement changes it.
private final class StatementOrder {
    private var firstRead: ReadBeforeCounter?
    private var hasCounter = false

    /// - Returns: what is wrong, when this statement takes the counter too late.
    func note(_ statement: WatchedStatement) -> ReadBeforeCounter? {
        guard !hasCounter else { return nil }
        if let sql = statement.sql, Self.takesCounter(sql) {
            hasCounter = true
            return firstRead
        }
        if statement.isRead && firstRead == nil { firstRead = ReadBeforeCounter(sql: statement.sql) }
        return nil
    }

    private static func takesCounter(_ sql: String) -> Bool {
        sql.hasPrefix("UPDATE counter") && sql.contains("name = 'change'")
    }
}

private struct YieldingMaintenance: Maintenance {
    let inner: any Maintenance
    let database: YieldingDatabase

    func bulk<T>(_ body: (any Database) throws -> T) throws -> T {
        try inner.bulk { bulk in
            try body(YieldingDatabase(bulk, isStrict: database.isStrict, refusals: database.refusals))
        }
    }

    // What nobody else sees needs no other threads.
    func copied() throws -> any Database { try inner.copied() }
    func emptied() throws -> any Database { try inner.emptied() }
    func twin() throws -> (any Database)? { try inner.twin() }
    func scrub() throws -> Bool { try inner.scrub() }
}
