import Storage
import Testing
import Workflow

/// The newest tickets of a list are found without looking at all of it; they must be the same.
struct NewestFirstTests {
    private static let ana = Agent(id: 1, name: "ana", role: .admin)

    // More tickets than are looked at first, in an order of numbers that is not the order of times.
    private func desk() throws -> Store {
        let store = try Store.inMemory()
        for number in 1...700 {
            let context = CommandContext(
                agent: Self.ana.name, at: Instant(milliseconds: Int64(number * 7919 % 701) * 60_000), command: "desk")
            let title = number % 3 == 0 ? "证书 \(number)" : "上传 \(number)"
            let text = number % 97 == 0 ? "超时" : number % 5 == 0 ? "证书到期" : nil
            _ = try store.file(NewTicket(title: title, description: text, tags: number % 2 == 0 ? ["a"] : []), context)
        }
        return store
    }

    @Test func `the first tickets of a list of words are the beginning of the whole list`() throws {
        let store = try desk()
        try store.read { db in
            let queryContext = QueryContext(
                agent: Self.ana, now: Instant(milliseconds: 0), zone: .utc, categories: CategoryTree([]))
            for text in ["证书", "超时", "证书 到期", "证书 -到期", "上传 OR 超时", "in:title 证书", "tag:a 上传", "没有", "-证书 超时"] {
                let list = try TicketList(try Query.parse(text), queryContext, in: db)
                let all = try list.numbers()
                for (limit, offset) in [(1, 0), (20, 0), (20, 13), (200, 0), (600, 100), (1, 690)] {
                    let some = try list.numbers(limit: limit, offset: offset)
                    #expect(some == Array(all.dropFirst(offset).prefix(limit)), "\(text) \(limit) \(offset)")
                }
            }
        }
    }
}
