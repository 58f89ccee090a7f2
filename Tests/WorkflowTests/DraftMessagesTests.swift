import Testing
import Workflow

struct DraftMessagesTests {
    private func told(_ draft: TicketDraft) -> [String] {
        draft.messages.map { "\($0.role.name) \($0.origin.name)\($0.isDescription ? " *" : ""): \($0.body)" }
    }

    @Test func `a description, listed answers and a conversation are told in that order`() {
        let draft = TicketDraft(
            title: "t", description: "d", answers: ["a1", "a2"],
            turns: [Turn(role: .customer, body: "c"), Turn(role: .agent, body: "r"), Turn(role: .system, body: "s")])
        #expect(
            told(draft) == [
                "customer description *: d", "agent answer: a1", "agent answer: a2", "customer conversation: c",
                "agent conversation: r", "system conversation: s",
            ])
    }

    @Test func `a description that the customer says in the conversation is stored once, at its first turn`() {
        let draft = TicketDraft(
            title: "t", description: "d",
            turns: [
                Turn(role: .agent, body: "d"), Turn(role: .customer, body: "d"), Turn(role: .customer, body: "d"),
            ])
        #expect(
            told(draft) == ["agent conversation: d", "customer conversation *: d", "customer conversation: d"])
    }

    @Test func `each agent turn stands for one equal answer`() {
        let draft = TicketDraft(
            title: "t", answers: ["r", "r", "x", "c"],
            turns: [Turn(role: .agent, body: "r"), Turn(role: .customer, body: "c")])
        #expect(draft.onlyListedAnswers == ["r", "x", "c"])
    }

    @Test func `differently composed texts are not the same`() {
        let draft = TicketDraft(
            title: "t", description: "e\u{301}", answers: ["é"],
            turns: [Turn(role: .customer, body: "é"), Turn(role: .agent, body: "e\u{301}")])
        #expect(draft.messages.count == 4)
        #expect(draft.messages[0].origin == .description)
    }

    @Test(
        arguments: [
            (nil, nil, [], [], Status.open), (nil, nil, ["a"], [], .resolved), (nil, nil, [], [Role.agent], .resolved),
            (nil, nil, [], [Role.customer, .system], .open), (nil, Status.pending, ["a"], [], .pending),
            (Status.closed, Status.pending, ["a"], [], .closed),
        ] as [(Status?, Status?, [String], [Role], Status)])
    func `a ticket starts as asked, else as its source says, else as it was answered`(
        asked: Status?, told: Status?, answers: [String], roles: [Role], expected: Status
    ) {
        let turns = roles.map { Turn(role: $0, body: "x") }
        let draft = TicketDraft(title: "t", status: told, answers: answers, turns: turns)
        #expect(draft.startingStatus(asked: asked) == expected)
    }

    @Test func `drafts are equal when their bytes are`() {
        #expect(TicketDraft(title: "é") != TicketDraft(title: "e\u{301}"))
        #expect(NamedText(name: "é", text: "") != NamedText(name: "e\u{301}", text: ""))
        #expect(Turn(role: .agent, body: "é") != Turn(role: .agent, body: "e\u{301}"))
        #expect(TicketDraft(title: "é", categoryPath: ["a"]) == TicketDraft(title: "é", categoryPath: ["a"]))
    }
}
