import Testing
import Workflow

@testable import Import

/// Values that stand at odd places: in tags, beside titles, in columns of their own.
@Suite struct ToldValuesTests {
    private func rows(_ text: String) -> [TicketDraft] { Dataset(Array(text.utf8), nil, isSeparated: true).drafts }

    @Test func `a time of the day belongs to the day beside it, and a column of days is one`() {
        let clocks = rows(
            "id;fecha;hora;problema;estado\n7;2024-03-01;12:11 p. m.;Puerta;abierto\n8;2024-03-02;09:05;Farol;cerrado\n"
        )
        #expect(clocks.map(\.values.createdAt?.milliseconds) == [1_709_295_060_000, 1_709_370_300_000])
        #expect(clocks.allSatisfy { $0.extra.isEmpty })
        let days = rows("ID,Data,Descrição\n1,2024-03-01,Porta\n2,2024-03-02,Farol\n")
        #expect(days.allSatisfy { $0.values.createdAt != nil })
        let texts = rows("ID,Data,Description\n1,rust,Gate\n2,wick,Lamp\n")
        #expect(texts.allSatisfy { $0.values.createdAt == nil } && texts[0].extra.map(\.text) == ["rust"])
    }

    @Test func `cells may say the name of their column again`() {
        let drafts = rows(
            "ID: ,Summary: ,Status: \nID: 1,Summary: Gate,Status: open\nID: 2,Summary: Lamp: dark,Status: closed\n")
        #expect(drafts.map(\.title) == ["Gate", "Lamp: dark"] && drafts.map(\.status) == [.open, .closed])
    }

    @Test func `an answer may have its own column, and a priority may be a tag`() {
        let drafts = rows(
            "customer_id,title,admin_response,labels\nC1,Gate,Oil it.,\"area/pier, priority/P2\"\nC2,Lamp,,severity:low\n"
        )
        #expect(drafts.map(\.answers) == [["Oil it."], []] && drafts.map(\.values.customer) == ["C1", "C2"])
        #expect(drafts.map(\.values.priority) == [.high, .low])
        #expect(drafts[0].values.tags == ["area/pier", "priority/P2"])
    }

    @Test func `a priority in brackets is read from titles and groups`() {
        let text =
            "# Issues\n\n## Faults (Priority: High)\n\n### Ticket 1: Gate\n\nSticks.\n\n### Ticket 2: (P0) Lamp\n\nDark.\n\n"
            + "## Wishes (Priority: Low)\n\n### Ticket 3: Boat\n\nA new one.\n"
        let drafts = read(text).drafts
        #expect(drafts.map(\.title) == ["Gate", "Lamp", "Boat"])
        #expect(drafts.map(\.values.priority) == [.high, .urgent, .low])
    }

    @Test func `who gets around a fault has it still`() {
        let text = { (name: String) in
            "# Known issues\n\n## KI-1: Gate\n\n**Symptom:** sticks\n\n**\(name):** push\n\n## KI-2: Lamp\n\n**Symptom:** dark\n\n**\(name):** wait\n"
        }
        #expect(read(text("Workaround")).drafts.map { $0.startingStatus(asked: nil) } == [.open, .open])
        #expect(read(text("Workaround")).drafts.map(\.answers) == [["push"], ["wait"]])
        #expect(read(text("Solution")).drafts.map { $0.startingStatus(asked: nil) } == [.resolved, .resolved])
    }

    @Test func `a status alone behind the number is the status where most titles are so`() {
        let text = (1...4).map { "## BUG-00\($0) 未修复\n- 描述：第\($0)扇门卡住\n\n" }.joined()
        #expect(read(text).drafts.map(\.title) == (1...4).map { "第\($0)扇门卡住" })
        #expect(read(text).drafts.map(\.status) == [.open, .open, .open, .open])
    }

    @Test func `who speaks but once each is no speaker, and a greeting is no title`() {
        let labels = "Gate: it sticks\nLamp: it is dark\nBoat: it leaks\n"
        #expect(read(labels).form != .chat || !read(labels).coverage.isUnderstood)
        let talk =
            "Agent: Good day.\nCustomer: Hi Ben, it's Sarah Miller.\nAgent: How can I help?\nCustomer: The gate sticks.\nAgent: Oil it.\n"
        #expect(read(talk).drafts.map(\.title) == ["The gate sticks."])
    }

    @Test func `words in bold within a sentence are no label, and a label that comes again is shown`() {
        let shown = { (text: String) in
            ArticleFile.incoming(Array(text.utf8), name: "a.md", path: "a.md").draft.entries.flatMap(\.texts).map(
                \.text
            )
            .joined(separator: "\n")
        }
        #expect(shown("# Gates\n\nSet\n**Caméras fixes** to on.\n").contains("Caméras fixes to on."))
        let again = shown("# 门\n\n答：先上油。\n\n解决办法如下：\n\n再推门。\n")
        #expect(again.contains("先上油。") && again.contains("解决办法如下") && again.contains("再推门。"))
    }
}
