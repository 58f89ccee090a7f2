import Glibc

/// A process that was started and not yet forgotten. A class, because letting go of it ends it and all it started.
final class Child: Sendable {
    /// How a process came to its end.
    enum Ending: Equatable {
        case exit(Int32)
        case signal(Int32)
    }

    let id: pid_t

    init(id: pid_t) {
        self.id = id
    }

    deinit {
        // Only here is the process reaped, so its number cannot have gone to another one.
        Glibc.kill(-id, SIGKILL)
        while waitpid(id, nil, 0) < 0 && errno == EINTR {}
    }

    /// Sends a signal to the process and all it started.
    func kill(_ signal: Int32 = SIGKILL) {
        Glibc.kill(-id, signal)
    }

    /// Waits, without a limit, for the process itself to end.
    func ending() -> Ending {
        var info = siginfo_t()
        while waitid(P_PID, id_t(id), &info, WEXITED | WNOWAIT) < 0 && errno == EINTR {}
        let status = info._sifields._sigchld.si_status
        return info.si_code == Int32(CLD_EXITED) ? .exit(status) : .signal(status)
    }
}

/// A point in time that waiting must not pass.
struct Deadline {
    private let end: ContinuousClock.Instant

    init(seconds: Double) {
        end = ContinuousClock.now + .seconds(seconds)
    }

    /// Waits until there is something to read or the last writer is gone. False when the time is up first.
    func waitForInput(_ descriptor: Int32) -> Bool {
        while true {
            let left = (end - ContinuousClock.now) / .milliseconds(1)
            var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let count = poll(&event, 1, Int32(max(0, left.rounded(.up))))
            if count > 0 { return true }
            if count == 0 && left <= 0 { return false }
            if count < 0 && errno != EINTR { return false }
        }
    }
}
