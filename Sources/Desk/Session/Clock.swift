import Presentation
import Workflow

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The only place where the time is read.
enum Clock {
    /// `DESK_NOW` (RFC 3339) sets the clock, for tests and transcripts.
    static func now(_ environment: EnvironmentVariables) throws -> Instant {
        if let text = environment["DESK_NOW"], !text.isEmpty {
            guard let milliseconds = TimeText.instant(rfc3339: text), TimeText.years.contains(milliseconds) else {
                throw UsageError.badClock(text)
            }
            return Instant(milliseconds: milliseconds)
        }
        return Instant(milliseconds: milliseconds(CLOCK_REALTIME))
    }

    /// Milliseconds that only go up, for measuring.
    static func elapsed() -> Int64 { milliseconds(CLOCK_MONOTONIC) }

    private static func milliseconds(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
