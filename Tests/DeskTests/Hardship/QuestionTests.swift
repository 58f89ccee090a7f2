import Testing

/// What is asked on a terminal, and what the answer does.
struct QuestionTests {
    private let desk: TestDesk

    init() throws {
        desk = try TestDesk()
        for title in ["父", "子", "另"] { try #require(try desk.run("new", title, "-q").ending == .exit(0)) }
    }

    private func status(_ number: Int) throws -> String {
        try desk.run("ls", "id:\(number)", "--format", "tsv", "--no-header", "--fields", "status").text
    }

    @Test(arguments: [("n", 3, "new\n"), ("", 3, "new\n"), ("y", 0, "resolved\n"), ("是", 0, "resolved\n")])
    func `LC-13 a parent with open children is ended only after a yes`(
        answer: String, code: Int32, status: String
    ) throws {
        try #require(try desk.run("link", "1", "parent", "2").ending == .exit(0))
        let (ending, screen) = try desk.onTerminal("resolve", "1", typing: answer + "\n")
        #expect(screen.contains("#2") && screen.contains("[y/N]"), "\(screen)")
        #expect(ending == .exit(code))
        #expect(try self.status(1) == status)
        #expect(try self.status(2) == "new\n")
    }

    @Test(arguments: [("n", 3, "open\n"), ("", 0, "new\n"), ("y", 0, "new\n")])
    func `an undo is asked about, and a bare return is a yes`(answer: String, code: Int32, status: String) throws {
        try #require(try desk.run("take", "3").ending == .exit(0))
        let (ending, screen) = try desk.onTerminal("undo", typing: answer + "\n")
        #expect(screen.contains("Undo op 4 (li, 0 min ago)") && screen.contains("[Y/n]"), "\(screen)")
        #expect(ending == .exit(code))
        #expect(try self.status(3) == status)
    }

    @Test func `many tickets are changed only after a yes`() throws {
        try #require(try desk.run("config", "set", "confirm.above", "2").ending == .exit(0))
        let (ending, screen) = try desk.onTerminal("take", "1-3", typing: "n\n")
        #expect(screen.contains("3 tickets will change. Proceed? [y/N]"), "\(screen)")
        #expect(ending == .exit(3))
        #expect(try status(1) == "new\n")
    }

    @Test func `LC-08 a draft for a ticket that was merged meanwhile reaches its mergeTarget`() throws {
        try #require(try desk.run("close", "2").ending == .exit(0))
        #expect(try desk.run("reply", "2", "-m", "您好，请重启").ending == .exit(6))
        #expect(try desk.run("ls", "has:draft", "is:any", "--format", "ids").text == "2\n")
        #expect(try desk.run("merge", "2", "--into", "1").ending == .exit(0))
        let resumed = try desk.run("draft", "resume", "d1", "--yes")
        #expect(resumed.ending == .exit(0), "\(resumed.errorText)")
        #expect(try desk.run("show", "1").text.contains("您好，请重启"))
        #expect(try desk.run("draft", "list", "--format", "count").text == "0\n")
    }
}
