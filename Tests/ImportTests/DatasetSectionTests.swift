import Testing
import Workflow

@testable import Import

/// How sections, labels and speakers are recognised.
@Suite struct DatasetSectionTests {
    private static func twice(_ body: (String) -> String) -> Dataset { read("# 记录\n\n" + body("甲") + body("乙")) }

    @Test func `a heading in a message right before a section opens no ticket`() {
        let dataset = DatasetSectionTests.twice { title in
            "## \(title)\n\n**分类**：A\n\n### 问题描述\n\n见下\n\n## 打印结果\n\n### 客服解答\n\n- y\n\n### 根本原因\n\nz\n\n---\n\n"
        }
        #expect(dataset.drafts.map(\.title) == ["甲", "乙"])
        #expect(dataset.drafts[0].description == "见下\n\n## 打印结果")
    }

    @Test func `a ticket that lacks its category is still a ticket`() {
        let text = "## 甲\n\n**分类**：A\n\n### 问题描述\n\nx\n\n## 乙\n\n### 问题描述\n\ny\n\n## 丙\n\n**分类**：A\n\n### 问题描述\n\nz\n"
        #expect(read(text).drafts.map(\.title) == ["甲", "乙", "丙"])
    }

    @Test func `labels in bold inside of a message are text where sections are headings`() {
        let text = "## 甲\n\n**分类**：A\n\n### 问题描述\n\nx\n\n### 客服解答\n\n- 看\n**问题描述**：抄来的\n\n### 根本原因\n\nz\n"
        #expect(read(text).drafts[0].answers == ["看\n**问题描述**：抄来的"])
    }

    @Test func `emphasis in a message cuts nothing off`() {
        let talk = "**客服**：看\n**状态**：正常\n**原因**：无\n完"
        let text = "## 甲\n\n**分类**：A\n\n### 问题描述\n\nx\n\n### 对话记录\n\n\(talk)\n"
        let plain = "## 乙\n\n**分类**：A\n\n### 问题描述\n\nx\n\n### 对话记录\n\n**客服**：看\n"
        #expect(read(text + plain + plain + plain).drafts[0].turns.map(\.body) == ["看\n**状态**：正常\n**原因**：无\n完"])
    }

    @Test func `tickets may stand under lines in bold`() {
        let dataset = read(
            "# 记录\n\n**1. 甲**\n\n**分类**：A\n**问题描述**：x\n\n---\n\n**2. 乙**\n\n**分类**：B\n**问题描述**：y\n")
        #expect(dataset.drafts.map(\.title) == ["甲", "乙"])
        #expect(dataset.drafts.map(\.description) == ["x", "y"])
    }

    @Test func `tickets may begin with a title label`() {
        let dataset = DatasetSectionTests.twice { "**标题**：\($0)\n**分类**：A\n**问题描述**：x\n\n---\n\n" }
        #expect(dataset.drafts.map(\.title) == ["甲", "乙"])
    }

    @Test func `two labels on a line are two`() {
        let dataset = DatasetSectionTests.twice { "## \($0)\n\n**分类**: A｜B | **状态**: 已解决\n\n### 问题描述\n\nx\n\n" }
        #expect(dataset.drafts[0].categoryPath == ["A", "B"])
        #expect(dataset.drafts[0].status == .resolved)
    }

    @Test func `labels in a list may hold lists`() {
        let dataset = DatasetSectionTests.twice {
            "### \($0)\n\n- **分类**：A\n- **问题描述**：x\n- **客服解答**：\n  - 一\n  - 二\n- **根本原因**：z\n\n"
        }
        #expect(dataset.drafts[1].answers == ["一", "二"])
        #expect(dataset.drafts[1].rootCauses == ["z"])
    }

    @Test func `a table of labels is read row by row`() {
        let dataset = DatasetSectionTests.twice {
            "## \($0)\n\n| 字段 | 内容 |\n|---|---|\n| 分类 | A｜B |\n| 状态 | 处理中 |\n| 来源 | 电话 |\n\n### 问题描述\n\nx\n\n"
        }
        #expect(dataset.drafts[0].categoryPath == ["A", "B"])
        #expect(dataset.drafts[0].status == .open)
        #expect(dataset.drafts[0].extra == [NamedText(name: "来源", text: "电话")])
    }

    @Test func `categories in two labels are one path`() {
        let dataset = DatasetSectionTests.twice { "## \($0)\n\n**一级分类**：A\n**二级分类**：B\n\n### 问题描述\n\nx\n\n" }
        #expect(dataset.drafts[0].categoryPath == ["A", "B"])
    }

    @Test func `a remark beside a speaker is kept`() {
        let dataset = DatasetSectionTests.twice {
            "## \($0)\n\n**分类**：A\n\n### 对话记录\n\n**客户** (10:20)：x\n**客服（小林）**：y\n\n"
        }
        #expect(dataset.drafts[0].turns == [Turn(role: .customer, body: "x"), Turn(role: .agent, body: "y")])
        #expect(dataset.drafts[0].extra == [NamedText(name: "对话记录（备注）", text: "客户 (10:20)\n客服（小林）")])
    }

    @Test func `a better name leaves the weaker one an extra section`() {
        let dataset = DatasetSectionTests.twice {
            "## \($0)\n\n**分类**：A\n**问题类型**：咨询\n\n### 客服解答\n\n- x\n\n### 解决方案\n\n- y\n\n"
        }
        #expect(dataset.drafts[0].categoryPath == ["A"])
        #expect(dataset.drafts[0].answers == ["x"])
        #expect(dataset.drafts[0].extra.map(\.name) == ["问题类型", "解决方案"])
    }

    @Test func `a weak name does where there is no better one`() {
        let dataset = DatasetSectionTests.twice { "## \($0)\n\n**问题类型**：A｜B\n\n### 问题现象\n\nw\n\n### 解决方案\n\n- y\n\n" }
        #expect(dataset.drafts[0].categoryPath == ["A", "B"])
        #expect(dataset.drafts[0].description == "w")
        #expect(dataset.drafts[0].answers == ["y"])
    }

    @Test func `an unknown name is guessed by its words and reported`() {
        let dataset = DatasetSectionTests.twice { "## \($0)\n\n**分类**：A\n\n### 问题描述\n\nx\n\n### 本单全部回复汇编\n\n- y\n\n" }
        #expect(dataset.drafts[0].answers == ["y"])
        #expect(
            dataset.entry(at: 0).warnings.contains { $0.code == .guessedSection && $0.detail == "本单全部回复汇编: answers" })
    }

    @Test func `causes under a label name the cause and leave advice aside`() {
        let dataset = DatasetSectionTests.twice {
            "## \($0)\n\n**分类**：A\n\n### 根本原因分析\n\n**问题类型**: 配置\n\n**解决状态**: ⚠ 需要进一步跟进\n\n---\n\n"
        }
        #expect(dataset.drafts[0].rootCauses == ["配置"])
        #expect(dataset.drafts[0].statusText == "⚠ 需要进一步跟进")
        #expect(dataset.drafts[0].status == .open)
    }

    @Test func `an unmarked section is one answer a line unless the file lists its answers`() {
        let lines = { (title: String) in "## \(title)\n\n**分类**：A\n\n### 客服解答\n\n一\n二\n\n" }
        #expect(read(lines("甲") + lines("乙")).drafts[0].answers == ["一", "二"])
        let listed = "## 丙\n\n**分类**：A\n\n### 客服解答\n\n- 一\n- 二\n"
        #expect(read(lines("甲") + listed).drafts[0].answers == ["一\n二"])
    }

    @Test(arguments: [
        ("✓ 已解决", Status.resolved), ("⏳ 处理中", .open), ("⚠ 需要进一步跟进", .open), ("未解决", .open), ("已关闭", .closed),
        ("待客户反馈", .pending), ("Unresolved", .open), ("Resolved", .resolved), ("Closed", .closed), ("挂起", .hold),
        ("新建", .new),
    ])
    func `words for a status are understood`(words: String, status: Status) {
        #expect(StatusWords.status(of: words) == status)
    }
}
