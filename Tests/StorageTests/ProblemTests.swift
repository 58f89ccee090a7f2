import Storage
import Testing
import Workflow

struct ProblemTests {
    private func problem(_ desk: RelationDesk, incidents: Int64...) throws -> Problem {
        try desk.store.newProblem(
            "全网证书过期", workaround: "换证书", incidents: incidents.map { Ticket.Number($0) }, desk.context(1)
        ).problem
    }

    @Test func `LC-10 resolving a problem resolves its open incidents with one reply each, and one undo takes it back`()
        throws
    {
        let desk = try RelationDesk(tickets: 4)
        let problem = try problem(desk, incidents: 1, 2, 3)
        _ = try desk.store.perform(
            .resolve(TicketEnd(resolution: .answered)), on: [Ticket.Number(3)], desk.context(2))
        let before = try desk.export()
        let end = TicketEnd(resolution: .fixed, message: "已全部更新")
        let preview = try desk.store.resolveProblem(problem.id, end, desk.context(3).rehearsal)
        #expect(preview.operation == nil)
        #expect(preview.performed.changed.map(\.after.number.rawValue) == [1, 2])
        #expect(try desk.export() == before)
        let done = try desk.store.resolveProblem(problem.id, end, desk.context(3))
        #expect(done.untouched == [Ticket.Number(3)])
        #expect(try desk.bodies(1) == ["到期 1", "已全部更新"])
        #expect(try desk.bodies(3) == ["到期 3"])
        #expect(try desk.ticket(3).resolution == .answered)
        #expect(throws: WorkflowError.relation(.problemResolved(problem.id))) {
            try desk.store.resolveProblem(problem.id, end, desk.context(4))
        }
        _ = try desk.store.undo(try #require(done.operation), desk.context(5))
        #expect(try desk.export() == before)
        #expect(try desk.store.read { try Problems.find(problem.id, in: $0) }.resolvedAt == nil)
        try desk.requireIndexed()
    }

    @Test func `a problem is asked for by its number, its title, or none`() throws {
        let desk = try RelationDesk(tickets: 3)
        _ = try problem(desk, incidents: 2)
        #expect(try desk.find("problem:P1") == [2])
        #expect(try desk.find("problem:全网证书过期") == [2])
        #expect(try desk.find("problem~证书") == [2])
        #expect(try desk.find("problem:none") == [1, 3])
        #expect(throws: QueryError.self) { try desk.find("problem:P9") }
    }

    @Test func `undo sets a new problem aside and redo brings it back`() throws {
        let desk = try RelationDesk(tickets: 1)
        let before = try desk.export()
        let made = try desk.store.newProblem("甲", workaround: nil, incidents: [Ticket.Number(1)], desk.context(1))
        let told = try desk.export()
        _ = try desk.store.undo(try #require(made.operation), desk.context(2))
        #expect(try desk.export() == before)
        #expect(throws: WorkflowError.relation(.noProblem(1))) { try desk.store.read { try Problems.find(1, in: $0) } }
        let undo = try desk.store.read { try OperationLog.lines(limit: 1, in: $0)[0].number }
        _ = try desk.store.undo(undo, desk.context(3))
        #expect(try desk.export() == told)
    }

    @Test func `title and workaround change and come back`() throws {
        let desk = try RelationDesk(tickets: 1)
        let problem = try problem(desk, incidents: 1)
        let edit = try desk.store.editProblem(problem.id, title: "乙", workaround: "", desk.context(2))
        #expect(edit.problem.title == "乙" && edit.problem.workaround == nil)
        _ = try desk.store.undo(try #require(edit.operation), desk.context(3))
        #expect(try desk.store.read { try Problems.find(problem.id, in: $0) } == problem)
    }
}
