import Glibc
import Synchronization

/// Answers Ctrl-C in the middle of a long piece of work: says what stays, and ends the process at once. What was not
/// committed the next command rolls back, as it would after a power cut.
final class InterruptWatch: Sendable {
    private static let exitCode: Int32 = 130

    private let farewell: Mutex<[UInt8]>

    /// From here on Ctrl-C prints the farewell. Made before other threads: they inherit that it does not concern them.
    init(_ farewell: String) {
        self.farewell = Mutex(Array(farewell.utf8))
        var interrupt = Self.interrupt
        pthread_sigmask(SIG_BLOCK, &interrupt, nil)
        var thread = pthread_t()
        let watch = Unmanaged.passRetained(self)
        let code = pthread_create(
            &thread, nil,
            { watch in
                guard let watch else { return nil }
                Unmanaged<InterruptWatch>.fromOpaque(watch).takeRetainedValue().wait()
            }, watch.toOpaque())
        guard code != 0 else { return }
        // Without the thread Ctrl-C has to end the process by itself.
        watch.release()
        pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
    }

    /// What Ctrl-C prints from now on.
    func willSay(_ farewell: String) { self.farewell.withLock { $0 = Array(farewell.utf8) } }

    private func wait() -> Never {
        var interrupt = Self.interrupt
        var signal: Int32 = 0
        while sigwait(&interrupt, &signal) != 0 {}
        // Nothing is left to do when even this cannot be written.
        try? Output.send(farewell.withLock { $0 }[...], to: STDERR_FILENO)
        _exit(Self.exitCode)
    }

    private static var interrupt: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        return signals
    }
}
