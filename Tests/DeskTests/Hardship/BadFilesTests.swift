import Testing

@testable import Desk

/// Files that are not what they should be: a clear sentence, and nothing is lost.
struct BadFilesTests {
    private let desk: TestDesk
    private let ticket = "## 问题 1: 标题\n\n**分类标签**: CDN\n\n### 问题描述\n\n描述\n\n### 客服解答\n\n1. 您好\n"

    init() throws { desk = try TestDesk() }

    /// Imports the bytes as `file.md`; whatever is in them comes back byte for byte.
    private func importing(_ bytes: some Sequence<UInt8>) throws -> DeskProcess.Result {
        try desk.write(bytes, to: "file.md")
        let result = try desk.run("import", "file.md")
        if try desk.count() > 0 {
            try desk.run("export", "--original", "--out", "out")
            #expect(try desk.read("out/file.md") == Array(bytes))
        }
        return result
    }

    private func expectOne(_ result: DeskProcess.Result, warning: String? = nil) throws {
        #expect(result.ending == .exit(0))
        #expect(try desk.count() == 1)
        if let warning { #expect(result.errorText.contains(": \(warning): "), "\(result.errorText)") }
    }

    @Test func `no file`() throws {
        let result = try desk.run("import", "nowhere.md")
        #expect(result.ending == .exit(1))
        #expect(result.errorText == "desk: error: nowhere.md: no such file.\n")
    }

    @Test func `a folder without datasets`() throws {
        try desk.write([], to: "empty/notes.pdf")
        let result = try desk.run("import", "empty")
        #expect(result.ending == .exit(1))
        #expect(result.errorText == "desk: error: empty: holds no *.md or *.txt file.\n")
    }

    @Test func `an empty file`() throws {
        let result = try importing([])
        #expect(result.ending == .exit(0))
        #expect(result.errorText == "file.md:1: noTicket: no ticket found\n")
    }

    @Test func `a binary file`() throws {
        let result = try importing((0..<5000).map { UInt8(truncatingIfNeeded: $0 * 7919) })
        #expect(result.ending == .exit(1))
        #expect(result.errorText == "desk: error: file.md: is not a UTF-8 text file.\n")
    }

    @Test func `invalid UTF-8`() throws {
        let bytes = Array(ticket.utf8)
        try expectOne(try importing(bytes + [0xFF, 0xC0, 0x80, 0x0A]), warning: "invalidUTF8")
    }

    @Test func `a byte order mark`() throws {
        try expectOne(try importing([0xEF, 0xBB, 0xBF] + Array(ticket.utf8)), warning: "byteOrderMark")
    }

    @Test func `lines that end with carriage return and line feed`() throws {
        try expectOne(try importing(ticket.replacing("\n", with: "\r\n").utf8))
        #expect(!(try desk.run("export").text.contains("\\r")))
    }

    @Test func `NUL bytes`() throws {
        try expectOne(try importing(ticket.replacing("描述\n\n###", with: "描\u{0}述\n\n###").utf8), warning: "nulByte")
        #expect(try desk.run("show", "1").text.contains("描"))
    }

    @Test func `a file cut inside a ticket`() throws {
        let bytes = TestDesk.dataset("cut", tickets: 5)
        // In the middle of a character of the last ticket.
        let result = try importing(bytes.dropLast(60))
        #expect(result.ending == .exit(0))
        #expect(try desk.count() == 5)
    }

    @Test func `headings inside messages`() throws {
        try expectOne(try importing((ticket + "\n第一行\n# 不是标题\n#也不是\n```\n## 问题 2: 也不是\n```\n").utf8))
        #expect(try desk.run("export", "--format", "md").text.contains("## 问题 2: 也不是"))
    }

    @Test func `a fence that is not closed`() throws {
        let result = try importing((ticket + "\n```\n代码\n\n## 问题 2: 下一个\n\n### 问题描述\n\n另一个\n").utf8)
        #expect(result.ending == .exit(0))
        #expect(result.errorText.contains(": unclosedFence: "))
        #expect(try desk.count() == 2)
    }

    @Test func `a title only`() throws {
        let result = try importing("## 问题 1: 只有标题\n".utf8)
        #expect(result.ending == .exit(7))
        #expect(result.errorText.contains("file.md:1: "))
    }

    @Test func `a line of 100 MB`() throws {
        #if DEBUG
            // Unoptimised code takes minutes for all of it.
            let megabytes = 5
        #else
            let megabytes = 100
        #endif
        let line = [UInt8](repeating: UInt8(ascii: "x"), count: megabytes * 1_000_000)
        try expectOne(try importing(Array(ticket.utf8) + line + [0x0A]))
    }

    @Test func `two files of the same name`() throws {
        try desk.write(TestDesk.dataset("one", tickets: 3), to: "a/part.md")
        try desk.write(TestDesk.dataset("two", tickets: 4), to: "b/part.md")
        let result = try desk.run("import", "a", "b")
        #expect(result.ending == .exit(0))
        #expect(try desk.count() == 7)
        try desk.run("export", "--original", "--out", "out")
        #expect(try desk.read("out/part.md") == desk.read("a/part.md"))
        #expect(try desk.read("out/b1/part.md") == desk.read("b/part.md"))
    }

    @Test func `a file that may not be read does not stop the others`() throws {
        try desk.write(TestDesk.dataset("one", tickets: 3), to: "one.md")
        let result = try desk.run("import", "nowhere.md", "one.md", ".desk")
        #expect(result.ending == .exit(7))
        #expect(result.errorText.contains("desk: error: 2 of 3 files could not be read; the others are done.\n"))
        #expect(try desk.count() == 3)
    }
}
