import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The queue in which the writers of a desk wait for their turn: a lock of the kernel, which wakes them in the order in
/// which they came. SQLite has no such order. Its waiting is a sleep that grows, so that of many writers whoever has waited
/// longest comes last; it is left for strangers, who do not know of the queue.
///
/// The kernel lets go of the lock when the process ends, however it ends.
struct WriterQueue: Sendable {
    /// The file on which they wait; it is made when it is missing, and stays.
    let path: String
    let timeoutSeconds: Int

    /// Runs `body` when the turn has come.
    /// - Throws: `StorageError.busy` when it does not come in time.
    func inTurn<T>(_ body: () throws -> T) throws -> T {
        let descriptor = SQLiteFile.openLock(path)
        // Where there can be no such file there is no order, and SQLite's own lock still keeps writers apart.
        guard descriptor >= 0 else { return try body() }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK {
            defer { close(descriptor) }
            return try body()
        }
        let waiting = WaitingWriter(descriptor)
        guard waiting.wait(seconds: timeoutSeconds) else { throw StorageError.busy(seconds: timeoutSeconds) }
        defer { close(descriptor) }
        return try body()
    }
}

/// A writer who waits. The kernel's wait has no end of its own, so another thread waits there. A class, because two threads
/// hold it.
private final class WaitingWriter: Sendable {
    private enum State { case waiting, hasTurn, gaveUp }

    private let state = Mutex(State.waiting)
    private let came = DispatchSemaphore(value: 0)
    private let descriptor: Int32

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        DispatchQueue(label: "waiting").async { self.waitForKernel() }
    }

    /// - Returns: whether the turn came. If not, the descriptor is closed when it comes.
    func wait(seconds: Int) -> Bool {
        _ = came.wait(timeout: .now() + .seconds(seconds))
        return state.withLock { state in
            if state == .waiting { state = .gaveUp }
            return state == .hasTurn
        }
    }

    private func waitForKernel() {
        while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
        let isTooLate = state.withLock { state in
            if state == .waiting { state = .hasTurn }
            return state == .gaveUp
        }
        if isTooLate { close(descriptor) } else { came.signal() }
    }
}
