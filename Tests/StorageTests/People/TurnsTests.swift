import Storage
import Testing
import Workflow

struct TurnsTests {
    @Test func `of many who assign by turns at once each agent gets as many`() async throws {
        let folder = try TemporaryFolder()
        let store = try folder.desk()
        let names = ["li", "zhang", "chen", "wu"]
        for name in names { _ = try store.grant(.agent, to: name, PeopleDesk.context(0)) }
        _ = try store.setAbsence(.absent(until: nil), of: PeopleDesk.ana.id, PeopleDesk.context(0))
        for number in 1...40 { _ = try store.file(NewTicket(title: "t \(number)"), PeopleDesk.context(0)) }
        let path = folder.file("desk.sqlite")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for first in 0..<8 {
                group.addTask {
                    let own = Store(database: try SQLiteDatabase.openForWriting(path, timeoutSeconds: 60))
                    for place in 0..<5 {
                        let number = Ticket.Number(Int64(first * 5 + place + 1))
                        _ = try own.perform(.assignByRule(.roundRobin), on: [number], PeopleDesk.context(1))
                    }
                }
            }
            try await group.waitForAll()
        }
        let open = try store.read { try Agents.lines(in: $0) }.filter { names.contains($0.agent.name) }.map(\.open)
        #expect(open == [10, 10, 10, 10])
    }
}
