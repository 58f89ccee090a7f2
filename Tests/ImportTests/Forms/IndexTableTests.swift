import Testing
import Workflow

@testable import Import

/// Tables above or below tickets that tell of each in a row.
@Suite struct IndexTableTests {
    private static let sections =
        "## GATE-1 The gate sticks\n\nIn the rain it sticks.\n\nSo it was last year.\n\n## GATE-2 The lamp is dark\n\nAt night it is dark.\n\nIt was not so.\n\n"
        + "## GATE-3 The boat leaks\n\nAt the stern it leaks.\n\nNobody rows.\n"

    private static let index =
        "| ID | Title | Severity | Found by | Status |\n|---|---|---|---|---|\n"
        + "| GATE-1 | The gate sticks | High | Ann | Closed |\n| GATE-2 | Lamp without light | Low | Bob | Open |\n"
        + "| **GATE-3** | The boat leaks | — | Ann | Closed |\n"

    @Test(arguments: [true, false])
    func `a row tells how the ticket of its key stands, and whatever else it says is kept`(isAbove: Bool) {
        let text =
            isAbove
            ? "# Defects\n\n" + Self.index + "\n" + Self.sections
            : "# Defects\n\n" + Self.sections + "\n## Summary\n\n" + Self.index
        let dataset = read(text)
        let drafts = dataset.drafts
        #expect(dataset.coverage.isUnderstood && dataset.coverage.outside.isEmpty)
        #expect(drafts.map(\.status) == [.closed, .open, .closed])
        #expect(drafts.map(\.values.priority) == [.high, .low, nil])
        #expect(drafts.map(\.title) == ["The gate sticks", "The lamp is dark", "The boat leaks"])
        #expect(drafts[1].extra.contains(NamedText(name: "Title", text: "Lamp without light")))
        #expect(drafts.allSatisfy { $0.extra.contains { $0.name == "Found by" } || $0.values.customer != nil })
    }

    @Test func `what a ticket says itself goes before its row, and the same words are kept once`() {
        let text =
            "# Defects\n\n" + Self.index + "\n"
            + Self.sections.replacing("In the rain", with: "**Status:** Open\n**Severity:** High\n\nIn the rain")
        let draft = read(text).drafts[0]
        #expect(draft.status == .open && draft.extra.contains(NamedText(name: "Status", text: "Closed")))
        #expect(!draft.extra.contains { $0.name == "Severity" })
    }

    @Test func `rows are known by the title where they have no key`() {
        let text =
            "# Defects\n\n| Bug | Severity | Days |\n|---|---|---|\n| The gate sticks | High | 3 |\n| The boat leaks | Low | 1 |\n\n"
            + Self.sections.replacing("GATE-1 ", with: "").replacing("GATE-2 ", with: "").replacing("GATE-3 ", with: "")
        #expect(read(text).drafts.map(\.values.priority) == [.high, nil, .low])
    }

    @Test(arguments: [
        "| GATE-7 | The rope is wet | High | Ann | Open |\n",
        "| GATE-7 | The rope is wet | High | Ann | Open |\n| GATE-8 | The oar is gone | High | Ann | Open |\n",
    ])
    func `rows of tickets that stand nowhere else are not left out quietly`(rows: String) {
        #expect(!read("# Defects\n\n" + Self.index + rows + "\n" + Self.sections).coverage.isUnderstood)
    }

    @Test func `a table of other tickets beside sections is a second form, and one of totals is not`() {
        let others =
            "| ID | Title | Status |\n|---|---|---|\n| 1 | The rope is wet | open |\n| 2 | The oar is gone | open |\n\n"
        #expect(!read("# Defects\n\n" + others + Self.sections).coverage.isUnderstood)
        let totals = "| Severity | Count |\n|---|---|\n| High | 1 |\n\n"
        #expect(read("# Defects\n\n" + totals + Self.sections).coverage.isUnderstood)
        let index = Self.index + "| Total | | | | 3 |\n"
        #expect(read("# Defects\n\n" + index + "\n" + Self.sections).coverage.isUnderstood)
    }

    @Test func `what the file says of itself at its top is said to be outside`() {
        let talk =
            "---\ntopic: gates\nlocale: en\n---\n\n**Agent:** Good day.\n\n**Customer:** The gate sticks.\n\n**Agent:** I oiled it.\n"
        let dataset = read(talk)
        #expect(dataset.coverage.isUnderstood && dataset.coverage.outside == [2...3])
    }

    @Test func `a number is no name of a ticket where the row tells of something else`() {
        let sections =
            "## 1. The gate sticks\n\nIt sticks.\n\nStill.\n\n## 2. The lamp is dark\n\nIt is dark.\n\nStill.\n\n"
        let table = { (first: String, second: String) in
            "| # | Task | Priority |\n|---|---|---|\n| 1 | \(first) | High |\n| 2 | \(second) | Low |\n"
        }
        let same = read("# Bugs\n\n" + table("Gate sticks", "Lamp dark at night") + "\n" + sections)
        #expect(same.drafts.map(\.values.priority) == [.high, .low])
        let others = read("# Bugs\n\n" + sections + "## Summary\n\n" + table("Buy oil", "Call the smith"))
        #expect(!others.coverage.isUnderstood)
    }

    @Test func `several tables are one index together`() {
        let text =
            "# Defects\n\n| ID | Title | Status |\n|---|---|---|\n| GATE-1 | The gate sticks | Open |\n\n"
            + "| ID | Title | Status |\n|---|---|---|\n| GATE-3 | The boat leaks | Closed |\n\n" + Self.sections
        #expect(read(text).drafts.map(\.status) == [.open, nil, .closed])
    }

    @Test func `nothing that a row says is lost: cells beyond the columns, and where a key leads to`() {
        let table =
            "| ID | Title | Status |\n|---|---|---|\n| [GATE-1](pier/1) | The gate sticks | Open | by night |\n"
            + "| GATE-2 | The lamp is dark | Open |\n| GATE-3 | The boat leaks | a \\| b |\n\n"
        let drafts = read("# Defects\n\n" + table + Self.sections).drafts
        #expect(drafts[0].extra.map(\.text) == ["[GATE-1](pier/1)", "by night"])
    }
}
