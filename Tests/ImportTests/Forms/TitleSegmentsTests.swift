import Testing
import Workflow

@testable import Import

/// Values beside titles, and headings that are parts of one matter.
@Suite struct TitleSegmentsTests {
    @Test func `values beside a number are read, and the first line is the title`() {
        let text =
            "# Matters\n\n## #1 · ✅ 已解决 · 提出 2024-03-01 10:00 · 解决 2024-03-02 11:30\n\nThe gate sticks.\n\n"
            + "## #2 · 💬 待讨论 · 2024-03-04\n\nThe lamp is dark.\n\n## #3 · High · The boat leaks\n\nAt the stern.\n"
        let entries = read(text).entries
        #expect(entries.map(\.draft.title) == ["The gate sticks.", "The lamp is dark.", "The boat leaks"])
        #expect(entries.map(\.draft.status) == [.resolved, .open, nil])
        #expect(entries.map(\.draft.values.priority) == [nil, nil, .high])
        #expect(entries[0].draft.values.createdAt?.milliseconds == 1_709_287_200_000)
        #expect(entries[0].draft.values.closedAt?.milliseconds == 1_709_379_000_000)
        #expect(entries[1].draft.values.createdAt?.milliseconds == 1_709_510_400_000)
    }

    @Test(arguments: [
        ("## Ticket 1: Gate | Lamp\n\nBoth.\n\n## Ticket 2: Boat\n\nLeaks.\n", "Gate | Lamp"),
        ("## Ticket 1: Gate · at the pier\n\nSticks.\n\n## Ticket 2: Boat\n\nLeaks.\n", "Gate · at the pier"),
    ])
    func `signs that part nothing but words belong to the title`(text: String, title: String) {
        #expect(read(text).drafts.first?.title == title)
    }

    @Test func `sections below one heading that tells a matter are its parts`() {
        let text = { (name: String) in
            "# Bugs\n\n## \(name)\n\n### What is so\n\nIn the rain it sticks.\n\n### Where\n\nAt the pier.\n"
        }
        #expect(!read(text("The gate does not open in the rain")).coverage.isUnderstood)
        #expect(read(text("Pier")).ticketCount == 2)
    }

    @Test func `headings above nothing but tables name groups`() {
        let table = "| ID | Text | Seen |\n|---|---|---|\n| — | *Nobody told of any* | — |\n"
        let text = "# Bug tracker\n\n## Marks\n\n- red: now\n- green: later\n\n## Now\n\n\(table)\n## Gone\n\n\(table)"
        #expect(!read(text).coverage.isUnderstood)
    }

    @Test func `a group says how its rows stand before a dash, and a remark between dashes is none`() {
        let text =
            "# Bugs\n\n## ✅ Fixed — second round\n\n| # | Issue | Fix applied |\n|---|---|---|\n| B-1 | Gate sticks | Oil |\n| B-3 | Wet rope | Sun |\n\n"
            + "## 🔴 Open — needs a smith\n\n| # | Issue | Type |\n|---|---|---|\n| B-2 | Lamp dark | Light |\n"
        let drafts = read(text + "| — | *no more* | — |\n").drafts
        #expect(drafts.map(\.status) == [.resolved, .resolved, .open])
        #expect(drafts.map(\.answers) == [["Oil"], ["Sun"], []])
        // A third of the rows is outside: nothing is kept, and the groups are no tickets either.
        let few = text.replacing("| B-3 | Wet rope | Sun |\n", with: "") + "| — | *no more* | — |\n"
        #expect(!read(few).coverage.isUnderstood)
    }
}
