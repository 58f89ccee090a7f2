import Glibc

/// A running pager that reads from a pipe.
struct PagerProcess {
    /// What the shell answers when there is no such program.
    static let commandNotFound: Int32 = 127

    let input: Int32
    private let id: pid_t

    /// Nil when no process could be made.
    init?(command: String, environment: [String: String]) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        // A pager that inherits the writing end would wait for itself.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        guard let id = Self.spawn(command, reading: ends[0], environment: environment) else {
            close(ends[1])
            return nil
        }
        self.id = id
        input = ends[1]
    }

    /// Ends the text and waits; the exit code of the pager.
    func wait() -> Int32 {
        close(input)
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 && errno == EINTR {}
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 0
    }

    private static func spawn(_ command: String, reading: Int32, environment: [String: String]) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, reading, STDIN_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        restoreBrokenPipeSignal(in: &attributes)
        var id: pid_t = 0
        let arguments = Self.duplicates(of: ["/bin/sh", "-c", command])
        let variables = Self.duplicates(of: Self.variables(environment))
        defer { (arguments + variables).forEach { free($0) } }
        return posix_spawn(&id, "/bin/sh", &actions, &attributes, arguments, variables) == 0 ? id : nil
    }

    /// Texts as C wants them: each to be freed, a null pointer at the end.
    private static func duplicates(of texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
        texts.map { $0.withCString { strdup($0) } } + [nil]
    }

    /// We ignore SIGPIPE, and programs inherit what is ignored; a pager must not.
    private static func restoreBrokenPipeSignal(in attributes: inout posix_spawnattr_t) {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    }

    /// `less` shows Chinese as numbers in brackets when the locale is not a UTF-8 one.
    private static func variables(_ environment: [String: String]) -> [String] {
        let all = environment.merging(["LESSCHARSET": "utf-8"]) { given, _ in given }
        return all.map { $0.key + "=" + $0.value }.sorted()
    }
}
