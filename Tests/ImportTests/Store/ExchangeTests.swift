import Import
import Storage
import Testing
import Workflow
@testable import Files

struct ExchangeTests {
    /// A desk with everything an export tells: imports of several files, tickets filed here, settled causes, notes, times.
    private func fullDesk() throws -> ImportDesk {
        let desk = try ImportDesk()
        try desk.bring(Written.file("甲", "乙"))
        let special = Written.Ticket(
            title: "é \"x\" \\ 😀", category: "存储｜上传｜分片", causes: ["é", "e\u{301}", "需要根据具体错误信息判断"],
            turns: [("客户", "证书过期了"), ("客服", "第一行\n\n第二行"), ("系统", "工单已转交")], extra: [("é", "1"), ("e\u{301}", "2")])
        try desk.bring(Written.file([special, Written.Ticket(title: "无因", causes: [], turns: [])]), as: "b.md")
        let new = NewTicket(
            title: "现场", description: "打不开", categoryPath: ["CDN"], priority: .urgent, priorityText: "很急",
            customer: "王五",
            tags: ["VIP", "退款"], channel: "phone")
        _ = try desk.store.file(new, desk.context)
        try desk.edit(
            """
            UPDATE ticket SET assignee_id = 1, resolved_at = 86400123, closed_at = 86401000, status = 6 WHERE id = $1
            """, of: 5)
        try addTyped(desk)
        try desk.edit("UPDATE ticket_cause SET state = 3, is_primary = 1 WHERE ticket_id = $1 AND position = 2", of: 3)
        try desk.edit("UPDATE ticket_cause SET state = 4 WHERE ticket_id = $1 AND position = 1", of: 3)
        return desk
    }

    private func addTyped(_ desk: ImportDesk) throws {
        let insert = """
            INSERT INTO message (ticket_id, sequence, role, agent_id, origin, is_internal, body, at)
            VALUES ($1, 2, 2, 1, 1, 1, '内部备注', 2000), ($1, 3, 2, 1, 1, 0, '已处理', 3000), ($1, 4, 1, NULL, 1, 0, '打不开', 4000)
            """
        try desk.edit(insert, of: 5)
    }

    @Test func `IM-09 an export into an empty desk gives the same export, byte for byte, twice`() throws {
        let desk = try fullDesk()
        let export = try desk.export
        let second = try ImportDesk()
        #expect(try second.restored(export).created == 5)
        #expect(try second.export == export)
        #expect(try second.health.problems == 0)
        let third = try ImportDesk()
        _ = try third.restored(try second.export)
        #expect(Array(try third.export.utf8) == Array(export.utf8))
        #expect(try third.found("") == [1, 2, 3, 4, 5])
        #expect(try third.found("has:note") == [5])
        #expect(try third.found("cause.state:confirmed") == [3])
    }

    @Test func `IM-09 the same export again, or one of the same desk, changes nothing`() throws {
        let desk = try fullDesk()
        let export = try desk.export
        let own = try desk.restored(export)
        #expect(own.created == 0 && own.unchanged == 5 && own.conflicts.isEmpty)
        #expect(try desk.export == export)
        #expect(try desk.restored(export).isKnown)
    }

    @Test func `an export that differs in composition only is a conflict and overwrites nothing`() throws {
        let desk = try fullDesk()
        let export = try desk.export
        let other = export.replacing("\"é \\\"x", with: "\"e\u{301} \\\"x")
        #expect(Array(other.utf8) != Array(export.utf8))
        #expect(try desk.restored(other, as: "other.jsonl").conflicts == [Ticket.Number(3)])
        #expect(try desk.export == export)
    }

    @Test func `the number that a file printed comes back, and one below nought is refused`() throws {
        let desk = try ImportDesk()
        try desk.bring(
            "## Ticket #1042: Gate\n\n### Description\n\nIt sticks.\n\n## Ticket #1043: Lamp\n\n### Description\n\nDark.\n"
        )
        let export = try desk.export
        #expect(export.contains("\"ordinal\":1,\"printed\":1042,"))
        let second = try ImportDesk()
        #expect(try second.restored(export).created == 2)
        #expect(try second.export == export)
        #expect(try second.found("ref:1043") == [2])
        #expect(throws: (any Error).self) {
            try ImportDesk().restored(export.replacing("\"printed\":1042", with: "\"printed\":-1"))
        }
    }

    @Test func `a dataset whose tickets came by an export is recognised`() throws {
        let text = Written.file("甲", "乙", "丙")
        let desk = try ImportDesk()
        try desk.bring(text)
        let second = try ImportDesk()
        _ = try second.restored(try desk.export)
        let outcome = try second.outcome(text)
        #expect(outcome.created == 0 && outcome.unchanged == 3)
    }

    @Test func `two files of one name in one import go through an export`() throws {
        let desk = try ImportDesk()
        let files = [("x/a.md", "甲"), ("y/a.md", "乙")].map {
            Importer.Source(path: $0.0, bytes: Array(Written.file($0.1).utf8))
        }
        _ = try desk.bring(files)
        #expect(try desk.tickets.count == 2)
        let second = try ImportDesk()
        #expect(try second.restored(try desk.export).created == 2)
        #expect(try second.export == desk.export)
    }

    @Test func `a number that is taken gives the ticket the next free one, and its uuid stays`() throws {
        let desk = try ImportDesk()
        try desk.bring(Written.file("甲", "乙"))
        let other = try ImportDesk()
        _ = try other.store.database.write { db in
            try db.run("UPDATE desk SET uuid = $1", [.blob([UInt8](repeating: 9, count: 16))])
        }
        try other.bring(Written.file("子", "丑", "寅"))
        let outcome = try other.restored(try desk.export)
        #expect(outcome.created == 2 && outcome.renumbered == 2)
        #expect(try other.tickets.map(\.ticket.title) == ["子", "丑", "寅", "甲", "乙"])
        #expect(try other.ticket(4).ticket.uuid == desk.ticket(1).ticket.uuid)
    }

    @Test func `the order of an export does not hang on the order of insertion`() throws {
        let desk = try fullDesk()
        let lines = try desk.export.split(separator: "\n")
        let second = try ImportDesk()
        _ = try second.restored(lines.reversed().joined(separator: "\n") + "\n")
        #expect(try second.export == desk.export)
    }

    @Test func `IM-09 Markdown of the desk gives equal tickets`() throws {
        let desk = try ImportDesk()
        try desk.bring(Written.file("甲", "乙"))
        try desk.bring(Written.file([Written.Ticket(title: "开", turns: [("客户", "在吗")])]), as: "b.md")
        try desk.edit("UPDATE ticket SET status = 6 WHERE id = $1", of: 1)
        _ = try desk.store.file(NewTicket(title: "现场", description: "打不开", categoryPath: ["CDN"]), desk.context)
        let second = try ImportDesk()
        try second.bring(try desk.markdown, as: "out.md")
        #expect(try second.tickets.map(\.draft) == desk.tickets.map(\.draft))
        #expect(try second.tickets.map(\.ticket.status) == [.closed, .resolved, .open, .new])
        #expect(try second.markdown == desk.markdown)
    }

    @Test func `IM-09 the original comes back byte for byte, also with a BOM, CRLF and bad UTF-8`() throws {
        let desk = try ImportDesk()
        let bytes =
            [0xEF, 0xBB, 0xBF] + Array(Written.file("甲", "乙").replacing("\n", with: "\r\n").utf8) + [0xFF, 0x00, 0xC3]
        let source = Importer.Source(path: "a.md", bytes: bytes)
        _ = try desk.bring([source])
        let stored = try desk.store.read { db in
            try Originals.files(in: db).map { try Originals.content(of: $0.id, in: db) }
        }
        #expect(stored == [bytes])
    }

    private func refusal(_ change: (String) -> String) throws -> (any Error)? {
        let desk = try fullDesk()
        var lines = try desk.export.split(separator: "\n").map { String($0) }
        lines[2] = change(lines[2])
        let second = try ImportDesk()
        let report = try second.bring(lines.joined(separator: "\n"), as: "t.jsonl")
        #expect(try second.tickets.isEmpty)
        #expect(try second.operations == 0)
        guard case .rejected(_, let error) = report else { return nil }
        return error
    }

    @Test(arguments: [
        ("}$", ""), ("\"title\":\"", "\"title\":\"\\ud83d"), ("desk.ticket/2", "desk.ticket/3"),
        ("\"number\":3", "\"number\":\"3\""),
        ("\"number\":3", "\"number\":0"), ("\"number\":3", "\"number\":3.5"),
        ("\"categoryPath\":[", "\"categoryPath\":[1,"),
        ("\"answers\":[", "\"answers\":{},\"x\":["), ("\"visibility\":\"public\"", "\"visibility\":\"intern\""),
        ("\"role\":\"agent\"", "\"role\":\"boss\""), ("\"state\":\"confirmed\"", "\"state\":\"sure\""),
        ("\"primary\":true", "\"primary\":1"), ("\"causes\":[", "\"causes\":\"x\",\"y\":["),
        ("\"ordinal\":1", "\"ordinal\":-1"), ("\"ordinal\":1", "\"printed\":\"x\",\"ordinal\":1"),
        ("\"uuid\":\"", "\"uuid\":\"x"), ("\"status\":\"", "\"status\":\"x"), ("\"extra\":{", "\"extra\":{\"a\":1,"),
        ("\"title\":\"é \\\"x\\\" \\\\ 😀\"", "\"title\":\"\""), ("\"tags\":[]", "\"tags\":{}"),
        ("\"tags\":[]", "\"mergedInto\":\"x\""),
    ])
    func `an export with a line that is no ticket is refused at that line, and nothing is kept`(
        part: String, broken: String
    ) throws {
        let error = try refusal { line in
            part == "}$" ? String(line.dropLast()) : line.replacing(part, with: broken, maxReplacements: 1)
        }
        guard case .badLine("t.jsonl", let line, _)? = error as? FileError else {
            Issue.record("\(part) -> \(broken): \(String(describing: error))")
            return
        }
        #expect(line == 3)
    }

    @Test func `an export of the first version, whose key was a dollar sign, is read as before`() throws {
        let desk = try fullDesk()
        let old = try desk.export.replacing("{\"schema\":\"desk.ticket/2\"", with: "{\"$\":\"desk.ticket/1\"")
        #expect(try old != desk.export)
        let second = try ImportDesk()
        try second.bring(old, as: "t.jsonl")
        #expect(try second.export == desk.export)
    }

    @Test(arguments: ["{\"$\":\"desk.ticket/2\"", "{\"schema\":\"desk.ticket/1\"", "{\"schema\":\"desk.ticket/9\""])
    func `a version that never was under its key is refused`(head: String) throws {
        let error = try refusal { $0.replacing("{\"schema\":\"desk.ticket/2\"", with: head) }
        guard case .badLine("t.jsonl", 3, _)? = error as? FileError else {
            Issue.record("\(head): \(String(describing: error))")
            return
        }
    }

    @Test func `an export of another version is refused, not taken for a dataset`() throws {
        let desk = try ImportDesk()
        let report = try desk.bring("{\"$\":\"desk.ticket/9\",\"number\":1}\n", as: "t.jsonl")
        guard case .rejected(_, let error) = report else {
            Issue.record("\(report)")
            return
        }
        #expect((error as? FileError)?.description.hasPrefix("t.jsonl:1:") == true)
    }

    @Test func `causes that say none is known are none`() throws {
        let desk = try ImportDesk()
        try desk.bring(
            Written.file([Written.Ticket(title: "甲", causes: ["需要根据具体错误信息判断"]), Written.Ticket(title: "乙")]))
        #expect(try desk.found("no:cause") == [1])
        #expect(try desk.found("cause:none") == [1])
        #expect(try desk.found("has:cause") == [2])
        #expect(try desk.ticket(1).causes.map(\.isPlaceholder) == [true])
    }
}
