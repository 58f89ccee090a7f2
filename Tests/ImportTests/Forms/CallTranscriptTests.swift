import Testing
import Workflow

@testable import Import

/// Talks with a time on a line of its own, and what stands above them.
@Suite struct CallTranscriptTests {
    @Test func `a time alone on its line is that of who speaks next`() {
        let dataset = read(
            "The invoice\n\n[00:01 - 00:05]\nAdvisor (Ravi):\nGood morning.\n\n[00:06 - 01:14]\nCustomer (Ann):\nTwo charges.\n\n"
                + "00:01:20 --> 00:01:31\nAdvisor (Ravi):\nOne is gone.\n")
        let draft = dataset.drafts[0]
        #expect(dataset.form == .chat && draft.title == "The invoice")
        #expect(draft.turns.map(\.role) == [.agent, .customer, .agent])
        #expect(draft.turns.map(\.author) == ["Ravi", "Ann", "Ravi"])
        #expect(
            draft.turns.map(\.body)
                == ["[00:00:01] Good morning.", "[00:00:06] Two charges.", "[00:01:20] One is gone."])
        #expect(dataset.coverage.outside.isEmpty && draft.extra.isEmpty)
    }

    @Test func `names below times speak, and lines with colons elsewhere do not`() {
        let dataset = read(
            "CALL TRANSCRIPT\nCustomer: The Pier\nDate: 2024-03-01\nDuration: 6 minutes\n\n[00:01:30]\nLead: \"Boats sink.\"\n\n"
                + "[00:02:15]\nHelp: \"Which?\"\n\n[00:03:00]\nLead: \"All.\"\n\nMood: sad\n")
        let draft = dataset.drafts[0]
        #expect(dataset.ticketCount == 1 && dataset.coverage.isUnderstood)
        #expect(draft.title == "\"Boats sink.\"" && draft.values.customer == "The Pier")
        #expect(draft.turns.map(\.author) == ["Lead", "Help", "Lead"])
        #expect(draft.turns.map(\.role) == [.customer, .agent, .customer])
        #expect(draft.turns[2].body == "\"All.\"\n\nMood: sad")
        #expect(draft.extra == [NamedText(name: "Duration", text: "6 minutes")])
    }

    @Test func `a clock of two parts that begins at nothing counts seconds`() {
        let call = read(
            "Date: 2024-03-01 02:33\nPlan: one\n[00:14] AGENT: Hello.\n[00:16] CALLER: Boats sink.\n[02:01] AGENT: Bail.\n"
        )
        let seconds = call.drafts[0].turns.compactMap { $0.at.map { Int($0.milliseconds / 1000 % 3600) } }
        #expect(seconds == [1994, 1996, 2101])
        #expect(call.drafts[0].extra == [NamedText(name: "Plan", text: "one")])
        let chat = read("[10:14] AGENT: Hello.\n[10:16] CALLER: Boats sink.\n")
        #expect(chat.drafts[0].turns.map(\.body) == ["[10:14:00] Hello.", "[10:16:00] Boats sink."])
    }

    @Test func `words of courtesy are no matter`() {
        let draft = read(
            "Agent: Good morning.\nCustomer: Yes, hello.\nAgent: How can I help?\nCustomer: My boat sinks.\n"
        ).drafts[0]
        #expect(draft.title == "My boat sinks." && draft.description == "My boat sinks.")
        #expect(read("客服：您好\n客户：在吗\n").drafts[0].title == "在吗")
    }

    @Test func `who takes part, and how long, says nobody`() {
        let dataset = read(
            "Participants: Ann, Bob\nAnn: Boats sink.\nBob: Which?\nAnn: All.\nBob: Bail them.\nAnn: Thanks.\n")
        #expect(dataset.drafts[0].turns.map(\.author) == ["Ann", "Bob", "Ann", "Bob", "Ann"])
        #expect(dataset.drafts[0].extra == [NamedText(name: "Participants", text: "Ann, Bob")])
    }

    @Test func `a question back is no answer`() {
        #expect(read("客户：门打不开\n客服：哪一扇？\n").drafts[0].startingStatus(asked: nil) == .open)
        #expect(read("客户：门打不开\n客服：哪一扇？\n客服：请推一下。\n").drafts[0].startingStatus(asked: nil) == .resolved)
    }
}
