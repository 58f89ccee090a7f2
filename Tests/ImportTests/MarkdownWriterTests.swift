import Testing
import Workflow

@testable import Import

@Suite struct MarkdownWriterTests {
    static func written(_ drafts: [TicketDraft]) -> String {
        MarkdownWriter.header(title: "港口客服记录", count: drafts.count)
            + drafts.enumerated().map { MarkdownWriter.ticket($0.element, ordinal: $0.offset + 1) }.joined()
    }

    /// Canonical equivalence is not enough: the same bytes must come back.
    private static func bytes(_ draft: TicketDraft) -> [[UInt8]] {
        var texts = [draft.title, draft.statusText ?? "nil", draft.status?.name ?? "nil", draft.description ?? "nil"]
        texts += draft.categoryPath + draft.answers + draft.rootCauses + draft.turns.map { "\($0.role)" + $0.body }
        texts += draft.extra.flatMap { [$0.name, $0.text] }
        return texts.map { Array($0.utf8) }
    }

    private func expectRoundTrip(_ drafts: [TicketDraft]) {
        let back = read(MarkdownWriterTests.written(drafts)).drafts.map(\.withOnlyListedAnswers)
        let kept = drafts.map(\.withOnlyListedAnswers)
        #expect(back == kept)
        #expect(back.map(MarkdownWriterTests.bytes) == kept.map(MarkdownWriterTests.bytes))
    }

    static let hostile = [
        "", " ", "\n", "\n\n", "plain", "## 问题 2: x", "### 问题描述", "### 客服解答\n\n1. x", "---", "***", "**客服**：x",
        "**客户**: y",
        "客服：x", "- a\n- b", "1. a\n2. b", "2. b", "a\n\nb", "a\n\n\nb ", " a", "a ", "\ta\t", "a\r", "\r\n", "a\rb",
        "a\r\nb",
        "\\", "\\\\", "\\a", "a\\", "\\e", "```\ncode", "```\na\n```", "~~~", "| a | b |", "> a", "【分类】x", "...（共8条回复）",
        "…（共8条回复）", "a；b", "\u{3000}a\u{3000}", "\u{A0}a\u{A0}", "\u{FEFF}a", "\u{2028}", "\u{85}", "a\u{0}b",
        "é e\u{301}",
        "**根本原因**：x", "**状态**: closed", "分类：x", "<!-- litedesk: a line that begins with a backslash is escaped -->",
        "a\n## b\n  \n### c\n---", "# a\n\n\n", "① a", "（1）a", "[客户]：a", "A: b", "Q: a\nA: b", "总结", "a｜b", "a|b > c",
        "🙂", "*",
        "* ", "-", "1.", "1. ", "#", "##", "## ", "\n---\n", "a\n---", "**a**", "标题", "    code", "\u{B}a\u{C}",
    ]

    @Test(arguments: hostile) func `a hostile text comes back in every field`(text: String) {
        expectRoundTrip([
            TicketDraft(title: text, categoryPath: ["A", text], statusText: text, status: .open, description: text),
            TicketDraft(
                title: "x", description: text, answers: [text, "b", text], rootCauses: [text, "c"],
                turns: [
                    Turn(role: .customer, body: text), Turn(role: .agent, body: text), Turn(role: .system, body: text),
                ],
                extra: [NamedText(name: "备注" + text, text: text), NamedText(name: text, text: "z")]),
            TicketDraft(title: "after", description: "the end"),
        ])
    }

    @Test func `every pair of hostile lines comes back in one text`() {
        let lines = MarkdownWriterTests.hostile
        for first in lines {
            let drafts = lines.map {
                TicketDraft(
                    title: "t", description: first + "\n" + $0, turns: [Turn(role: .agent, body: $0 + "\n" + first)])
            }
            let back = read(MarkdownWriterTests.written(drafts)).drafts.map(\.withOnlyListedAnswers)
            #expect(back == drafts)
        }
    }

    @Test(arguments: DialectTests.seeds) func `what was read from any dialect comes back`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        for shape in (DialectTests.shapes[seed] ?? []).prefix(40) {
            expectRoundTrip(DialectTests.tickets(shape, &numbers).map { $0.draft(at: 1) })
        }
    }

    @Test func `a draft with nothing but a title comes back`() {
        expectRoundTrip([TicketDraft(title: "证书"), TicketDraft(title: "1"), TicketDraft(title: "问题 3: x")])
    }

    @Test func `a status that the words do not say comes back`() {
        expectRoundTrip([
            TicketDraft(title: "a", statusText: nil, status: .hold),
            TicketDraft(title: "b", statusText: "已解决", status: nil),
            TicketDraft(title: "c", statusText: "✓ 已解决", status: .resolved),
            TicketDraft(title: "d", statusText: "稍后", status: nil),
        ])
    }

    @Test func `agent turns are written once more as answers and read as derived`() {
        let turns = [
            Turn(role: .customer, body: "在吗"), Turn(role: .agent, body: "在\n\n请说"), Turn(role: .agent, body: "在"),
        ]
        let written = MarkdownWriterTests.written([TicketDraft(title: "t", turns: turns)])
        let entry = read(written).entry(at: 0)
        #expect(entry.draft.answers == ["在\n\n请说", "在"])
        #expect(!entry.derivedAnswersDiffer)
        #expect(entry.draft.withOnlyListedAnswers.answers == [])
    }

    @Test func `each agent turn accounts for one equal answer`() {
        let turns = [Turn(role: .agent, body: "a"), Turn(role: .customer, body: "b")]
        #expect(TicketDraft(title: "t", answers: ["a", "a", "b"], turns: turns).onlyListedAnswers == ["a", "b"])
        #expect(TicketDraft(title: "t", answers: ["a"]).onlyListedAnswers == ["a"])
    }

    @Test func `plain words are written as the seeds write them`() {
        let draft = TicketDraft(
            title: "证书过期", categoryPath: ["CDN", "证书问题"], description: "打不开", rootCauses: ["未续费"],
            turns: [Turn(role: .customer, body: "打不开"), Turn(role: .agent, body: "已处理")])
        #expect(
            MarkdownWriter.ticket(draft, ordinal: 7) == """
                ## 问题 7: 证书过期

                **分类标签**: CDN｜证书问题

                ### 问题描述

                打不开

                ### 客服解答

                1. 已处理

                ### 根本原因分析

                - 未续费

                ### 完整对话记录

                **客户**：打不开

                **客服**：已处理

                ---


                """)
    }

    @Test func `a backslash is text in a file that announces no escapes`() {
        let dataset = read("## 问题 1: a\n\n**分类**: A\n\n### 问题描述\n\n\\# b\n")
        #expect(dataset.drafts[0].description == "\\# b")
    }
}
