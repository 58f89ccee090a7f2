import Foundation
import Glibc

/// Runs the commands of a transcript: one after another in a folder of their own, each by `/bin/sh` on a terminal of 100
/// columns and 40 rows. The folder a command leaves the shell in and the variables it exports are there for the next one.
struct TranscriptRun {
    private static let columns: UInt16 = 100
    private static let rows: UInt16 = 40
    // `export -p` writes commands that set the variables again.
    private static let script = """
        . "$1"; trap 'desk_code=$?; { export -p; echo "cd \\"$PWD\\""; } >"$1"; exit $desk_code' EXIT; eval "$2"
        """

    private let folder: TemporaryFolder
    private let secondsPerCommand: Double
    /// Every command is a process of its own.
    private let isolates: Bool
    private var home: String { folder.path + "/home" }
    private var state: String { folder.path + "/state" }

    /// - Parameter samples: a folder that the commands find as `demo`.
    /// - Parameter isolates: every command is a process of its own.
    init(samples: URL? = nil, secondsPerCommand: Double = 60, isolates: Bool = true) throws {
        folder = try TemporaryFolder()
        self.isolates = isolates
        self.secondsPerCommand = secondsPerCommand
        for name in ["home", "tmp"] {
            let path = folder.path + "/" + name
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        }
        if let samples { try FileManager.default.copyItem(atPath: samples.path, toPath: home + "/demo") }
        try Data("cd \"$HOME\"\n".utf8).write(to: URL(filePath: state))
    }

    /// The transcript with what really happened. It ends at a command that does not.
    func replay(_ transcript: Transcript) throws -> Transcript {
        var replayed = transcript
        for (index, step) in transcript.steps.enumerated() {
            let outcome = try run(step.command)
            replayed.steps[index].outcome = outcome
            if outcome.mark == .timeout {
                replayed.steps.removeSubrange((index + 1)...)
                break
            }
        }
        return replayed
    }

    /// Runs one command: inside of this process where that shows the same.
    func run(_ command: String) throws -> Transcript.Outcome {
        if let desk = InnerDesk(command), !isolates, let place = try place {
            if let outcome = try run(desk, place) { return outcome }
        }
        return try runProcess(command)
    }

    private func run(
        _ desk: InnerDesk, _ place: (folder: String, environment: [String: String])
    ) throws -> Transcript.Outcome? {
        let terminal = try PseudoTerminal(columns: Self.columns, rows: Self.rows)
        // Held open, so that nothing is lost between the end of the command and the reading of the terminal.
        let reader = TerminalReader(terminal, seconds: secondsPerCommand)
        guard let code = desk.run(on: terminal.path, in: place.folder, place.environment) else { return nil }
        let (bytes, isComplete) = reader.wait()
        return Transcript.Outcome(output: readable(bytes), mark: isComplete ? .exit(code) : .timeout)
    }

    /// Where the shell was left, and with which variables; nil where that is more than a path and plain texts.
    private var place: (folder: String, environment: [String: String])? {
        get throws {
            let lines = try String(contentsOf: URL(filePath: state), encoding: .utf8).split(separator: "\n")
            guard lines.count > 1 || lines.first == "cd \"$HOME\"" else { return nil }
            guard lines.count > 1 else { return (home, environment) }
            var variables: [String: String] = [:]
            var folder = home
            for line in lines {
                if let match = line.wholeMatch(of: #/export (\w+)='([^']*)'/#) {
                    variables[String(match.1)] = String(match.2)
                } else if let match = line.wholeMatch(of: #/cd "([^"$`\\]*)"/#) {
                    folder = String(match.1)
                } else if line.wholeMatch(of: #/export \w+/#) == nil {
                    return nil
                }
            }
            return (folder, variables)
        }
    }

    private func runProcess(_ command: String) throws -> Transcript.Outcome {
        let terminal = try PseudoTerminal(columns: Self.columns, rows: Self.rows)
        let launch = Launch(
            program: "/bin/sh", arguments: ["-c", Self.script, "sh", state, command], environment: environment)
        let child = Child(
            id: try launch.start { actions in
                posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
                posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, terminal.path, O_RDWR | O_NOCTTY, 0)
                posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
            })
        let (bytes, isComplete) = terminal.readAll(before: Deadline(seconds: secondsPerCommand))
        return Transcript.Outcome(output: readable(bytes), mark: isComplete ? child.mark : .timeout)
    }

    private var environment: [String: String] {
        [
            "PATH": BuiltDesk.folder() + ":/usr/bin:/bin", "HOME": home, "TMPDIR": folder.path + "/tmp",
            "TZ": "Asia/Shanghai", "LANG": "C.UTF-8", "TERM": "xterm", "NO_COLOR": "1",
            "DESK_NOW": "2026-03-02T09:12:00+08:00", "DESK_USER": "li", "DESK_PAGER": "cat",
        ]
    }

    /// What is on the screen in the end, as a text file can hold it, the same on every machine.
    private func readable(_ bytes: [UInt8]) -> String {
        // A terminal puts a carriage return before every line feed.
        let kept = bytes.indices.filter { bytes[$0] != 0x0D || !bytes[($0 + 1)...].starts(with: [0x0A]) }
        let lines = kept.map { bytes[$0] }.split(separator: 0x0A, omittingEmptySubsequences: false)
        let text = lines.map { String(decoding: Self.visible($0), as: UTF8.self) }.joined(separator: "\n")
        var pictures = String.UnicodeScalarView()
        pictures.append(contentsOf: text.unicodeScalars.map(\.picture))
        return String(pictures).replacing(home, with: "~")
    }

    /// A line without what was wiped out again, such as a progress bar.
    private static func visible(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let wipe = Array("\r\u{1B}[K".utf8)
        return line.ranges(of: wipe).last.map { line[$0.upperBound...] } ?? line
    }
}

extension Child {
    fileprivate var mark: Transcript.Mark {
        switch ending() {
        case .exit(let code): .exit(code)
        case .signal(let number): .signal(number)
        }
    }
}

extension Unicode.Scalar {
    /// The scalar itself, or the picture of a control character.
    fileprivate var picture: Unicode.Scalar {
        guard value < 0x20 && self != "\n" && self != "\t" else { return self }
        return Unicode.Scalar(0x2400 + value) ?? self
    }
}
