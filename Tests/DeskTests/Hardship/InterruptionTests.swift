import Glibc
import Testing

@testable import Desk

/// Imports that are ended in the middle, and many commands at once.
struct InterruptionTests {
    // Enough for several transactions: small files are written together.
    private static let files = 120
    private static let ticketsPerFile = 60

    private let desk: TestDesk

    init() throws { desk = try TestDesk() }

    private func writeDatasets() throws {
        for number in 1...Self.files {
            try desk.write(TestDesk.dataset("set\(number)", tickets: Self.ticketsPerFile), to: "data/\(number).md")
        }
    }

    /// Starts an import and ends it when it has told of so many files.
    private func importing(until filesDone: Int, signal: Int32) throws -> DeskProcess.Result {
        let process = try desk.start("import", "data")
        let deadline = ContinuousClock.now + .seconds(60)
        while process.output.count(where: { $0 == 0x0A }) < filesDone, ContinuousClock.now < deadline { usleep(500) }
        process.kill(signal)
        return try process.wait()
    }

    @Test(arguments: [0, 1, 5, 11])
    func `kill -9 in the middle of an import loses no finished file and doubles none`(filesDone: Int) throws {
        try writeDatasets()
        _ = try importing(until: filesDone, signal: SIGKILL)
        let kept = try desk.count()
        #expect(kept >= filesDone * Self.ticketsPerFile && kept % Self.ticketsPerFile == 0)
        let again = try desk.run("import", "data")
        #expect(again.ending == .exit(0))
        let all = Self.files * Self.ticketsPerFile
        #expect(again.text.contains("\(all - kept) created, 0 updated, \(kept) unchanged"))
        #expect(try desk.count() == all)
        #expect(try desk.run("import", "data").text.contains("0 created, 0 updated, \(all) unchanged"))
    }

    @Test func `Ctrl-C in the middle of an import says what stays`() throws {
        try writeDatasets()
        let result = try importing(until: 2, signal: SIGINT)
        #expect(result.ending == .exit(130))
        #expect(
            result.errorText.contains("\ndesk: Stopped. Files in progress are in as a whole or not at all.\n"),
            "\(result.errorText)")
        #expect(result.errorText.hasSuffix("tickets created: they stay.\n  The same command goes on from there.\n"))
        let kept = try desk.count()
        #expect(kept >= 2 * Self.ticketsPerFile && kept % Self.ticketsPerFile == 0)
        #expect(try desk.run("import", "data").ending == .exit(0))
        #expect(try desk.count() == Self.files * Self.ticketsPerFile)
    }

    @Test func `eight processes file tickets at once and none is lost`() throws {
        let loop = "for i in 1 2 3 4 5; do \"$DESK\" new \"$0 $i\" -m text || exit 1; done"
        let processes = try (1...8).map { name in
            try DeskProcess(
                Launch(
                    program: "/bin/sh", arguments: ["-c", loop, "worker\(name)"],
                    environment: ["DESK": try BuiltDesk.path(), "DESK_USER": "li"], folder: desk.folder.path))
        }
        for process in processes {
            let result = try process.wait(seconds: 120)
            #expect(result.ending == .exit(0), "\(result.errorText)")
        }
        let numbers = try desk.run("ls", "is:any", "--format", "ids", "--sort", "id").text.split(separator: "\n")
        #expect(numbers.map { String($0) } == (1...40).map { String($0) })
        let titles = try desk.run("ls", "is:any", "--fields", "title", "--no-header").text.split(separator: "\n")
        #expect(Set(titles).count == 40)
    }

    @Test func `one of many processes that make the same desk wins`() throws {
        let desk = try TestDesk(isMade: false)
        let processes = try (1...8).map { _ in try desk.start("init") }
        let endings = try processes.map { try $0.wait() }
        #expect(endings.count { $0.ending == .exit(0) } == 1)
        #expect(
            endings.filter { $0.ending != .exit(0) }.allSatisfy {
                $0.ending == .exit(1) && $0.errorText.contains("There is a desk at .desk/desk.sqlite already.")
            })
        #expect(try desk.count() == 0)
    }

    @Test func `many processes open a desk for the first time at once`() throws {
        let processes = try (1...12).map { number in
            number % 2 == 0 ? try desk.start("ls", "is:any") : try desk.start("new", "Ticket \(number)")
        }
        for process in processes {
            let result = try process.wait()
            #expect(result.ending == .exit(0), "\(result.errorText)")
        }
        #expect(try desk.count() == 6)
    }
}
