import Testing
import Workflow

@testable import Import

/// What the reader makes of shapes that guides have; every text here is invented.
struct ArticleReaderTests {
    private func draft(_ text: String) -> ArticleDraft { ArticleReader.read(Array(text.utf8), fallbackTitle: "file") }

    private func roles(_ draft: ArticleDraft, _ title: String) -> [ArticleEntry.Role] {
        draft.entries.first { $0.title == title }?.texts.filter { !$0.text.isEmpty }.map(\.role) ?? []
    }

    @Test func `numbers stand apart from titles, and nested headings under their parents`() {
        let draft = draft("# 排查\n\n## 1. 后台\n### 1.1 appkey\n文字\n## 2、终端\n")
        #expect(draft.title == "排查")
        #expect(draft.entries.map(\.title) == ["排查", "排查", "后台", "appkey", "终端"])
        #expect(draft.entries.map(\.number) == [nil, nil, "1", "1.1", "2"])
        #expect(draft.entries.map(\.parent) == [nil, 0, 1, 2, 1])
        #expect(draft.entries[3].key == "appkey")
    }

    @Test(arguments: [
        "**错误原因：**磁盘写满", "**错误原因**：磁盘写满", "错误原因：磁盘写满", "- **错误原因** 磁盘写满", "【错误原因】磁盘写满",
        "## 错误原因\n磁盘写满", "错误原因:磁盘写满", "**Root cause:** 磁盘写满", "Possible causes: 磁盘写满",
    ])
    func `a label says what follows, however it is written`(text: String) {
        let texts = draft("# 题\n\n" + text + "\n").entries.flatMap(\.texts).filter { !$0.text.isEmpty }
        #expect(texts.map(\.role) == [.cause])
        #expect(texts.map(\.text) == ["磁盘写满"])
    }

    @Test func `a paragraph without labels is cut where it begins to tell something else`() {
        let draft = draft("## 1.1 token\n主要表现 上传失败。主要原因是密钥过期。从log中可以看到**TOKEN_EXPIRED_X**。\n")
        #expect(roles(draft, "token") == [.symptom, .cause, .sample])
        #expect(draft.signatures.map(\.text) == ["TOKEN_EXPIRED_X"])
    }

    @Test func `names and messages become signatures, what somebody clicks does not`() {
        let draft = draft(
            "## 登录返回“账号已被锁定请稍后”\n单击**立即登录按钮在此**。日志中提示 **login refused for user 'bob'@'10.0.0.1' now**，错误码 `NoSuchUser`。\n"
        )
        #expect(
            draft.signatures.map(\.text) == ["账号已被锁定请稍后", "login refused for user '…'@'…' now", "NoSuchUser"])
    }

    @Test func `rows of a table of codes are entries with what each column tells`() {
        let draft = draft("|错误码|说明|处理措施|\n|--|--|--|\n|-101|磁盘满|清理`a\\|b`|\n|E_DISK_FAILED|坏道<br>或掉盘|更换|\n|102|\n")
        let rows = draft.entries.filter { $0.kind == .row }
        #expect(rows.map(\.title) == ["-101", "E_DISK_FAILED", "102"])
        #expect(rows[0].texts.filter { !$0.text.isEmpty }.map(\.role) == [.cause, .remedy])
        #expect(rows[0].texts.map(\.text).contains("清理a|b"))
        #expect(rows[1].texts.map(\.text).contains("坏道\n或掉盘"))
        #expect(draft.faults == [ArticleFault(.missingCells, line: 5)])
        #expect(draft.kind == .reference)
        #expect(draft.signatures.map(\.kind) == [.code, .identifier, .code])
    }

    @Test func `rows of a table of codes in HTML are entries too`() {
        let text = """
            ## 错误码

            <table>
            <thead><tr><th>错误码</th><th>原因</th><th>处理措施</th></tr></thead>
            <tbody>
            <tr>
            <td rowspan="2">ERROR_KEY_EXPIRED</td>
            <td>密钥<br/>过期</td>
            <td>更换密钥</td>
            </tr>
            <tr><td>密钥停用</td><td>启用密钥</td></tr>
            <TR><TD>InvalidBucket</TD><TD>没有这个桶</TD><TD></TD></TR>
            </tbody>
            </table>

            之后的文字。

            <table><tr><td>a</td></tr><tr><td>b</td></tr></table>
            """
        let draft = draft(text)
        let rows = draft.entries.filter { $0.kind == .row }
        #expect(rows.map(\.title) == ["ERROR_KEY_EXPIRED", "密钥停用", "InvalidBucket"])
        #expect(rows.map(\.line) == [6, 11, 12])
        let told = rows[0].texts.filter { !$0.text.isEmpty }
        #expect(told.map(\.role) == [.cause, .remedy] && told.last?.text == "更换密钥")
        #expect(rows[1].texts.filter { !$0.text.isEmpty }.map(\.role) == [.remedy])
        #expect(draft.signatures.map(\.text).contains("ERROR_KEY_EXPIRED"))
        #expect(PlacedBytes.faults(draft, count: text.utf8.count) == [])
        #expect(draft.counts.codes == 0 && draft.counts.placed == draft.counts.lines)
    }

    @Test(arguments: [
        "<table>", "<table><tr><th>code</th></tr>", "<table><tr><th>code<tr><td>E1<td>x</table>",
        "<table>\n<tr><th>code</th></tr>\n## A\n<tr><td>1</td></tr>\n</table>",
        "<table><tr><th>code</th></tr><tr><td><table></table></td></tr></table>",
        "<table><tr><th>code</th></tr><tr><td rowspan=9999>E1</td></tr><tr></tr><tr><td>E2</td></tr></table> tail",
        "text <table><tr><th>code</th></tr><tr><td>1</td></tr></table>", "<tablet>\n</tablet>",
    ])
    func `tables in HTML of any kind are placed whole`(text: String) {
        #expect(PlacedBytes.faults(draft(text), count: text.utf8.count) == [])
    }

    @Test(arguments: [
        ("# Troubleshooting\n\n## B\n\nIt hangs.", "B", [ArticleEntry.Role.other]),
        ("## Cause of the problem\nx", "Cause of the problem", [.cause]),
        ("## Resolution steps\nx", "Resolution steps", [.remedy]),
        ("## 问题背景与现象<a name=\"a1\"></a>\nx", "问题背景与现象", [.symptom]),
        ("## 🔍 Root Cause / Investigation\nx", "🔍 Root Cause / Investigation", [.cause]),
        ("## Solution 1: when the cause is 2\nx", "Solution 1: when the cause is 2", [.remedy]),
        ("## 解决方案 Solution\nx", "解决方案 Solution", [.remedy]),
        ("## B\n**Escalation**: ask the team", "B", [.escalation]),
        ("## B\n**Meaning:** it is full", "B", [.cause]),
        ("## B\n- 环境信息\n- 错误日志\n- 期望行为", "B", [.other]),
        ("## B\n!!! attention\n    Save first.\n\nThen go on.", "B", [.note, .other]),
        ("## B\n::: warning\nSave first.\n:::\nThen go on.", "B", [.note, .other]),
        ("## 问题现象\n> connection refused\n> by peer", "问题现象", [.sample]),
        ("## B\n> Save first.", "B", [.note]),
        ("## 问题现象\n> [!NOTE]\n> Save first.", "问题现象", [.note]),
    ])
    func `what guides are written with is known`(text: String, title: String, expected: [ArticleEntry.Role]) {
        #expect(roles(draft(text), title) == expected)
        #expect(PlacedBytes.faults(draft(text), count: text.utf8.count) == [])
    }

    @Test func `a label within an item tells nothing of the next`() {
        let text = "## 原因\n1. 没有启动\n   **解决方案**：请启动。\n2. 连接失败\n3. 权限不足\n"
        let items = draft(text).entries.filter { $0.kind == .cause || $0.kind == .item || $0.kind == .step }
        #expect(items.suffix(2).map(\.role) == [.cause, .cause])
    }

    @Test func `what only looks like a link or a code is none`() {
        let draft = draft(
            "## 密码与码率\n\n60 秒后重试。\n\n| 用户名 | 密码 |\n|---|---|\n| a | b |\n\n```\nlist[0](name)\n```\n\n[x](y.md)\n")
        #expect(draft.entries.allSatisfy { $0.kind != .row })
        #expect(draft.counts.links == 1 && draft.links.map(\.label) == ["x"])
    }

    @Test func `codes on lines of their own are entries too`() {
        let draft = draft("### 存储返回码\n\n-97 ERROR_AUTH_FAILED 签名错误\n\n404 找不到\n\nSTORE_BUSY_ERROR 12 忙\n")
        let rows = draft.entries.filter { $0.kind == .row }
        #expect(rows.map(\.key) == ["ERROR_AUTH_FAILED", "404", "STORE_BUSY_ERROR"])
    }

    @Test func `notes, samples and escalations are told apart`() {
        let text = """
            ## 上传报错
            日志报错如下：
            ```
            12:00:01 ERROR upload refused: quota exceeded for 10.1.2.3
            ```
            >!请先备份。

            > [!NOTE]
            > 备份在夜里。

            如问题还未解决，请[提交工单](https://example.com/workorder/create?level1_name=%E5%AD%98%E5%82%A8)。
            """
        let draft = draft(text)
        #expect(roles(draft, "上传报错") == [.symptom, .sample, .note, .escalation])
        #expect(draft.links.map(\.kind) == [.escalate])
        #expect(draft.signatures.first?.sample?.contains("quota exceeded") == true)
    }

    @Test func `a block that nothing closes is text, levels that jump and anchors that repeat are told`() {
        let draft = draft("# A {#x}\n### B {#x}\n```\ncode\n## C\n")
        #expect(draft.faults.map(\.code) == [.headingJumps, .duplicateAnchor, .unclosedFence])
        #expect(draft.entries.map(\.title) == ["A", "A", "B", "C"])
        #expect(draft.counts.fences == 1)
    }

    @Test func `in a plain text no sign is markup`() {
        func bodies(_ name: String) -> [String] {
            let text = Array("# Signs\n\nWrite `\\*a` and **b**.\n".utf8)
            return ArticleFile.incoming(text, name: name, path: name).draft.entries.flatMap(\.texts).map(\.text)
        }
        #expect(bodies("signs.TXT").contains("Write `\\*a` and **b**."))
        #expect(bodies("signs.md").contains("Write \\*a and b."))
    }

    @Test func `signs that count within one sentence stay in it`() {
        let texts = draft("# 题\n\n**Q：闸门打不开？**\n\n① 上油；② 再推。\n").entries.flatMap(\.texts).map(\.text)
        #expect(texts.contains { $0.contains("① 上油；② 再推。") })
        #expect(draft("# 题\n\n① 上油\n② 再推\n").entries.count { $0.kind == .step } == 2)
    }

    @Test func `steps, cases and scenarios are entries`() {
        let text = """
            ## 典型场景
            - **打不开**：页面打不开
            - **慢**：页面慢

            ## 打不开
            1. 登录。
                - 用手机
                - 用电脑
            2. 检查。
            """
        let draft = draft(text)
        #expect(
            draft.entries.map(\.kind) == [
                .section, .section, .scenario, .scenario, .section, .step, .case, .case, .step,
            ])
        #expect(draft.entries[2].title == "打不开")
    }

    @Test(arguments: [
        "", "\n\n", "\u{FEFF}# A\r\n\r\nb\r\n", "# A\n```\n", "| a |\n|---|\n| b", "- ", "1. a\n  - b\n\nc",
        "> q\n> [!NOTE]", "---\ntitle: x\n---\ny",
        "<!-- a\n# no\n-->\n# B", "a\n===\nb\n---\n", "[a\nb](c) ![](d)", "\t- a\n\t\t- b\n   1. c\n", "A：b\nQ：c\n答：d",
    ])
    func `every byte stands in one entry`(text: String) {
        let bytes = Array(text.utf8)
        #expect(PlacedBytes.faults(ArticleReader.read(bytes, fallbackTitle: "x"), count: bytes.count) == [])
    }

    @Test func `random texts of these shapes are placed whole`() {
        var generator = SeededNumbers(seed: 14)
        let parts = [
            "# 一\n", "### 2.1 b {#b}\n", "现象：x\n", "**原因** y\n", "```\n", "~~~ sh\n", "|code|x|\n", "|--|--|\n",
            "|1|2|\n", "1. a\n", "    - b\n",
            "\t* c\n", "\n", "\r\n", ">!n\n", "text 报错 **some error text: failed** 了\n", "-9 E_X_FAILED z\n", "===\n",
            "---\n", "<!-- \n", "-->\n",
            "<style>\n", "Q：a\n", "A：b\n", "[l](u)\n", "![i](\n", "\u{0}\u{FFFF}\n", "主要表现a。主要原因b\n",
        ]
        for _ in 0..<2_000 {
            let text = (0..<Int.random(in: 0...14, using: &generator)).map { _ in
                parts.randomElement(using: &generator) ?? ""
            }
            var bytes = Array(text.joined().utf8)
            if Bool.random(using: &generator), !bytes.isEmpty {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = 0xFF
            }
            let faults = PlacedBytes.faults(ArticleReader.read(bytes, fallbackTitle: "x"), count: bytes.count)
            #expect(faults == [], "\(text)")
        }
    }

    @Test func `a megabyte in one line, and a hundred thousand fences, are read`() {
        let long = Array(repeating: UInt8(ascii: "x"), count: 1 << 20)
        #expect(ArticleReader.read(long, fallbackTitle: "x").faults.map(\.code) == [.longLine])
        let fences = Array(String(repeating: "````x\n```\n", count: 50_000).utf8)
        #expect(PlacedBytes.faults(ArticleReader.read(fences, fallbackTitle: "x"), count: fences.count) == [])
    }
}
