import Testing
import Workflow

@testable import Import

/// Entries that show how one is written are the file's, and no tickets.
@Suite struct TemplateEntryTests {
    private static let bug = """
        ### BUG-7: Gate sticks
        - **Date Reported**: 2024-03-01
        - **Status**: Open
        - **Component**: Pier
        - **Description**: It does not open in the rain

        """

    private func template(_ title: String, date: String = "2024-03-01") -> String {
        """
        ### \(title)
        - **Date Reported**: \(date)
        - **Status**: Fixed
        - **Component**: Example
        - **Description**: What is wrong

        """
    }

    @Test(arguments: [
        ("BUG-0: Example (Template)", "2024-03-01"), ("BUG-0: 示例（模板）", "2024-03-01"), ("BUG-0: Name", "YYYY-MM-DD"),
    ]) func `a template by its title or its date is left out, and that is said`(title: String, date: String) {
        let dataset = read("# Bugs\n\n## Fixed\n\n" + Self.bug + template(title, date: date))
        #expect(dataset.drafts.map(\.title) == ["Gate sticks"])
        #expect(dataset.drafts[0].description == "It does not open in the rain")
        #expect(dataset.warnings.contains { $0.code == .summarySkipped && $0.line == 10 })
        #expect(dataset.coverage.isUnderstood)
    }

    @Test func `what a format says of entries is none`() {
        let dataset = read(
            """
            # Known bugs

            ## Gate sticks

            - **Location**: Pier
            - **Status**: Open

            ## More bugs

            They are written down in this format:

            - **Location**: where it is
            - **Status**: what became of it
            """)
        #expect(dataset.drafts.map(\.title) == ["Gate sticks"])
    }

    @Test func `definitions beside tickets are none, also where they use their words`() {
        let dataset = read(
            """
            # Known bugs

            ## 1. Gate sticks

            **Status**: Resolved
            **Severity**: Low

            #### Description

            It does not open.

            ## Status Definitions

            **Status**: one of these
            **Resolved**: mended and tried
            """)
        #expect(dataset.drafts.map(\.title) == ["Gate sticks"])
    }

    @Test func `titles that only speak of templates and formats are tickets`() {
        let dataset = read(
            Self.bug.replacing("Gate sticks", with: "Template is lost (twice)")
                + Self.bug.replacing("BUG-7: Gate sticks", with: "BUG-8: Date is shown as YYYY-MM-DD"))
        #expect(dataset.drafts.map(\.title) == ["Template is lost (twice)", "Date is shown as YYYY-MM-DD"])
    }

    @Test func `numbers may be left out, and a heading between two of them opens a ticket`() {
        func entry(_ title: String, _ label: String) -> String { "### \(title)\nIt happened.\n**\(label)**：这样\n\n" }
        let text =
            "# 坑\n\n## 一、码头\n\n" + entry("1. 门打不开", "修复") + entry("3. 灯不亮", "修复") + "## 二、船\n\n"
            + entry("5. 船漏水", "修复") + "### 8. 绳子断了\n换一根新的。\n\n" + entry("9. 锚丢了", "修复")
            + "### 12. 旗子褪色\n没有办法。\n"
        #expect(read(text).drafts.map(\.title) == ["门打不开", "灯不亮", "船漏水", "绳子断了", "锚丢了", "旗子褪色"])
    }

    @Test func `the first heading of another group opens a ticket, whatever the one before it told`() {
        func entry(_ title: String, _ labels: String) -> String { "### \(title)\n\n\(labels)\n\n" }
        let told = "**问题描述**: 打不开\n\n**状态**: 已修复"
        let text =
            "# 说明\n\n## 一、现在\n\n" + entry("Bug 1: 门", told) + "## 二、已修复\n\n" + entry("Bug 2: 灯", told)
            + entry("Bug 3: 船", told) + "## 三、以后\n\n" + entry("1. 绳子", "**优先级**: 高") + "## 四、测试\n\n### 门的测试\n\n1. 开门\n"
        #expect(read(text).drafts.map(\.title) == ["Bug 1: 门", "Bug 2: 灯", "Bug 3: 船", "1. 绳子"])
    }

    @Test func `blocks of labels right below headings are called by them`() {
        let dataset = read(Self.bug + "\n" + Self.bug.replacing("BUG-7: Gate sticks", with: "Lamp is dark"))
        #expect(dataset.form == .sections && dataset.drafts.map(\.title) == ["BUG-7: Gate sticks", "Lamp is dark"])
    }
}
