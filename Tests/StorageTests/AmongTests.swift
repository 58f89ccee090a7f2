import Storage
import Testing
import Workflow

/// Sets of many values are the same as few values.
struct AmongTests {
    private static let odd = ["a\"b", "a\\b", "a\u{1}b", "a\nb", "', )", "证书", "👩🏽‍🚒", "", "a b", "\u{7f}\u{1f}"]

    @Test func `texts go into a set and come out unchanged`() throws {
        let desk = try SearchedDesk()
        let texts = Self.odd + (1...100).map { "t\($0)" }
        let found = try desk.store.read { db in
            try db.rows(
                "SELECT value FROM \(db.rows(ofSetAt: "$1")) AS texts", [db.rowSet(of: texts.map(SQLValue.text))]
            )
            .map { try $0.text(0) }
        }
        #expect(found.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
    }

    @Test func `numbers go into a set and come out unchanged`() throws {
        let desk = try SearchedDesk()
        let numbers = [Int64.min, -1, 0, 1, .max]
        let found = try desk.store.read { db in
            try db.rows(
                "SELECT value FROM \(db.rows(ofSetAt: "$1")) AS numbers", [db.rowSet(of: numbers.map(SQLValue.integer))]
            )
            .map { try $0.integer(0) }
        }
        #expect(found == numbers)
    }

    @Test(arguments: [1, 2, 64, 65, 200])
    func `tickets of so many fields, causes and descriptions are found`(count: Int) throws {
        let desk = try SearchedDesk()
        for index in 0..<count { try desk.ticket("t\(index)", index % 2 == 0 ? "说 证书" : "说 域名") }
        for (index, odd) in (0..<count).map({ ($0, Self.odd[$0 % Self.odd.count]) }) {
            let edit = TicketEdit(fields: [NamedText(name: "f", text: "x\(index) \(odd)")])
            let ticket = [Ticket.Number(Int64(index + 1))]
            _ = try desk.store.perform(.edit(edit), on: ticket, CommandContext.ofTests)
            _ = try desk.store.perform(
                .setCauseState(["cause \(index)"], .confirmed), on: ticket, CommandContext.ofTests)
        }
        let all = (1...Int64(count)).map { $0 }
        #expect(try desk.found("field.f:~x") == all)
        #expect(try desk.found("in:field x") == all)
        #expect(try desk.found("-(in:field x)") == [])
        #expect(try desk.found("cause:~cause") == all)
        #expect(try desk.found("in:cause cause") == all)
        #expect(try desk.found("-cause:~cause") == [])
        #expect(try desk.found("was:cause:~cause") == all)
        #expect(try desk.found("in:description 证书") == all.filter { $0 % 2 == 1 })
        #expect(try desk.found("-(in:description 证书)") == all.filter { $0 % 2 == 0 })
        #expect(try desk.found("field.f:~zzz OR id:1") == [1])
    }

    @Test func `a text with a NUL is found among many`() throws {
        let desk = try SearchedDesk()
        for index in 1...80 { try desk.ticket("t\(index)") }
        let all = (1...80).map { Ticket.Number($0) }
        func set(_ text: String) throws {
            let edit = TicketEdit(fields: [NamedText(name: "f", text: text)])
            _ = try desk.store.perform(.edit(edit), on: all, CommandContext.ofTests)
        }
        try set("x")
        try set("y")
        try desk.run("UPDATE event SET before = before || ticket_id WHERE field = 'field' AND before IS NOT NULL")
        try desk.run("UPDATE event SET before = $1 WHERE before = 'x7'", [.text("x\0y")])
        #expect(try desk.found("was:field.f:~x").count == 80)
    }

    @Test func `a text with a NUL is found among more than every engine takes placeholders for`() throws {
        let desk = try SearchedDesk()
        let ticket = try desk.ticket("t")
        let edit = TicketEdit(fields: [NamedText(name: "f", text: "x")])
        _ = try desk.store.perform(.edit(edit), on: [Ticket.Number(ticket)], .ofTests)
        try desk.run(
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 66000)
            INSERT INTO event (operation_id, sequence, ticket_id, kind, field, subject, before)
            SELECT 1, 100 + i, 1, 'change', 'field', 1, 'x' || i FROM n
            """)
        try desk.run("UPDATE event SET before = $1 WHERE before = 'x7'", [.text("x\0y")])
        #expect(try desk.found("was:field.f:~x") == [ticket])
    }

    @Test func `a mark where a file was is found in a message, a note and a merged ticket, and not elsewhere`() throws {
        let desk = try SearchedDesk()
        let said = try desk.ticket("t", "看 [图片] 这里")
        let noted = try desk.ticket("t", "d")
        try desk.say("见[附件]", on: noted, at: 2, isInternal: true)
        let other = try desk.ticket("t", "看（图片）", "[图 片]", "图片")
        let merged = try desk.ticket("t", "[视频]")
        try desk.reindex()
        _ = try desk.store.merge(
            [Ticket.Number(merged)], into: Ticket.Number(other), CommandContext.ofTests.confirming(.anything))
        #expect(try desk.found("has:missing-file is:any") == [said, noted, merged])
        #expect(try desk.found("no:missing-file is:any") == [other])
        #expect(try desk.found("-has:missing-file is:any") == [other])
        #expect(try desk.found("is:any (has:missing-file OR id:\(other))") == [said, noted, other, merged])
    }

    @Test func `a description of a merged ticket is its mergeTarget's`() throws {
        let desk = try SearchedDesk()
        let mergeTarget = try desk.ticket("t", "域名")
        let merged = try desk.ticket("t", "证书 过期")
        _ = try desk.store.merge(
            [Ticket.Number(merged)], into: Ticket.Number(mergeTarget), CommandContext.ofTests.confirming(.anything))
        #expect(try desk.found("in:description 证书 is:any").contains(mergeTarget))
    }
}
