import Testing
import Workflow

@testable import Import

/// Files of which only the first line says what they hold.
@Suite struct FileTitleTests {
    private func kind(_ line: String) -> FileTitle.Kind? {
        var text = line + "\n\nwords\n"
        return text.withUTF8 { FileTitle(in: Bytes(rebasing: $0[...]), from: 0)?.kind }
    }

    @Test(arguments: ["# Known issues", "# Bug list of the pier", "## Open issues", "# 遗留问题清单", "Bugs\n----"])
    func `a list of bugs is called one`(line: String) { #expect(kind(line) == .tickets) }

    @Test(arguments: ["TODO for the pier", "to-do list\n-----", "# Backlog", "# 待办"])
    func `a list of things to do is called one`(line: String) { #expect(kind(line) == .toDo) }

    @Test(arguments: [
        "# How to report bugs", "# Debugging guide", "# Common issues", "# 问题排查指南", "# The pier", "TODO: oil the gate",
        "- Bugs", "# Bug report template",
    ])
    func `a guide is none, nor is an item`(line: String) { #expect(kind(line) == nil) }

    @Test func `below a title that says so every heading with a text is a ticket`() {
        let dataset = read(
            "# Known issues\n\nWhat we know of.\n\n## Gate sticks\n\nIn rain only.\nAnd in snow.\nNever in wind.\n\n## Lamp flickers\n\nAt night.\nAt noon too.\n\n"
                + "## Verification\n\nTry both.\n")
        #expect(dataset.drafts.map(\.title) == ["Gate sticks", "Lamp flickers"])
        #expect(
            dataset.drafts.map(\.description) == [
                "In rain only.\nAnd in snow.\nNever in wind.", "At night.\nAt noon too.",
            ])
        #expect(dataset.coverage.isUnderstood && dataset.isCalledTickets)
        #expect(dataset.warnings.contains { $0.code == .outsideTickets && $0.detail.hasPrefix("2 (3, 18)") })
        #expect(!FileJudgement.areSurelyTickets(in: read("# The pier\n\n## Gate\n\nA text.\n")))
        #expect(FileJudgement.areSurelyTickets(in: dataset))
    }

    @Test func `a line that goes on with an item's sentence is no text of its own`() {
        let dataset = read(
            "# Wishlist\n\n## (In no order)\n\n* Oil the gate, which is at the end of\nthe pier\n* Mend the lamp\n")
        #expect(dataset.form == .list && dataset.drafts.map(\.title).last == "Mend the lamp")
        #expect(dataset.ticketCount == 2)
    }

    @Test func `below a title that says so every item is a ticket, and headings of groups say what they are`() {
        let dataset = read(
            "# Backlog\n\n## Open\n\n- Oil the gate\n  twice a year\n- Paint the boat\n\n## Done\n\n* Mend the lamp\n")
        #expect(dataset.form == .list)
        #expect(dataset.drafts.map(\.title) == ["Oil the gate", "Paint the boat", "Mend the lamp"])
        #expect(dataset.drafts.map(\.status) == [.open, .open, .resolved])
        #expect(dataset.drafts[0].description == "twice a year")
        #expect(!read("# The pier\n\n- Oil the gate\n- Paint the boat\n").coverage.isUnderstood)
        #expect(
            !read("# Bugs\n\n## Our harbour in spring\n\n- Oil the gate\n").drafts.contains {
                $0.title == "Oil the gate"
            })
    }

    @Test
    func `in a list of things to do headings above nothing but items are groups, in one of bugs that is not known`() {
        let text =
            "\n\n## Before the storm\n\n- Oil the gate\n  - both hinges\n- Paint the boat\n\n## Some day in spring\n\n- Mend the lamp\n"
        let dataset = read("# TODO" + text)
        #expect(dataset.drafts.map(\.title) == ["Oil the gate", "Paint the boat", "Mend the lamp"])
        #expect(
            dataset.drafts.map(\.categoryPath) == [["Before the storm"], ["Before the storm"], ["Some day in spring"]])
        #expect(!read("# Bugs" + text).coverage.isUnderstood)
    }

    @Test func `how something is to be done is no question in a list of what is`() {
        let dataset = read(
            "## TODO\n- [x] Oil\n- [ ] Paint\n\n### How to oil\n * slowly\n\n### How to paint\n * twice\n")
        #expect(dataset.form == .list && dataset.drafts.map(\.title) == ["Oil", "Paint"])
    }

    @Test func `where one title has a box, headings without are parts of its ticket`() {
        let dataset = read(
            "# Backlog\n\n### [ ] Paint the pier\n\nIn white.\n\n### Tools\n\nA brush.\n\n### [ ] Oil\n\nThe gate.\n")
        #expect(dataset.drafts.map(\.title) == ["Paint the pier", "Oil"])
    }

    @Test func `a list of bugs is no bug, whatever stands below its title`() {
        let bug = { (name: String) in "### ~~\(name)~~ ✅ 已修复\n\n- **文件**: gate.c\n- **效果**: 门打不开\n\n" }
        let dataset = read(
            "# 码头问题清单\n\n## 概述\n\n**全部已修复。**\n\n## P0 — 关键\n\n\(bug("门卡住"))\(bug("灯不亮"))## P1 — 一般\n\n\(bug("船漏水"))")
        #expect(dataset.drafts.map(\.title) == ["门卡住", "灯不亮", "船漏水"])
        #expect(dataset.drafts.map(\.status) == [.resolved, .resolved, .resolved])
    }

    @Test func `a word in capitals at the end says that it is done`() {
        let dataset = read(
            "TODO of the pier\n\n- oil the gate DONE\n- paint the boat\n  in white DONE\n- mend the lamp\n")
        #expect(dataset.drafts.map(\.title) == ["oil the gate", "paint the boat", "mend the lamp"])
        #expect(dataset.drafts.map(\.status) == [.resolved, .resolved, nil])
    }

    @Test func `a list below a bare word is one, and a bare word above items their group`() {
        let dataset = read("Bugs\n* gate sticks\n  * in rain\n* lamp dark\n\nFeature Requests\n* paint the boat\n")
        #expect(dataset.drafts.map(\.title) == ["gate sticks", "lamp dark", "paint the boat"])
        #expect(dataset.drafts.map(\.categoryPath) == [[], [], ["Feature Requests"]])
    }

    @Test func `items that nearly all have items below name groups`() {
        let dataset = read(
            "TODO of the pier\n\n* Gates\n  * oil the hinges\n  * paint the bars\n    of both\n* Boats\n  * mend the oars\n"
        )
        #expect(dataset.drafts.map(\.title) == ["oil the hinges", "paint the bars", "mend the oars"])
        #expect(dataset.drafts.map(\.categoryPath) == [["Gates"], ["Gates"], ["Boats"]])
        #expect(dataset.coverage.outsideText == "1")
    }

    @Test func `a name with a colon above items is their group, and a heading without items is beside the point`() {
        let dataset = read(
            "## Known bugs\n\nGate:\n- sticks\n- squeaks\n\n## Ideas\n- paint it\n\n## Our motto\n\nAhoy.\n")
        #expect(dataset.drafts.map(\.title) == ["sticks", "squeaks", "paint it"])
        #expect(dataset.drafts.map { $0.categoryPath.last } == ["Gate", "Gate", "Ideas"])
        #expect(dataset.coverage.outsideText == "12")
    }

    @Test func `the line that calls a file a list is no item of it`() {
        let dataset = read("TODO for the pier\n\n[ ] oil the gate\n[x] paint the boat\n")
        #expect(dataset.drafts.map(\.title) == ["oil the gate", "paint the boat"])
    }

    @Test func `a box says more than the name of its group`() {
        let dataset = read("# Tasks\n\n## Open questions\n\n- [x] Which oil?\n- [ ] Which paint?\n")
        #expect(dataset.drafts.map(\.status) == [.resolved, .open])
    }

    @Test func `who calls a file a list of bugs is told why they are not understood, and no article is made of it`() {
        let bytes = Array("# Bugs\n\n1. Open the gate\n2. Close it\n\nWhy: it sticks.\n\nCause: rain.\n".utf8)
        let judgement = FileJudgement(Dataset(bytes), ArticleFile.incoming(bytes, name: "a.md", path: "a.md").draft)
        #expect(judgement.form == .tickets)
    }
}
