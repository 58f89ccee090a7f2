import Foundation
import Storage
import Testing

@testable import Desk

/// `desk new -e`: whatever the editor does, what was written is not lost.
struct EditorTests {
    private static let folder = ".local/state/desk/drafts"
    private let desk: TestDesk

    init() throws { desk = try TestDesk() }

    /// Files a ticket with a script as the editor; the drafts that are left behind come with the result.
    private func edited(
        by script: String, _ options: String = ""
    ) throws -> (result: DeskProcess.Result, drafts: [String]) {
        try desk.write(Array("#!/bin/sh\n\(script)\n".utf8), to: "editor")
        // Read by a shell, not started itself: a file that another test process still holds open cannot be started.
        let result = try desk.shell("EDITOR='sh ./editor' exec \"$DESK\" new -e \(options)")
        let folder = desk.folder.path + "/" + Self.folder
        // No folder, no drafts.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return (result, names.filter { $0.hasSuffix(".md") })
    }

    @Test func `CL-05 a written text becomes a ticket and leaves no draft`() throws {
        let (result, drafts) = try edited(by: "printf 'Title\\n\\n# kept\\n  indented\\n\\n' >\"$1\"")
        #expect(result.ending == .exit(0), "\(result.errorText)")
        #expect(drafts == [])
        #expect(try desk.run("show", "1").text.hasSuffix("    # kept\n      indented\n"))
    }

    @Test(arguments: ["true", ": >\"$1\"", "printf '\\n \\n' >\"$1\""])
    func `CL-05 nothing written is no ticket`(script: String) throws {
        let (result, drafts) = try edited(by: script)
        #expect(result.ending == .exit(3))
        #expect(result.errorText == "desk: error: Cancelled: nothing was written.\n")
        #expect(drafts == [])
        #expect(try desk.count() == 0)
    }

    @Test(arguments: [("exit 3", "3"), ("kill -9 $$", "137")])
    func `CL-05 an editor that fails files nothing, and the text is kept`(script: String, status: String) throws {
        let (result, drafts) = try edited(by: "printf 'half a text' >\"$1\"; \(script)")
        #expect(result.ending == .exit(3))
        let draft = try #require(drafts.first)
        // The shell may remark on a signal before.
        #expect(
            result.errorText.hasSuffix(
                """
                desk: error: The editor ended with \(status): nothing was filed.
                  text kept: desk draft resume d1 --yes

                """))
        #expect(try desk.read(Self.folder + "/" + draft) == Array("half a text".utf8))
        #expect(try desk.count() == 0)
    }

    @Test func `CL-05 an editor that is not there says so`() throws {
        let result = try desk.shell("EDITOR=/no/such/editor exec \"$DESK\" new -e")
        #expect(result.ending == .exit(3))
        #expect(result.errorText.contains("The editor ended with 127"))
        #expect(try desk.shell("exec \"$DESK\" new -e").ending == .exit(64))
    }

    @Test func `CL-05 a text that cannot be filed is kept, and its place is told`() throws {
        let database = try SQLiteDatabase.openForWriting(desk.path, timeoutSeconds: 5)
        let (result, drafts) = try database.write { _ in
            try edited(by: "printf 'A text' >\"$1\"", "--timeout 0")
        }
        #expect(result.ending == .exit(8))
        let draft = try #require(drafts.first)
        #expect(result.errorText.contains("text kept: desk draft resume d1 --yes\n"))
        #expect(try desk.read(Self.folder + "/" + draft) == Array("A text".utf8))
    }

    @Test func `CL-05 a wrong option is refused before the editor opens`() throws {
        let (result, drafts) = try edited(by: "touch opened", "-c Nonsense")
        #expect(result.ending == .exit(64))
        #expect(drafts == [])
        #expect(!FileManager.default.fileExists(atPath: desk.folder.path + "/opened"))
    }

    @Test func `CL-05 a draft can be read by its writer only`() throws {
        let (_, drafts) = try edited(by: "stat -c %a \"$1\" >mode; printf x >\"$1\"; exit 1")
        #expect(try desk.read("mode") == Array("600\n".utf8))
        #expect(drafts.count == 1)
    }

    @Test func `CL-05 a dry run keeps the text`() throws {
        let (result, drafts) = try edited(by: "printf 'A text' >\"$1\"", "-n")
        #expect(result.ending == .exit(0))
        #expect(drafts.count == 1)
        #expect(try desk.count() == 0)
    }
}
