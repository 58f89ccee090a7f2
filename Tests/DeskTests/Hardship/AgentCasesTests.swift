import Testing

/// What agents have met in other tools, and what is right here.
struct AgentCasesTests {
    private func desk() throws -> TestDesk {
        let desk = try TestDesk()
        for title in ["a", "b"] { #expect(try desk.run("new", title, "-q").ending == .exit(0)) }
        return desk
    }

    @Test(arguments: [
        "tag 1 -nothere", "edit 2 -p normal", "edit 2 --title b", "release 2", "watch 1", "take 1",
        "edit 1 --field cnt=7",
        "tag 1 +x", "cause confirm 1 --cause 原因",
    ])
    func `agents 7: what is so already is no operation`(line: String) throws {
        let desk = try desk()
        let first = "field add cnt --kind number; edit 1 --field cnt=7; tag 1 +x; watch 1; take 1; cause new 原因"
        for line in first.split(separator: ";").map({ String($0) }) + [
            "cause set 1 --cause 原因", "cause confirm 1 --cause 原因",
        ] {
            let made = try desk.shell("$DESK \(line)")
            #expect(made.ending == .exit(0), "\(line) \(made.errorText)")
        }
        let before = try desk.run("log").text
        let result = try desk.shell("$DESK \(line)")
        #expect(
            result.ending == .exit(0) && result.text.contains("nothing to change"), "\(result.text)\(result.errorText)")
        #expect(try desk.run("log").text == before)
        let json = try desk.shell("$DESK \(line) --json").text
        #expect(json.contains("\"operation\":null"), "\(json)")
        // Beside a ticket that changes, the others are told and not written.
        #expect(try desk.shell("$DESK tag 1 2 +x").text.contains("#1 open · nothing to change\n"))
        #expect(try desk.shell("$DESK undo -y && $DESK show 1").text.contains("x"))
    }

    @Test func `agents 8: undo means what the person did, with what followed from it`() throws {
        let desk = try desk()
        #expect(try desk.run("rule", "new", "r", "--when", "tag:none", "--do", "tag +auto").ending == .exit(0))
        let waiting = try desk.shell("$DESK pend 1 --until 2bd -q && $DESK new c -q")
        #expect(waiting.ending == .exit(0))
        #expect(try desk.run("tick", environment: ["DESK_NOW": "2026-03-06T09:12:00Z"]).text.contains("#1"))
        #expect(try desk.run("undo", "-y").text.contains("desk new c"), "what was due is nobody's last")
        #expect(try desk.run("ls", "is:any", "--format", "ids").text == "2\n1\n")
        #expect(try desk.run("redo", "-y").text.contains("desk new c"))
        #expect(try desk.run("ls", "tag:auto", "is:any", "id:3", "--format", "count").text == "1\n")
    }

    @Test func `agents 8: a note reaches whom it names`() throws {
        let desk = try desk()
        #expect(try desk.run("agent", "add", "bo").ending == .exit(0))
        #expect(try desk.run("note", "1", "-m", "请看", "--mention", "bo").ending == .exit(0))
        #expect(try desk.run("ls", "watching:me", "--as", "bo", "--format", "ids").text == "1\n")
        #expect(try desk.run("undo", "-y").ending == .exit(0))
        #expect(try desk.run("ls", "watching:bo", "--format", "count").text == "0\n")
        #expect(try desk.run("note", "1", "-m", "x", "--mention", "nobody").ending != .exit(0))
    }

    @Test func `agents 9: newer work ends what can be redone, and a redo names what is done again`() throws {
        let desk = try desk()
        func run(_ line: String) throws -> DeskProcess.Result { try desk.shell("$DESK \(line)") }
        #expect(try run("tag 1 +x && $DESK undo -y && $DESK edit 2 --title B2").ending == .exit(0))
        let late = try run("redo -y")
        #expect(late.ending != .exit(0), "\(late.text)")
        #expect(try run("ls tag:x is:any --format count").text == "0\n")
        // Two undone one after the other come back in turn.
        #expect(try run("tag 1 +y && $DESK tag 1 +z && $DESK undo -y && $DESK undo -y").ending == .exit(0))
        #expect(try run("redo -y").text.contains("desk tag 1 +y"))
        #expect(try run("redo -y").text.contains("desk tag 1 +z"))
        #expect(try run("ls tag:y tag:z is:any --format count").text == "1\n")
        #expect(try run("redo -y").ending != .exit(0))
    }

    @Test(arguments: ["", " ", "\n"])
    func `agents 10: a query that says nothing changes nothing`(query: String) throws {
        let desk = try desk()
        for verb in [["edit", "-p", "low"], ["tag", "+x"], ["rm"], ["resolve"], ["take"]] {
            let result = try desk.run(
                verb[0], "--query", query, verb.count > 1 ? verb[1] : "-y", verb.count > 2 ? verb[2] : "-y")
            #expect(result.ending == .exit(64), "\(verb) \(result.text)\(result.errorText)")
        }
        #expect(try desk.run("log", "--format", "count").text == "2\n")
    }

    @Test func `agents 11: numbers beside a query are refused`() throws {
        let desk = try desk()
        let result = try desk.run("edit", "--query", "is:open", "2", "-p", "low", "-y")
        #expect(result.ending == .exit(64))
        #expect(try desk.run("log", "--format", "count").text == "2\n")
    }

    @Test(arguments: [
        "resolve 2 --resolution fixed --cause 驱动损怀", "close 2 --cause 驱动损怀", "cause confirm 2 --cause 驱动损怀",
        "cause set 2 --cause 驱动损怀", "cause reject 2 --cause 驱动损怀", "macro new m --do 'resolve fixed 驱动损怀'",
    ])
    func `agents 12: a cause that is not there is no new cause`(line: String) throws {
        let desk = try desk()
        #expect(try desk.run("cause", "new", "驱动损坏").ending == .exit(0))
        let result = try desk.shell("$DESK \(line)")
        #expect(result.ending == .exit(64), "\(result.text)\(result.errorText)")
        if !line.hasPrefix("macro") {
            #expect(result.errorText.contains("Did you mean \"驱动损坏\"") && result.errorText.contains("desk cause new"))
        }
        #expect(try desk.run("cause", "list", "--format", "count").text == "1\n")
        #expect(try desk.run("config", "set", "resolve.requires", "cause").ending == .exit(0))
        #expect(try desk.run("resolve", "2", "--resolution", "fixed").ending == .exit(6))
        #expect(try desk.run("resolve", "2", "--resolution", "fixed", "--cause", "驱动损坏").ending == .exit(0))
    }

    @Test(arguments: [
        "show 3 --format md", "show 3", "show 3 --json", "export id:3 --format md", "export id:3 --format csv",
        "export id:3 --format jsonl", "ls id:3 --format csv", "ls id:3 --format tsv", "ls id:3 --format jsonl",
        "ls id:3",
        "search 红", "attach get 3 f", "history 3", "history 3 --format json", "log", "draft show d1", "canned show c",
        "message versions 3.m2", "kb show KB-1 --raw", "report customer", "report customer --format md", "diff 3",
    ])
    func `agents B: nothing in a text is an order to a terminal`(line: String) throws {
        let desk = try desk()
        let orders = "红\u{1B}[31m\u{1B}]0;t\u{7}\u{9B}2J\u{202E}\u{2066}\rx\u{8}"
        try desk.write(Array((orders + "\nzwei").utf8) + [0xFF, 0x1B, 0x63], to: "f")
        #expect(try desk.run("new", orders, "--customer", orders, "--tag", orders, "-q").ending == .exit(0))
        for words in [
            ["note", "3", "-m", orders + "\nzwei"], ["attach", "3", "f"], ["canned", "new", "c", "-m", orders],
            ["edit", "3", "--title", orders + "2"], ["message", "edit", "3.m1", "-m", orders + "3"],
            ["kb", "new", orders, "-m", orders],
        ] { #expect(try desk.run(words: words).ending == .exit(0), "\(words)") }
        #expect(try desk.run("reply", "99", "-m", orders).ending == .exit(1))
        let screen = try desk.onTerminal(
            program: "/bin/sh", ["-c", "$DESK \(line)"], typing: "",
            environment: ["DESK": try BuiltDesk.path(), "NO_COLOR": "1", "PAGER": "cat"]
        ).screen
        let plain = screen.replacing("\r\r\n", with: "\n").replacing("\r\n", with: "\n").unicodeScalars
        let found = plain.filter { $0.value < 0x20 && $0 != "\n" && $0 != "\t" || (0x7F...0x9F).contains($0.value) }
        #expect(found.isEmpty, "\(Array(found)) in \(screen)")
        // What is turned is turned back on the same line.
        for row in screen.split(separator: "\n") where row.unicodeScalars.contains("\u{202E}") {
            #expect(row.unicodeScalars.contains("\u{2068}"), "\(row.debugDescription)")
        }
        // A pipe gets what is there.
        if line.hasPrefix("attach get") { #expect(try desk.shell("$DESK \(line) | cmp - f").ending == .exit(0)) }
    }

    @Test func `agents B: a file that is there is not written over`() throws {
        let desk = try desk()
        try desk.write(Array("one".utf8), to: "f")
        #expect(try desk.run("attach", "1", "f").ending == .exit(0))
        try desk.write(Array("two".utf8), to: "g")
        #expect(try desk.run("attach", "get", "1", "f", "--out", "g").ending == .exit(1))
        #expect(try desk.shell("cat g").text == "two")
        #expect(try desk.run("attach", "get", "1", "f", "--out", "g", "--force").ending == .exit(0))
        #expect(try desk.shell("cat g").text == "one")
    }

    @Test(arguments: [
        "customer erase 王女士", "customer export", "category remove CDN", "team rm x", "view show x", "field del x",
    ])
    func `agents 13: an unknown verb of a noun is no query`(line: String) throws {
        let desk = try desk()
        let result = try desk.shell("$DESK \(line)")
        #expect(result.ending == .exit(64), "\(result.text)\(result.errorText)")
        #expect(result.text.isEmpty)
    }

    @Test(arguments: ["help foo", "help customer erase", "help sla nothing"])
    func `agents 14: help for what is not there says so`(line: String) throws {
        let result = try desk().shell("$DESK \(line)")
        #expect(result.ending == .exit(64), "\(result.text)\(result.errorText)")
    }

    @Test(arguments: [
        "help", "help customer", "help customer list", "help sla", "customer list 王", "customer", "category",
    ])
    func `agents 14: help and lists that are there are given`(line: String) throws {
        #expect(try desk().shell("$DESK \(line)").ending == .exit(0))
    }
}
