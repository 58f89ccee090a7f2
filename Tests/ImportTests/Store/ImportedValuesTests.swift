import Storage
import Testing
import Workflow

@testable import Files
@testable import Import

/// Priorities, people, times, tags and references of a file become the ticket's own, and follow the file when it changes.
@Suite struct ImportedValuesTests {
    private static func ticket(
        priority: String = "High", customer: String = "Ann Lee", agent: String = "Sue Wang", status: String = "Closed",
        created: String = "2024-03-01 08:00", tags: String = "gate, rain"
    ) -> String {
        """
        ## Ticket #7 - Gate sticks

        **Customer:** \(customer)
        **Agent:** \(agent)
        **Status:** \(status)
        **Priority:** \(priority)
        **Created:** \(created)
        **Closed:** 2024-03-02 09:30
        **Labels:** \(tags)
        **Ticket ID:** H-7

        ### Description

        It sticks.

        ### Resolution

        Oil it.

        """
    }

    @Test func `they are the ticket's own, and its notes are nobody's message`() throws {
        let desk = try ImportDesk()
        try desk.bring(Self.ticket())
        let record = try desk.ticket(1)
        #expect(record.ticket.priority == .high && record.ticket.priorityText == "High")
        #expect(record.ticket.customer == "Ann Lee" && record.ticket.assignee == "Sue Wang")
        #expect(record.ticket.status == .closed && record.tags == ["gate", "rain"])
        #expect(record.ticket.createdAt == Instant(milliseconds: 1_709_280_000_000))
        #expect(record.ticket.closedAt == Instant(milliseconds: 1_709_371_800_000))
        #expect(record.ticket.resolvedAt == record.ticket.closedAt)
        #expect(
            try desk.found("ref:H-7") == [1] && desk.found("ref:7") == [1] && desk.found("created:2024-03-01") == [1])
        #expect(try desk.health.problems == 0)
    }

    @Test func `an agent of a file may do nothing until somebody adds him`() throws {
        let desk = try ImportDesk()
        try desk.bring(Self.ticket())
        let sue = try desk.store.read { try Agents.find("Sue Wang", in: $0) }
        #expect(sue?.isRetired == true)
        #expect(throws: (any Error).self) {
            try desk.store.undoImport("b1", CommandContext(agent: "Sue Wang", at: desk.context.at, command: "x"))
        }
        _ = try desk.store.addAgent("Sue Wang", AgentFacts(role: .manager), desk.context)
        #expect(try desk.store.read { try Agents.find("sue wang", in: $0) }?.isRetired == false)
    }

    @Test func `a changed file changes them, and a value that the desk changed too stays`() throws {
        let desk = try ImportDesk()
        try desk.bring(Self.ticket())
        let changed = Self.ticket(priority: "Low", customer: "Bob Ray", created: "2024-03-03 08:00", tags: "gate, wind")
        #expect(try desk.outcome(changed).updated == 1)
        var record = try desk.ticket(1)
        #expect(
            record.ticket.priority == .low && record.ticket.customer == "Bob Ray" && record.tags == ["gate", "wind"])
        #expect(record.ticket.createdAt == Instant(milliseconds: 1_709_452_800_000))
        try desk.edit("UPDATE ticket SET priority = 4 WHERE id = 1", of: 1)
        let outcome = try desk.outcome(Self.ticket(priority: "Medium", customer: "Bob Ray", tags: "gate"))
        record = try desk.ticket(1)
        #expect(outcome.conflicts.map(\.field) == [.priority] && record.ticket.priority == .urgent)
        _ = try desk.store.undoImport("b3", desk.context)
        #expect(try desk.ticket(1).tags == ["gate", "wind"])
    }

    @Test func `a time without a zone is on the desk's clocks`() throws {
        let desk = try ImportDesk()
        var importer = Importer(context: desk.context)
        importer.reading.zone = try #require(TimeZoneRules.fixed(named: "+08:00"))
        let source = Importer.Source(path: "a.md", bytes: Array(Self.ticket().utf8))
        try importer.run([source], into: desk.store) { _ in }
        #expect(try desk.ticket(1).ticket.createdAt == Instant(milliseconds: 1_709_280_000_000 - 8 * 3_600_000))
        // Read again in the same zone nothing has changed.
        try importer.run([source], into: desk.store) { report in
            guard case .dataset(_, _, let outcome, _) = report else { return }
            #expect(outcome.kind == .known)
        }
    }

    @Test func `messages keep their times and authors, in an export too`() throws {
        let desk = try ImportDesk()
        try desk.bring(FormSamples.tracker)
        let record = try desk.ticket(1)
        #expect(record.turns.map(\.author) == ["ann", "joe"])
        #expect(record.turns.map { $0.at?.milliseconds } == [1_709_280_000_000, 1_709_283_600_000])
        let other = try ImportDesk()
        let text = try desk.export
        let back = try other.restored(text)
        #expect(back.created == 2)
        #expect(try other.export == text)
    }

    @Test func `notes of a log come back from an export as notes`() throws {
        let desk = try ImportDesk()
        try desk.bring(FormSamples.file)
        #expect(try desk.ticket(1).notes.map(\.body) == ["Power is gone", "Fuse is changed"])
        #expect(try desk.ticket(1).notes.allSatisfy(\.isInternal))
        let other = try ImportDesk()
        _ = try other.restored(try desk.export)
        #expect(try other.export == (try desk.export))
    }

    @Test func `what is not understood is kept only by force, and then it is known`() throws {
        let desk = try ImportDesk()
        let text = "# 库\n\n一\n\n二\n\n三\n\n四\n\n## 甲\n\n**分类**：A\n\n### 问题描述\n\nx\n"
        let source = Importer.Source(path: "a.md", bytes: Array(text.utf8))
        var kinds: [FileOutcome.Kind] = []
        let note = { (report: FileReport) in
            if case .dataset(_, _, let outcome, _) = report { kinds.append(outcome.kind) }
        }
        try Importer(context: desk.context, form: .tickets).run([source], into: desk.store, report: note)
        #expect(try desk.tickets.isEmpty && desk.operations == 0)
        var forced = Importer(context: desk.context, form: .tickets)
        forced.reading.isForced = true
        try forced.run([source], into: desk.store, report: note)
        try Importer(context: desk.context, form: .tickets).run([source], into: desk.store, report: note)
        #expect(kinds == [.notUnderstood, .new, .known])
        #expect(try desk.tickets.count == 1)
    }
}
