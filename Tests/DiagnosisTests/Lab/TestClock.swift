import Glibc
import Workflow

@testable import Diagnosis

/// The clocks of this machine, for probes that really wait.
enum TestClock {
    static func milliseconds() -> Int64 { read(CLOCK_MONOTONIC) }

    static var now: Instant { Instant(milliseconds: read(CLOCK_REALTIME)) }

    static func context(isCancelled: @escaping @Sendable () -> Bool = { false }) throws -> ProbeContext {
        try ProbeContext(now: now, token: "k3v9q1x7z5", clock: { milliseconds() }, isCancelled: isCancelled)
    }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
