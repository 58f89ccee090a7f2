import Glibc
import Storage
import Testing
import Workflow

@testable import Desk

/// Several processes on one desk.
struct TogetherTests {
    private let desk: TestDesk

    init() throws { desk = try TestDesk() }

    @Test func `CO-01 two edits of different fields at once both survive`() throws {
        for number in 1...6 {
            try desk.run("new", "t\(number)")
            let title = try desk.start("edit", "\(number)", "--title", "neu")
            let priority = try desk.start("edit", "\(number)", "-p", "high")
            #expect(try title.wait().ending == .exit(0))
            #expect(try priority.wait().ending == .exit(0))
        }
        #expect(try desk.run("ls", "neu prio:high", "--format", "count").text == "6\n")
    }

    @Test func `CO-02 of two edits that read the same version the second is refused and told both values`() throws {
        try desk.run("new", "alt")
        #expect(try desk.run("edit", "1", "--title", "eins", "--if-version", "1").ending == .exit(0))
        let late = try desk.run("edit", "1", "--title", "zwei", "--if-version", "1")
        #expect(late.ending == .exit(5))
        #expect(late.errorText.contains("title: alt → eins"), "\(late.errorText)")
        #expect(late.errorText.contains("zwei"), "\(late.errorText)")
        #expect(try desk.run("ls", "eins", "--format", "ids").text == "1\n")
    }

    @Test func `CO-04 of two processes that take a ticket one wins and the other is told who`() throws {
        for name in ["ana", "ben"] { try desk.run("agent", "add", name) }
        for number in 1...5 {
            try desk.run("new", "t")
            let racers = try ["ana", "ben"].map { try desk.start("--as", $0, "take", "\(number)") }
            let results = try racers.map { try $0.wait() }
            #expect(results.map(\.ending).filter { $0 == .exit(0) }.count == 1)
            let winner = results[0].ending == .exit(0) ? "ana" : "ben"
            let loser = results[0].ending == .exit(0) ? results[1] : results[0]
            #expect(loser.ending == .exit(6))
            #expect(loser.errorText.hasPrefix("desk: error: \(winner) works on it."), "\(loser.errorText)")
        }
    }

    @Test func `CO-05 eight processes that take the next of a hundred tickets get each once`() throws {
        try desk.write(TestDesk.dataset("set", tickets: 100), to: "set.md")
        try desk.run("import", "-q", "--status", "new", "set.md")
        for number in 1...8 { try desk.run("agent", "add", "a\(number)") }
        let loop = """
            while line=$("$DESK" --as "$0" next --take | head -n 1); do
                case "$line" in '#'*) echo "$line" ;; *) exit 0 ;; esac
            done
            """
        let workers = try (1...8).map { number in
            try DeskProcess(
                Launch(
                    program: "/bin/sh", arguments: ["-c", loop, "a\(number)"],
                    environment: [
                        "PATH": "/usr/bin:/bin", "HOME": desk.folder.path, "DESK": try BuiltDesk.path(), "TZ": "UTC",
                    ], folder: desk.folder.path))
        }
        let lines = try workers.flatMap { try $0.wait(seconds: 120).text.split(separator: "\n") }
        let taken = lines.compactMap { Int($0.dropFirst().prefix { $0.isNumber }) }
        #expect(taken.sorted() == Array(1...100))
        #expect(try desk.run("ls", "is:open assignee:none", "--format", "count").text == "0\n")
    }

    @Test func `CO-06 a writer killed at any moment leaves all of its operation or nothing`() throws {
        try desk.run("import", "-q", TestDesk.demo)
        for step in 0..<24 {
            let writer = try desk.start("edit", "1-32", "-y", "--title", "titel \(step)", "--tag", "+t\(step)")
            usleep(UInt32(step * 1_500))
            writer.kill()
            _ = try writer.wait()
            let titled = try desk.run("ls", "is:any", "in:title \"titel \(step)\"", "--format", "count").text
            let tagged = try desk.run("ls", "is:any", "-t", "t\(step)", "--format", "count")
            let isDone = titled == "32\n"
            #expect(isDone || titled == "0\n", "\(titled)")
            // A tag that was never made is none to ask for.
            #expect(isDone ? tagged.text == "32\n" : tagged.ending == .exit(64) || tagged.text == "0\n")
        }
        #expect(try desk.run("doctor").ending == .exit(0))
        #expect(try desk.run("edit", "1", "--title", "danach").ending == .exit(0))
    }

    @Test func `CO-07 a reader sees one snapshot while others write`() throws {
        try desk.run("import", "-q", TestDesk.demo)
        let reader = Store(database: try SQLiteDatabase.openForReading(desk.path, timeoutSeconds: 5))
        func count(_ db: any Transaction) throws -> Int { try db.row("SELECT COUNT(*) FROM ticket")?.int(0) ?? 0 }
        try reader.read { db in
            #expect(try count(db) == 32)
            try desk.write(TestDesk.dataset("mehr", tickets: 20), to: "mehr.md")
            #expect(try desk.run("import", "mehr.md").ending == .exit(0))
            #expect(try desk.run("new", "noch einer").ending == .exit(0))
            #expect(try count(db) == 32)
        }
        #expect(try reader.read { try count($0) } == 53)
    }

    @Test func `CO-10 tickets of two desks keep their identity in an exchange`() throws {
        let other = try TestDesk()
        try desk.run("new", "hier")
        try other.run("new", "dort")
        for (from, name) in [(desk, "hier"), (other, "dort")] {
            try desk.write(try from.run("export").output, to: "\(name).jsonl")
        }
        let third = try TestDesk()
        for name in ["hier", "dort"] {
            try third.write(try desk.read("\(name).jsonl"), to: "\(name).jsonl")
            #expect(try third.run("import", "\(name).jsonl").ending == .exit(0))
        }
        let uuids = try third.run("ls", "is:any", "--fields", "uuid", "--no-header").text.split(separator: "\n")
        #expect(Set(uuids).count == 2)
        #expect(try third.run("ls", "is:any", "sort:id", "--format", "ids").text == "1\n2\n")
        #expect(try third.run("import", "hier.jsonl").text.contains("0 created") || third.count() == 2)
    }
}
