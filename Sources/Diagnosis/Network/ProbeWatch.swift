import Glibc

/// Watches over one phase: how much time it has left, and whether the person wants to stop.
package struct ProbeWatch: Sendable {
    /// Milliseconds on a clock that only grows.
    private let clock: @Sendable () -> Int64
    private let isCancelled: @Sendable () -> Bool
    private let end: Int64
    /// When the whole run ends. A phase that is stopped by it has not timed out: it had less time than it deserves.
    private let runEnd: Int64

    /// - Parameter milliseconds: how much time all of it has.
    package init(
        milliseconds: Int64, clock: @escaping @Sendable () -> Int64, isCancelled: @escaping @Sendable () -> Bool
    ) {
        let end = clock() + milliseconds
        self.init(clock: clock, isCancelled: isCancelled, end: end, runEnd: end)
    }

    private init(
        clock: @escaping @Sendable () -> Int64, isCancelled: @escaping @Sendable () -> Bool, end: Int64, runEnd: Int64
    ) {
        self.clock = clock
        self.isCancelled = isCancelled
        self.end = end
        self.runEnd = runEnd
    }

    /// The same for a part, which may have less time but not more.
    func limited(to milliseconds: Int64) -> ProbeWatch {
        ProbeWatch(clock: clock, isCancelled: isCancelled, end: min(end, clock() + milliseconds), runEnd: runEnd)
    }

    var now: Int64 { clock() }
    var left: Int64 { max(0, end - clock()) }

    enum Stop {
        /// The phase used up its own time.
        case timedOut
        /// The run is over: the person wants it, or all of its time is used up.
        case cancelled
    }

    /// Why to go no further; nil where nothing speaks against it.
    var stop: Stop? {
        if isCancelled() || clock() >= runEnd { return .cancelled }
        return left == 0 ? .timedOut : nil
    }

    /// The longest single wait: a wish to stop is seen after that.
    private static let slice: Int64 = 100

    /// How long to wait at once, in the unit of `poll`.
    var nextWait: Int32 { Int32(min(left, Self.slice)) }

    /// Waits until the socket is ready. Nil where it is.
    func wait(for events: Int16, on socket: Int32) -> Stop? {
        while true {
            if let stop { return stop }
            var one = pollfd(fd: socket, events: events, revents: 0)
            if poll(&one, 1, nextWait) > 0 { return nil }
        }
    }
}
