import Storage
import Testing
import Workflow

struct AgentTests {
    private let desk: PeopleDesk

    init() throws { desk = try PeopleDesk() }

    private func history(_ number: Int64) throws -> [String] {
        try desk.store.read { try TicketHistory.of(Ticket.Number(number), in: $0) }
            .filter { $0.event.field == .assignee }.map { "\($0.before ?? "—") \($0.after ?? "—")" }
    }

    @Test func `LC-12 an agent is retired only when somebody gets the open tickets, and the history keeps the name`()
        throws
    {
        try desk.perform(.assign(desk.li), on: 1, 2)
        try desk.perform(.resolve(TicketEnd()), on: 2)
        #expect(throws: StorageError.stillHasTickets(.agent, "li", 1)) {
            try desk.store.retireAgent(desk.li.id, to: nil, PeopleDesk.context(2))
        }
        let retired = try desk.store.retireAgent(desk.li.id, to: desk.zhang.id, PeopleDesk.context(3))
        #expect(retired.content.map(\.rawValue) == [1])
        #expect(try desk.ticket(1).assignee == "zhang")
        #expect(try desk.ticket(2).assignee == "li")
        #expect(try history(1) == ["— li", "li zhang"])
    }

    @Test func `LC-12 a retired agent is not offered, and queries and views with the name still parse`() throws {
        try desk.perform(.assign(desk.li), on: 2)
        try desk.perform(.resolve(TicketEnd()), on: 2)
        try desk.store.saveView("旧", try Query.parse("assignee:li is:any"), PeopleDesk.context(1))
        _ = try desk.store.retireAgent(desk.li.id, to: nil, PeopleDesk.context(2))
        #expect(try desk.numbers("assignee:li is:any") == [2])
        #expect(try desk.numbers("@旧") == [2])
        #expect(try desk.numbers("involves:li") == [2])
        #expect(throws: StorageError.retired(.agent, "li")) {
            try desk.store.read { try Agents.offered("li", in: $0) }
        }
        #expect(try desk.store.read { try Agents.all(in: $0).map(\.name) } == ["ana", "chen", "zhang"])
        #expect(try desk.store.read { try KnownNames.agents.all(in: $0) } == ["ana", "chen", "zhang"])
        #expect(try desk.store.read { try Agents.find("li", in: $0)?.isRetired } == true)
    }

    @Test func `LC-12 no rule gives a ticket to who is absent or retired, and their tickets go to who is there`() throws
    {
        try desk.perform(.assign(desk.li, team: desk.cdn), on: 1, 2, 3)
        let away = Absence.absent(until: Instant(milliseconds: 100 * 60_000))
        let moved = try desk.store.setAbsence(away, of: desk.li.id, redistributes: true, PeopleDesk.context(2))
        #expect(moved.content == Redistribution(moved: 3, left: 0))
        #expect(try desk.ticket(3).assignee == "zhang")
        let choice = try #require(try desk.perform(.assignByRule(.least, team: desk.cdn), on: 4, at: 3)[0].choice)
        #expect(choice.chosen.agent == desk.zhang)
        #expect(choice.others.map(\.isAbsent) == [true])
        // After the absence it is li's turn, who has none.
        try desk.perform(.assignByRule(.least), on: 4, at: 101)
        #expect(try desk.ticket(4).team == "CDN")
        #expect(try desk.ticket(4).assignee == "li")
    }

    @Test func `LC-12 tickets stay with an absent agent when nobody else of the team is there`() throws {
        try desk.perform(.assign(desk.li, team: desk.cdn), on: 1)
        _ = try desk.store.setAbsence(.absent(until: nil), of: desk.zhang.id, PeopleDesk.context(1))
        let moved = try desk.store.setAbsence(
            .absent(until: nil), of: desk.li.id, redistributes: true, PeopleDesk.context(2))
        #expect(moved.content == Redistribution(moved: 0, left: 1))
        #expect(try desk.ticket(1).assignee == "li")
        #expect(throws: WorkflowError.nobodyPresent) { try desk.perform(.assignByRule(.roundRobin), on: 1) }
    }

    @Test func `the last admin neither goes nor becomes less`() throws {
        #expect(throws: StorageError.lastAdmin) { try desk.store.retireAgent(1, to: nil, PeopleDesk.context(1)) }
        #expect(throws: StorageError.lastAdmin) { try desk.store.grant(.agent, to: "ana", PeopleDesk.context(1)) }
        _ = try desk.store.grant(.admin, to: "chen", PeopleDesk.context(2))
        #expect(try desk.store.retireAgent(1, to: nil, PeopleDesk.context(3)).content == [])
    }

    @Test func `adding somebody who is there gives another role, and none in passing`() throws {
        #expect(throws: StorageError.nameTaken("chen")) {
            try desk.store.addAgent("chen", AgentFacts(), PeopleDesk.context(1))
        }
        #expect(try desk.store.read { try Agents.find("chen", in: $0)?.role } == .manager)
        #expect(try desk.store.grant(.agent, to: "chen", PeopleDesk.context(1)).role == .agent)
    }

    @Test func `whoever was retired is back when added, with the new role`() throws {
        _ = try desk.store.retireAgent(desk.li.id, to: nil, PeopleDesk.context(1))
        let back = try desk.store.grant(.manager, to: "Li", PeopleDesk.context(2))
        #expect(back == Agent(id: desk.li.id, name: "li", role: .manager))
    }

    @Test func `in turn goes round, also within one operation`() throws {
        let changes = try desk.perform(.assignByRule(.roundRobin, team: desk.cdn), on: 1, 2, 3, 4)
        #expect(changes.map(\.after.assignee) == ["li", "zhang", "li", "zhang"])
    }

    @Test func `the skill is the category with all below it, or a tag`() throws {
        let tree = try desk.store.read { try CategoryTree.read(in: $0) }
        let top = try #require(tree.categories.first { $0.name == "CDN" }?.id)
        let skills = [SkillName.category(top), .tag("发票")]
        let line = try desk.store.editAgent(desk.zhang.id, AgentFacts(addedSkills: skills), PeopleDesk.context(1))
        #expect(line.content.skills == ["CDN", "发票"])
        #expect(try desk.perform(.assignByRule(.skill), on: 1)[0].choice?.chosen.skills == ["CDN"])
        let lost = AgentFacts(removedSkills: [.category(top)])
        _ = try desk.store.editAgent(desk.zhang.id, lost, PeopleDesk.context(2))
        #expect(throws: WorkflowError.nobodySkilled) { try desk.perform(.assignByRule(.skill), on: 2) }
        try desk.perform(.edit(TicketEdit(addedTags: ["发票"])), on: 2)
        #expect(try desk.perform(.assignByRule(.skill), on: 2)[0].after.assignee == "zhang")
    }
}
