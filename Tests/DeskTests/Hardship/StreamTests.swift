import Foundation
import Testing
@testable import Presentation

@testable import Desk

/// What stands around a command: terminals, pipes, streams that are closed.
struct StreamTests {
    /// Every command once, as somebody would type it.
    static let commands: [[String]] = [
        ["init", "other"], ["new", "标题"], ["new", "-F", "-"], ["new", "-e"], ["ls"], ["ls", "is:any"], ["show", "1"],
        ["show", "1-3", "--events"], ["search", "证书"], ["import", TestDesk.demo], ["import", "list"],
        ["import", "show", "b1"], ["import", "undo", "b1"], ["import"], ["export"], ["export", "--format", "md"],
        ["export", "--original", "--out", "files"], ["roundtrip", TestDesk.demo], ["report", "category"],
        ["report", "cause"], ["report", "quality"], ["doctor"], ["doctor", "--fix"], ["completion", "bash"],
        ["manual"], ["help"], ["--help"], ["--version"], [],
    ]

    private func desk() throws -> TestDesk {
        let desk = try TestDesk()
        try desk.run("import", "-q", TestDesk.demo)
        return desk
    }

    @Test(arguments: commands)
    func `CL-01 a command without a terminal and with closed input neither hangs nor asks`(command: [String]) throws {
        let desk = try desk()
        let quoted = command.map { "'\($0)'" }.joined(separator: " ")
        let result = try desk.shell("exec \"$DESK\" \(quoted) <&-")
        guard case .exit(let code) = result.ending else {
            Issue.record("ended by a signal")
            return
        }
        #expect([0, 64].contains(code) || command == ["new", "-F", "-"], "\(result.errorText)")
        #expect(!result.output.contains(0x1B) && !result.errors.contains(0x1B), "no colour, no bar")
    }

    @Test(arguments: ["export", "ls is:any", "show 1-32", "report category", "export --format md", "help"])
    func `CL-02 a pipe that is closed early ends the command quietly`(command: String) throws {
        let desk = try desk()
        // `true` reads nothing at all, `head` a little.
        for reader in ["true", "head -n 1 >/dev/null"] {
            let result = try desk.shell("{ \"$DESK\" \(command); echo $? >code; } | \(reader)")
            #expect(result.errorText == "")
            #expect(try desk.read("code") == Array("0\n".utf8))
        }
    }

    @Test(arguments: ["ls is:any", "export", "report quality", "import list"])
    func `a full device is an error in words`(command: String) throws {
        let result = try desk().shell("exec \"$DESK\" \(command) >/dev/full")
        #expect(result.ending == .exit(1))
        #expect(result.errorText == "desk: error: The output could not be written: No space left on device.\n")
    }

    @Test(arguments: [
        ("ls is:any", "schema query asOf total returned truncated items"),
        ("ls nothing-like-this", "schema query asOf total returned truncated items"),
        ("search 证书", "schema query asOf total returned truncated items"),
        ("search nothing-like-this", "schema query asOf total returned truncated items"),
        ("show 1-3", "schema query asOf total returned truncated items"),
        ("show 1", "schema query asOf total returned truncated items"),
        ("export", "schema query asOf total returned truncated items"),
        ("export nothing-like-this", "schema query asOf total returned truncated items"),
        ("report category", "schema query asOf total returned truncated period zone items"),
        ("report category nothing-like-this", "schema query asOf total returned truncated period zone items"),
        ("report cause", "schema query asOf total returned truncated period zone items"),
        ("report quality", "schema query asOf total returned truncated period zone items"),
        ("import list", "schema query asOf total returned truncated items"),
        ("import show b1", "schema query asOf total returned truncated items"),
        ("import -n known-cases.md", "schema dryRun batch created updated unchanged rejected files"),
        ("new Title", "schema number operation dryRun message"),
        ("doctor", "schema problems damage orphans tickets unindexed unlikeBlocks sources alteredSources"),
    ])
    func `CL-03 what --json prints is one document, with its keys in order`(command: String, keys: String) throws {
        let desk = try desk()
        try desk.shell("cp '\(TestDesk.demo)'/* .")
        let result = try desk.shell("exec \"$DESK\" \(command) --json")
        #expect(result.ending == .exit(0), "\(result.errorText)")
        let document = try JSONSerialization.jsonObject(with: Data(result.output))
        let object = try #require(document as? [String: Any])
        let wanted = keys.split(separator: " ").map { String($0) }
        #expect(Set(object.keys) == Set(wanted))
        let places = wanted.compactMap { result.text.range(of: "\"\($0)\":")?.lowerBound }
        #expect(places == places.sorted())
    }

    @Test func `CL-03 every line of jsonl is a document`() throws {
        let desk = try desk()
        for command in ["export", "ls is:any --format jsonl", "show 1-3 --format jsonl"] {
            let lines = try desk.shell("exec \"$DESK\" \(command)").output.split(separator: 0x0A)
            for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line)) }
        }
    }
}
