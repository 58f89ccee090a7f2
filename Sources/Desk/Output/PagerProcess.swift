import Glibc
import Presentation

/// A running pager that reads from a pipe.
struct PagerProcess {
    let input: Int32
    private let process: ShellProcess

    /// Nil when no process could be made.
    init?(command: String, environment: EnvironmentVariables) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        // A pager that inherits the writing end would wait for itself.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        // `less` shows Chinese as numbers in brackets when the locale is not a UTF-8 one.
        var environment = environment
        environment["LESSCHARSET"] = environment["LESSCHARSET"] ?? "utf-8"
        guard let process = ShellProcess(command, input: ends[0], environment: environment) else {
            close(ends[1])
            return nil
        }
        self.process = process
        input = ends[1]
    }

    /// Ends the text and waits; the exit code of the pager.
    func wait() -> Int32 {
        close(input)
        return process.wait()
    }
}
