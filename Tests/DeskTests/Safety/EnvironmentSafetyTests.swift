import Foundation
import Testing
@testable import Presentation

/// Where /proc is missing or closed, a command means what it says or is refused.
struct EnvironmentSafetyTests {
    /// Whether this test may lay an empty folder over /proc for its own processes.
    private static let mayHideProc: Bool = {
        let probe = Process()
        probe.executableURL = URL(filePath: "/usr/bin/unshare")
        probe.arguments = ["-m", "sh", "-c", "mount -t tmpfs none /proc"]
        (probe.standardError, probe.standardOutput) = (FileHandle.nullDevice, FileHandle.nullDevice)
        // Not there, or not allowed: then the tests say that they were left out.
        guard (try? probe.run()) != nil else { return false }
        probe.waitUntilExit()
        return probe.terminationStatus == 0
    }()

    private let desk: TestDesk

    init() throws { desk = try TestDesk() }

    private func withoutProc(
        _ script: String, environment: [String: String] = [:]
    ) throws -> DeskProcess.Result {
        try desk.write(Array(script.utf8), to: "script")
        return try desk.shell(
            "exec unshare -m sh -c 'mount -t tmpfs none /proc && exec sh ./script'", environment: environment)
    }

    @Test(.enabled(if: mayHideProc, "it takes the superuser and unshare to hide /proc"))
    func `safety 3: without /proc the words and the variables are those that were given`() throws {
        let other = try TestDesk()
        let result = try withoutProc("\"$DESK\" new 'one two' -m text", environment: ["DESK_DB": other.path])
        #expect(result.ending == .exit(0), "\(result.errorText)")
        #expect(result.text.hasPrefix("#1 new"), "\(result.text)")
        #expect(try other.count() == 1)
        #expect(try desk.count() == 0)
    }

    @Test(.enabled(if: mayHideProc, "it takes the superuser and unshare to hide /proc"))
    func `safety 3: without /proc DESK_USER says who it is`() throws {
        let result = try withoutProc("\"$DESK\" new x", environment: ["DESK_USER": "nobody-known"])
        #expect(result.ending == .exit(4))
        #expect(result.errorText.contains("nobody-known"))
    }

    @Test(.enabled(if: mayHideProc, "it takes the superuser and unshare to hide /proc"))
    func `safety 3: without /proc a text from standard input arrives`() throws {
        let result = try withoutProc("printf 'a text' | \"$DESK\" new title -F - && \"$DESK\" show 1")
        #expect(result.ending == .exit(0), "\(result.errorText)")
        #expect(result.text.contains("a text"), "\(result.text)")
    }

    @Test func `safety 3: a process without variables has none, and no others`() throws {
        let result = try desk.shell("exec env -i \"$DESK\" whoami --db .desk/desk.sqlite --as li")
        #expect(result.ending == .exit(0), "\(result.errorText)")
        #expect(result.text.contains("li"))
    }
}
