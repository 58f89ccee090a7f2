import Foundation
import Storage
import Testing

@testable import Desk

/// Databases that are not what they should be: a clear sentence, and nothing in them is touched.
struct BadDesksTests {
    private let desk: TestDesk

    init() throws {
        desk = try TestDesk()
        try desk.run("import", "-q", TestDesk.demo)
    }

    /// Runs a reading and a writing command on another file.
    private func sayings(of file: String) throws -> Set<String> {
        let results = [
            try desk.run("--db", file, "ls"), try desk.run("--db", file, "new", "x"),
            try desk.run("--db", file, "import", TestDesk.demo), try desk.run("--db", file, "doctor"),
        ]
        #expect(results.allSatisfy { $0.ending == .exit(1) })
        return Set(results.map(\.errorText))
    }

    @Test func `a text file`() throws {
        let before = try Data(contentsOf: URL(filePath: TestDesk.demo + "/part-13.md"))
        try desk.write(before, to: "text")
        #expect(try sayings(of: "text") == ["desk: error: text is not a desk.\n  Nothing was written to it.\n"])
        #expect(try desk.read("text") == [UInt8](before))
    }

    @Test func `an empty file and a folder`() throws {
        try desk.write([], to: "empty")
        #expect(try sayings(of: "empty") == ["desk: error: empty is not a desk.\n  Nothing was written to it.\n"])
        #expect(try sayings(of: ".desk") == ["desk: error: .desk is not a desk.\n  Nothing was written to it.\n"])
    }

    @Test func `the database of another program`() throws {
        // The number that tells a desk from other databases stands at byte 68.
        try change(at: 68, to: [0, 0, 0, 0])
        #expect(try sayings(of: "other") == ["desk: error: other is not a desk.\n  Nothing was written to it.\n"])
    }

    @Test func `a newer schema`() throws {
        // The version of the schema stands at byte 60.
        try change(at: 60, to: [0, 0, 3, 231])
        let saying = try #require(try sayings(of: "other").first)
        #expect(saying.hasPrefix("desk: error: The desk was written by a newer desk program (schema 999, "))
    }

    @Test func `a damaged file`() throws {
        let size = try #require(try? copy().count)
        for place in stride(from: 8192, to: size, by: 163_840) {
            try change(at: place, to: [UInt8](repeating: 0xA5, count: 4096))
            for command in ["export", "ls is:any", "new x", "import '\(TestDesk.demo)'"] {
                let result = try desk.shell("exec \"$DESK\" --db other \(command)")
                guard case .exit(let code) = result.ending else {
                    Issue.record("\(command) ended by a signal")
                    continue
                }
                #expect(code == 0 || code == 1, "\(command) \(place): \(result.errorText)")
                if code == 1 { #expect(result.errorText.contains("desk: error: "), "\(command)") }
            }
            #expect(try desk.run("--db", "other", "doctor").ending == .exit(1))
        }
    }

    @Test func `a file cut short`() throws {
        let bytes = try copy()
        try desk.write(bytes.prefix(bytes.count / 2), to: "other")
        let result = try desk.run("--db", "other", "doctor")
        #expect(result.ending == .exit(1))
        #expect(result.errorText.hasPrefix("desk: error: "), "\(result.errorText)")
    }

    @Test func `CO-09 a read-only file and folder can be read`() throws {
        _ = try copy()
        try desk.shell("mkdir box; mv other box/other; chmod 444 box/other; chmod 555 box")
        defer { _ = try? desk.shell("chmod 755 box") }
        #expect(try desk.run("--db", "box/other", "ls", "is:any", "--format", "count").text == "32\n")
        // The super user may write everywhere.
        guard geteuid() != 0 else { return }
        let result = try desk.run("--db", "box/other", "new", "x")
        #expect(result.ending == .exit(1))
        #expect(result.errorText == "desk: error: box/other is read-only.\n")
    }

    @Test func `another process holds the lock`() throws {
        let database = try SQLiteDatabase.openForWriting(desk.path, timeoutSeconds: 5)
        try database.write { _ in
            for command in [["new", "x"], ["import", TestDesk.demo], ["import", "undo", "b1"]] {
                let result = try desk.shell(
                    "exec \"$DESK\" --timeout 1 " + command.map { "'\($0)'" }.joined(separator: " "))
                #expect(result.ending == .exit(8))
                #expect(
                    result.errorText.hasSuffix(
                        "desk: error: The desk was busy for more than 1 s.\n  Try again, or wait longer with --timeout.\n"
                    ), "\(result.errorText)")
            }
            #expect(try desk.run("ls", "is:any", "--format", "count", "--timeout", "1").text == "32\n")
        }
        #expect(try desk.run("new", "x").ending == .exit(0))
        #expect(try desk.count() == 33)
    }

    @Test func `CO-09 a full disk is said and loses nothing`() throws {
        // A limit on the size of files stands in for it: the write that passes it fails.
        try desk.write(TestDesk.dataset("big", tickets: 3000), to: "big.md")
        let size = try FileManager.default.attributesOfItem(atPath: desk.path)[.size] as? Int ?? 0
        let result = try desk.shell("ulimit -f \(size / 512 + 400); exec \"$DESK\" import big.md")
        #expect(result.ending == .exit(1), "\(result.ending) \(result.text) \(result.errorText)")
        #expect(result.errorText.hasPrefix("desk: error: "), "\(result.errorText)")
        #expect(try desk.count() == 32)
        #expect(try desk.run("import", "big.md").ending == .exit(0))
        #expect(try desk.count() == 3032)
    }

    private func copy() throws -> [UInt8] {
        // Everything moves from the write-ahead log into the file before it is copied.
        let database = try SQLiteDatabase.openForWriting(desk.path, timeoutSeconds: 5)
        _ = try database.read { try $0.row("PRAGMA wal_checkpoint(TRUNCATE)") }
        let bytes = try desk.read(".desk/desk.sqlite")
        try desk.write(bytes, to: "other")
        return bytes
    }

    private func change(at place: Int, to bytes: [UInt8]) throws {
        var content = try copy()
        content.replaceSubrange(place..<min(place + bytes.count, content.count), with: bytes)
        try desk.write(content, to: "other")
    }
}
