import Testing
import Workflow
@testable import Storage

/// Each kind of damage that a desk can have is found, and named for what it is.
struct HealthTests {
    private let desk: SearchedDesk
    private let merged: Int64
    private let mergeTarget: Int64

    init() throws {
        desk = try SearchedDesk()
        for number in 1...260 { try desk.ticket("证书 \(number)", "打不开 https://a\(number).example.com", "请重试") }
        try desk.say("内部 备注", on: 2, at: 4, isInternal: true)
        (merged, mergeTarget) = (9, 11)
        try desk.reindex()
        _ = try desk.store.merge(
            [Ticket.Number(merged)], into: Ticket.Number(mergeTarget), CommandContext.ofTests.confirming(.anything))
    }

    private func unindexed(after damage: (any Transaction) throws -> Void) throws -> [Int64] {
        #expect(try desk.health.problems == 0)
        try desk.store.database.write(damage)
        return try desk.health.unindexed.map(\.rawValue)
    }

    private func text(_ title: String, _ body: String) -> IndexedText {
        IndexedText(title: Array(title.utf8), body: Array(body.utf8))
    }

    @Test func `a desk as it should be has no problem`() throws {
        let health = try desk.health
        #expect(health.problems == 0)
        #expect(health.tickets == 260)
    }

    @Test(arguments: [("", "x"), ("x", ""), ("", "| 请 重 试")])
    func `a token that the text does not have`(title: String, body: String) throws {
        #expect(
            try unindexed { try $0.index(text(title, body), of: SearchRow(ticket: 5, isNotes: false)) } == [5])
    }

    @Test func `a text that is gone from the index`() throws {
        let rows = [SearchRow(ticket: 7, isNotes: false), SearchRow(ticket: 2, isNotes: true)]
        #expect(
            try unindexed { db in
                try db.unindex(text("证 书 7", "打 不 开 _ https | a 7 | example | com | 请 重 试"), of: rows[0])
                try db.unindex(text("", "内 部 _ 备 注"), of: rows[1])
            } == [2, 7])
    }

    @Test func `a text in the wrong column, at the wrong place and under the wrong number`() throws {
        let row = SearchRow(ticket: 7, isNotes: false)
        let (title, body) = ("证 书 7", "打 不 开 _ https | a 7 | example | com | 请 重 试")
        #expect(
            try unindexed { db in
                try db.unindex(text(title, body), of: row)
                try db.index(text(body, title), of: row)
            } == [7])
        try desk.reindex()
        #expect(
            try unindexed { db in
                try db.unindex(text(title, body), of: row)
                try db.index(text("书 证 7", body), of: row)
            } == [7])
        try desk.reindex()
        #expect(
            try unindexed { db in
                try db.unindex(text(title, body), of: row)
                try db.index(text(title, body), of: SearchRow(ticket: 7, isNotes: true))
            } == [7])
    }

    @Test(arguments: [0, 261, 3_000_000, 5_000_000_000] as [Int64])
    func `a text of no ticket`(number: Int64) throws {
        #expect(
            try unindexed { try $0.index(text("", "x"), of: SearchRow(ticket: number, isNotes: true)) } == [number])
    }

    @Test func `a text that changed behind the index's back, in a title, a message, a note and a merged ticket`() throws
    {
        #expect(
            try unindexed { db in
                try db.run("UPDATE ticket SET title = 'x' WHERE id = 3")
                try db.run("UPDATE message SET body = 'x' WHERE ticket_id = 4 AND sequence = 2")
                try db.run("UPDATE message SET removal = 1 WHERE ticket_id = 2 AND is_internal = 1")
                try db.run("UPDATE message SET body = 'x' WHERE ticket_id = $1", [.integer(merged)])
            } == [2, 3, 4, mergeTarget])
    }

    @Test func `a merged ticket that is found by itself`() throws {
        #expect(
            try unindexed { try $0.index(text("", "x"), of: SearchRow(ticket: merged, isNotes: false)) } == [merged])
    }

    @Test func `a ticket that is gone while the index knows it`() throws {
        try desk.store.bulk { _ in
            try desk.run("DELETE FROM event WHERE ticket_id = 200")
            try desk.run("DELETE FROM message WHERE ticket_id = 200")
            try desk.run("DELETE FROM ticket WHERE id = 200")
        }
        let health = try desk.health
        #expect(health.unindexed == [Ticket.Number(200)])
        #expect(health.orphans == 0)
    }

    @Test func `blocks of likenesses that are not what the texts give, and those of no tickets`() throws {
        try desk.run("UPDATE likeness SET pieces = CAST(pieces || x'00' AS BLOB) WHERE block = 0")
        try desk.run("INSERT INTO likeness (block, pieces) VALUES (7, x'00')")
        #expect(try desk.health.unlikeBlocks == [0, 7])
        #expect(try desk.health.problems == 1)
    }

    @Test func `a stored file whose bytes have another hash`() throws {
        let hash = [UInt8](repeating: 1, count: 32)
        try desk.run("INSERT INTO source_content (sha256, content) VALUES ($1, x'00')", [.blob(hash)])
        let health = try desk.store.examine(hash: { _ in [UInt8](repeating: 2, count: 32) }) { _, _ in }
        #expect(health.alteredSources == ["?"])
        #expect(health.sources == 1)
        #expect(try desk.store.examine(hash: { _ in hash }) { _, _ in }.problems == 0)
    }

    @Test func `progress is told for each ticket`() throws {
        var told: [Int] = []
        _ = try desk.store.examine(hash: { $0 }) { done, total in
            #expect(total == 260)
            told.append(done)
        }
        #expect(told == (1...260).map { $0 })
    }

    @Test func `a row that breaks a rule of its table`() throws {
        try desk.run("PRAGMA ignore_check_constraints = ON")
        try desk.run("UPDATE message SET is_internal = 7 WHERE id = 3")
        try desk.run("PRAGMA ignore_check_constraints = OFF")
        #expect(try desk.health.damage.count == 1)
    }

    @Test func `a desk in a file is read by two connections, and told as by one`() throws {
        let folder = try TemporaryFolder()
        let store = try folder.desk()
        for number in 1...20 { _ = try store.file(NewTicket(title: "证书 \(number)"), CommandContext.ofTests) }
        #expect(try store.database.maintenance.twin() != nil)
        func health() throws -> Health { try store.examine(hash: { $0 }) { _, _ in } }
        #expect(try health().problems == 0)
        try store.database.write { try $0.index(text("", "x"), of: SearchRow(ticket: 9, isNotes: false)) }
        #expect(try health().unindexed == [Ticket.Number(9)])
    }

    @Test func `what was written while the index was read is no damage`() throws {
        let folder = try TemporaryFolder()
        let store = try folder.desk()
        _ = try store.file(NewTicket(title: "证书"), CommandContext.ofTests)
        let reading = IndexReading(try store.database.maintenance.twin())
        let before = try store.read { try reading.rows(in: $0) }
        _ = try store.file(NewTicket(title: "域名"), CommandContext.ofTests)
        let after = try store.read { try reading.rows(in: $0) }
        #expect(before.count == 1)
        #expect(after.count == 2)
    }
}
