import Storage
import Testing
import Workflow

/// Until when a ticket waits.
struct WaitingTests {
    private let desk: RelationDesk
    private let first = Instant(milliseconds: 3_600_000)
    private let second = Instant(milliseconds: 7_200_000)

    init() throws { desk = try RelationDesk(tickets: 1) }

    private func perform(_ verb: TicketCommand, _ minute: Int = 1) throws -> Ticket {
        let performed = try desk.store.perform(verb, on: [Ticket.Number(1)], desk.context(minute))
        return try #require(performed.changed.first).after
    }

    @Test(arguments: [TicketCommand.pend(until: nil), .hold(until: nil)])
    func `a ticket that waits can wait until another day, which is an event`(verb: TicketCommand) throws {
        let again: (Instant?) -> TicketCommand = { if case .hold = verb { .hold(until: $0) } else { .pend(until: $0) } }
        _ = try perform(again(first))
        #expect(try perform(again(second), 2).wakeAt == second)
        let history = try desk.store.read { try TicketHistory.of(Ticket.Number(1), in: $0) }
        #expect(history.contains { $0.event.field == .wakeAt && $0.event.before == "3600000" })
        #expect(try perform(again(nil), 3).wakeAt == nil)
    }

    @Test(arguments: [
        TicketCommand.note("供应商"), .reply("请稍候"), .edit(TicketEdit(priority: .high)), .take,
        .receive("收到", at: nil, Reception(mayReopen: false)),
    ])
    func `what does not end the waiting leaves its day`(verb: TicketCommand) throws {
        _ = try perform(.pend(until: first))
        #expect(try perform(verb, 2).wakeAt == first)
        #expect(try perform(.wake, 3).wakeAt == nil)
    }

    @Test func `an edit tells each value it set, and what it was`() throws {
        let number = Ticket.Number(1)
        let edit = TicketEdit(title: "新", priority: .high, addedTags: ["急"])
        let performed = try desk.store.perform(.edit(edit), on: [number], desk.context(1).rehearsal)
        #expect(
            performed.changed.first?.values == [
                TicketDiff.Change(field: .title, before: "证书 1", after: "新"),
                TicketDiff.Change(field: .priority, before: "normal", after: "high"),
                TicketDiff.Change(field: .tag, subject: "急", after: "急"),
            ])
    }
}
