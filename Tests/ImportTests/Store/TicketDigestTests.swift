import Import
import Testing
import Workflow

@testable import Storage

/// What is kept of each version's tickets, so that another file is compared with them.
struct TicketDigestTests {
    private let titles = ["甲", "乙", "丙", "丁", "戊"]

    private func desk() throws -> ImportDesk {
        let desk = try ImportDesk()
        try desk.bring(Written.file(titles.map { Written.Ticket(title: $0, description: "关于\($0)") }), as: "work.md")
        return desk
    }

    private let stored = "SELECT COUNT(*) FROM source_file WHERE LENGTH(ticket_digests) = 8 * found"

    @Test func `every version has 8 bytes a ticket`() throws {
        let desk = try desk()
        try desk.bring(Written.file(titles.map { Written.Ticket(title: $0, description: "新\($0)") }), as: "work.md")
        #expect(try desk.number(stored) == 2)
    }

    @Test func `where none are kept they are made when a file asks for them`() throws {
        let desk = try desk()
        _ = try desk.store.database.write { try $0.run("UPDATE source_file SET ticket_digests = NULL", []) }
        let edited = Written.file(titles.map { Written.Ticket(title: $0, description: $0 == "乙" ? "改过" : "关于\($0)") })
        let outcome = try desk.outcome(edited, as: "july.md")
        #expect(outcome.created == 0 && outcome.updated == 1 && outcome.unchanged == 4)
        #expect(try desk.number(stored) == 2)
    }

    @Test func `a purge forgets them, and the rest is recognised all the same`() throws {
        let desk = try desk()
        _ = try desk.store.perform(.remove, on: [Ticket.Number(3)], desk.context)
        _ = try desk.store.purge([Ticket.Number(3)], desk.context.confirming(.anything))
        #expect(try desk.number("SELECT COUNT(*) FROM source_file WHERE ticket_digests IS NULL") == 1)
        let outcome = try desk.outcome(Written.file("甲", "乙", "丁", "戊", "己"), as: "july.md")
        #expect(outcome.created == 1 && outcome.created + outcome.updated + outcome.unchanged == 5)
    }

    @Test func `shares are counted by what tickets say and by their titles, each ticket once`() throws {
        let desk = try desk()
        try desk.bring(Written.file("壬", "癸", "甲"), as: "other.md")
        let entries = [
            TicketMatching.Entry(hash: [1], title: "甲"), TicketMatching.Entry(hash: [2], title: "戊"),
            TicketMatching.Entry(hash: [3], title: "Nobody's"),
        ]
        let shares = try desk.store.database.write { db in
            var digests = TicketDigests()
            try digests.refresh(in: db)
            try digests.refresh(in: db)
            return digests.shares(of: entries)
        }
        #expect(shares.map(\.version) == [1, 2] && shares.map(\.count) == [2, 1])
    }

    @Test func `many digests are told apart`() {
        var digests = TicketDigests.Draft(count: 5_000)
        for number in 0..<5_000 {
            digests.add(title: "T\(number)", contentHash: [UInt8(number % 256), UInt8(number / 256)])
        }
        #expect(digests.bytes.count == 40_000)
        let whole = digests.bytes.withUnsafeBytes { Set($0.bindMemory(to: UInt32.self)) }
        #expect(whole.count > 9_990)
    }
}
