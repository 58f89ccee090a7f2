import Foundation
import Synchronization

/// Reads what is written to a terminal while a command runs in this process: a terminal holds only a few kilobytes.
final class TerminalReader: Sendable {
    private let result = Mutex<(bytes: [UInt8], isComplete: Bool)>(([], false))
    private let isDone = DispatchSemaphore(value: 0)

    init(_ terminal: PseudoTerminal, seconds: Double) {
        let thread = Thread { [self] in
            let read = terminal.readAll(before: Deadline(seconds: seconds))
            result.withLock { $0 = read }
            isDone.signal()
        }
        thread.start()
    }

    func wait() -> (bytes: [UInt8], isComplete: Bool) {
        isDone.wait()
        return result.withLock { $0 }
    }
}
