import Testing
import Workflow

@testable import Import

/// Each kind of file by its smallest sample.
@Suite struct FormTests {
    private func time(_ text: String) throws -> SourceTime { try #require(TimeReader.time(of: text)) }

    @Test func `the lowest headings that ask are tickets, those above them categories`() {
        let dataset = read(FormSamples.questions)
        #expect(dataset.form == .questions)
        #expect(dataset.drafts.map(\.title) == ["怎么修改密码？", "能换手机号吗？", "Where do I find an invoice?"])
        #expect(dataset.drafts.map(\.categoryPath) == [["账户"], ["账户"], ["账单"]])
        #expect(
            dataset.drafts.map(\.answers.first) == [
                "在登录页点“忘记密码”。", "可以，在个人资料里换。", "Under Billing.\n\n- then History\n- then Download",
            ])
        #expect(dataset.coverage.isUnderstood && dataset.coverage.outside.isEmpty)
    }

    @Test func `lines that begin with Q are questions, what A says is the answer`() {
        let dataset = read(FormSamples.questionLines)
        #expect(dataset.drafts.map(\.title) == ["Why is the lamp dark?", "How long does a charge take?"])
        #expect(dataset.drafts.map(\.answers) == [["The cable is loose."], ["Two hours.\nWith a slow charger four."]])
        #expect(dataset.drafts.allSatisfy { $0.turns.isEmpty && $0.description == nil })
    }

    @Test func `a box is a ticket, what is indented below it describes it`() {
        let dataset = read(FormSamples.list)
        #expect(dataset.form == .list)
        #expect(
            dataset.drafts.map(\.title) == ["Crane 4 squeaks", "Crane 2 has no light", "Boat leaks", "Boat is slow"])
        #expect(dataset.drafts.map(\.status) == [.open, .resolved, .open, .resolved])
        #expect(dataset.drafts.map(\.categoryPath) == [["Cranes"], ["Cranes"], ["Boats"], ["Boats"]])
        #expect(dataset.drafts[0].description == "- only in the rain\n- ask Joe")
    }

    @Test func `a row of a table with a ticket's columns is a ticket`() throws {
        let dataset = read(FormSamples.table)
        #expect(dataset.form == .table)
        #expect(dataset.drafts.map(\.title) == ["吊车不动", "灯不亮 | 闪烁"])
        #expect(dataset.drafts.map(\.categoryPath) == [["一号码头"], ["一号码头"]])
        #expect(dataset.drafts.map(\.status) == [.resolved, .open])
        let values = dataset.drafts.map(\.values)
        #expect(values.map(\.reference) == ["P-1", "P-2"])
        #expect(values.map(\.priority) == [.high, .low])
        #expect(values.map(\.assignee) == ["王五", nil])
        #expect(values.map(\.createdAt) == [try time("2024-03-01 08:00"), try time("2024-03-02")])
        #expect(dataset.drafts.map(\.answers) == [["更换保险丝"], []])
    }

    @Test(arguments: [
        ("Q: ", "A: "), ("问：", "答："), ("**Q:** ", "**A:** "), ("Question: ", "Answer: "), ("问题：", "答案："),
        ("**Question**: ", "**Answer**: "),
    ])
    func `pairs of question and answer below names of matters are no talk`(asks: String, answers: String) {
        let dataset = read(
            """
            # FAQ

            ## Billing

            \(asks)Where is my invoice?
            \(answers)Under Billing.

            \(asks)Can I pay yearly?
            \(answers)Yes.

            ## Account

            \(asks)How do I change my password?
            \(answers)On the sign-in page.
            """)
        #expect(
            dataset.drafts.map(\.title) == [
                "Where is my invoice?", "Can I pay yearly?", "How do I change my password?",
            ])
        #expect(dataset.drafts.map(\.categoryPath) == [["Billing"], ["Billing"], ["Account"]])
        #expect(dataset.drafts.map(\.answers) == [["Under Billing."], ["Yes."], ["On the sign-in page."]])
    }

    @Test func `numbered sessions of questions and answers are talks`() {
        let dataset = read("## 对话 1\n\n问：灯不亮\n答：请换灯\n问：换了\n答：好的\n\n## 对话 2\n\n问：门打不开\n答：请上油\n")
        #expect(dataset.drafts.map(\.turns.count) == [4, 2])
    }

    @Test(arguments: [
        "- [ ] Crane 4 squeaks\n- [x] Crane 2 dark\n",
        "Q: Does crane 4 squeak?\nA: Yes.\n\nQ: Is crane 2 dark?\nA: No.\n",
        "| ID | Title | Status |\n|---|---|---|\n| 1 | Crane 4 squeaks | open |\n| 2 | Crane 2 dark | closed |\n",
        "### Does crane 4 squeak?\n\nYes.\n\n### Is crane 2 dark?\n\nNo.\n",
    ]) func `one heading at the top names the file, several name groups`(_ tickets: String) {
        let one = read("# All\n\n## Cranes\n\n\(tickets)")
        #expect(one.drafts.map(\.categoryPath) == [["Cranes"], ["Cranes"]])
        let two = read("# Cranes\n\n\(tickets)\n# Boats\n\n\(tickets)")
        #expect(two.drafts.map(\.categoryPath) == [["Cranes"], ["Cranes"], ["Boats"], ["Boats"]])
    }

    @Test(arguments: [
        "- [ ] Crane 4 squeaks\n- [x] Crane 2 dark\n", "Q: Does crane 4 squeak?\nA: Yes.\n",
        "2024-03-01 08:00:05 Customer: It sticks\n2024-03-01 08:01:00 Support: Oil it\n",
    ]) func `lines are counted from the top of the file, above which keys may stand`(_ tickets: String) {
        let dataset = read("---\nowner: Ann\n---\n\n\(tickets)")
        #expect(dataset.entries.first?.place.line == 5)
    }

    @Test func `a CSV file keeps line ends and quotation marks inside of cells`() throws {
        let dataset = Dataset(Array(FormSamples.csv.utf8), isSeparated: true)
        #expect(dataset.form == .csv)
        #expect(dataset.drafts.map(\.title) == ["Gate, left, sticks", "Lamp dark"])
        #expect(dataset.drafts.map(\.description) == ["It sticks\nand says \"no\"", nil])
        #expect(dataset.drafts.map(\.status) == [.open, .closed])
        let values = dataset.drafts.map(\.values)
        #expect(values.map(\.reference) == ["H-1", "H-2"])
        #expect(values.map(\.priority) == [.urgent, .low])
        #expect(values.map(\.customer) == ["Ann Lee", "Bob Ray"])
        #expect(values[0].createdAt == SourceTime(milliseconds: 1_709_251_200_000, hasZone: true))
        #expect(values.map(\.tags) == [["gate", "rain"], []])
        #expect(dataset.entry(at: 1).place.line == 4)
    }

    @Test(arguments: ["\r\n", "\n"], [",", ";", "\t"])
    func `a separator and a line end are found out`(end: String, separator: String) {
        let rows = [["id", "title", "status"], ["1", "Gate", "open"], ["2", "Lamp", "closed"]]
        let text = rows.map { $0.joined(separator: separator) }.joined(separator: end)
        #expect(Dataset(Array(text.utf8), isSeparated: true).drafts.map(\.title) == ["Gate", "Lamp"])
        #expect(
            Dataset(Array(("\u{FEFF}" + text).utf8), isSeparated: true).entries.map(\.place.printedOrdinal) == [1, 2])
    }

    @Test(arguments: [
        "date,pages,file\n1891-02-03,12,a.pdf\n", "x,y,z\n1,2,3\n4,5,6\n", "classname;bugs;lines\na;1;20\n",
        "assign\tX-1\tjoe\n",
    ])
    func `separated values without a ticket's columns are no tickets`(text: String) {
        #expect(Dataset(Array(text.utf8), isSeparated: true).ticketCount == 0)
    }

    @Test func `a session under a heading is called by the customer's first words`() {
        let dataset = read(FormSamples.chat)
        #expect(dataset.form == .chat)
        #expect(dataset.drafts.map(\.title) == ["吊车不动", "灯不亮怎么办"])
        #expect(dataset.entries.map(\.place.printedOrdinal) == [7, 8])
        #expect(
            dataset.drafts[0].turns == [
                Turn(role: .customer, body: "吊车不动"), Turn(role: .agent, body: "请看保险丝\n再试一次"),
                Turn(role: .customer, body: "好了"),
            ])
    }

    @Test func `the time before a turn is the message's, the first is the ticket's`() throws {
        let dataset = read(FormSamples.stampedChat)
        #expect(dataset.drafts.map(\.title) == ["吊车不动", "灯不亮"])
        #expect(dataset.entries.map(\.place.printedOrdinal) == [21, 22])
        #expect(dataset.drafts[0].turns.map(\.at) == [try time("2024-03-01 08:00:05"), try time("2024-03-01 08:01")])
        #expect(dataset.drafts[0].turns[1].body == "请看保险丝\n在左边")
        #expect(dataset.drafts[1].values.createdAt == (try time("2024-03-02 09:00")))
    }

    @Test func `a time and a name alone stand above what is said, blank lines and all`() {
        let draft = read(FormSamples.namedChat).drafts[0]
        #expect(draft.turns.map(\.body) == ["The gate sticks.\n\nIt did yesterday, too.", "Please oil it."])
        #expect(draft.turns.map(\.role) == [.customer, .agent])
        #expect(draft.turns.map(\.author) == ["Ann Lee", "Support Joe"])
        #expect(draft.values.customer == "Ann Lee")
    }

    @Test(arguments: [
        ("Talbot", Role.customer), ("Abbott", .customer), ("AnswerBot", .agent), ("support-2", .agent),
        ("Badminton", .customer),
        ("客服小王", .agent), ("customer_12", .customer),
    ]) func `a name says what its owner does only by whole words`(name: String, role: Role) {
        let talk = "[2024-03-01 08:00] \(name): Hello\n[2024-03-01 08:02] Zoe Zhu: Good morning\n"
        let dataset = read("# Chat 1\n\n\(talk)\n# Chat 2\n\n\(talk)")
        #expect(dataset.form == .chat)
        #expect(dataset.drafts.allSatisfy { $0.turns.first?.role == role && $0.turns.count == 2 })
    }

    @Test func `in a tracker's export the opener is the customer and others answer`() throws {
        let dataset = read(FormSamples.tracker)
        #expect(dataset.form == .tracker)
        #expect(dataset.drafts.map(\.title) == ["Gate sticks", "Lamp dark"])
        #expect(dataset.drafts.map(\.status) == [.closed, .open])
        #expect(dataset.entries.map(\.place.printedOrdinal) == [12, 11])
        #expect(dataset.drafts[0].turns.map(\.role) == [.customer, .agent])
        #expect(dataset.drafts[0].turns.map(\.author) == ["ann", "joe"])
        #expect(dataset.drafts[0].values.tags == ["gate", "rain"])
        #expect(dataset.drafts[0].values.createdAt == (try time("2024-03-01 08:00")))
    }

    @Test func `a block of keys at the top makes a ticket of the file`() throws {
        let dataset = read(FormSamples.frontMatter)
        let draft = try #require(dataset.drafts.first)
        #expect(dataset.form == .file && dataset.ticketCount == 1)
        #expect(draft.title == "Gate: sticks" && draft.description == "It sticks." && draft.rootCauses == ["No oil."])
        #expect(draft.status == .open && draft.statusText == "in-progress")
        #expect(draft.values.reference == "H-9" && draft.values.priority == .urgent && draft.values.assignee == "joe")
        #expect(draft.values.tags == ["gate", "rain"])
        #expect(draft.extra == [NamedText(name: "pier", text: "4"), NamedText(name: "Other remarks", text: "None.")])
    }

    @Test func `a file with one title is one ticket, its time line notes`() throws {
        let draft = try #require(read(FormSamples.file).drafts.first)
        #expect(draft.title == "Pier without power" && draft.values.reference == "INC-40")
        #expect(draft.values.priority == .high && draft.values.customer == "Ann Lee")
        #expect(
            draft.description == "The fuse blew." && draft.rootCauses == ["Old fuse."] && draft.answers == ["New fuse."]
        )
        #expect(draft.notes.map(\.body) == ["Power is gone", "Fuse is changed"])
        #expect(draft.notes.map(\.at) == [try time("2024-03-01 08:00"), try time("2024-03-01 09:10")])
    }

    @Test func `labels that come again and again begin tickets without headings`() {
        let dataset = read(FormSamples.blocks)
        #expect(dataset.form == .blocks)
        #expect(dataset.drafts.map(\.title) == ["吊车不动", "灯不亮"])
        #expect(dataset.entries.map(\.place.printedOrdinal) == [1, 2])
        #expect(dataset.drafts.map(\.description) == ["按钮没有反应", "二号码头"])
        #expect(dataset.drafts.map(\.status) == [.resolved, .open])
    }

    @Test func `a handbook is no list of tickets, and it is said what was seen`() throws {
        let dataset = read(FormSamples.handbook)
        #expect(!dataset.coverage.isUnderstood)
        let sight = try #require(dataset.sight)
        #expect(sight.headings.map(\.count) == [1, 2] && sight.tableRows == 3)
    }
}
