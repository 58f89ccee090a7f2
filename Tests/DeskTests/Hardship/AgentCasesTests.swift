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
