import Testing
import Workflow

@testable import Knowledge
@testable import Storage

struct SimilarTicketsTests {
    @Test func `the nearest tickets are told with the words they share`() throws {
        let desk = try TaughtDesk.usual()
        let asked = try desk.file(nil, "证书到期怎么续期")
        let found = try desk.store.read { try SimilarTickets(to: asked, count: 3, in: $0) }
        #expect(found.lines.count == 3)
        #expect(found.lines.allSatisfy { $0.ticket.title.hasPrefix("SSL证书到期") })
        #expect(found.lines[0].words.contains { $0.contains("证书") })
    }

    @Test func `trash, merged tickets and the ticket itself are left out`() throws {
        let desk = try TaughtDesk()
        let asked = try desk.file(nil, "证书到期")
        let gone = try desk.file(nil, "证书到期")
        _ = try desk.store.perform(.remove, on: [gone], desk.context)
        #expect(try desk.store.read { try SimilarTickets(to: asked, count: 9, in: $0) }.lines.isEmpty)
    }

    @Test func `duplicates are groups among the tickets that were asked about`() throws {
        let desk = try TaughtDesk()
        let numbers = try (1...3).map { _ in try desk.file(nil, "请尽快审核我的域名备案信息") }
        #expect(try desk.store.read { try Duplicates(among: numbers, in: $0) }.groups == [numbers])
        #expect(try desk.store.read { try Duplicates(among: [numbers[0]], in: $0) }.groups.isEmpty)
    }
}
