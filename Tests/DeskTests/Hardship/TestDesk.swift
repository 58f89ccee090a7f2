import Foundation
import Glibc
import Testing

/// A desk in a folder of its own, worked on by processes.
final class TestDesk: Sendable {
    let folder: TemporaryFolder
    var path: String { folder.path + "/.desk/desk.sqlite" }

    private let environment: [String: String]

    /// - Parameter environment: variables besides the usual ones.
    init(isMade: Bool = true, environment: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        let usual = [
            "PATH": "/usr/bin:/bin", "HOME": folder.path, "TMPDIR": folder.path, "DESK_USER": "li", "TZ": "UTC",
            "DESK_NOW": "2026-03-02T09:12:00Z",
        ]
        self.environment = usual.merging(environment) { $1 }
        if isMade { try #require(try run("init", "-q").ending == .exit(0)) }
    }

    static var demo: String {
        URL(filePath: #filePath).appending(path: "../../../../Seeds/demo").standardizedFileURL.path
    }

    func start(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> DeskProcess {
        try DeskProcess(
            desk: arguments, environment: self.environment.merging(environment) { $1 }, input: Array(input.utf8),
            folder: folder.path)
    }

    @discardableResult
    func run(
        _ arguments: String..., input: String = "", environment: [String: String] = [:]
    ) throws -> DeskProcess.Result {
        try DeskProcess(
            desk: arguments, environment: self.environment.merging(environment) { $1 }, input: Array(input.utf8),
            folder: folder.path
        ).wait()
    }

    /// The same with words that stand in a list.
    @discardableResult
    func run(words: [String], environment: [String: String] = [:]) throws -> DeskProcess.Result {
        try DeskProcess(
            desk: words, environment: self.environment.merging(environment) { $1 }, input: [], folder: folder.path
        ).wait()
    }

    /// One with tickets of these titles, on which these commands were run.
    static func prepared(_ setup: [String], fields: [String] = [], tickets: [String]) throws -> TestDesk {
        let desk = try TestDesk()
        for field in fields { #expect(try desk.shell("$DESK field add \(field)").ending == .exit(0)) }
        for title in tickets { #expect(try desk.run("new", title, "-q").ending == .exit(0)) }
        for line in setup {
            let result = try desk.shell("$DESK \(line)")
            #expect(result.ending == .exit(0), "\(line): \(result.errorText)")
        }
        return desk
    }

    /// A command on a terminal where somebody answers. What stands there in the end comes with the exit code.
    func onTerminal(_ arguments: String..., typing answer: String) throws -> (ending: Child.Ending, screen: String) {
        try onTerminal(program: try BuiltDesk.path(), arguments, typing: answer)
    }

    /// The same with any program, such as a shell.
    func onTerminal(
        program: String, _ arguments: [String], typing answer: String, environment: [String: String] = [:]
    ) throws -> (ending: Child.Ending, screen: String) {
        let terminal = try PseudoTerminal(columns: 200, rows: 40)
        terminal.type(answer)
        let launch = Launch(
            program: program, arguments: arguments, environment: self.environment.merging(environment) { $1 },
            folder: folder.path)
        let child = Child(
            id: try launch.start { actions in
                posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, terminal.path, O_RDWR | O_NOCTTY, 0)
                posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
                posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
            })
        let (bytes, isComplete) = terminal.readAll(before: Deadline(seconds: 60))
        #expect(isComplete)
        return (child.ending(), String(decoding: bytes, as: UTF8.self))
    }

    /// A shell command that finds the built `desk` as `$DESK`.
    @discardableResult
    func shell(_ script: String, environment: [String: String] = [:]) throws -> DeskProcess.Result {
        let variables = self.environment.merging(["DESK": try BuiltDesk.path()]) { $1 }.merging(environment) { $1 }
        let launch = Launch(
            program: "/bin/sh", arguments: ["-c", script], environment: variables, folder: folder.path)
        return try DeskProcess(launch).wait()
    }

    func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
        let url = URL(filePath: folder.path).appending(path: name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    func read(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: folder.path).appending(path: name)))
    }

    /// How many tickets there are, and that the desk finds nothing wrong with itself.
    func count(_ query: String = "is:any") throws -> Int {
        let doctor = try run("doctor")
        #expect(doctor.ending == .exit(0), "\(doctor.text)\(doctor.errorText)")
        return try #require(Int(try run("ls", query, "--format", "count").text.dropLast()))
    }

    /// A dataset of small tickets, each with its own words.
    static func dataset(_ name: String, tickets: Int) -> [UInt8] {
        var text = "# \(name)\n\n共 \(tickets) 个工单\n\n---\n\n"
        for number in 1...tickets {
            text += """
                ## 问题 \(number): \(name) 的第 \(number) 个问题

                **分类标签**: CDN｜证书问题

                ### 问题描述

                \(name) 出现第 \(number) 个问题，请处理

                ### 客服解答

                1. 您好，\(name) 的问题 \(number) 已处理

                ---


                """
        }
        return Array(text.utf8)
    }
}
