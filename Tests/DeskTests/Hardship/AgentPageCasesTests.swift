import Foundation
import Testing

/// Waiting, the page of a ticket, ranges, names and searches: what agents have met, and what is right here.
struct AgentPageCasesTests {
    private func desk(_ setup: String...) throws -> TestDesk {
        try TestDesk.prepared(setup, tickets: ["a", "b", "c", "d"])
    }

    @Test func `agents E: waiting is seen`() throws {
        let desk = try desk(
            "hold 1 --until 2bd --reason 供应商", "pend 2", "pend 3 --no-end", "pend 4 --until tomorrow",
            "config set wait.length 1bd")
        #expect(try desk.run("show", "1").text.contains("Waits until 2026-03-04 09:12 (供应商)"))
        #expect(try desk.run("show", "2").text.contains("Waits until 2026-03-04 09:12"))
        #expect(try desk.run("show", "3").text.contains("Waits until somebody acts"))
        // A day begins when work does.
        #expect(try desk.run("show", "4").text.contains("Waits until 2026-03-03 09:00"))
        let list = try desk.run(
            "ls", "is:waiting", "sort:id", "--fields", "number,wakeAt,waitReason", "--format", "csv")
        #expect(list.text.contains("1,2026-03-04T09:12:00Z,供应商\r\n2,2026-03-04T09:12:00Z,\r\n3,,\r\n"), "\(list.text)")
        #expect(try desk.run("show", "1", "--json").text.contains("\"waitReason\":\"供应商\""))
        #expect(try desk.run("show", "1", "--public").text.contains("Waits") == true)
        #expect(try !desk.run("show", "1", "--public").text.contains("供应商"))
    }

    @Test func `agents F: show tells all there is`() throws {
        let long = String(repeating: "很长的标题", count: 60)
        let desk = try desk(
            "edit 1 --title \(long)", "edit 2 --tag +催办 -p urgent", "field add cnt", "edit 2 --field cnt=7",
            "reply 1 -m one", "agent add bo", "message edit 1.m1 -m two --as bo", "merge 2 --into 1",
            "resolve 3 --resolution workaround", "rm 4")
        let screen = try desk.onTerminal("show", "1", typing: "").screen.replacing("\u{1B}[1m", with: "")
            .replacing("\u{1B}[0m", with: "").filter { $0 != "\r\n" && $0 != "\n" }
        #expect(screen.contains(long.prefix(200)) && !screen.contains("…"), "\(screen)")
        let page = try desk.run("show", "1").text
        for piece in ["Tags 催办", "Priority urgent", "cnt 7", "edited ×1 by bo"] {
            #expect(page.contains(piece), "\(page)")
        }
        #expect(try desk.run("show", "3").text.contains("· workaround"))
        #expect(try desk.run("show", "4").text.contains("In the trash — desk restore 4"))
        #expect(try desk.run("ls", "tag:催办", "--format", "ids").text == "1\n")
        #expect(try desk.run("ls", "tag:催办", "is:merged", "--format", "ids").text == "2\n")
        #expect(try desk.run("show", "1", "--json").text.contains("\"editedBy\":\"bo\""))
    }

    @Test func `agents F: show goes back to a version, and gives texts as they are`() throws {
        let desk = try desk("edit 1 --title a2", "note 1 -m 'eins\n\n  zwei'", "edit 1 --title a3", "undo -y")
        #expect(try desk.run("show", "1", "--version", "1").text.hasPrefix("#1  a  new"))
        let second = try desk.run("--no-pager", "show", "--version", "2", "1")
        #expect(second.text.hasPrefix("#1  a2  "), "\(second.text)\(second.errorText)")
        #expect(try desk.run("show", "1", "--version", "4").text.hasPrefix("#1  a3  "))
        #expect(try desk.run("show", "1", "--version", "5").text.hasPrefix("#1  a2  "))
        #expect(try desk.run("show", "1", "--version", "9").ending == .exit(1))
        #expect(try desk.run("show", "1", "2", "--version", "1").ending == .exit(64))
        #expect(try desk.run("show", "1", "--raw").text == "1.m1\neins\n\n  zwei\n")
    }

    @Test(arguments: [
        ("rm 1-3 -q; restore 1-2", "1 2 4"), ("rm 1,2 -q; restore 1,2", "1 2 3 4"),
        ("rm 1-3 -q; restore 1-9", "1 2 3 4"),
        ("rm 1-3 -q; purge 2-3 --number 2 -y; restore 1", "1 4"),
    ])
    func `agents G: ranges reach into the trash`(lines: String, left: String) throws {
        let desk = try desk()
        for line in lines.split(separator: ";").map({ String($0) }) {
            let result = try desk.shell("$DESK \(line)")
            #expect(result.ending == .exit(0), "\(line): \(result.errorText)")
        }
        let found = try desk.run("ls", "is:any", "sort:id", "--format", "ids").text
        #expect(found.split(separator: "\n").joined(separator: " ") == left)
    }

    @Test func `agents G: a bare range lists what is there, done or not`() throws {
        let desk = try desk("resolve 2 --resolution fixed")
        #expect(try desk.run("ls", "1-3", "--format", "ids").text == "3\n2\n1\n")
    }

    @Test(arguments: [
        ("customer add 旧名", "customer edit 旧名 --name 新名", "edit 1 --customer 新名", "customer:旧名"),
        ("team add 旧队", "team edit 旧队 --name 新队", "edit 1 --team 新队", "team:旧队"),
        ("agent add old", "agent edit old --name neu", "assign 1 neu", "assignee:old"),
        ("org add 旧司", "org edit 旧司 --name 新司", "edit 1 --customer x --org 新司", "org:旧司"),
        ("tag add alt", "tag rename alt neu", "tag 1 +neu", "tag:alt"),
    ])
    func `agents G: who was renamed is found by the old name`(
        made: String, renamed: String, used: String, asked: String
    )
        throws
    {
        let desk = try desk(made, renamed, used)
        let found = try desk.run("ls", asked, "--format", "ids")
        #expect(found.text == "1\n", "\(found.errorText)")
    }

    @Test(arguments: [
        "category add any", "category add CDN/none", "tag add none", "tag 1 +any", "new x --tag none",
        "customer add any",
        "agent add none", "team add any", "org add none", "cause new any", "field add none", "view save any is:open",
        "cause rename 原因 none", "tag rename 标签 any",
    ])
    func `agents G: words of the query language are no names`(line: String) throws {
        let desk = try desk("cause new 原因", "tag add 标签")
        let result = try desk.shell("$DESK \(line)")
        #expect(result.ending == .exit(64), "\(result.text)")
    }

    @Test func `agents G: names are asked for however they are written`() throws {
        let desk = try desk(
            "new e --customer 'Q\"uote' -q", "new f --customer none -q", "customer add 'Stück GmbH'",
            "customer add A --phone 13800138000")
        #expect(try desk.run("ls", "customer:\"Q\\\"uote\"", "--format", "ids").text == "5\n")
        #expect(try desk.run("ls", "customer:\"Q\"\"uote\"", "--format", "ids").text == "5\n")
        #expect(try desk.run("ls", "customer:none", "--format", "count").text == "5\n")
        #expect(try desk.run("ls", "customer:stück").errorText.contains("Did you mean \"Stück GmbH\""))
        let second = try desk.run("customer", "add", "B", "--phone", "138-0013-8000")
        #expect(second.ending == .exit(0) && second.errorText.contains("A"), "\(second.text)\(second.errorText)")
        #expect(try desk.run("tag", "add", "neu").ending == .exit(0))
        #expect(try desk.run("view", "save", "v", "tag:neu").ending == .exit(0))
        #expect(try desk.run("tag", "list").text.contains("neu"))
    }

    @Test(arguments: [
        "error: 500", "http://x.example/a?b=c", "error=139", "at Object.<anonymous> (x:1)", "foo(\"bar", "say \"hi",
        "a)b",
        "key: value, other=thing",
    ])
    func `agents H: a search takes what is pasted`(text: String) throws {
        let desk = try desk()
        #expect(try desk.run(words: ["note", "2", "-m", "log: " + text + " end"]).ending == .exit(0))
        let found = try desk.run(words: ["search", "--format", "ids", text])
        #expect(found.ending == .exit(0) && found.text == "2\n", "\(found.text)\(found.errorText)")
        #expect(found.errorText.split(separator: "\n").count <= 1)
    }

    @Test func `agents H: elsewhere the corrected command is told whole`() throws {
        let desk = try desk("note 2 -m 'error: 500'")
        let refused = try desk.run("ls", "--limit", "3", "error: 500")
        #expect(refused.ending == .exit(64))
        let line = refused.errorText.split(separator: "\n").first { $0.contains("As a text: ") } ?? ""
        let command = line.components(separatedBy: "As a text: desk ").last ?? ""
        #expect(try desk.shell("$DESK \(command) --format ids").text == "2\n", "\(refused.errorText)")
        #expect(try desk.run("search", "status:nope").ending == .exit(64))
    }

    @Test func `agents H: whose telephone number it is, is told`() throws {
        let desk = try desk("customer add 王女士 --phone 13800138000", "edit 1 --customer 王女士")
        let told = try desk.run("search", "13800138000").errorText
        let command =
            told.components(separatedBy: "desk ls ").last?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        #expect(try desk.shell("$DESK ls \(command) --format ids").text == "1\n", "\(told)")
    }

    @Test func `agents 6: the editor says who is going to read the text`() throws {
        let desk = try desk("edit 1 --customer 王女士", "receive 1 -m 证书明天到期")
        let editor = ["EDITOR": "cp \"$1\" seen; printf 'eins\\n# zwei\\n' >> \"$1\"; true"]
        let result = try desk.run("reply", "1", "-e", environment: editor)
        #expect(result.ending == .exit(0), "\(result.errorText)")
        let seen = try desk.shell("cat seen").text
        #expect(
            seen.contains("# PUBLIC reply to 王女士 · #1 a\n# last said: customer 2026-03-02 09:12 “证书明天到期”\n"), "\(seen)")
        #expect(try desk.run("show", "1", "--raw").text.hasSuffix("1.m2\neins\n# zwei\n"))
        #expect(try desk.run("note", "2", "-e", environment: editor).ending == .exit(0))
        #expect(try desk.shell("cat seen").text.contains("# INTERNAL note"))
        // Left as it was, nothing is written; stopped half-way, the lines are no part of the draft.
        #expect(try desk.run("reply", "1", "-e", environment: ["EDITOR": "true"]).ending == .exit(3))
        let half = try desk.run("reply", "1", "-e", environment: ["EDITOR": "echo half >> \"$1\"; false"])
        #expect(half.ending == .exit(3))
        #expect(try desk.run("draft", "show", "d1").text == "half\n")
        #expect(try desk.run("draft", "resume", "d1", "--yes").ending == .exit(0))
        #expect(try desk.run("show", "1", "--raw").text.hasSuffix("half\n"))
    }

    @Test func `agents 6: the form has every field that edit has`() throws {
        let desk = try desk("field add cnt --kind number", "team add 一线", "customer add 王女士")
        let lines = "title category priority customer org assignee team channel tags field.cnt"
        let editor =
            "cp \"$1\" seen; sed -i -e 's/^customer:.*/customer: 王女士/' -e 's/^org:.*/org: 某科技/' -e 's/^team:.*/team: 一线/'"
            + " -e 's/^assignee:.*/assignee: me/' -e 's/^field.cnt:.*/field.cnt: 5/' \"$1\"; true"
        let result = try desk.run("edit", "1", "-e", environment: ["EDITOR": editor])
        #expect(result.ending == .exit(0), "\(result.errorText)")
        for name in lines.split(separator: " ") {
            #expect(try desk.shell("grep -c '^\(name):' seen").text == "1\n", "\(name)")
        }
        let found = try desk.run(
            "ls", "customer:王女士", "org:某科技", "team:一线", "assignee:li", "field.cnt:5", "--format", "ids")
        #expect(found.text == "1\n", "\(found.errorText)")
    }

    @Test(arguments: ["field add", "log --limit", "undo --query"])
    func `agents 18: an undo reaches what touched some tickets`(_: String) throws {
        let desk = try desk("tag 1 +x", "tag 2 +y", "resolve 1 --resolution fixed")
        #expect(try desk.run("undo", "--query", "id:2", "-y").text.contains("desk tag 2 +y"))
        #expect(try desk.run("ls", "tag:none", "--format", "ids").text == "4\n3\n2\n")
        #expect(try desk.run("undo", "--query", "id:2", "--last", "2").ending == .exit(64))
    }
}
