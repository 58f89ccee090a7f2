import Foundation
import Glibc
import Testing

/// What lies where others can write is neither taken over nor followed.
struct DraftSafetyTests {
    private static let isRoot = geteuid() == 0
    private static let stranger: uid_t = 54_321

    private let desk: TestDesk
    private let shared: TemporaryFolder
    /// Where drafts go when there is no HOME.
    private var drafts: String { shared.path + "/desk-drafts-\(geteuid())" }

    init() throws {
        shared = try TemporaryFolder()
        desk = try TestDesk(environment: ["HOME": "/dev/null/none", "TMPDIR": shared.path])
    }

    private func refused(_ arguments: String) throws -> DeskProcess.Result {
        try desk.shell("exec \"$DESK\" \(arguments)", environment: ["HOME": "/dev/null/none"])
    }

    private func makeFolder(mode: mode_t = 0o700) throws {
        #expect(mkdir(drafts, 0o700) == 0)
        #expect(chmod(drafts, mode) == 0)
    }

    /// A draft as a stranger would plant it.
    private func plant(in folder: String) throws {
        let facts = """
            {"$":"desk.draft/1","command":["agent","add","mallory","--role","admin"],"desk":"\(desk.path)",\
            "at":"2026-03-02T09:12:00Z","reason":"","base":null}
            """
        try Data("x".utf8).write(to: URL(filePath: folder + "/d1.md"))
        try Data(facts.utf8).write(to: URL(filePath: folder + "/d1.json"))
    }

    private func expectRefused() throws {
        for command in ["draft resume d1", "draft show d1", "draft list", "draft discard d1"] {
            let result = try refused(command)
            #expect(result.ending == .exit(4), "\(command): \(result.text)\(result.errorText)")
            #expect(result.errorText.contains("is not a folder of yours alone"), "\(result.errorText)")
        }
        #expect(try !desk.run("agent", "list").text.contains("mallory"))
        // A text that cannot be kept there is printed.
        let result = try refused("reply 99 -m 'typed text'")
        #expect(result.ending == .exit(1))
        #expect(result.errorText.contains("typed text"), "\(result.errorText)")
    }

    @Test func `safety 6: without a home drafts go to a folder of one's own`() throws {
        #expect(try refused("reply 99 -m 'typed text'").ending == .exit(1))
        #expect(try refused("draft show d1").text == "typed text\n")
        let modes = try desk.shell("cd '\(drafts)' && stat -c %a . d1.md d1.json").text
        #expect(modes == "700\n600\n600\n")
    }

    @Test(.enabled(if: isRoot, "it takes the superuser to make a folder somebody else's"))
    func `safety 6: a drafts' folder of somebody else is refused, and what is planted there runs not`() throws {
        try makeFolder()
        try plant(in: drafts)
        #expect(chown(drafts, Self.stranger, Self.stranger) == 0)
        try expectRefused()
    }

    @Test(arguments: [0o777, 0o770, 0o755] as [mode_t])
    func `safety 6: a drafts' folder that others can use is refused`(mode: mode_t) throws {
        try makeFolder(mode: mode)
        try plant(in: drafts)
        try expectRefused()
    }

    @Test func `safety 6: a link in the place of the drafts' folder is refused`() throws {
        let other = try TemporaryFolder()
        #expect(chmod(other.path, 0o700) == 0)
        try plant(in: other.path)
        #expect(symlink(other.path, drafts) == 0)
        try expectRefused()
    }

    /// Everything that writes a file of a name that somebody gives.
    static let writers = [
        ("attach get 1 f --out out", "out"), ("export --format csv --out .", "tickets.csv"),
        ("report category --out out", "out"),
    ]

    private func fill() throws {
        try desk.write(Array("payload".utf8), to: "f")
        try desk.run("new", "one", "--attach", "f")
    }

    @Test(arguments: writers)
    func `safety 6: no file is written through a link, whatever stands beside`(command: String, name: String) throws {
        try fill()
        try desk.write(Array("precious".utf8), to: "precious")
        try desk.shell("ln -s precious \(name).part; ln -s precious .desk-part; ln -s /nonexistent/x \(name).tmp")
        #expect(try desk.shell("exec \"$DESK\" \(command)").ending == .exit(0))
        #expect(try desk.read("precious") == Array("precious".utf8))
        #expect(try !desk.read(name).isEmpty)
    }

    @Test(arguments: writers)
    func `safety 6: a link of the name itself is replaced, and not followed`(command: String, name: String) throws {
        try fill()
        try desk.write(Array("payload".utf8), to: "precious")
        try desk.shell("ln -s precious \(name)")
        #expect(try desk.shell("exec \"$DESK\" \(command)").ending == .exit(0))
        #expect(try desk.read("precious") == Array("payload".utf8))
        #expect(try desk.shell("test -L \(name)").ending == .exit(1))
    }

    @Test func `safety 6: two writers of one file are not in each other's way`() throws {
        try fill()
        let script = """
            for i in 1 2 3 4 5 6; do "$DESK" export --format csv --out . >/dev/null & done
            for job in $(jobs -p); do wait $job || exit 9; done
            """
        let result = try desk.shell("exec bash -c '\(script)'")
        #expect(result.ending == .exit(0), "\(result.errorText)")
        #expect(try desk.shell("ls -A | grep -c desk-").text == "0\n")
    }

    @Test func `safety 6: a device or a pipe is not replaced by a file`() throws {
        try fill()
        try desk.shell("mkfifo out")
        let result = try desk.shell("exec \"$DESK\" report category --out out")
        #expect(result.ending == .exit(1), "\(result.text)")
        #expect(try desk.shell("test -p out").ending == .exit(0))
    }

    @Test(
        .enabled(if: isRoot, "it takes the superuser to make a desk somebody else's"),
        arguments: [".desk", ".desk/desk.sqlite"])
    func `safety 6: a desk of somebody else in a folder above is taken only by name`(part: String) throws {
        try desk.shell("mkdir -p a/b")
        #expect(chown(desk.folder.path + "/" + part, Self.stranger, Self.stranger) == 0)
        let refused = try desk.shell("cd a/b && exec \"$DESK\" new 'a secret' -m x")
        #expect(refused.ending == .exit(4), "\(refused.text)")
        #expect(refused.errorText.contains("belongs to somebody else"), "\(refused.errorText)")
        #expect(
            try desk.shell("cd a/b && exec \"$DESK\" --db \"$DB\" ls", environment: ["DB": desk.path]).ending
                == .exit(0))
        #expect(try desk.run("ls", "--db", desk.path, "--format", "count").text == "0\n")
    }

    @Test func `safety 6: one's own desk in a folder above is found`() throws {
        #expect(try desk.shell("mkdir -p a/b && cd a/b && exec \"$DESK\" new here").ending == .exit(0))
        #expect(try desk.count() == 1)
    }
}
