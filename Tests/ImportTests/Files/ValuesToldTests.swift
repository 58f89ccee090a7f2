import Testing
import Workflow

@testable import Import

/// What is told of the words that became values.
@Suite struct ValuesToldTests {
    private func told(_ text: String, asked: Status? = nil) -> ValuesTold { tally(text, asked: asked).values }

    private func issue(_ name: String, _ labels: String) -> String {
        "## BUG-\(name)\n\n\(labels)\n\n### Description\n\nIt sticks.\n\n"
    }

    @Test func `each word is told with what it became, and how often`() {
        let values = told(
            issue("1: Gate", "**Status**: fixed") + issue("2: Lamp", "**Status**: fixed\n**Priority**: P0")
                + issue("3: Boat", "**Status**: wacky\n**Assignee**: Ann") + issue("4: Rope", "### Answer\n\nPull.")
                + issue("5: Oar", "**Created**: 2024-03-01"))
        #expect(values.statuses.elements.map(\.element.value) == [.resolved, .open, .resolved, .open])
        #expect(values.statuses.elements.map(\.count) == [2, 1, 1, 1])
        #expect(
            values.statuses.elements.map(\.element.origin) == [.words("fixed"), .unknown("wacky"), .answer, .noAnswer])
        #expect(values.priorities.elements.map(\.element.origin) == [.words("P0")])
        #expect(values.agents.elements.map(\.element) == ["Ann"])
        #expect(values.firstTitle == "Gate" && values.lastTitle == "Oar")
        #expect(values.came.map { TimeText.day(ofLocal: $0.lowerBound) } == "2024-03-01")
        #expect(told(issue("1: Gate", ""), asked: .closed).statuses.elements.map(\.element.origin) == [.asked])
    }

    @Test func `what the file says of its codes goes before what others mean by them`() {
        let text = issue("1: Gate", "**Priority**: P1") + issue("2: Lamp", "**Priority**: P2 (when idle)")
        #expect(
            told("P0 = critical, P1 = medium, **P2** - low\n\n" + text).priorities.elements.map(\.element.value) == [
                .normal, .low,
            ])
        #expect(
            told("| P1 | 中等 |\n|---|---|\n| P2 | 高 |\n\n" + text).priorities.elements.map(\.element.value) == [
                .normal, .high,
            ])
        #expect(told("P1 = medium\n\n" + text).priorities.elements.map(\.element.value) == [.urgent, .high])
    }

    @Test func `a line of codes without an end is read in time that grows with it`() {
        let line = String(repeating: "P1 = P2 ", count: 40_000)
        #expect(told(line + "\n\n" + issue("1: Gate", "**Priority**: P1")).priorities.elements.map(\.count) == [1])
    }

    @Test func `a word says more than a code`() {
        #expect(PriorityTable.priority(of: "P2 (Minor, when idle)") == .low)
        #expect(PriorityTable.priority(of: "P1 - High") == .high)
        #expect(PriorityTable.priority(of: "P1") == .urgent)
    }

    @Test func `what is told of many files is the sum`() {
        var sum = ValuesTold()
        sum.add(told(issue("1: Gate", "**Status**: fixed")))
        sum.add(told(issue("1: Lamp", "**Status**: fixed") + issue("2: Boat", "")))
        #expect(sum.statuses.elements.map(\.count) == [2, 1])
        #expect(sum.firstTitle == "Gate" && sum.lastTitle == "Boat")
    }
}
