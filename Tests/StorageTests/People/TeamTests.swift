import Storage
import Testing
import Workflow

struct TeamTests {
    private let desk: PeopleDesk

    init() throws { desk = try PeopleDesk() }

    private func team(_ name: String) throws -> Team { try desk.store.read { try Teams.offered(name, in: $0) } }

    @Test func `a transferred ticket keeps its assignee only when he is of the team`() throws {
        try desk.perform(.assign(desk.li), on: 1)
        try desk.perform(.assign(desk.chen), on: 2)
        try desk.perform(.transfer(desk.cdn), on: 1, 2)
        #expect(try desk.ticket(1).assignee == "li" && desk.ticket(1).team == "CDN")
        #expect(try desk.ticket(2).assignee == nil && desk.ticket(2).team == "CDN")
    }

    @Test func `who is given a ticket is chosen among its team`() throws {
        try desk.perform(.transfer(try team("存储")), on: 1)
        #expect(try desk.perform(.assignByRule(.least), on: 1)[0].after.assignee == "chen")
    }

    @Test func `team:me is the teams I am of`() throws {
        try desk.perform(.transfer(desk.cdn), on: 2)
        try desk.perform(.transfer(try team("存储")), on: 3)
        #expect(try desk.numbers("team:me", as: desk.li) == [2])
        #expect(try desk.numbers("team:me", as: desk.chen) == [3])
        #expect(try desk.numbers("team:me") == [])
        #expect(try desk.numbers("customer:me") == [])
        _ = try desk.store.editTeam(desk.cdn.id, TeamFacts(removedMembers: [desk.li.id]), PeopleDesk.context(1))
        #expect(try desk.numbers("team:me", as: desk.li) == [])
    }

    @Test func `next of a team is the most pressing of its tickets`() throws {
        try desk.perform(.escalate(.urgent, text: nil), on: 1)
        try desk.perform(.transfer(desk.cdn), on: 3)
        let next = try desk.store.next(for: desk.li, team: desk.cdn, at: Instant(milliseconds: 0))
        #expect(next?.ticket.number.rawValue == 3 && next?.others == 0)
        #expect(
            try desk.store.takeNext(PeopleDesk.context(2, by: desk.li), team: desk.cdn)?.ticket.number.rawValue == 3)
        #expect(try desk.store.takeNext(PeopleDesk.context(2, by: desk.li), team: desk.cdn) == nil)
    }

    @Test func `a team with open tickets is retired only when another gets them`() throws {
        try desk.perform(.transfer(desk.cdn), on: 1, 2)
        #expect(throws: StorageError.stillHasTickets(.team, "CDN", 2)) {
            try desk.store.retireTeam(desk.cdn.id, to: nil, PeopleDesk.context(1))
        }
        _ = try desk.store.retireTeam(desk.cdn.id, to: try team("存储").id, PeopleDesk.context(2))
        #expect(try desk.ticket(1).team == "存储")
        #expect(throws: StorageError.retired(.team, "CDN")) { try team("CDN") }
    }

    @Test func `what is taken from somebody is told, and a steal says whose it is now`() throws {
        try desk.perform(.assign(desk.li), on: 1)
        #expect(throws: WorkflowError.taken(by: "li")) { try desk.perform(.take, on: 1) }
        #expect(try desk.perform(.steal, on: 1)[0].after.assignee == "ana")
    }

    @Test func `an escalation raises, gives to a team, and keeps its reason among the notes`() throws {
        try desk.perform(.edit(TicketEdit(priority: .urgent)), on: 1)
        try desk.perform(.escalate(.high, text: "重要", team: desk.cdn, reason: "客户投诉"), on: 1, 2)
        #expect(try desk.ticket(1).priority == .urgent)
        #expect(try desk.ticket(2).priority == .high && desk.ticket(2).priorityText == "重要")
        #expect(try desk.numbers("in:note 投诉") == [1, 2])
        #expect(try desk.numbers("in:public 投诉") == [])
        #expect(try desk.ticket(2).team == "CDN")
    }
}
