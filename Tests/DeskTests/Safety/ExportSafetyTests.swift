import Foundation
import Testing

/// A line of an export can come from anybody: what no desk could hold is refused with a sentence, and nothing is written.
struct ExportSafetyTests {
    private let desk: TestDesk
    private let lines: [String]

    init() throws {
        let source = try TestDesk()
        for title in ["one", "two", "three"] { try source.run("new", title, "-m", "x") }
        lines = try source.run("export").text.split(separator: "\n").map { String($0) }
        desk = try TestDesk()
        try #require(lines.count == 3)
    }

    /// The three tickets, each with more members.
    private func file(_ members: String...) -> String {
        zip(lines, members + [String](repeating: "", count: 3)).map { line, more in
            more.isEmpty ? line : line.dropLast() + "," + more + "}"
        }.joined(separator: "\n") + "\n"
    }

    /// One value of the first ticket instead of what is there.
    private func file(_ name: String, is value: String) throws -> String {
        let pattern = try Regex("\"\(name)\":(\"[^\"]*\"|[0-9]+|null)")
        return file().replacing(pattern, with: "\"\(name)\":\(value)", maxReplacements: 1)
    }

    private func expectRefused(_ file: String, line: Int, _ sentence: String) throws {
        try desk.write(Array(file.utf8), to: "x.jsonl")
        let before = try desk.run("log", "--format", "json").text
        let result = try desk.run("import", "x.jsonl")
        #expect(result.ending == .exit(1), "\(result.text)\(result.errorText)")
        #expect(result.errorText.contains("x.jsonl:\(line): "), "\(result.errorText)")
        #expect(result.errorText.contains(sentence), "\(result.errorText)")
        #expect(try desk.run("log", "--format", "json").text == before)
        #expect(try desk.count() == 0)
        #expect(try desk.run("new", "next").text.hasPrefix("#1 "))
    }

    @Test(arguments: ["4611686018427387904", "9223372036854775807", "100000000", "1000002"])
    func `safety 4: a number far above all others is refused`(number: String) throws {
        try expectRefused(try file("number", is: number), line: 1, "\"number\" \(number) is too high")
    }

    @Test func `safety 4: numbers with gaps below a million are taken`() throws {
        try desk.write(Array(try file("number", is: "1000000").utf8), to: "x.jsonl")
        #expect(try desk.run("import", "-q", "x.jsonl").ending == .exit(0))
        #expect(try desk.count() == 3)
    }

    @Test func `safety 4: a ticket merged into itself is refused`() throws {
        try expectRefused(file("\"mergedInto\":1"), line: 1, "#1 is merged in a circle")
    }

    @Test func `safety 4: tickets merged in a circle are refused`() throws {
        let text = file("\"mergedInto\":2", "\"mergedInto\":3", "\"mergedInto\":1")
        try expectRefused(text, line: 1, "#1 is merged in a circle")
    }

    @Test func `safety 4: a chain of merged tickets is taken`() throws {
        try desk.write(Array(file("\"mergedInto\":2", "\"mergedInto\":3").utf8), to: "x.jsonl")
        #expect(try desk.run("import", "-q", "x.jsonl").ending == .exit(0))
        #expect(try desk.run("show", "3").ending == .exit(0))
    }

    @Test func `safety 4: a ticket that is its own ancestor is refused`() throws {
        let uuids = try lines.map { line in
            String(try #require(line.firstMatch(of: #/"uuid":"([^"]+)"/#)).1)
        }
        let links = zip([2, 3, 1], [uuids[1], uuids[2], uuids[0]]).map { number, uuid in
            "\"links\":[{\"kind\":\"parent\",\"number\":\(number),\"uuid\":\"\(uuid)\"}]"
        }
        try expectRefused(file(links[0], links[1], links[2]), line: 1, "#1 is below itself")
    }

    @Test(arguments: ["9223372036854775807", "4611686018427387904", "26214401", "-1"])
    func `safety 4: a file of an impossible size is refused`(size: String) throws {
        let hash = String(repeating: "0", count: 64)
        let text = file("\"attachments\":[{\"name\":\"f\",\"size\":\(size),\"sha256\":\"\(hash)\"}]")
        try expectRefused(text, line: 1, "\"attachments\"")
    }

    @Test(arguments: ["createdAt", "updatedAt", "resolvedAt", "closedAt", "wakeAt"], ["0001-01-01", "1969-12-31"])
    func `safety 4: a time outside of the years 1970 to 9999 is refused`(name: String, day: String) throws {
        let instant = "\"\(day)T00:00:00Z\""
        let text = file().contains("\"\(name)\":") ? try file(name, is: instant) : file("\"\(name)\":\(instant)")
        try expectRefused(text, line: 1, "\"\(name)\" takes years 1970 to 9999")
    }

    @Test(arguments: ["ordinal", "line"])
    func `safety 4: a place that no file has is refused`(name: String) throws {
        let other = name == "ordinal" ? "line" : "ordinal"
        let source = "{\"file\":\"a.md\",\"batch\":\"b1\",\"\(other)\":1,\"\(name)\":9223372036854775807}"
        try expectRefused(try file("source", is: source), line: 1, "\"source\" takes places up to")
    }

    @Test func `safety 4: the proof of a cause that is no message is refused`() throws {
        let cause =
            "\"causes\":[{\"name\":\"c\",\"state\":\"confirmed\",\"primary\":true,\"evidence\":9223372036854775807}]"
        let text = file(cause).replacing("\"rootCauses\":[]", with: "\"rootCauses\":[\"c\"]", maxReplacements: 1)
        try expectRefused(text, line: 1, "\"evidence\"")
    }

    @Test(arguments: ["0001-01-01T00:00:00Z", "1969-12-31T23:59:59Z"])
    func `safety 4: a clock outside of those years is refused`(now: String) throws {
        let result = try desk.run("new", "x", environment: ["DESK_NOW": now])
        #expect(result.ending == .exit(64))
        #expect(try desk.count() == 0)
    }

    @Test func `safety 4: a moment that somebody names lies within those years`() throws {
        try desk.run("new", "x")
        let result = try desk.run("pend", "1", "--until", "400d", environment: ["DESK_NOW": "9999-12-31T00:00:00Z"])
        #expect(result.ending == .exit(64), "\(result.text)")
    }
}
