import Testing
import Workflow

@testable import Import

/// What files of many authors showed: each by the smallest file that has it.
@Suite struct ForeignHabitsTests {
    @Test(arguments: ["*本文创建日期：2024年3月1日*", "*Document created on 2024-03-01*", "Version 2 created 2024-03-01"])
    func `a line about the file itself makes no tracker's export of it`(line: String) {
        let dataset = read("# Things\n\n- [ ] Oil the gate\n- [x] Paint the boat\n- [ ] Mend the lamp\n\n\(line)\n")
        #expect(
            dataset.form == .list && dataset.drafts.map(\.title) == ["Oil the gate", "Paint the boat", "Mend the lamp"])
    }

    @Test func `entries of labels below a day and a name are nobody's talk`() {
        let entry = "[2007/08/21] <Pier> <one>\n\tBRIEF: Gate sticks\n\tPRIORITY: low\n\tSTATUS: fixed\n\n"
        let dataset = read(entry + entry.replacing("Pier", with: "Boat"))
        #expect(dataset.form != .chat && dataset.drafts.allSatisfy { $0.turns.isEmpty })
    }

    @Test func `a title has one line, whatever ends it`() {
        #expect(TicketTitle.firstLine(of: "Gate sticks\r\nin the rain") == "Gate sticks")
    }

    @Test func `what stands below a question answers it, whether it asks or not`() {
        let dataset = read(
            "Q: It does not start\nA: Plug it in.\n\nQ: The message is\n   no such file\nA: Look for it.\n\nQ: Why?\nA: So.\n"
        )
        #expect(dataset.drafts.map(\.title) == ["It does not start", "The message is", "Why?"])
        #expect(dataset.drafts.map(\.answers) == [["Plug it in."], ["Look for it."], ["So."]])
        #expect(dataset.drafts.map(\.description) == [nil, "no such file", nil])
    }

    @Test func `boxes that are not ticked are no answers, and nothing is done while they stand`() {
        let entry = "**状态**：栏杆设计完成\n**步骤**：\n- [ ] 量尺寸\n- [ ] 买木板\n\n"
        let dataset = read("# 待办\n\n### 1. 回顾\n\(entry)### 2. 整理\n\(entry)")
        #expect(dataset.drafts.map(\.title) == ["回顾", "整理"])
        #expect(dataset.drafts.allSatisfy { $0.answers.isEmpty && $0.status == .open })
    }

    @Test(arguments: ["油漆完成，待晾干", "修补完成待验收"]) func `what waits for something is not done`(words: String) {
        #expect(StatusWords.status(of: words) == .open)
    }

    @Test func `indented lines and code are one answer`() {
        let code = "**解决**：\n用这个：\n    if a {\n      b\n    }\n\n"
        let dataset = read("### 1. 甲\n**现象**：慢\n\(code)### 2. 乙\n**现象**：快\n\(code)")
        #expect(dataset.drafts.map(\.answers.count) == [1, 1])
        #expect(dataset.drafts[0].answers[0].contains("  b\n"))
    }

    @Test func `of three who speak without roles nobody is an agent, and that is said`() {
        let talk = "[10:00:05] 张三: 早上好\n[10:05:12] 李四: 怎么配置？\n[10:06:00] 王五: 在设置里\n"
        let dataset = read(talk)
        #expect(dataset.drafts.first?.turns.map(\.role) == [.customer, .customer, .customer])
        #expect(dataset.entries.first?.warnings.contains { $0.code == .rolesGuessed } ?? false)
        let two = read(talk.replacing("王五", with: "张三"))
        #expect(two.drafts.first?.turns.map(\.role) == [.customer, .agent, .customer])
        #expect(two.entries.first?.warnings.contains { $0.code == .rolesGuessed } ?? false)
    }

    @Test func `a heading as high as those above tickets ends the last of them`() {
        func entry(_ title: String) -> String { "### \(title)\n\n- 现象：慢\n- 解决：重启\n\n" }
        let text = "# 经验\n\n## 已经过去\n\n" + entry("甲") + entry("乙") + entry("丙") + "## 约束\n\n- 列表要短。\n"
        let dataset = read(text)
        #expect(dataset.drafts.map(\.title) == ["甲", "乙", "丙"])
        #expect(dataset.drafts.map(\.answers) == [["重启"], ["重启"], ["重启"]])
        #expect(dataset.warnings.contains { $0.code == .summarySkipped && $0.detail == "约束" })
    }

    @Test func `the rarer of two names for one thing is kept under its own`() {
        func entry(_ title: String, _ name: String) -> String {
            "## \(title)\n\n**现象**: 慢\n\n**原因**: 旧\n\n**\(name)**: 重启\n\n"
        }
        let text = "# FAQ\n\n" + entry("甲", "解决步骤") + entry("乙", "解决步骤") + entry("丙", "解决方案")
        let dataset = read(text)
        #expect(dataset.drafts.map(\.rootCauses) == [["旧"], ["旧"], ["旧"]])
        #expect(dataset.drafts[2].extra == [NamedText(name: "解决方案", text: "重启")])
    }

    @Test func `labels on one line are parted by a middle dot too`() {
        let dataset = read(
            "# Gate sticks\n\n**Area:** pier · **Priority:** high · **Effort:** S · **Status:** open\n\n## Description\n\nIt sticks.\n"
        )
        let draft = dataset.drafts.first
        #expect(draft?.status == .open && draft?.values.priority == .high)
        #expect(draft?.extra.contains(NamedText(name: "Effort", text: "S")) ?? false)
    }

    @Test func `what may be chosen for a status shows a template`() {
        let text =
            "# Bugs\n\n### [Title]\n- **Status:** Open | Watched | Closed\n- **Area:** Pier | Boat\n\n"
            + "### Gate sticks\n- **Status:** Open\n- **Area:** Pier\n\n### Lamp is dark\n- **Status:** Closed\n- **Area:** Boat\n"
        #expect(read(text).drafts.map(\.title) == ["Gate sticks", "Lamp is dark"])
    }

    @Test func `numbers that go on one level further down open tickets, those of a ticket's parts do not`() {
        func entry(_ number: Int, _ marks: String = "###", _ sign: String = ":") -> String {
            "\(marks) \(number)\(sign) 坏了\(number)\n\n解决: 重启\n\n"
        }
        let start = (1...5).map { entry($0) }.joined()
        let miscounted = start + "### 6. 也坏了\n\n没有\n\n" + entry(7, "####") + "#### 8. 又坏了\n\n没有\n"
        #expect(read(miscounted).ticketCount == 8)
        let parts = start + entry(6) + "#### 6. 一步\n\n看\n\n#### 7. 两步\n\n看\n"
        #expect(read(parts).ticketCount == 6)
    }

    @Test func `lines in bold that ask are questions`() {
        let dataset = read("# 常见问题\n\n**能退货吗？**\n\n可以。\n\n**What is it?**\n\nA lamp.\n\n**Why？**\n\nSo.\n")
        #expect(dataset.drafts.map(\.title) == ["能退货吗？", "What is it?", "Why？"])
        #expect(dataset.drafts.map(\.answers) == [["可以。"], ["A lamp."], ["So."]])
    }

    @Test func `remarks above a talk are no sessions`() {
        let dataset = read(
            "# A talk\n# Format: name: words\n\nassistant: Hello\nuser: Hi\nassistant: Well?\nuser: It sticks\n")
        #expect(dataset.coverage.isUnderstood && dataset.drafts.map(\.turns.count) == [4])
    }

    @Test func `labels and a milestone above the text make a ticket of a file`() {
        let dataset = read(
            "---\ntitle: \"spike: try it\"\nlabels: [kind, p0]\nmilestone: M3\n---\n\n## Why\n\nIt sticks.\n\n## Steps\n\n- [ ] Oil\n- [ ] Paint\n"
        )
        #expect(dataset.form == .file && dataset.drafts.map(\.title) == ["spike: try it"])
    }

    @Test func `the name of a group says what became of its tickets`() {
        func entry(_ title: String) -> String { "### \(title)\n\n**现象**：慢\n\n" }
        let text = "# 记录\n\n## 尚未解决的问题\n\n" + entry("甲") + entry("乙") + "## 已解决的重要问题\n\n" + entry("丙")
        #expect(read(text).drafts.map(\.status) == [.open, .open, .resolved])
        #expect(StatusWords.status(ofName: "恢复数据问题") == nil)
    }

    @Test func `an unknown label in a list of labels stands for itself`() {
        func entry(_ title: String) -> String {
            "### \(title)\n- **Status:** Open\n- **Symptoms:** It sticks\n- **Workaround:** Oil it\n- **Impact:** Pier 2\n- **Last seen:** May\n\n"
        }
        let dataset = read("# Known issues\n\n" + entry("Gate") + entry("Lamp"))
        #expect(dataset.drafts.map(\.answers) == [["Oil it"], ["Oil it"]])
        #expect(
            dataset.drafts[0].extra == [
                NamedText(name: "Impact", text: "Pier 2"), NamedText(name: "Last seen", text: "May"),
            ])
    }

    @Test func `columns in other words tell the same`() throws {
        let story = Dataset(
            Array(
                "Id,Story,Current State,Created at,Accepted at,Requested By,Owned By\n1,Gate sticks,accepted,2024-01-05,2024-01-06,Ann,Bob\n"
                    .utf8),
            isSeparated: true)
        let draft = try #require(story.drafts.first)
        #expect(draft.title == "Gate sticks" && draft.values.customer == "Ann" && draft.values.assignee == "Bob")
        let table = read(
            "| 问题 | 原因 | 修改 | 日期 |\n|---|---|---|---|\n| 门 | 旧 | 上油 | 2024-01-05 |\n| 灯 | 坏 | 换新 | 2024-01-06 |\n")
        #expect(table.drafts.map(\.answers) == [["上油"], ["换新"]])
        let rows = Dataset(Array("ID,标题,内容,状态\nA-1,门,打不开,打开\n".utf8), isSeparated: true)
        #expect(rows.drafts.map(\.title) == ["门"] && rows.drafts.map(\.description) == ["打不开"])
    }

    @Test func `steps that show a fault are no answer, nor are words for none`() {
        func entry(_ title: String) -> String {
            "### Bug #\(title)\n\n**状态**: 打开\n\n#### 复现步骤\n\n1. 开门\n2. 关门\n\n#### 解决方案\n\n暂无\n\n"
        }
        let dataset = read("# 问题\n\n" + entry("1: 门") + entry("2: 灯"))
        #expect(dataset.drafts.map(\.answers) == [[], []] && dataset.drafts.allSatisfy { $0.status == .open })
        #expect(NoAnswer.says("None currently - just accept it.") && !NoAnswer.says("Nonetheless, oil it."))
        for words in [
            "无", "暂无。", "没有", "待定", "尚未解决", "未解决", "N/A", "none.", "_(None yet)_", "—", "-", "/", "TBD", "pending",
        ] {
            #expect(NoAnswer.says(words), "\(words)")
        }
    }

    @Test func `items of a list that end in a day are nobody's words`() {
        let dataset = read(
            "# 2026-07-13\n1. 门要上油 ✅(2026-07-19)\n2. 灯要换 ✅(2026-07-19)\n3. 船要补\n4. 绳要换(2026-08-16)\n## 2026-08-16\n")
        #expect(dataset.drafts.allSatisfy { $0.turns.isEmpty })
    }

    @Test func `beside one title that says what it is others are its parts`() {
        let text =
            "### 🎫 TICKET #1: New words\n**Assignee:** Ann\n**Priority:** High\n\n---\n\n### 📋 Description\nUse new words.\n\n"
            + "### 🎯 Acceptance Criteria\n- all changed\n\n### 📁 Files\n- a.txt\n"
        let dataset = read(text)
        #expect(dataset.drafts.count == 1 && dataset.drafts[0].values.assignee == "Ann")
    }

    @Test func `code outside of tickets is said`() {
        let dataset = read(
            "# A\n\nIntro.\n\n```\nalpha\nbeta\n```\n\n## Ticket 1: Gate\n\n**Status**: open\n\n## Ticket 2: Lamp\n\n**Status**: open\n"
        )
        #expect(dataset.coverage.outside == [3...8])
        #expect(dataset.coverage.isUnderstood)
    }

    @Test func `values that are not understood are said`() {
        let dataset = read(
            "## Ticket 1: Gate\n\n**Status**: wacky\n**Priority**: crimson\n**Created**: someday\n\n### Description\n\nIt sticks.\n"
        )
        let told = dataset.entries[0].warnings.filter { $0.code == .unknownValue }.map(\.detail)
        #expect(told == ["Status: wacky", "Priority: crimson", "Created: someday"])
    }

    @Test func `words for none answer a question`() {
        func entry(_ title: String) -> String {
            "### Ticket 1: \(title)\n\n**状态**: 打开\n\n#### 客服解答\n\n没有\n\n"
        }
        #expect(read(entry("有手续费吗？")).drafts.map(\.answers) == [["没有"]])
        #expect(read(entry("门打不开")).drafts.map(\.answers) == [[]])
    }

    @Test func `a row of a table with several values is no template`() {
        let text =
            "## Ticket 1: Gate\n\n| Status | Open | since May | by Ann |\n|---|---|---|---|\n\n### Description\n\nIt sticks.\n"
        #expect(read(text).ticketCount == 1)
    }

    @Test func `very many who speak are told apart in time that grows with them, and eight are named`() {
        let talk = (0..<20_000).map { "2024-03-01 08:00:00 Name\($0): words\n" }.joined()
        let entry = read(talk).entries.first
        #expect(entry?.draft.turns.count == 20_000)
        #expect(entry?.warnings.first { $0.code == .rolesGuessed }?.detail.hasSuffix("Name7, …") ?? false)
    }
}
