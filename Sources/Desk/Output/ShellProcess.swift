import Glibc
import Presentation

/// A program of the person's own choice, run by the shell because its variable may hold options.
struct ShellProcess {
    /// What the shell answers when there is no such program.
    static let commandNotFound: Int32 = 127

    private let id: pid_t

    /// Starts `sh -c script`, with what follows as `$1` …; nil when no process could be made.
    /// - Parameter input: what it reads, when that is not what we read.
    init?(_ script: String, _ arguments: [String] = [], input: Int32? = nil, environment: EnvironmentVariables) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        Self.restoreSignals(in: &attributes)
        let words = Self.duplicates(of: ["/bin/sh", "-c", script, "sh"] + arguments)
        let variables = Self.duplicates(of: environment.all.map { $0.name + "=" + $0.value }.sorted())
        defer { (words + variables).forEach { free($0) } }
        var id: pid_t = 0
        guard posix_spawn(&id, "/bin/sh", &actions, &attributes, words, variables) == 0 else { return nil }
        self.id = id
    }

    /// Waits for its end: its exit code, or as in a shell 128 and the signal that ended it.
    func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 && errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    /// Runs `body` while Ctrl-C means the program and not us.
    static func withoutInterrupts<T, E: Error>(_ body: () throws(E) -> T) throws(E) -> T {
        let interrupt = signal(SIGINT, SIG_IGN)
        defer { signal(SIGINT, interrupt) }
        return try body()
    }

    /// Texts as C wants them: each to be freed, a null pointer at the end.
    private static func duplicates(of texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
        texts.map { $0.withCString { strdup($0) } } + [nil]
    }

    /// What we ignore, a program would inherit.
    private static func restoreSignals(in attributes: inout posix_spawnattr_t) {
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGPIPE, SIGXFSZ, SIGINT] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    }
}
