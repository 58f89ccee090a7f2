import Foundation
import Glibc
import Synchronization

@testable import Desk

/// `desk` run inside the test's own process, on a thread that has a working folder of its own: many times as fast as a
/// process, and with the same program, terminal and files. What needs a shell, standard input or an import's second thread
/// is run as a process.
struct InnerDesk {
    /// The words behind `desk`.
    private let arguments: [String]
    private let variables: [String: String]

    /// Commands that start programs, or read on threads that know no other folder than the process's.
    private static let outside: Set<String> = [
        "import", "init", "completion", "manual", "roundtrip", "draft", "export", "calendar", "help",
    ]
    /// What only a shell understands.
    private static let special = Set("|<>&;$`*?(){}[]!~\\#\n")

    /// Nil for a line that is more than a command with its words and variables before it.
    init?(_ line: String) {
        guard let words = Self.words(of: line) else { return nil }
        let given = words.prefix { $0.wholeMatch(of: #/[A-Z_]+=.*/#) != nil }
        let rest = words.dropFirst(given.count)
        guard rest.first == "desk", !rest.contains("-"), !rest.contains("-e"), !rest.contains("--editor") else {
            return nil
        }
        let names = rest.dropFirst().filter { !$0.hasPrefix("-") }
        // The argument parser asks the process's own terminal how wide its help may be.
        let asksForHelp = rest.contains("--help") || rest.contains("-h") || names.isEmpty || names == ["report"]
        guard !asksForHelp, !names.contains(where: Self.outside.contains),
            !given.contains(where: { $0.hasPrefix("PATH=") })
        else {
            return nil
        }
        arguments = Array(rest.dropFirst())
        variables = given.reduce(into: [:]) { all, word in
            let sign = word.firstIndex(of: "=") ?? word.endIndex
            all[String(word[..<sign])] = String(word[word.index(after: sign)...])
        }
    }

    /// The words of a line as a shell would split it; nil where it would do more than that.
    private static func words(of line: String) -> [String]? {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            switch (quote, character) {
            case (nil, " "):
                if let finished = word { words.append(finished) }
                word = nil
            case (nil, "'"), (nil, "\""):
                quote = character
                word = word ?? ""
            case (nil, _):
                guard !special.contains(character) else { return nil }
                word = (word ?? "") + String(character)
            case (let open?, _) where open == character: quote = nil
            case ("\"", "$"), ("\"", "`"), ("\"", "\\"): return nil
            default: word = (word ?? "") + String(character)
            }
        }
        guard quote == nil else { return nil }
        if let word { words.append(word) }
        return words
    }

    /// Runs it on a terminal.
    /// - Returns: the exit code; nil where this system lets no thread have a folder of its own.
    func run(on terminal: String, in folder: String, _ environment: [String: String]) -> Int32? {
        guard let unshare = Self.unshare else { return nil }
        let run = InnerRun(arguments, environment.merging(variables) { $1 }, terminal: terminal, folder: folder)
        let thread = Thread { run.perform(unshare) }
        thread.stackSize = 8 << 20
        thread.start()
        return run.wait()
    }

    private static let unshare: (@convention(c) (Int32) -> Int32)? = dlsym(nil, "unshare").map {
        unsafeBitCast($0, to: (@convention(c) (Int32) -> Int32).self)
    }
}

/// One run on its thread.
private final class InnerRun: Sendable {
    // Linux's CLONE_FS: the thread's working folder is its own from now on.
    private static let ownFolder: Int32 = 0x200

    private let arguments: [String]
    private let environment: [String: String]
    private let terminal: String
    private let folder: String
    private let result = Result()
    private let isDone = DispatchSemaphore(value: 0)

    private final class Result: Sendable {
        let code = Mutex<Int32?>(nil)
    }

    init(_ arguments: [String], _ environment: [String: String], terminal: String, folder: String) {
        self.arguments = arguments
        self.environment = environment
        self.terminal = terminal
        self.folder = folder
    }

    func perform(_ unshare: @convention(c) (Int32) -> Int32) {
        defer { isDone.signal() }
        guard unshare(Self.ownFolder) == 0, chdir(folder) == 0 else { return }
        let screen = open(terminal, O_RDWR | O_NOCTTY | O_CLOEXEC)
        let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer {
            close(screen)
            close(nothing)
        }
        let streams = Streams(input: nothing, output: screen, errors: screen)
        CommandLineRun(streams: streams) { code in self.result.code.withLock { $0 = code } }
            .run(arguments, .init(environment))
    }

    func wait() -> Int32? {
        isDone.wait()
        return result.code.withLock { $0 }
    }
}
