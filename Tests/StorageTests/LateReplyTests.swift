import Storage
import Testing
import Workflow

/// What happens to tickets at and after their end.
struct LateReplyTests {
    private static let ana = Agent(id: 1, name: "ana", role: .admin)
    // Monday, 2026-03-02 09:00 UTC.
    private static let monday: Int64 = 1_772_442_000_000
    private static let day: Int64 = 86_400_000

    private func slaContext(_ store: Store) throws -> SLAContext {
        try store.read { db in
            let queryContext = QueryContext(
                agent: nil, now: context().at, zone: .utc, categories: try CategoryTree.read(in: db))
            return SLAContext(queryContext: queryContext, zones: { _ in .utc })
        }
    }

    private func context(day: Double = 0) -> CommandContext {
        let at = Self.monday + Int64(day * Double(Self.day))
        return CommandContext(agent: Self.ana.name, at: Instant(milliseconds: at), command: "desk")
    }

    private func desk() throws -> Store {
        let store = try Store.inMemory()
        let new = NewTicket(
            title: "证书到期", description: "请处理", categoryPath: ["CDN", "证书"], priority: .high, priorityText: "重要",
            customer: "王女士")
        _ = try store.file(new, context())
        return store
    }

    private let one = [Ticket.Number(1)]

    private func ticket(_ number: Int64, _ store: Store) throws -> Ticket {
        try #require(try store.read { try TicketRows.find(Ticket.Number(number), in: $0) })
    }

    private func closed(_ store: Store) throws {
        _ = try store.perform(.resolve(TicketEnd(resolution: .fixed)), on: one, context())
        _ = try store.perform(.close(TicketEnd()), on: one, context())
    }

    @Test func `LC-02 taking a new ticket opens it and releasing it does not make it new`() throws {
        let store = try desk()
        _ = try store.perform(.take, on: one, context())
        #expect(try ticket(1, store).status == .open)
        _ = try store.perform(.release, on: one, context())
        #expect(try ticket(1, store).status == .open)
        #expect(try ticket(1, store).assignee == nil)
    }

    @Test func `LC-03 what is required is asked for, of one ticket and of many, and what is given with it counts`()
        throws
    {
        let store = try desk()
        _ = try store.file(NewTicket(title: "二"), context())
        _ = try store.set([(.resolveRequires, "resolution, cause, category")], context())
        #expect(throws: WorkflowError.lacks([.resolution, .cause])) {
            try store.perform(.resolve(TicketEnd()), on: one, context())
        }
        let end = TicketEnd(resolution: .fixed, causes: ["证书过期"])
        let performed = try store.perform(.resolve(end), on: [Ticket.Number(1), Ticket.Number(2)], context())
        #expect(performed.changed.map(\.after.number.rawValue) == [1])
        #expect(performed.refused.map(\.ticket.rawValue) == [2])
        let category = try store.read { try CategoryTree.read(in: $0).categories.first { $0.name == "证书" }?.id }
        var complete = end
        complete.category = category
        _ = try store.perform(.resolve(complete), on: [Ticket.Number(2)], context())
        #expect(try ticket(2, store).status == .resolved)
    }

    @Test func `LC-03 a series gives before it resolves, and a placeholder is no cause`() throws {
        let store = try desk()
        _ = try store.set([(.resolveRequires, "cause, customer, field.域名")], context())
        let fields = TicketEdit(fields: [NamedText(name: "域名", text: "a.example.com")])
        #expect(throws: WorkflowError.lacks([.cause])) {
            try store.perform(.series([.edit(fields), .resolve(TicketEnd())]), on: one, context())
        }
        #expect(try ticket(1, store).version == 1)
        let judged = TicketCommand.setCauseState(["证书过期"], .suggested)
        _ = try store.perform(.series([.edit(fields), judged, .resolve(TicketEnd())]), on: one, context())
        #expect(try ticket(1, store).status == .resolved)
    }

    @Test func `LC-04 a reply on a resolved ticket opens it, and the history counts it`() throws {
        let store = try desk()
        _ = try store.perform(.resolve(TicketEnd(resolution: .fixed)), on: one, context())
        _ = try store.perform(.receive("还是不行", at: nil), on: one, context(day: 1))
        #expect(try ticket(1, store).status == .open)
        #expect(try ticket(1, store).resolution == nil)
        let moves = try store.read { try TicketHistory.of(Ticket.Number(1), in: $0) }.filter {
            $0.event.field == .status
        }
        #expect(moves.last?.before == "resolved" && moves.last?.after == "open")
    }

    @Test(arguments: [(7.0, true), (7.6, true), (8.0, false)])
    func `LC-04 a reply on a closed ticket opens it on the last day of the window, and later is a follow-up`(
        days: Double, reopens: Bool
    ) throws {
        let store = try desk()
        try closed(store)
        let verb = TicketCommand.receive("又坏了", at: nil, Reception(late: .within(days: 7)))
        let performed = try store.perform(verb, on: one, context(day: days))
        #expect(try ticket(1, store).status == (reopens ? .open : .closed))
        #expect((performed.changed[0].followUp == nil) == reopens)
    }

    @Test func `LC-04 a follow-up carries the matter on and can be undone`() throws {
        let store = try desk()
        try closed(store)
        let verb = TicketCommand.receive("又坏了", at: nil, Reception(late: .followUp))
        let performed = try store.perform(verb, on: one, context(day: 30))
        let followUp = try #require(performed.changed[0].followUp)
        #expect(followUp.number.rawValue == 2 && followUp.status == .new && followUp.title == "证书到期")
        #expect(followUp.customer == "王女士" && followUp.priorityText == "重要")
        let said = try store.read { try TicketMessages.of(followUp.number, in: $0) }
        #expect(said.first?.body == "又坏了" && said.first?.isDescription == true)
        _ = try store.undo(try #require(performed.operation), context(day: 31))
        #expect(try ticket(2, store).removal == .undone)
        #expect(try store.read { try TicketMessages.of(Ticket.Number(1), in: $0).count } == 1)
        #expect(try store.examine(hash: { $0 }, progress: { _, _ in }).unindexed.isEmpty)
    }

    @Test func `LC-05 thanks on a resolved ticket leave it resolved when the agent says so`() throws {
        let store = try desk()
        _ = try store.perform(.resolve(TicketEnd(resolution: .fixed)), on: one, context())
        _ = try store.perform(.receive("谢谢", at: nil, Reception(mayReopen: false)), on: one, context(day: 1))
        #expect(try ticket(1, store).status == .resolved)
        // Nothing is guessed: the same words without that open it.
        _ = try store.perform(.receive("谢谢", at: nil), on: one, context(day: 1))
        #expect(try ticket(1, store).status == .open)
    }

    private func close(_ store: Store, day: Double) throws -> [Int64] {
        let length = try #require(Query.Length("4bd"))
        return try store.closeWhatIsResolved(for: length, in: WorkCalendar(zone: .utc), context(day: day)).map(
            \.rawValue)
    }

    @Test func `LC-06 a resolved ticket closes after four business days, once`() throws {
        let store = try desk()
        // Resolved on Thursday: Friday, Monday, Tuesday, Wednesday.
        _ = try store.perform(.resolve(TicketEnd(resolution: .fixed)), on: one, context(day: 3))
        #expect(try close(store, day: 8.99) == [])
        #expect(try close(store, day: 9) == [1])
        #expect(try ticket(1, store).status == .closed)
        let operations = try store.read { try OperationLog.lines(limit: nil, in: $0).count }
        #expect(try close(store, day: 20) == [])
        #expect(try store.read { try OperationLog.lines(limit: nil, in: $0).count } == operations)
    }

    @Test func `LC-06 waiting before and thanks after do not change the day, and an answer stops it`() throws {
        let store = try desk()
        _ = try store.file(NewTicket(title: "二"), context())
        let both = [Ticket.Number(1), Ticket.Number(2)]
        _ = try store.perform(.hold(until: nil), on: both, context())
        #expect(try close(store, day: 30) == [])
        _ = try store.perform(.resolve(TicketEnd(resolution: .fixed)), on: both, context(day: 30))
        _ = try store.perform(.receive("谢谢", at: nil, Reception(mayReopen: false)), on: one, context(day: 31))
        _ = try store.perform(.receive("不行", at: nil), on: [Ticket.Number(2)], context(day: 31))
        #expect(try close(store, day: 60) == [1])
        #expect(try ticket(2, store).status == .open)
    }

    @Test func `LC-07 a ticket whose time of waiting has passed is open again, and its history says why`() throws {
        let store = try desk()
        let until = Instant(milliseconds: Self.monday + Self.day)
        _ = try store.perform(.pend(until: until), on: one, context())
        #expect(try store.wakeWhatIsDue(context(day: 0.9)) == [])
        var tick = context(day: 1)
        tick.reason = "waiting is over"
        #expect(try store.wakeWhatIsDue(tick) == one)
        #expect(try ticket(1, store).status == .open)
        #expect(try ticket(1, store).wakeAt == nil)
        let history = try store.read { try TicketHistory.of(Ticket.Number(1), in: $0) }
        #expect(history.last?.reason == "waiting is over")
        #expect(try store.wakeWhatIsDue(tick) == [])
    }

    @Test func `somebody else may say something on a ticket, and is named`() throws {
        let store = try desk()
        _ = try store.perform(.receive("我是他同事", at: nil, Reception(from: "李先生")), on: one, context())
        #expect(try store.read { try TicketMessages.of(Ticket.Number(1), in: $0).last?.author } == "李先生")
        #expect(try ticket(1, store).customer == "王女士")
    }

    @Test func `a setting is undone like any other change`() throws {
        let store = try desk()
        let operation = try #require(try store.set([(.lateReply, "reopen")], context()).operation)
        #expect(try store.read { try Settings.lateReply(in: $0) } == .reopen)
        #expect(try store.set([(.lateReply, "reopen")], context()) == .unchanged)
        _ = try store.undo(operation, context())
        #expect(try store.read { try Settings.lateReply(in: $0) } == .within(days: 7))
    }

    @Test func `SLA-13 a calendar without working time is refused when it is saved`() throws {
        let store = try desk()
        #expect(throws: CalendarError.noWorkingTime) { try store.addCalendar("无", zone: nil, week: .never, context()) }
        var calendar = try store.read { try Calendars.find(nil, in: $0) }
        calendar.week = .never
        #expect(throws: CalendarError.noWorkingTime) { try store.change(calendar, context(), slaContext(store)) }
        let shift = try DayHours(text: "09:00-10:00")
        calendar.days[20_600].shift = shift
        let operation = try #require(try store.change(calendar, context(), slaContext(store)).operation)
        #expect(try store.change(calendar, context(), slaContext(store)) == .unchanged)
        #expect(try store.read { try Calendars.find(nil, in: $0).days[20_600].shift } == shift)
        _ = try store.undo(operation, context())
        #expect(try store.read { try Calendars.find(nil, in: $0).week } == .usual)
    }
}
