import Glibc

/// `desk`, or another program, as a process of its own, for what only several processes can show. It starts at once,
/// runs beside the test, and is killed with all it started when the test lets go of it.
final class DeskProcess: Sendable {
    /// What a process leaves behind.
    struct Result: Equatable {
        let ending: Child.Ending
        let output: [UInt8]
        let errors: [UInt8]

        var text: String { String(decoding: output, as: UTF8.self) }
        var errorText: String { String(decoding: errors, as: UTF8.self) }
    }

    private let child: Child
    private let stdout: Scratch
    private let stderr: Scratch
    private let lifeline: Lifeline

    init(_ launch: Launch, input: [UInt8] = []) throws {
        let stdin = try Scratch(input)
        let stdout = try Scratch()
        let stderr = try Scratch()
        let held = try Lifeline.Ends()
        defer { held.dropChildEnd() }
        let id = try launch.start { actions in
            posix_spawn_file_actions_adddup2(&actions, stdin.descriptor, STDIN_FILENO)
            posix_spawn_file_actions_adddup2(&actions, stdout.descriptor, STDOUT_FILENO)
            posix_spawn_file_actions_adddup2(&actions, stderr.descriptor, STDERR_FILENO)
            posix_spawn_file_actions_adddup2(&actions, held.child, Lifeline.number)
        }
        child = Child(id: id)
        lifeline = Lifeline(held)
        self.stdout = stdout
        self.stderr = stderr
    }

    /// The built `desk` with nothing in its environment but what is given.
    convenience init(
        desk arguments: [String], environment: [String: String] = [:], input: [UInt8] = [], folder: String? = nil
    ) throws {
        let launch = Launch(
            program: try BuiltDesk.path(), arguments: arguments, environment: environment, folder: folder)
        try self.init(launch, input: input)
    }

    var id: pid_t { child.id }

    /// What it has written so far.
    var output: [UInt8] { stdout.content }
    var errors: [UInt8] { stderr.content }

    /// Ends it, by default as a power cut would.
    func kill(_ signal: Int32 = SIGKILL) { child.kill(signal) }

    /// Waits for it and all it started.
    /// - Throws: `ProcessError.stillRunning`; it then still runs.
    func wait(seconds: Double = 60) throws -> Result {
        guard lifeline.ends(before: Deadline(seconds: seconds)) else {
            throw ProcessError.stillRunning(afterSeconds: seconds)
        }
        return Result(ending: child.ending(), output: output, errors: errors)
    }
}
