import Testing
import Workflow

@testable import Import

/// Where tickets begin and end.
@Suite struct DatasetBoundaryTests {
    @Test(arguments: [
        "", "\n", "hello", "# 标题\n\n只有文字\n", "#\n##\n###\n", "## 甲\n\n文字\n\n## 乙\n", "\u{FEFF}", "---\n---\n",
    ])
    func `a file without tickets is no dataset`(text: String) {
        let dataset = read(text)
        #expect(dataset.ticketCount == 0)
        #expect(dataset.codes.contains(.noTicket))
    }

    @Test func `a summary belongs to the file`() {
        let text = "## 甲\n\n**分类**：A\n\n### 问题描述\n\nx\n\n---\n\n## 总结\n\n共 1 个\n\n### 问题分类\n- A: 1\n"
        let dataset = read(text)
        #expect(dataset.ticketCount == 1)
        #expect(
            dataset.warnings == [
                DatasetWarning(line: 11, code: .summarySkipped, detail: "总结"),
                DatasetWarning(line: 13, code: .outsideTickets, detail: "2 (13, 16): 共 1 个"),
            ])
        #expect(dataset.closing.count == "## 总结\n\n共 1 个\n\n### 问题分类\n- A: 1\n".utf8.count)
    }

    @Test func `questions below the last ticket belong to the file`() {
        let ticket = { (title: String) in "## \(title)\n\n**分类**：A\n\n### 问题描述\n\nx\n\n### 客服解答\n\n- y\n\n---\n\n" }
        let questions = "# 常见问题\n\n## 怎么更换密钥？\n\n打开控制台。\n"
        let dataset = read(ticket("甲") + ticket("乙") + questions)
        #expect(dataset.drafts.map(\.title) == ["甲", "乙"])
        #expect(dataset.drafts.map(\.answers) == [["y"], ["y"]])
        #expect(
            dataset.warnings == [
                DatasetWarning(line: 29, code: .summarySkipped, detail: "常见问题"),
                DatasetWarning(line: 33, code: .outsideTickets, detail: "1 (33): 打开控制台。"),
            ])
        #expect(dataset.closing.count == questions.utf8.count)
    }

    @Test func `a heading in an answer ends no ticket`() {
        let text = "## 甲\n\n**分类**：A\n\n### 客服解答\n\n- y\n\n# 标题\n\n- z\n\n---\n\n## 乙\n\n**分类**：A\n\n### 客服解答\n\n- y\n"
        #expect(read(text).drafts.map(\.title) == ["甲", "乙"])
        #expect(!read(text).codes.contains(.summarySkipped))
    }

    @Test func `a ticket may be called a summary`() {
        let ticket = { (title: String) in "## \(title)\n\n**分类**：A\n\n### 问题描述\n\nx\n\n### 客服解答\n\n- y\n\n---\n\n" }
        #expect(read(ticket("甲") + ticket("统计") + ticket("总结")).drafts.map(\.title) == ["甲", "统计", "总结"])
    }

    @Test func `a title that is a number is no ordinal`() {
        let dataset = read("## 10.8-BI 报表为空\n\n**分类**：A\n\n## 3 台机器掉线\n\n**分类**：A\n\n## 2024. 年度账单\n\n**分类**：A\n")
        #expect(dataset.drafts.map(\.title) == ["10.8-BI 报表为空", "3 台机器掉线", "2024. 年度账单"])
        #expect(dataset.entry(at: 0).place.printedOrdinal == nil)
    }

    @Test func `an ordinal is removed once`() {
        let dataset = read("## 1. 1. 甲\n\n**分类**：A\n\n## 2. 问题 2: 乙\n\n**分类**：A\n")
        #expect(dataset.drafts.map(\.title) == ["1. 甲", "问题 2: 乙"])
    }

    @Test func `numbers that jump are reported`() {
        let dataset = read("## Q5: 甲\n\n**分类**：A\n\n## Q9: 乙\n\n**分类**：A\n")
        #expect(dataset.entries.map(\.place.printedOrdinal) == [5, 9])
        #expect(dataset.entry(at: 1).warnings.contains(DatasetWarning(line: 5, code: .numberingJumps, detail: "6/9")))
    }

    @Test func `a title label names a ticket whose heading only counts`() {
        let dataset = read("## 工单 1\n\n**标题**：甲\n**分类**：A\n\n## 工单 2\n\n**标题**：乙\n**分类**：A\n")
        #expect(dataset.drafts.map(\.title) == ["甲", "乙"])
    }

    @Test func `headings of groups belong to the file`() {
        let text =
            "# 记录\n\n## 证书\n\n### 1. 甲\n\n**分类**：A\n\n#### 问题描述\n\nx\n\n## 账单\n\n### 2. 乙\n\n**分类**：A\n\n#### 问题描述\n\ny\n"
        let dataset = read(text)
        #expect(dataset.drafts.map(\.title) == ["甲", "乙"])
        #expect(dataset.drafts.map(\.description) == ["x", "y"])
        #expect(dataset.drafts.flatMap(\.extra).isEmpty)
    }

    @Test func `tickets and sections may stand at one level`() {
        let text = "## 工单 1：甲\n\n## 问题描述\n\nx\n\n## 客服解答\n\n- y\n\n## 工单 2：乙\n\n## 问题描述\n\nz\n\n## 客服解答\n\n- w\n"
        #expect(read(text).drafts.map(\.description) == ["x", "z"])
    }

    @Test func `places tell line, bytes and ordinals`() {
        let first = "## 问题 1: 甲\n\n**分类**：A\n\n---\n"
        let text = "# 记录\n" + first + "## 问题 2: 乙\n\n**分类**：A\n"
        let dataset = read(text)
        #expect(dataset.preamble == 0..<"# 记录\n".utf8.count)
        #expect(
            dataset.entry(at: 0).place
                == SourcePlace(ordinal: 1, printedOrdinal: 1, line: 2, bytes: 9..<9 + first.utf8.count))
        #expect(dataset.entry(at: 1).place.line == 7)
        #expect(dataset.closing.isEmpty)
        #expect(dataset.coverage.lookalikes == 2)
    }

    @Test func `very many headings are read in time that grows with the file`() {
        let bytes = Array(String(repeating: "# x\n", count: 200_000).utf8)
        #expect(Dataset(bytes).ticketCount == 0)
        let tickets = Array(String(repeating: "## x\n**分类**：A\n", count: 20_000).utf8)
        #expect(Dataset(tickets).ticketCount == 20_000)
    }

    @Test(arguments: [
        "#", "```\n", "- ", "**", "|", "【", "*", "\r", " ", "**客户**：\n", "## 甲\n```\n", "---\n", "（", "第", "...",
    ])
    func `any bytes end in a dataset`(part: String) {
        let head = "## 甲\n\n**分类**：A\n\n### 客服解答\n\n"
        for text in [String(repeating: part, count: 40_000), head + String(repeating: part, count: 40_000)] {
            let dataset = read(text)
            #expect(dataset.entries.count == dataset.ticketCount)
        }
    }

    @Test func `a ticket with nothing but text is one also where files were laid together`() {
        func tickets(_ marks: String, _ names: [String]) -> String {
            names.map {
                "\(marks) \($0)\n\n" + ($0 == "Door" ? "It leaks.\n\n" : "**Category**: Pier\n\nIt sticks.\n\n")
            }.joined()
        }
        let text =
            "# May\n\n" + tickets("##", ["Gate", "Lamp", "Door", "Crane"]) + "# June\n\n## Pier\n\n"
            + tickets("###", ["Boat", "Rope"])
        #expect(read(text).drafts.map(\.title) == ["Gate", "Lamp", "Door", "Crane", "Boat", "Rope"])
    }
}
