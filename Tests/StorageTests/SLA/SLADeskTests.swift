import Storage
import Testing
import Workflow

/// Promises of a desk that is worked on.
struct SLADeskTests {
    @Test func `SLA-16 the clock goes on when the customer spoke, also where that is written down later`() throws {
        var desk = try SLADesk()
        try desk.policy("all", "resolve 8bh")
        let ticket = try desk.file()
        desk.pass(hours: 1)
        try desk.perform(.pend(until: nil), ticket)
        let spoken = Instant(milliseconds: desk.now.milliseconds + 30 * 60_000)
        desk.pass(hours: 2)
        try desk.perform(.receive("还是不行", at: spoken), ticket)
        let measure = try #require(try desk.measure(.resolve, ticket))
        #expect(measure.spans.map(\.status) == [.new, .pending, .open])
        #expect(measure.spans[1].to == spoken)
        #expect(measure.used == (60 + 90) * 60_000)
    }

    @Test func `SLA-18 a note, an edit and a merge notice answer nobody`() throws {
        var desk = try SLADesk()
        try desk.policy("all", "first 1bh")
        let (ticket, other) = (try desk.file(), try desk.file())
        desk.pass(minutes: 10)
        try desk.perform(.note("看一下"), ticket)
        try desk.perform(.edit(TicketEdit(title: "新")), ticket)
        _ = try desk.store.merge([other], into: ticket, desk.context.confirming(.anything))
        #expect(try desk.measure(.first, ticket)?.verdict == .running)
        desk.pass(minutes: 10)
        try desk.perform(.reply("好"), ticket)
        #expect(try desk.measure(.first, ticket)?.verdict == .met)
        #expect(try desk.measure(.first, ticket)?.used == 20 * 60_000)
    }

    @Test func `SLA-25 the first policy in order counts, and the others are named`() throws {
        let desk = try SLADesk()
        try desk.policy("urgent", "first 15m", when: "prio:urgent")
        try desk.policy("high", "first 30m", when: "prio>=high")
        try desk.policy("all", "first 4bh")
        let ticket = try desk.file(.urgent)
        let sla = try desk.sla(ticket)
        #expect(sla.policy?.name == "urgent")
        #expect(sla.others == ["high", "all"])
        _ = try desk.store.orderPolicies(["high"], desk.context, try desk.slaContext())
        #expect(try desk.sla(ticket).policy?.name == "high")
        #expect(try desk.sla(try desk.file(.low)).policy?.name == "all")
    }

    @Test func `SLA-26 another policy or calendar changes what runs, and never what is finished or broken`() throws {
        var desk = try SLADesk()
        var policy = try desk.policy("all", "first 1bh; resolve 8bh")
        let (done, running) = (try desk.file(), try desk.file())
        desk.pass(minutes: 30)
        try desk.perform(.reply("好"), done)
        try desk.perform(.resolve(TicketEnd(resolution: .fixed)), done)
        policy.terms = try SLATerms(text: "first 10bm; resolve 20bm")
        _ = try desk.store.change(policy, desk.context, try desk.slaContext())
        #expect(try desk.sla(done).measures.map(\.verdict) == [.met, .met])
        #expect(try desk.measure(.first, running)?.isOverdue == true)
        var calendar = try desk.store.read { try Calendars.find(nil, in: $0) }
        try calendar.week.set("Mon-Fri", to: try DayHours(text: "11:00-18:00"))
        try desk.store.writeSLAVerdicts(try desk.slaContext())
        _ = try desk.store.change(calendar, desk.context, try desk.slaContext())
        #expect(try desk.sla(done).measures.map(\.verdict) == [.met, .met])
        // It was broken before, and that stays.
        #expect(try desk.measure(.first, running)?.isOverdue == true)
        #expect(try desk.measure(.first, running)?.isChanged == true)
        _ = try desk.store.removePolicy("all", desk.context, try desk.slaContext())
        #expect(try desk.find("is:any sla:met") == [done.rawValue])
    }

    @Test func `SLA-28 closing keeps a breach, and taking the closing back lets the clock run on`() throws {
        var desk = try SLADesk()
        try desk.policy("all", "resolve 1bh")
        let (late, early) = (try desk.file(), try desk.file())
        desk.pass(minutes: 30)
        let operation = try desk.perform(.resolve(TicketEnd(resolution: .fixed)), early)
        try desk.store.writeSLAVerdicts(try desk.slaContext())
        #expect(try desk.measure(.resolve, early)?.verdict == .met)
        desk.pass(hours: 2)
        try desk.perform(.resolve(TicketEnd(resolution: .fixed)), late)
        try desk.perform(.close(TicketEnd()), late)
        #expect(try desk.measure(.resolve, late)?.verdict == .breached)
        #expect(try desk.find("is:any sla:breached") == [late.rawValue])
        _ = try desk.store.undo(operation, desk.context)
        let again = try #require(try desk.measure(.resolve, early))
        #expect(again.isOverdue)
        #expect(again.start == Instant(milliseconds: SLADesk.monday))
        try desk.store.writeSLAVerdicts(try desk.slaContext())
        #expect(try desk.find("is:overdue") == [early.rawValue])
    }

    @Test
    func `SLA-30 a warning and a breach are told once each, while the desk works, also after a week without a tick`()
        throws
    {
        var desk = try SLADesk()
        try desk.policy("all", "first 4bh; warn 1bh")
        let ticket = try desk.file()
        func notices() throws -> [SLANotice.Kind] {
            try desk.store.noticeSLA(try desk.slaContext(), desk.context) { "\($0.kind)" }.map(\.kind)
        }
        #expect(try notices() == [])
        // 14:00: three and a half of the four hours are used.
        desk.pass(hours: 5)
        #expect(try notices() == [.warning])
        #expect(try notices() == [])
        // 22:00, and due since 14:30: nobody is told at night.
        desk.pass(hours: 8)
        #expect(try notices() == [])
        // A week later at 10:00.
        desk.pass(hours: 7 * 24 - 12)
        #expect(try notices() == [.breach])
        #expect(try notices() == [])
        let told = try desk.store.read { try TicketMessages.of(ticket, in: $0) }.filter(\.isInternal).map(\.body)
        #expect(told == ["warning", "breach"])
    }

    @Test func `SLA-31 what came before the day that promises begin is not measured`() throws {
        var desk = try SLADesk()
        try desk.policy("all", "first 1bh")
        let old = try desk.file()
        desk.pass(hours: 24)
        let new = try desk.file()
        _ = try desk.store.set([(.slaFrom, "2026-03-03")], desk.context)
        #expect(try desk.sla(old).measures.isEmpty)
        #expect(try desk.sla(old).policy?.name == "all")
        #expect(try desk.measure(.first, new)?.verdict == .running)
        #expect(try desk.find("is:any sla:unmeasured") == [old.rawValue])
    }

    @Test func `SLA-32 a ticket without times is not measured, and never 0`() throws {
        let desk = try SLADesk()
        try desk.policy("all", "first 1bh; resolve 8bh")
        let ticket = try desk.file()
        _ = try desk.store.database.write { db in
            try db.run("UPDATE ticket SET created_at = NULL WHERE id = $1", [.integer(ticket.rawValue)])
        }
        #expect(try desk.sla(ticket).measures.isEmpty)
        #expect(try desk.find("sla:unmeasured") == [ticket.rawValue])
        #expect(try desk.find("is:overdue") == [])
    }

    @Test func `SLA-34 the zone of who looks changes no verdict`() throws {
        var desk = try SLADesk()
        try desk.policy("all", "first 1bh; resolve 1bd")
        let ticket = try desk.file()
        desk.pass(hours: 3)
        try desk.perform(.reply("好"), ticket)
        let here = try desk.sla(ticket).measures
        for hours in [-11, -5, 8, 13] as [Int64] {
            #expect(try desk.sla(ticket, zone: .fixed(secondsEast: hours * 3600)).measures == here)
        }
    }

    @Test func `promises are asked about in queries, and say what comes next`() throws {
        var desk = try SLADesk()
        try desk.policy("high", "first 1bh; resolve 8bh", when: "prio>=high")
        let (high, low, waiting) = (try desk.file(.high), try desk.file(.low), try desk.file(.urgent))
        desk.pass(minutes: 30)
        try desk.perform(.pend(until: nil), waiting)
        #expect(try desk.find("sla:running") == [high.rawValue])
        #expect(try desk.find("sla:paused") == [waiting.rawValue])
        #expect(try desk.find("sla.first:running") == [high.rawValue])
        #expect(try desk.find("sla:unmeasured") == [low.rawValue])
        #expect(try desk.find("sla:<40m") == [high.rawValue])
        #expect(try desk.find("due:today") == [high.rawValue])
        #expect(try desk.find("due:none sort:id") == [low.rawValue, waiting.rawValue])
        #expect(try desk.find("is:open sort:due").first == high.rawValue)
        #expect(try desk.find("sort:due") == [high, waiting, low].map(\.rawValue))
        #expect(try desk.find("sort:due,id") == [high, low, waiting].map(\.rawValue))
        #expect(try desk.find("sort:due-desc,id-desc") == [high, waiting, low].map(\.rawValue))
        #expect(try desk.find("sort:priority,due") == (try desk.find("sort:priority,due,id-desc")))
        desk.pass(hours: 1)
        #expect(try desk.find("is:overdue") == [high.rawValue])
        let next = try desk.store.next(for: SLADesk.ana, at: desk.now, try desk.slaContext().queryContext)
        #expect(next?.ticket.number == high)
        #expect(next?.dueMinutes == -30)
    }

    @Test func `a change of policies is undone like any other`() throws {
        var desk = try SLADesk()
        try desk.policy("all", "first 1bh")
        let before = try desk.store.read { try SLAPolicies.all(in: $0) }
        desk.pass(minutes: 1)
        var policy = before[0]
        policy.terms = try SLATerms(text: "first 2bh")
        let changed = try desk.store.change(policy, desk.context, try desk.slaContext())
        let operation = try #require(changed.operation)
        _ = try desk.store.undo(operation, desk.context)
        #expect(try desk.store.read { try SLAPolicies.all(in: $0) } == before)
    }
}
