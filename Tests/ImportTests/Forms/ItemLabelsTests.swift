import Testing
import Workflow

@testable import Import

/// What stands below items and in tables of labels.
@Suite struct ItemLabelsTests {
    @Test func `labels below an item tell of it`() {
        let text =
            "# Bugs\n\n1. The gate sticks\n   Cause: Rust\n     at the hinge.\n   Reproduce: Push.\n   Status: Closed 2024-03-01\n\n"
            + "2. The lamp is dark\n   Status: Obsoleted\n\n3. The boat leaks\n   Status: Open\n   Assigned to: Ann\n"
        let drafts = read(text).drafts
        #expect(drafts.map(\.title) == ["The gate sticks", "The lamp is dark", "The boat leaks"])
        #expect(drafts.map(\.status) == [.closed, .closed, .open] && drafts[2].values.assignee == "Ann")
        #expect(drafts[0].rootCauses == ["Rust\n  at the hinge."] && drafts[0].description == nil)
        #expect(drafts[0].extra.map(\.name) == ["Reproduce"] && drafts[0].extra.map(\.text) == ["Push."])
    }

    @Test func `words before a colon below an item are its text where nothing known is among them`() {
        let text = "# Bugs\n\n- The gate sticks\n  Note: in the rain\n  Then: push\n"
        #expect(read(text).drafts.map(\.description) == ["Note: in the rain\nThen: push"])
    }

    @Test func `what is in bold before a sentence is the title`() {
        let text = "# Known bugs\n\n1. **The gate sticks in the rain.** Nobody mended it.\n2. **Lamp** is dark\n"
        #expect(read(text).drafts.map(\.title) == ["The gate sticks in the rain", "Lamp is dark"])
        #expect(read(text).drafts[0].description == "Nobody mended it.")
    }

    @Test func `all rows of a table of labels are labels`() {
        let text =
            "# Issues\n\n## 1. Gate\n\n| 项目 | 详情 |\n|---|---|\n| **描述** | 卡住 |\n| **影响** | 进不去 |\n"
            + "| **修复状态** | ✅ **已修复（v1.5）** — 换了一把新锁，并且又检查了一遍，看上去一切都正常，后面还会继续观察一段时间，看它是否再次出现，如果出现就再换 |\n\n"
            + "## 2. Lamp\n\n| 项目 | 详情 |\n|---|---|\n| **描述** | 不亮 |\n| **修复状态** | 未修复 |\n"
        let drafts = read(text).drafts
        #expect(drafts.map(\.description) == ["卡住", "不亮"] && drafts.map(\.status) == [.resolved, .open])
        #expect(drafts[0].extra.map(\.name) == ["影响"])
        let frame =
            "# BUG-7. Калитка\n\n| Поле | Значение |\n|---|---|\n| Модуль | Пирс |\n| Статус | Открыта |\n| Исполнитель | Анна |\n\n## Шаги\n\n1. Толкнуть.\n"
        #expect(read(frame).ticketCount == 1 && read(frame).drafts[0].status == .open)
        #expect(read(frame).drafts[0].values.assignee == "Анна" && read(frame).drafts[0].description == nil)
    }

    @Test func `blocks that begin below an item are not read without it`() {
        let item = { (name: String) in
            "- Fixed, \(name)\n  - **Severity:** High\n  - **Description:** It was so.\n  - **Fix:** Oil.\n\n"
        }
        let text = "Notes of the pier.\n\n" + item("gate") + item("lamp") + item("boat")
        #expect(read(text).form != .blocks || !read(text).coverage.isUnderstood)
    }

    @Test func `talks may be counted by lines of their own`() {
        let text = (1...3).map { "Conversation \($0):\nUser: What is \($0)?\nChatbot: It is so.\n\n" }.joined()
        #expect(read(text).drafts.map(\.title) == ["What is 1?", "What is 2?", "What is 3?"])
        #expect(read(text).drafts.allSatisfy { $0.turns.count == 2 })
    }

    @Test func `remarks of scripts divide, and a sentence in italics at the end is the file's`() {
        let rule = "# ----------\n"
        let text =
            "\(rule)# 1. Gate\n\(rule)\n**Problem:** It sticks.\n**Solution:** Oil.\n\n\(rule)# 2. Lamp\n\(rule)\n**Problem:** Dark.\n**Solution:** Look.\n"
        #expect(read(text).drafts.map(\.title) == ["Gate", "Lamp"])
        let footer =
            "## 1. Gate\n- **Problem:** sticks\n- **Solution:** oil\n\n## 2. Lamp\n- **Problem:** dark\n- **Solution:** look\n\n---\n*Whoever changes anything here looks first at the pier and then at the sea.*\n"
        #expect(read(footer).drafts.map(\.answers) == [["oil"], ["look"]] && read(footer).coverage.outsideCount == 1)
    }
}
