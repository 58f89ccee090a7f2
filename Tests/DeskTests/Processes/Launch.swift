import Glibc
@testable import Presentation

/// A program about to start. It gets a session of its own, so that it and all it starts can be ended together.
struct Launch {
    // POSIX_SPAWN_SETSID: the module Glibc leaves it out.
    private static let newSession: Int32 = 0x80

    var program: String
    var arguments: [String] = []
    var environment: [String: String] = [:]
    var folder: String?

    /// Starts it with the streams that `connect` gives it; all others must close on exec.
    func start(connect: (inout posix_spawn_file_actions_t) -> Void) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        connect(&actions)
        var attributes = Self.attributes()
        defer { posix_spawnattr_destroy(&attributes) }
        let words = Self.duplicates(of: command)
        let variables = Self.duplicates(of: environment.map { $0.key + "=" + $0.value }.sorted())
        defer { (words + variables).forEach { free($0) } }
        var id: pid_t = 0
        let code = posix_spawn(&id, command[0], &actions, &attributes, words, variables)
        guard code == 0 else { throw ProcessError.notStarted(program, reason: String(cString: strerror(code))) }
        return id
    }

    // The folder of another process can only be set by that process: a shell goes there and becomes the program.
    private var command: [String] {
        guard let folder else { return [program] + arguments }
        return ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder, program] + arguments
    }

    // The test runner ignores or blocks signals, and programs inherit that.
    private static func attributes() -> posix_spawnattr_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | newSession))
        return attributes
    }

    /// Texts as C wants them: each to be freed, a null pointer at the end.
    private static func duplicates(of texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
        texts.map { strdup($0) } + [nil]
    }
}

/// What goes wrong around a child process, as opposed to in it.
enum ProcessError: Error, Equatable {
    case notStarted(String, reason: String)
    case notBuilt(String)
    case noStream(reason: String)
    case stillRunning(afterSeconds: Double)
}
