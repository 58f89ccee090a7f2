import Storage
import Testing
import Workflow

/// When promises count that came out otherwise than was told, and what was told before.
struct PastPromisesTests {
    private static let days = ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05"]

    /// How many tickets have kept a promise of a first answer, by day.
    private func met(_ desk: SLADesk, _ outcome: String = "met") throws -> [Int] {
        try Self.days.map { try desk.find("is:any sla.first.\(outcome):\($0)").count }
    }

    private func desk() throws -> SLADesk {
        let desk = try SLADesk()
        try desk.policy("all", "first 4d; next 4d")
        return desk
    }

    @Test func `a second answer counts from the day on which the first one was undone`() throws {
        var desk = try desk()
        let ticket = try desk.file()
        desk.pass(hours: 1)
        let first = try desk.perform(.reply("好"), ticket)
        desk.pass(hours: 24)
        try desk.perform(.reply("再看"), ticket)
        desk.pass(hours: 24)
        #expect(try met(desk) == [1, 0, 0, 0])
        _ = try desk.store.undo(first, desk.context)
        #expect(try met(desk) == [1, 0, 1, 0])
        #expect(try desk.measure(.first, ticket)?.end == Instant(milliseconds: SLADesk.monday + 25 * 3_600_000))
        // Written down it is the same.
        desk.pass(hours: 24)
        try desk.perform(.note("x"), ticket)
        #expect(try met(desk) == [1, 0, 1, 0])
        // The total counts it once.
        #expect(try desk.find("is:any sla.first.met:2026-03-02..2026-03-05") == [ticket.rawValue])
    }

    @Test func `what is undone and done again at once was never undone`() throws {
        var desk = try desk()
        let ticket = try desk.file()
        desk.pass(hours: 1)
        let reply = try desk.perform(.reply("好"), ticket)
        desk.pass(hours: 24)
        let undo = try #require(try desk.store.undo(reply, desk.context).operation)
        #expect(try met(desk) == [1, 0, 0, 0])
        desk.pass(minutes: 2)
        _ = try desk.store.undo(undo, desk.context)
        #expect(try met(desk) == [1, 0, 0, 0])
        #expect(try desk.find("is:any sla.first.met:2026-03-02..2026-03-03") == [ticket.rawValue])
        desk.pass(hours: 24)
        try desk.perform(.note("x"), ticket)
        #expect(try met(desk) == [1, 0, 0, 0])
        #expect(try desk.find("is:any sla:met") == [ticket.rawValue])
    }

    @Test func `what is done again a day later counts then`() throws {
        var desk = try desk()
        let ticket = try desk.file()
        desk.pass(hours: 1)
        let reply = try desk.perform(.reply("好"), ticket)
        desk.pass(hours: 1)
        let undo = try #require(try desk.store.undo(reply, desk.context).operation)
        desk.pass(hours: 24)
        #expect(try met(desk) == [0, 0, 0, 0])
        _ = try desk.store.undo(undo, desk.context)
        #expect(try met(desk) == [0, 1, 0, 0])
        desk.pass(hours: 24)
        try desk.perform(.note("x"), ticket)
        #expect(try met(desk) == [0, 1, 0, 0])
    }

    @Test func `an answer that is entered with an earlier time belongs to that time, and refutes a breach`() throws {
        var desk = try SLADesk()
        try desk.policy("all", "first 4h")
        let ticket = try desk.file()
        desk.pass(hours: 24)
        try desk.perform(.note("x"), ticket)
        #expect(try met(desk, "breached") == [1, 0, 0, 0])
        try desk.perform(.reply("电话里说过", at: Instant(milliseconds: SLADesk.monday + 3_600_000)), ticket)
        for _ in 0...1 {
            #expect(try met(desk, "breached") == [0, 0, 0, 0])
            #expect(try met(desk) == [1, 0, 0, 0])
            desk.pass(hours: 24)
            try desk.perform(.note("y"), ticket)
        }
    }

    @Test func `a question that is entered with an earlier time moves its promise`() throws {
        var desk = try SLADesk()
        try desk.policy("all", "next 4h")
        let ticket = try desk.file()
        try desk.perform(.reply("好"), ticket)
        desk.pass(hours: 24)
        try desk.perform(.receive("还是不行", at: nil), ticket)
        desk.pass(hours: 1)
        try desk.perform(.reply("再看"), ticket)
        desk.pass(hours: 1)
        try desk.perform(.note("x"), ticket)
        #expect(try desk.find("is:any sla.next.met:2026-03-03") == [ticket.rawValue])
        let earlier = Instant(milliseconds: SLADesk.monday + 3 * 3_600_000)
        try desk.perform(.receive("早就说过", at: earlier), ticket)
        for _ in 0...1 {
            #expect(try desk.find("is:any sla.next.met:2026-03-03") == [])
            #expect(try desk.find("is:any sla.next.breached:2026-03-02") == [ticket.rawValue])
            desk.pass(hours: 24)
            try desk.perform(.note("y"), ticket)
        }
    }
}
