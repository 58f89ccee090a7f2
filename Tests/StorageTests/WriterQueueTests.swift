import Foundation
import Storage
import Synchronization
import Testing
import Workflow

@testable import Storage

/// Writers of one desk wait for their turn in the order in which they came.
struct WriterQueueTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func queue(timeoutSeconds: Int = 30) -> WriterQueue {
        WriterQueue(path: folder.file("desk.sqlite.lock"), timeoutSeconds: timeoutSeconds)
    }

    /// How many wait for the lock, as the kernel lists them.
    private func waiting() throws -> Int {
        var status = stat()
        #expect(stat(folder.file("desk.sqlite.lock"), &status) == 0)
        let locks = try String(contentsOfFile: "/proc/locks", encoding: .utf8)
        return locks.split(separator: "\n").count { $0.contains("-> FLOCK") && $0.contains(":\(status.st_ino) ") }
    }

    @Test func `whoever came first has the first turn`() throws {
        let order = Mutex<[Int]>([])
        let group = DispatchGroup()
        try queue().inTurn {
            for number in 1...12 {
                let queue = queue()
                group.enter()
                Thread.detachNewThread {
                    _ = try? queue.inTurn { order.withLock { $0.append(number) } }
                    group.leave()
                }
                // The next comes when this one stands in the queue.
                let deadline = Date(timeIntervalSinceNow: 20)
                while try waiting() < number, Date() < deadline { sched_yield() }
                #expect(try waiting() == number)
            }
        }
        #expect(group.wait(timeout: .now() + 20) == .success)
        #expect(order.withLock { $0 } == Array(1...12))
    }

    @Test func `a turn that does not come in time is refused, and the next is not lost`() throws {
        try queue().inTurn {
            #expect(throws: StorageError.busy(seconds: 0)) { try queue(timeoutSeconds: 0).inTurn {} }
            #expect(throws: StorageError.busy(seconds: 1)) { try queue(timeoutSeconds: 1).inTurn {} }
        }
        #expect(try queue().inTurn { 7 } == 7)
    }

    @Test func `a write that fails gives its turn away`() throws {
        #expect(throws: StorageError.diskFull) { try queue().inTurn { throw StorageError.diskFull } }
        #expect(try queue(timeoutSeconds: 0).inTurn { 7 } == 7)
    }

    @Test func `where no lock file can be made writers go on without an order`() throws {
        let queue = WriterQueue(path: folder.file("nowhere/desk.sqlite.lock"), timeoutSeconds: 0)
        #expect(try queue.inTurn { 7 } == 7)
    }

    @Test func `a desk in memory and a copy wait for nobody`() throws {
        let desk = try folder.desk()
        let copy = try desk.database.maintenance.copied()
        try queue().inTurn {
            try copy.write { _ = try $0.run("UPDATE counter SET last = last") }
            _ = try Store.inMemory().file(NewTicket(title: "t"), .ofTests)
        }
    }
}
