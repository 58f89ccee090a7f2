import Testing
import Workflow

@testable import Import

/// Small things that people do in their files: boxes in headings, words at the end, greetings, marks in titles.
@Suite struct SmallHabitsTests {
    private func rows(_ text: String) -> [TicketDraft] { Dataset(Array(text.utf8), nil, isSeparated: true).drafts }

    @Test func `a box before a title says that the heading is a ticket`() {
        let text =
            "# Plan\n\n### [x] Oil the gate\n\nDone by Ann.\n\n### [~] Fill the lamp — half\n\nHalf full.\n\n"
            + "### [ ] Mend the boat\n\nAt the stern.\n\n## Cleaning\n\n### [x] Sweep the pier\n\nDone.\n"
        let drafts = read(text).drafts
        #expect(drafts.map(\.title) == ["Oil the gate", "Fill the lamp — half", "Mend the boat", "Sweep the pier"])
        #expect(drafts.map(\.status) == [.resolved, .open, .open, .resolved])
    }

    @Test func `a word for a status may end an item without a sign before it`() {
        let text = "# 问题清单\n\n1.# 大门卡住 已解决\n\n2.# 灯不亮 需要加油\n\n3.# 船漏水  未解决\n"
        let drafts = read(text).drafts
        #expect(drafts.map(\.title) == ["大门卡住", "灯不亮 需要加油", "船漏水"])
        #expect(drafts.map(\.status) == [.resolved, nil, .open])
    }

    @Test func `steps below what is proposed answer nothing, and what is only guessed to be an answer ends nothing`() {
        let plan =
            "# ISSUE-3: Gate\n\n## Problem\n\nIt sticks.\n\n## Proposed Solution\n\n### Steps\n\n1. Oil it.\n2. Push.\n"
        #expect(read(plan).drafts.map(\.answers) == [[]])
        let guess = "# BUG-3: 大门\n\n## 问题描述\n\n卡住。\n\n## 查看步骤\n\n1. 看一下。\n2. 再看。\n"
        #expect(read(guess).drafts.map { $0.startingStatus(asked: nil) } == [.open])
    }

    @Test func `mail tells a zone twice`() {
        #expect(TimeReader.time(of: "Thu, 2 Aug 2018 22:43:19 -0700 (PDT)")?.milliseconds == 1_533_274_999_000)
        #expect(TimeReader.time(of: "Thu, 2 Aug 2018 22:43:19 (PDT)") == nil)
    }

    @Test func `lines outside are told without the tickets between them`() {
        let text =
            "- [ ] Gate\nIntro\n- [ ] Lamp\n\nBetween.\n\n- [ ] Boat\n\nA word.\n\n- [x] Rope\n- [x] Oar\n- [ ] Sail\n- [ ] Net\n"
        let coverage = read(text).coverage
        let tickets = [1, 3, 7, 11, 12, 13, 14]
        #expect(!coverage.outside.contains { range in tickets.contains { range.contains($0) } })
    }

    @Test func `columns are words however they are joined, and a risk may be a priority`() {
        let bugs = rows("BugID,BugTitle,ActualResult,CreatedAt\n1,Gate sticks,It sticks,2024-03-01\n")
        #expect(bugs.map(\.title) == ["Gate sticks"] && bugs[0].values.createdAt != nil)
        let risks = rows("id,description,service,risk\n1,The gate sticks,Pier,high\n2,The lamp is dark,Pier,low\n")
        #expect(risks.map(\.values.priority) == [.high, .low] && risks.allSatisfy { $0.values.assignee == nil })
        #expect(risks.map(\.categoryPath) == [["Pier"], ["Pier"]])
        #expect(rows("risk,status\nThe gate may stick,open\nThe boat may leak,open\n").map(\.title).count == 2)
    }

    @Test func `a greeting is no title, and marks of bold are no words of one`() {
        let mails = rows("id,body,status\n1,\"Hi there,\n\nthe gate sticks.\",open\n2,Hello,open\n")
        #expect(mails.map(\.title) == ["the gate sticks.", "Hello"])
        let items = read(
            "# TODO\n\n- [ ] **F1** – oil the gate\n- [ ] **S5 – the lamp is dark and\n  nobody fills it.** At night.\n"
        ).drafts
        #expect(items[0].title == "F1 – oil the gate" && !items[1].title.contains("*"))
        let cells = read(
            "| ID | Title | Status |\n|---|---|---|\n| 1 | **Gate sticks** | open |\n| 2 | **Lamp** | open |\n"
        ).drafts
        #expect(cells.map(\.title) == ["Gate sticks", "Lamp"])
    }

    @Test func `an item without a label is none of the value above it`() {
        let bug = { (number: Int) in
            "## Bug \(number): Gate\n\n- **Status**: Open\n- **Link**: pier/\(number)\n- It sticks at night.\n\n"
        }
        let draft = read(bug(1) + bug(2)).drafts[0]
        #expect(draft.extra.contains(NamedText(name: "Link", text: "pier/1")))
        #expect(draft.description?.contains("It sticks at night.") ?? false)
    }

    @Test func `names with low lines, sharp signs and arrows stay whole in the titles of a tracker`() {
        #expect(TrackerTitle("Add GATE_OPEN_AT to C# lists, a > b").title == "Add GATE_OPEN_AT to C# lists, a > b")
        #expect(TrackerTitle("# **Gate** _sticks_ (#7)").title == "Gate sticks")
    }

    @Test func `headings that name priorities or a status group what stands below them`() {
        let item = "1. **Gate**\n   - Description: It sticks\n   - Status: Open\n\n"
        let text =
            "# Bugs\n\n## Active\n\n### High Priority\n\n\(item)### Low Priority\n\n\(item)## Resolved\n\n### Recently Fixed\n\n\(item)"
        let dataset = read(text)
        #expect(!dataset.coverage.isUnderstood || dataset.drafts.allSatisfy { $0.title == "Gate" })
    }

    @Test func `a box before nothing but a number, and a heading that is a day, are no tickets`() {
        #expect(read("# TODO\n\n- [ ] 1. Oil the gate\n- [ ] 2.\n- [ ] Fill the lamp\n").ticketCount == 2)
        // A number by itself may be all that somebody calls it.
        #expect(read("- [x] 51: the gate\n- [x] 53\n- [ ] 59\n- [ ] 60\n").ticketCount == 4)
        let bug = { (number: Int) in
            "### BUG-\(number): Gate\n\n**Status:** Open\n\n**Description:** It sticks.\n\n"
        }
        let text =
            "# Bugs\n\n## List\n\n" + bug(1) + bug(2) + "## History\n\n### 2024-03-01\n\n- **New:** 2\n- **Fixed:** 0\n"
        #expect(read(text).drafts.map(\.title) == ["Gate", "Gate"])
    }

    @Test func `what depends on another matter waits`() {
        #expect(
            StatusWords.status(of: "🟡 依赖 BUG-1 修复") == .hold
                && StatusWords.status(of: "depends on #3 being fixed") == .hold)
    }

    @Test func `a number or a word behind a sharp sign keeps it`() {
        let drafts = read("# Bugs\n\n- #12 the gate sticks\n- #night the lamp is dark\n- The boat leaks\n").drafts
        #expect(drafts.map(\.title) == ["#12 the gate sticks", "#night the lamp is dark", "The boat leaks"])
    }

    @Test(arguments: ["##", "## ", "## #", "# Bugs\n\n##\n##", "- [ ] #", "1.#", "| a |\n|---|", "**", "## [x] "])
    func `what is empty or cut off is read to its end`(text: String) {
        let ticket = "## Bug 1: Gate\n\n**Status:** Open\n\n## Bug 2: Lamp\n\n**Status:** Open\n\n"
        #expect(read(ticket + text).coverage.lines >= 4 && read(text).ticketCount <= 2)
    }
}
