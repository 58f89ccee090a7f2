import Glibc
import Synchronization

/// Notes Ctrl-C in a piece of work that can be stopped and has something to show. A second one ends the process at once.
final class InterruptFlag: Sendable {
    private static let exitCode: Int32 = 130

    private let count = Atomic<Int>(0)

    /// Made before other threads: they inherit that Ctrl-C does not concern them.
    init() {
        var interrupt = Self.interrupt
        pthread_sigmask(SIG_BLOCK, &interrupt, nil)
        var thread = pthread_t()
        let flag = Unmanaged.passRetained(self)
        let code = pthread_create(
            &thread, nil,
            { flag in
                guard let flag else { return nil }
                Unmanaged<InterruptFlag>.fromOpaque(flag).takeRetainedValue().wait()
            }, flag.toOpaque())
        guard code != 0 else { return }
        // Without the thread Ctrl-C has to end the process by itself.
        flag.release()
        pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
    }

    var isSet: Bool { count.load(ordering: .relaxed) > 0 }

    private func wait() -> Never {
        var interrupt = Self.interrupt
        var signal: Int32 = 0
        while true {
            guard sigwait(&interrupt, &signal) == 0 else { continue }
            if count.add(1, ordering: .relaxed).oldValue > 0 { _exit(Self.exitCode) }
        }
    }

    private static var interrupt: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        return signals
    }
}
