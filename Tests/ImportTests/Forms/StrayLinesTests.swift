import Testing
import Workflow

@testable import Import

/// Lines that stand where few writers put them.
@Suite struct StrayLinesTests {
    @Test func `a heading may tell a value, and comments are said to be left out`() {
        let text =
            "# BUG-3: Gate\n\n## Description\n\nSticks.\n\n## Statut : CLOS\n\n<!-- closed by Ann -->\n\n## Fix\n\nOil.\n"
        #expect(read(text).drafts.map(\.status) == [.closed] && read(text).drafts[0].statusText == "CLOS")
        #expect(read(text).comments == [9...9] && read("# A\n\n<!-- -->\n").comments.isEmpty)
        #expect(read("<!--\na\n-->\n## 1. Gate\n\n**问题描述**：x\n").comments == [1...3])
    }

    @Test func `a label in bold below another unknown one is one more, and is no part of it`() {
        let ticket = { (number: Int, rest: String) in
            "## \(number). Gate\n\n**状态**: open\n\n**任务描述**:\n- Oil it\n\n**相关文件**:\n- `gate.c`\n\n\(rest)**预期效果**:\n- It opens\n\n"
        }
        let drafts = read(ticket(1, "") + ticket(2, "**必要字段检查**:\n- [ ] hinge\n\n") + ticket(3, "")).drafts
        #expect(drafts[1].extra.map(\.name) == ["相关文件", "必要字段检查", "预期效果"])
        #expect(drafts[1].extra[0].text == "- `gate.c`")
    }

    @Test func `values below plain labels are read, and steps above what was expected mend nothing`() {
        let ticket = { (number: Int, priority: String) in
            "#\(number)\nTitle:\nGate \(number)\n\nStatus:\nFixed\n\nPriority:\n\(priority)\n\nSteps:\n1. Push.\n2. Wait.\n\nExpected:\nIt opens.\n\n"
        }
        let drafts = read("Pier\n\nKnown issues\n\n" + ticket(1, "High") + ticket(2, "Low")).drafts
        #expect(drafts.map(\.title) == ["Gate 1", "Gate 2"] && drafts.map(\.values.priority) == [.high, .low])
        #expect(drafts.allSatisfy { $0.answers.isEmpty && $0.status == .resolved })
        let mended = read(
            "## 1. Gate\n\n**Problem:** sticks\n\n**Steps:**\n1. Oil.\n\n## 2. Lamp\n\n**Problem:** dark\n\n**Steps:**\n1. Look.\n"
        )
        #expect(mended.drafts.map(\.answers) == [["Oil."], ["Look."]])
    }

    @Test func `a history of the file holds no items, and words in boxes tell how items stand`() {
        let text =
            "# TO\u{44}O\n\n- [DONE] oil the gate\n- [ ] paint it\n- ⛔ sell it\n\n## Changelog\n\n- ✅ oiled the gate\n- ✅ bought paint\n"
        #expect(read(text).drafts.map(\.title) == ["oil the gate", "paint it", "sell it"])
        #expect(read(text).drafts.map(\.status) == [.resolved, .open, .closed])
        let grouped = "- - Windows - -\n* The gate sticks.\n\n- - Doors - -\n* The lamp is dark.\n"
        let named = Dataset(Array(grouped.utf8), nil, path: "bugs.txt")
        #expect(named.drafts.map(\.title) == ["The gate sticks.", "The lamp is dark."])
        #expect(named.drafts.map(\.categoryPath) == [["Windows"], ["Doors"]])
    }
}
