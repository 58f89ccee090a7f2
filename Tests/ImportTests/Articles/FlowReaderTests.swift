import Import
import Testing
import Workflow

/// An article that asks is read as a way from its first question to its ends, and refused where that is none.
struct FlowReaderTests {
    private func read(_ text: String) -> FlowReader.Reading? {
        FlowReader.read(Array(text.utf8), title: "Site")
    }

    private func flow(_ text: String) throws -> Flow {
        let found = try #require(read(text))
        return try #require(found.flow)
    }

    private func faults(_ text: String) throws -> [String] {
        try #require(read(text)).faults.map { "\($0.line) \($0.code.rawValue)" }
    }

    @Test func `questions lead to ends, whatever the language and the marks`() throws {
        let text = """
            # 网站打不开

            按顺序回答。

            ## 1. 域名能解析吗？
            运行 `nslookup`。

            - 是：[证书](#cert)
            - **否** → [没有解析](#域名没有解析)
            - 不确定：[找人](#3-找人)

            ## Is the certificate valid? {#cert}
            * Yes: [fine](#fine)
            * No - [renew it](#2-renew)

            ## 域名没有解析
            添加解析记录。
            ## 2. Renew
            Order a certificate.
            ## Fine
            ## 3. 找人
            [提交工单](https://example.com/workorder/create?level1_name=CDN)
            """
        let flow = try flow(text)
        #expect(flow.steps.map(\.title) == ["域名能解析吗？", "Is the certificate valid?", "域名没有解析", "Renew", "Fine", "找人"])
        #expect(flow.steps.map(\.line) == [5, 12, 16, 18, 20, 21])
        #expect(flow.start == 0)
        #expect(flow.steps[0].paths == [.yes: 1, .no: 2, .unsure: 5])
        #expect(flow.steps[1].paths == [.yes: 4, .no: 3])
        #expect(flow.steps[0].text == "运行 nslookup。")
        #expect(flow.steps[2].text == "添加解析记录。")
        #expect(flow.steps[5].escalation == "https://example.com/workorder/create?level1_name=CDN")
    }

    @Test(arguments: [
        "# A\n\n## B\n- Next: [C](#c)\n## C\n", "# A\n\n## B\nSee [C](#c) or [no](#c).\n## C\n", "",
        "# A\n\n- yes: [there](https://example.com/#b)\n", "- yes: [b](#b)\n",
    ])
    func `an article that asks nothing is no flow`(text: String) {
        #expect(read(text) == nil)
    }

    @Test(
        arguments: [
            ("# A\n## B\n- yes: [C](#c)\n- no: [D](#d)\n## C\n", ["4 missingStep"]),
            ("# A\n## B\n- yes: [C](#c)\n## C\n", ["2 missingAnswer"]),
            ("# A\n## B\n- yes: [C](#c)\n- yes: [C](#c)\n- no: [C](#c)\n## C\n", ["4 doubleAnswer"]),
            (
                "# A\n## B\n- yes: [C](#c)\n- no: [E](#e)\n## C\n- next: [D](#d)\n## D\n- next: [C](#c)\n## E\n",
                ["7 loop"]
            ),
            ("# A\n## B\n- yes: [B](#b)\n- no: [B](#b)\n", ["2 noStart"]),
            (
                "# A\n## B\n- yes: [C](#c)\n- no: [C](#c)\n## C\n## X\n- yes: [C](#c)\n- no: [C](#c)\n",
                ["6 unreachable"]
            ),
            (
                "# A\n## B\n- yes: [C](#c)\n- no: [C](#c)\n## C\n- yes: [D](#d)\n- no: [D](#d)\n## D\n- next: [C](#c)\n",
                ["2 noEnd", "8 loop"]
            ),
        ] as [(String, [String])])
    func `what cannot be gone through is said with its lines`(text: String, expected: [String]) throws {
        #expect(try faults(text) == expected)
        let isTolerable = expected.allSatisfy { $0.hasSuffix("loop") || $0.hasSuffix("unreachable") }
        #expect((try #require(read(text)).flow != nil) == isTolerable)
        // What says that it is to be gone through must be without a fault.
        let declared = try #require(read("---\nkind: flow\n---\n" + text))
        #expect(declared.flow == nil)
        #expect(declared.refused.map { "\($0.line - 3) \($0.code.rawValue)" } == expected)
        #expect(try #require(read(text)).refused == [])
    }

    @Test func `an answer may be an end by itself`() throws {
        let text = """
            # Mail

            ## Can you sign in?
            Try it. No: that is no answer yet.
            - If yes, congratulations!
            - If no, see [reset it](#reset-it).

            ## Reset it
            Yes, that takes a while.
            """
        let flow = try flow(text)
        #expect(flow.steps.map(\.title) == ["Can you sign in?", "Reset it", "congratulations!"])
        #expect(flow.steps.map(\.line) == [3, 8, 5])
        #expect(flow.steps[0].paths == [.yes: 2, .no: 1])
        #expect(flow.steps[0].text == "Try it. No: that is no answer yet.")
        #expect(flow.steps[1].text == "Yes, that takes a while.")
        #expect(flow.steps[1].isEnd)
    }

    @Test func `an article that says so and asks nothing is refused`() throws {
        let reading = try #require(read("---\n类型: 流程\n---\n# A\n\n## B\nText.\n"))
        #expect(reading.refused == [FlowFault(.noStart, line: 4)])
    }

    @Test func `a long way is read without delay`() throws {
        let steps = (0..<20_000).map { "## s\($0)\n- yes: [next](#s\($0 + 1))\n- no: [end](#end)\n" }
        let flow = try flow("# Long\n\n" + steps.joined(separator: "") + "## s20000\n## end\n")
        #expect(flow.steps.count == 20_002)
    }

    @Test func `escapes of editors mean the letters`() throws {
        let flow = try flow("# A\n## B\n- 是：[C](#%E8%AF%81%E4%B9%A6)\n- 否：[C](#%E8%AF%81%E4%B9%A6)\n## 证书\n")
        #expect(flow.steps[0].paths == [.yes: 1, .no: 1])
    }
}
