import Testing
import Workflow

@testable import Import

/// Lines that no guide has, and lists that tell by the ends of their items what became of them.
@Suite struct WorkLinesTests {
    private func form(_ text: String) -> FileJudgement.Form {
        let bytes = Array(text.utf8)
        return FileJudgement(Dataset(bytes), ArticleFile.incoming(bytes, name: "a.md", path: "a.md").draft).form
    }

    @Test(arguments: [
        "## Plan\n\n1. Gates\n   - [] oil\n   - [] paint\n   - ? lock\n2. Boats\n   - [] bail\n\n## Way\n\n1. First\n2. Then\n",
        "User: the gate sticks\nSupport: oil it\n\n### First\n\n1. Stop.\n2. Oil.\n3. Wait.\n\n### Then\n\n1. Go.\n2. Stop.\n3. Look.\n\n- Rust\n",
        "### The gate\n\n**Assignee:** Sue\n**Priority:** high\n\n### Way\n\n1. Stop.\n2. Oil.\n3. Go.\n",
        "1. The gate sticks in the rain\n2. The lamp is dark at night\n3. The boat leaks at the stern\n",
        "# 2024-03-01\n\n1. The gate sticks\n2. The lamp is dark\n\n# 2024-03-02\n\n1. The boat leaks\n2. The rope is torn\n",
        "A plan of ours.\n\nAll of it ends with `GateStuckError` when it rains.\n",
        "# Issue Title: Add a gate\n\n## Description\n\nThere is none.\n\n## Way\n\n1. Dig.\n2. Build.\n3. Paint.\n",
        "# Harbour\n\nThe gate sticks.\nSolution: oil it.\n\nThe lamp is dark, and nobody knows why.\n",
    ])
    func `work is no guide`(text: String) { #expect(form(text) == .tickets) }

    @Test(arguments: [
        "# How to oil a gate\n\n1. Stop.\n2. Oil.\n3. Go.\n", "# 更换闸门的步骤\n\n1. 停。\n2. 换。\n",
        "# Setup of a gate\n\n## Way\n\n1. Stop.\n2. Oil.\n\nAssignee: whoever is there.\n",
    ])
    func `steps below a title are a guide`(text: String) { #expect(form(text) == .articles) }

    @Test func `items that end with what became of them are tickets, and so are those beside them`() {
        let dataset = read("# 前端\n\n1. 闸门卡住 : 解决\n2. 灯不亮：已修复\n3. 船漏水\n\n# 后端\n\n1. 绳断了:解决\n2. 锚丢了: 未解决\n")
        #expect(dataset.form == .list && dataset.coverage.isUnderstood)
        #expect(dataset.drafts.map(\.title) == ["闸门卡住", "灯不亮", "船漏水", "绳断了", "锚丢了"])
        #expect(dataset.drafts.map(\.status) == [.resolved, .resolved, nil, .resolved, .open])
        #expect(dataset.drafts.map(\.categoryPath) == [["前端"], ["前端"], ["前端"], ["后端"], ["后端"]])
        #expect(
            !read("# Plan\n\n1. Gate: oil\n2. Lamp: fixed\n3. Boat: bail\n4. Rope: done\n5. Net: mend\n").coverage
                .isUnderstood)
    }

    @Test func `an item's mark at its end says what became of it, unless its box says otherwise`() {
        let dataset = read(
            "# 问题清单\n\n1. 闸门卡住 (已解决)\n2. 灯不亮\n3. 船漏水 ✅\n4. 绳断了【待解决】\n5. 锚丢了 (done?)\n")
        #expect(dataset.drafts.map(\.title) == ["闸门卡住", "灯不亮", "船漏水", "绳断了", "锚丢了 (done?)"])
        #expect(dataset.drafts.map(\.status) == [.resolved, nil, .resolved, .open, nil])
        let boxes = read("# Backlog\n\n- [ ] oil the gate (done)\n- [x] paint it (fixed)\n- [ ] lock it\n")
        #expect(boxes.drafts.map(\.title) == ["oil the gate (done)", "paint it", "lock it"])
        #expect(boxes.drafts.map(\.status) == [.open, .resolved, .open])
        let wrapped = read(
            "# Backlog\n\n- the gate of the eastern pier does not open in the morning when it is\n  cold (fixed)\n- paint it\n"
        )
        #expect(wrapped.drafts[0].title == "the gate of the eastern pier does not open in the morning when it is cold")
        #expect(wrapped.drafts.map(\.status) == [.resolved, nil])
    }

    @Test func `a row of dashes is no ticket`() {
        let dataset = read("| Bug | Status |\n|---|---|\n| Gate | open |\n| — | — |\n| – |  |\n| Lamp | - |\n")
        #expect(dataset.drafts.map(\.title) == ["Gate", "Lamp"])
    }

    @Test func `known labels a line below open tickets where they come again and again`() {
        let parts = (1...3).map {
            "## \($0). Gate \($0)\n\n- Weather: rain\n- Cause: rust\n- Fix: oil it\n- Status: fixed\n\n"
        }
        for text in [parts.joined(), "# Known issues\n\n" + parts.joined()] {
            let dataset = read(text)
            #expect(dataset.form == .sections && dataset.coverage.isUnderstood)
            #expect(dataset.drafts.map(\.title) == ["Gate 1", "Gate 2", "Gate 3"])
            #expect(dataset.drafts.map(\.rootCauses) == [["rust"], ["rust"], ["rust"]])
            #expect(dataset.drafts.map(\.answers) == [["oil it"], ["oil it"], ["oil it"]])
            #expect(dataset.drafts.map(\.description) == Array(repeating: "- Weather: rain", count: 3))
        }
    }

    @Test func `the name of several is none of them`() {
        let text =
            "# TICKETS\n1: DONE oil the gate\n2: paint it\n\n# QUESTIONS\n1: Why?\n   ANSWER: rust\n\n# SKILLS\n1: oiling\n"
        #expect(!read(text).coverage.isUnderstood)
    }

    @Test func `a solution in a file about one matter is one answer`() {
        let text =
            "---\ntitle: Gate sticks\nstatus: done\n---\n\n## Problem\n\nIt sticks.\n\n## Resolution\n\nWe did it:\n\n1. Stop\n2. Oil\n"
        #expect(read(text).drafts.map(\.answers) == [["We did it:\n\n1. Stop\n2. Oil"]])
        #expect(read(text.replacing("We did it:\n\n", with: "")).drafts.map(\.answers) == [["1. Stop\n2. Oil"]])
        #expect(read(text.replacing("Resolution", with: "Answers")).drafts[0].answers.count > 1)
    }

    @Test func `a second title is kept under the name that the file gives it`() {
        let text = (1...2).map { "## BUG-\($0): Gate\n\n- **Severity**: high\n- **Title**: The gate sticks\n\n" }
            .joined()
        #expect(
            read(text).drafts.map(\.extra)
                == Array(repeating: [NamedText(name: "Title", text: "The gate sticks")], count: 2))
    }
}
