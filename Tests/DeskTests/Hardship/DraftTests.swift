import Foundation
import Storage
import Testing
@testable import Presentation

@testable import Desk

/// Whatever was typed is not lost when the command fails.
struct DraftTests {
    private let desk: TestDesk

    init() throws {
        desk = try TestDesk()
        try #require(try desk.run("new", "证书到期", "--customer", "王女士").ending == .exit(0))
    }

    private func drafts() throws -> [String] {
        try desk.run("draft", "list", "--format", "tsv", "--no-header").text.split(separator: "\n").map { String($0) }
    }

    @Test func `CO-08 a busy desk is waited for, then said in words, and the text is kept`() throws {
        let database = try SQLiteDatabase.openForWriting(desk.path, timeoutSeconds: 5)
        let result = try database.write { _ in try desk.run("reply", "1", "-m", "请先购买证书", "--timeout", "1") }
        #expect(result.ending == .exit(8))
        #expect(!result.errorText.contains("SQLITE"))
        #expect(result.errorText.contains("  text kept: desk draft resume d1 --yes\n"), "\(result.errorText)")
        #expect(try desk.run("draft", "show", "d1").text == "请先购买证书\n")
        #expect(try desk.run("draft", "resume", "d1", "--yes", "--timeout", "5").ending == .exit(0))
        #expect(try desk.run("show", "1").text.contains("请先购买证书"))
        #expect(try drafts() == [])
    }

    @Test func `CO-08 a text from standard input is kept too`() throws {
        let result = try desk.run("reply", "7", "-F", "-", input: "第一行\n第二行\n")
        #expect(result.ending == .exit(1))
        #expect(try desk.run("draft", "show", "1").text == "第一行\n第二行\n")
    }

    @Test func `a refused step keeps the text with the reason, and a resumed one that fails keeps it again`() throws {
        try desk.run("close", "1")
        #expect(try desk.run("reply", "1", "-m", "您好").ending == .exit(6))
        let line = try #require(try drafts().first)
        #expect(line.hasPrefix("d1\treply 1\t2026-03-02T09:12:00Z\t2\tNot possible: reply."), "\(line)")
        #expect(try desk.run("draft", "resume", "d1", "--yes").ending == .exit(6))
        #expect(try drafts().count == 1)
        #expect(try desk.run("draft", "discard", "all").ending == .exit(0))
        #expect(try drafts() == [])
        #expect(try desk.run("draft", "show", "d1").ending == .exit(1))
    }

    @Test func `only their writer can read drafts`() throws {
        try desk.run("reply", "7", "-m", "秘密")
        let modes = try desk.shell("cd .local/state/desk/drafts && stat -c %a . d1.md d1.json").text
        #expect(modes == "700\n600\n600\n")
    }

    @Test func `CO-03 a reply that was written while the ticket changed is not sent, and the change is shown`() throws {
        try desk.write(Array("#!/bin/sh\n\"$DESK\" --as li take 1 >&2\nprintf '您好' >\"$1\"\n".utf8), to: "editor")
        let result = try desk.shell("EDITOR='sh ./editor' exec \"$DESK\" reply 1 -e")
        #expect(result.ending == .exit(5))
        #expect(result.errorText.contains("#1 was changed while you wrote:"), "\(result.errorText)")
        #expect(result.errorText.contains("status: new → open"))
        #expect(try desk.run("draft", "show", "d1").text == "您好\n")
        #expect(try desk.run("draft", "resume", "d1", "--yes").ending == .exit(0))
    }

    @Test func `a draft whose facts were written by the first version is resumed as before`() throws {
        let folder = ".local/state/desk/drafts/"
        let facts = """
            {"$":"desk.draft/1","command":["note","1"],"desk":"\(desk.path)","at":"2026-03-02T09:12:00Z",\
            "reason":"","base":null}
            """
        try desk.write(Array("旧草稿".utf8), to: folder + "d1.md")
        try desk.write(Array(facts.utf8), to: folder + "d1.json")
        #expect(chmod(desk.folder.path + "/" + folder, 0o700) == 0)
        #expect(try desk.run("draft", "resume", "d1", "--yes").ending == .exit(0))
        #expect(try desk.run("show", "1").text.contains("旧草稿"))
    }

    private func form(_ meanwhile: String, _ mine: String) throws -> DeskProcess.Result {
        let script = "#!/bin/sh\n\"$DESK\" edit 1 \(meanwhile) >&2\nsed -i '\(mine)' \"$1\"\n"
        try desk.write(Array(script.utf8), to: "editor")
        return try desk.shell("EDITOR='sh ./editor' exec \"$DESK\" edit 1 -e")
    }

    @Test func `CO-03 a form keeps what others changed, where both did not change the same`() throws {
        #expect(try form("--channel phone", "s/^title: .*/title: 新标题/").ending == .exit(0))
        let page = try desk.run("ls", "--format", "tsv", "--no-header", "--fields", "title,channel").text
        #expect(page == "新标题\tphone\n")
    }

    @Test func `CO-03 a form that changes what another changed shows all three and keeps the text`() throws {
        let result = try form("--title 他的", "s/^title: .*/title: 我的/")
        #expect(result.ending == .exit(5))
        #expect(result.errorText.contains("title: it was 证书到期, you made it 我的, now it is 他的"), "\(result.errorText)")
        #expect(try desk.run("draft", "show", "d1").text.contains("# somebody made it: 他的\ntitle: 我的\n"))
        // To resume it is to decide.
        #expect(try desk.run("draft", "resume", "d1", "--yes").ending == .exit(0))
        #expect(try desk.run("ls", "--format", "tsv", "--no-header", "--fields", "title").text == "我的\n")
    }

    @Test func `CL-05 a form left as it was changes nothing, and one with a strange line is kept`() throws {
        #expect(try form("--channel phone", "").ending == .exit(3))
        #expect(try drafts() == [])
        #expect(try form("--channel mail", "s/^title/titel/").ending == .exit(64))
        #expect(try drafts().count == 1)
    }
}
