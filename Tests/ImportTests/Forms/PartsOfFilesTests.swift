import Testing
import Workflow

@testable import Import

/// What stands in a file beside its tickets, and what belongs to all of them.
@Suite struct PartsOfFilesTests {
    @Test func `what was done about both issues is no answer of the last`() {
        let issue = { (number: Int, title: String) in
            "## Issue \(number): \(title)\n\n### Symptoms\n\n\(title) at noon.\n\n### Root cause\n\nRust.\n\n"
        }
        let dataset = read(
            "# A night\n\n\(issue(1, "Gate"))\(issue(2, "Lamp"))## Resolution\n\nOil.\n\n## Lessons\n\nLook.\n")
        #expect(dataset.ticketCount == 2 && dataset.drafts.allSatisfy { $0.answers.isEmpty && $0.extra.isEmpty })
        #expect(dataset.warnings.map(\.code).contains(.summarySkipped))
        #expect(dataset.coverage.outsideText == "25, 29")
    }

    @Test func `a plan below counted problems is the file's`() {
        let problem = { (number: String, title: String) in
            "## 问题\(number)：\(title)\n\n### 现象\n\n\(title)。\n\n### 原因\n\n生锈。\n\n### 修复方案\n\n上油。\n\n"
        }
        let dataset = read(
            "# 码头\n\n\(problem("一", "门卡住"))\(problem("二", "灯不亮"))## 实施步骤\n\n### 第一步\n\n先上油。\n\n## 测试计划\n\n再看。\n")
        #expect(dataset.drafts.map(\.title) == ["门卡住", "灯不亮"])
        #expect(dataset.drafts.map(\.answers) == [["上油。"], ["上油。"]])
        #expect(dataset.drafts.allSatisfy { $0.extra.isEmpty })
    }

    @Test func `sections of which none comes twice tell of one matter`() {
        let text =
            "# Gate report\n\n## Details\n- **State**: closed\n- **Severity**: high\n\n## Reporter\n- **Customer name**: Ann\n\n"
            + "## Impact\n- **Category**: pier\n"
        #expect(read(text).ticketCount == 1)
    }

    @Test func `one ticket in which answers come again and again is none`() {
        let bug = { (number: Int) in "\(number). **Gate \(number)** sticks\n   - **Fix:** oil\n\n" }
        let dataset = read("# Audit\n\n**Description**: all.\n\n## Log\n\n" + (1...5).map(bug).joined())
        #expect(dataset.drafts.allSatisfy { $0.answers.count < 2 } || !dataset.coverage.isUnderstood)
    }

    @Test func `what a file says of itself below its last rule is outside`() {
        let issue = { (number: Int) in "## Issue \(number): Gate\n\n### Description\n\nIt sticks.\n\n" }
        let dataset = read(issue(1) + issue(2) + "**Weather**: rain\n\n---\n*Report generated on 2024-03-01*\n")
        #expect(dataset.coverage.outsideText == "16" && dataset.drafts[1].description?.hasSuffix("rain") ?? false)
        let signed = read(issue(1) + issue(2) + "---\n*Ann of the pier*\n")
        #expect(signed.coverage.outside.isEmpty)
    }

    @Test func `questions whose mark is bold ask, and so do items above quotations in a list of questions`() {
        let dataset = read("**Q**. What is it?\n\n**A**. A gate.\n\n**Q**. Who?\n\n**A**. Ann.\n")
        #expect(dataset.drafts.map(\.title) == ["What is it?", "Who?"])
        #expect(dataset.drafts.map(\.answers) == [["A gate."], ["Ann."]])
        let article = ArticleFile.incoming(
            Array("# 常见问题\n\n1. 提示 `ERROR: no boat`\n\n   > 打开门。\n\n2. 门打不开\n\n   > 上油。\n".utf8), name: "a.md",
            path: "a.md")
        #expect(article.draft.entries.filter { $0.kind == .item }.map(\.title) == ["提示 ERROR: no boat", "门打不开"])
    }

    @Test func `a header of two labels is a ticket's, unless rows of a table may be some`() {
        let text =
            "# 12 Mend the gate\n\nStatus: open\nPriority: high\nDepends on: 11\n\n## Context\n\nIt sticks.\n\n## Limits\n\nNone.\n"
        #expect(read(text).drafts.map(\.values.priority) == [.high])
        let table = { (head: String) in "\n## Rows\n\n| # | \(head) |\n|---|---|---|\n| 1 | oil | open |\n" }
        let rows = read(text + table("Issue | Status"))
        #expect(rows.form != .file || !rows.coverage.isUnderstood)
        #expect(read(text + table("Words | Seen")).form == .file)
    }

    @Test func `a quotation in a block of keys goes on below, and a mark in it is doubled`() {
        let dataset = read("---\ntitle: 'Ann''s gate sticks\n  in the rain'\nstatus: open\n---\n\nText.\n")
        #expect(dataset.drafts.map(\.title) == ["Ann's gate sticks in the rain"])
    }

    @Test func `code stays as it is in an article`() {
        func texts(_ text: String) -> [String] {
            ArticleFile.incoming(Array(text.utf8), name: "a.md", path: "a.md").draft.entries.flatMap {
                $0.texts.map(\.text)
            }
        }
        let told = texts(
            "# Paths\n\nUse `D:\\\\a\\b` and `<b>`, a Box<S>, not \\*.\n\n```json\n{\n    \"a\": \"D:\\\\a\"\n}\n```\n"
        ).joined(separator: "\n")
        #expect(told.contains("Use D:\\\\a\\b and <b>, a Box<S>, not *."))
        #expect(told.contains("{\n    \"a\": \"D:\\\\a\"\n}") && !told.contains("json"))
        #expect(texts("# Keys\n\n- `a`: add\n- `d`: delete\n").joined().contains("a: add"))
    }

    @Test func `what stands between two numbers of a list belongs to the first, indented or not`() {
        let draft = ArticleFile.incoming(
            Array("1. Gate sticks\n\nOil it.\n\n2. Lamp dark\n\nMend it.\n".utf8), name: "a.md", path: "a.md"
        ).draft
        let first = draft.entries.first { $0.title == "Gate sticks" }
        #expect(first?.texts.map(\.text).joined().contains("Oil it.") ?? false)
    }

    @Test func `a count of something else declares no tickets`() {
        let issue = "## Issue 1: Gate\n\n### Description\n\nIt sticks.\n\n"
        #expect(read("共 10 个文件\n\n" + issue).declaredCount == nil)
        #expect(read("共 10 个问题\n\n" + issue).declaredCount == 10)
    }

    @Test func `a row that fills its first cell only names those below`() {
        let dataset = read(
            "| # | Issue | Status |\n|---|---|---|\n| 1 | Gate | open |\n| | | |\n| **Second round** | | |\n| 2 | Lamp | fixed |\n"
        )
        #expect(dataset.drafts.map(\.title) == ["Gate", "Lamp"])
        #expect(dataset.drafts.map(\.categoryPath) == [[], ["Second round"]])
        #expect(dataset.coverage.outside.isEmpty)
    }

    @Test func `a rule below the names of a CSV file is no record, and a value is missed in its own line`() {
        let dataset = Dataset(
            Array("title;status;priority\n-----;------;----\nGate;wacky;high\n".utf8), isSeparated: true)
        #expect(dataset.drafts.map(\.title) == ["Gate"])
        #expect(dataset.entries[0].warnings.first { $0.code == .unknownValue }?.line == 3)
    }

    @Test func `numbers that ask are questions, and one that counts on is too`() {
        let dataset = read(
            "Asked often\n\n 1. Where is the gate?\n\n    At the pier.\n\n 2. Where is the lamp that\n    burns at night?\n\n"
                + "    Above it.\n\n 3. What boats\n\n    None.\n\n 4. Who?\n\n    Ann.\n")
        #expect(dataset.form == .questions)
        #expect(
            dataset.drafts.map(\.title)
                == ["Where is the gate?", "Where is the lamp that burns at night?", "What boats", "Who?"])
        #expect(dataset.drafts.map(\.answers) == [["At the pier."], ["Above it."], ["None."], ["Ann."]])
    }

    @Test func `a summary of details asks, and they answer`() {
        let pair = { (question: String, answer: String) in
            "<details>\n<summary>\(question)</summary>\n\n\(answer)\n\n</details>\n\n"
        }
        let dataset = read("# FAQ\n\n" + pair("Is it open?", "Yes.") + pair("When?", "At noon.") + pair("Why?", "So."))
        #expect(dataset.drafts.map(\.title) == ["Is it open?", "When?", "Why?"])
        #expect(dataset.drafts.map(\.answers) == [["Yes."], ["At noon."], ["So."]])
    }

    @Test func `numbered questions are questions of an article, and steps are steps`() {
        func kinds(_ text: String) -> [ArticleEntry.Kind] {
            ArticleFile.incoming(Array(text.utf8), name: "a.md", path: "a.md").draft.entries.dropFirst().map(\.kind)
        }
        #expect(kinds("# FAQ\n\n1. Is it open?\n\nYes.\n\n2. When\n\nAt noon.\n").filter { $0 == .item }.count == 2)
        #expect(kinds("# Start\n\n1. Is it open?\n2. Go in.\n3. Sit down.\n").filter { $0 == .step }.count == 3)
    }
}
