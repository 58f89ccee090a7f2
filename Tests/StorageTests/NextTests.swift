import Foundation
import Storage
import Testing
import Workflow

struct NextTests {
    private func temporaryDesk() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.path + "/desk.sqlite"
    }

    private func context(_ agent: Agent) -> CommandContext {
        CommandContext(agent: agent.name, at: Instant(milliseconds: 60_000), command: "desk next --take")
    }

    @Test func `CO-05 of many who take the next ticket at once none gets another's and none is lost`() async throws {
        let path = try temporaryDesk()
        defer { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }
        let uuid = try #require(UUIDBytes([UInt8](1...16)))
        let founding = NewDesk(
            uuid: uuid, admin: "ana", timeZone: "UTC", language: "en", at: Instant(milliseconds: 0))
        let store = try Store.create(path, founding, timeoutSeconds: 60)
        let ana = Agent(id: 1, name: "ana", role: .admin)
        for number in 1...800 { _ = try store.file(NewTicket(title: "t \(number)"), context(ana)) }
        let agents = try (1...8).map { try store.grant(.agent, to: "agent \($0)", context(ana)) }
        let taken = try await withThrowingTaskGroup(of: [Int64].self) { group in
            for agent in agents {
                group.addTask {
                    let database = try SQLiteDatabase.openForWriting(path, timeoutSeconds: 60)
                    // It lets the others go on before every statement, and refuses to read before it is its turn.
                    let own = Store(database: YieldingDatabase(database, isStrict: true))
                    var numbers: [Int64] = []
                    for _ in 0..<100 {
                        guard let next = try own.takeNext(self.context(agent)) else { break }
                        numbers.append(next.ticket.number.rawValue)
                    }
                    return numbers
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(taken.sorted() == Array(1...800))
    }

    @Test func `what presses more comes first and then what waits longer`() throws {
        let store = try Store.inMemory()
        let ana = Agent(id: 1, name: "ana", role: .admin)
        for (minute, priority) in [(3, Priority.normal), (2, .normal), (9, .urgent), (1, .low)] {
            let at = Instant(milliseconds: Int64(minute) * 60_000)
            _ = try store.file(
                NewTicket(title: "t", priority: priority), CommandContext(agent: ana.name, at: at, command: "desk new"))
        }
        var order: [Int64] = []
        while let next = try store.takeNext(context(ana)) { order.append(next.ticket.number.rawValue) }
        #expect(order == [3, 2, 1, 4])
    }
}
