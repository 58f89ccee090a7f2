import Import
import Storage
import Testing
import Workflow

struct AttachmentTests {
    private func attach(_ name: String, _ text: String, to number: Int64, _ desk: RelationDesk) throws -> Attaching {
        try desk.store.attach(
            [try RelationDesk.attachment(name, text)], to: Ticket.Number(number), isInternal: true, desk.context(1))
    }

    private func contents(_ desk: RelationDesk) throws -> Int {
        try desk.store.read { try $0.row("SELECT COUNT(*) FROM attachment_content")?.int(0) ?? 0 }
    }

    @Test func `the same bytes are kept once, and a name that is taken gets a number`() throws {
        let desk = try RelationDesk(tickets: 2)
        _ = try attach("a.txt", "甲", to: 1, desk)
        _ = try attach("A.txt", "甲", to: 1, desk)
        _ = try attach("a.txt", "乙", to: 1, desk)
        _ = try attach("a.txt", "甲", to: 2, desk)
        #expect(try desk.record(1).relations.attachments.map(\.name) == ["a.txt", "A (2).txt", "a (3).txt"])
        #expect(try contents(desk) == 2)
        #expect(try desk.find("attachments:3") == [1])
        #expect(try desk.find("has:attachment") == [1, 2])
        #expect(try desk.find("no:missing-file has:attachment") == [1, 2])
    }

    @Test func `a removed file comes back with its bytes and its name`() throws {
        let desk = try RelationDesk(tickets: 1)
        _ = try attach("a.txt", "甲", to: 1, desk)
        let before = try desk.export()
        let removed = try desk.store.detach("A.TXT", from: Ticket.Number(1), desk.context(2))
        #expect(try desk.record(1).relations.attachments == [])
        _ = try attach("a.txt", "乙", to: 1, desk)
        #expect(try desk.record(1).relations.attachments.map(\.name) == ["a (2).txt"])
        let last = try desk.store.read { try OperationLog.lines(limit: 1, in: $0)[0].number }
        _ = try desk.store.undo(last, desk.context(3))
        _ = try desk.store.undo(try #require(removed.operation), desk.context(4))
        #expect(try desk.export() == before)
        let bytes = try desk.store.read { db in
            let file = try TicketAttachments.find("a.txt", of: Ticket.Number(1), in: db)
            return try TicketAttachments.content(of: file, of: Ticket.Number(1), in: db)
        }
        #expect(bytes == Array("甲".utf8))
    }

    @Test func `a reply brings its files, and undo takes both back`() throws {
        let desk = try RelationDesk(tickets: 1)
        let before = try desk.export()
        let performed = try desk.store.perform(
            .note("见附件"), on: [Ticket.Number(1)], desk.context(1),
            attaching: [try RelationDesk.attachment("l.log", "甲")])
        let file = try #require(try desk.record(1).relations.attachments.first)
        #expect(file.isInternal && file.message == 2)
        _ = try desk.store.undo(try #require(performed.operation), desk.context(2))
        #expect(try desk.export() == before)
    }

    @Test func `a file that is too large is refused`() throws {
        let bytes = [UInt8](repeating: 0, count: Attachment.largestBytes + 1)
        #expect(throws: WorkflowError.relation(.tooLarge("big", bytes: bytes.count, limit: bytes.count - 1))) {
            try IncomingAttachment(name: "big", bytes: bytes, sha256: [])
        }
    }

    @Test(arguments: [
        ("a.txt", "a.txt"), ("/etc/passwd", "passwd"), ("..\\..\\evil.exe", "evil.exe"), ("..", "file"), ("", "file"),
        ("a/..", "file"), (".profile", ".profile"), ("名 字.pdf", "名 字.pdf"), ("a\u{202E}gpj.exe", "agpj.exe"),
        ("a\nb\u{0}c", "abc"), ("con.txt", "_con.txt"), ("LPT1", "_LPT1"), ("a.txt. . ", "a.txt"), ("x:y?z", "x_y_z"),
        ("  ", "file"), ("...a", ".a"),
    ]) func `the name of a file is made safe`(given: String, safe: String) {
        #expect(AttachmentName.safe(given) == safe)
    }

    @Test func `a long name keeps its ending`() {
        let name = AttachmentName.safe(String(repeating: "名", count: 300) + ".pdf")
        #expect(name.utf8.count <= 200)
        #expect(name.hasSuffix("名.pdf"))
    }
}
