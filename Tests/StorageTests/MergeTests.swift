import Storage
import Testing
import Workflow

struct MergeTests {
    @Test func `a merged ticket closes as a duplicate and its mergeTarget shows and finds its messages`() throws {
        let desk = try RelationDesk(tickets: 2)
        try desk.say("独此一句", on: 1)
        _ = try desk.merge(1, into: 2)
        let merged = try desk.ticket(1)
        #expect(merged.status == .closed)
        #expect(merged.resolution == .duplicate)
        #expect(merged.mergedInto == Ticket.Number(2))
        #expect(try desk.bodies(2) == ["到期 2", "到期 1", "独此一句"])
        #expect(try desk.find("独此一句") == [2])
        #expect(try desk.find("is:merged") == [1])
        #expect(try desk.find("messages:3") == [2])
        try desk.requireIndexed()
    }

    @Test func `LC-08 a ticket cannot be merged into itself, into a merged one, or twice`() throws {
        let desk = try RelationDesk(tickets: 3)
        let (one, two, three) = (Ticket.Number(1), Ticket.Number(2), Ticket.Number(3))
        #expect(throws: WorkflowError.relation(.mergeIntoItself(one))) { try desk.merge(1, into: 1) }
        _ = try desk.merge(1, into: 2)
        #expect(throws: WorkflowError.relation(.mergeTargetIsMerged(one, into: two))) { try desk.merge(3, into: 1) }
        #expect(throws: WorkflowError.relation(.mergedAlready(one, into: two))) { try desk.merge(1, into: 3) }
        _ = try desk.merge(2, into: 3)
        #expect(throws: WorkflowError.relation(.mergeTargetIsMerged(two, into: three))) { try desk.merge(3, into: 2) }
    }

    @Test func `LC-08 a cycle of merges is refused, also when an undo of an undo would close it`() throws {
        let desk = try RelationDesk(tickets: 2)
        let first = try desk.merge(1, into: 2)
        #expect(throws: WorkflowError.relation(.mergeTargetIsMerged(Ticket.Number(1), into: Ticket.Number(2)))) {
            try desk.merge(2, into: 1)
        }
        _ = try desk.store.undo(first, desk.context(6))
        let undo = try desk.store.read { try OperationLog.lines(limit: 1, in: $0)[0].number }
        _ = try desk.merge(2, into: 1)
        #expect(throws: StorageError.self) { try desk.store.undo(undo, desk.context(7)) }
        #expect(try desk.ticket(1).mergedInto == nil)
    }

    @Test func `LC-08 tickets of another customer are merged only on purpose`() throws {
        let desk = try RelationDesk(tickets: 1)
        let other = try desk.file("别家", "也到期", customer: "李")
        let nobody = try desk.file("无名", "还到期", customer: nil)
        let question = NeedsConfirmation(of: .otherCustomer(other, "李", mergeTarget: Ticket.Number(1), "王"))
        #expect(throws: question) { try desk.merge(other.rawValue, into: 1) }
        _ = try desk.merge(other.rawValue, into: 1, isForced: true)
        _ = try desk.merge(nobody.rawValue, into: 1)
        #expect(try desk.ticket(other.rawValue).mergedInto == Ticket.Number(1))
    }

    @Test func `LC-08 a merge with attachments and of closed tickets goes back exactly`() throws {
        let desk = try RelationDesk(tickets: 2)
        _ = try desk.store.attach(
            [try RelationDesk.attachment("a.txt", "甲")], to: Ticket.Number(1), isInternal: false, desk.context(1))
        _ = try desk.store.perform(.close(TicketEnd(resolution: .spam)), on: [Ticket.Number(1)], desk.context(2))
        let before = try desk.export()
        let merge = try desk.merge(1, into: 2)
        #expect(try desk.find("has:attachment is:open") == [2])
        let merged = try desk.export()
        _ = try desk.store.undo(merge, desk.context(6))
        #expect(try desk.export() == before)
        let undo = try desk.store.read { try OperationLog.lines(limit: 1, in: $0)[0].number }
        _ = try desk.store.undo(undo, desk.context(7))
        #expect(try desk.export() == merged)
        try desk.requireIndexed()
    }

    @Test func `what is written to a merged number goes to its mergeTarget`() throws {
        let desk = try RelationDesk(tickets: 3)
        _ = try desk.merge(1, into: 2)
        _ = try desk.merge(2, into: 3)
        let performed = try desk.store.perform(.reply("您好"), on: [Ticket.Number(1)], desk.context(6))
        #expect(performed.changed.map(\.after.number.rawValue) == [3])
        #expect(performed.redirected == [.init(from: Ticket.Number(1), to: Ticket.Number(3))])
        let both = try desk.store.perform(.note("只一条"), on: [Ticket.Number(1), Ticket.Number(3)], desk.context(7))
        #expect(both.changed.count == 1)
        let removed = WorkflowError.relation(.isMerged(Ticket.Number(1), into: Ticket.Number(3)))
        #expect(throws: removed) { try desk.store.perform(.remove, on: [Ticket.Number(1)], desk.context(8)) }
    }
}

struct UnmergeTests {
    private func unmerge(_ number: Int64, _ desk: RelationDesk) throws {
        _ = try desk.store.unmerge(Ticket.Number(number), desk.context(30))
    }

    @Test func `unmerging at once gives the same export to the byte`() throws {
        let desk = try RelationDesk(tickets: 2)
        _ = try desk.store.perform(.pend(until: Instant(milliseconds: 9)), on: [Ticket.Number(1)], desk.context(2))
        let before = try desk.export()
        _ = try desk.merge(1, into: 2)
        try unmerge(1, desk)
        #expect(try desk.export() == before)
        #expect(throws: WorkflowError.relation(.notMerged(Ticket.Number(1)))) { try unmerge(1, desk) }
        try desk.requireIndexed()
    }

    @Test func `LC-09 unmerge after new replies brings them where they were addressed`() throws {
        let desk = try RelationDesk(tickets: 2)
        _ = try desk.merge(1, into: 2)
        try desk.say("合并之后", on: 1, 6)
        try unmerge(1, desk)
        #expect(try desk.bodies(1) == ["到期 1", "合并之后"])
        #expect(try desk.bodies(2) == ["到期 2"])
        #expect(try desk.find("合并之后") == [1])
        try desk.requireIndexed()
    }

    @Test func `LC-09 unmerge after edits takes the edited text back`() throws {
        let desk = try RelationDesk(tickets: 2)
        _ = try desk.merge(1, into: 2)
        _ = try desk.store.editMessage(desk.place(1, 1), to: "改过的字", desk.context(6))
        #expect(try desk.find("改过的字") == [2])
        try unmerge(1, desk)
        #expect(try desk.bodies(1) == ["改过的字"])
        #expect(try desk.find("改过的字 is:any") == [1])
        try desk.requireIndexed()
    }

    @Test func `LC-09 unmerge after the mergeTarget was merged again`() throws {
        let desk = try RelationDesk(tickets: 3)
        let before = try desk.export()
        _ = try desk.merge(1, into: 2)
        _ = try desk.merge(2, into: 3)
        #expect(try desk.bodies(3) == ["到期 3", "到期 2", "到期 1"])
        try unmerge(1, desk)
        #expect(try desk.bodies(3) == ["到期 3", "到期 2"])
        #expect(try desk.ticket(1).status == .new)
        try unmerge(2, desk)
        // Only when they were updated differs.
        let pattern = #/"updatedAt":"[^"]*"/#
        #expect(try desk.export().replacing(pattern, with: "") == before.replacing(pattern, with: ""))
        try desk.requireIndexed()
    }

    @Test func `undo of an unmerge merges again`() throws {
        let desk = try RelationDesk(tickets: 2)
        _ = try desk.merge(1, into: 2)
        let merged = try desk.export()
        try unmerge(1, desk)
        let operation = try desk.store.read { try OperationLog.lines(limit: 1, in: $0)[0].number }
        _ = try desk.store.undo(operation, desk.context(40))
        #expect(try desk.export() == merged)
        try desk.requireIndexed()
    }
}
