import Testing
import Workflow

@testable import Import

/// What looks like a value, a frame or a remark may be somebody's words: they stay.
@Suite struct NothingQuietTests {
    private func rows(_ text: String) -> [TicketDraft] { Dataset(Array(text.utf8), nil, isSeparated: true).drafts }

    @Test func `a row of dashes with a title is a ticket, and a remark in italics is said to be outside`() {
        let table = { (row: String) in
            "# Bugs\n\n| ID | Title | Status | Priority |\n|---|---|---|---|\n| 1 | Gate sticks | open | high |\n\(row)\n| 3 | Boat leaks | open | low |\n"
        }
        #expect(
            read(table("| — | Lamp is dark | — | — |")).drafts.map(\.title) == [
                "Gate sticks", "Lamp is dark", "Boat leaks",
            ])
        let remark = read(table("| — | *none yet* | — | — |"))
        #expect(remark.ticketCount == 2 && remark.coverage.outside == [6...6])
    }

    @Test func `an owner is no customer, and a name of a frame with a value is kept`() {
        let header = read(
            "## 1. Gate\n\n**Owner:** Ann Lee\n**Status:** open\n\nSticks.\n\n## 2. Lamp\n\n**Owner:** Bob\n**Status:** open\n\nDark.\n"
        )
        #expect(
            header.drafts.map(\.values.assignee) == ["Ann Lee", "Bob"] && header.drafts.allSatisfy { $0.turns.isEmpty })
        let ticket = { (number: Int) in
            "## \(number). Gate\n\n| 项目 | 详情 |\n|---|---|\n| 描述 | 卡住 |\n| Information | from Ann \(number) |\n| Alan | knows it \(number) |\n| Details | wet \(number) |\n\n"
        }
        let told = read(ticket(1) + ticket(2)).drafts.flatMap { $0.extra.map(\.text) }
        for text in ["from Ann 1", "knows it 1", "wet 1", "from Ann 2", "wet 2"] {
            #expect(told.contains(text), "\(told)")
        }
        let label = read(
            "## 1. Gate\n\n**Details:** wet\n**描述:** sticks\n\n## 2. Lamp\n\n**Details:** dim\n**描述:** dark\n"
        ).drafts
        #expect(label.map { $0.extra.map(\.text) } == [["wet"], ["dim"]])
    }

    @Test func `words for a priority that leave a title stay with the ticket`() {
        let list = read("# TO\u{44}O\n\n- [ ] (P0) oil the gate\n- [ ] check the battery (low)\n- [ ] paint [P2]\n")
            .drafts
        #expect(list.map(\.title) == ["oil the gate", "check the battery (low)", "paint"])
        #expect(
            list.map(\.values.priority) == [.urgent, nil, .normal]
                && list.map(\.values.priorityText) == ["P0", nil, "P2"])
        let cells = rows("ref,title,status\n1,[High] Gate,open\n2,Lamp,open\n")
        #expect(cells.map(\.title) == ["Gate", "Lamp"] && cells.map(\.values.priority) == [.high, nil])
        #expect(cells[0].values.priorityText == "High")
        let legend = read("P1 = medium, P2 = low\n\n## Ticket 1: Gate (P1)\n\nSticks.\n\n## Ticket 2: Lamp\n\nDark.\n")
            .drafts
        #expect(legend.map(\.values.priority) == [.normal, nil])
    }

    @Test func `segments of a title that are no values stay in it, and words of a status stay with it`() {
        let titles = ["Payments · Critical path", "Gate · Berlin 2024-03-01", "Gate - Status: with the smith"]
        let text = titles.enumerated().map { "## Ticket \($0 + 1): \($1)\n\nIt is so.\n\n" }.joined()
        #expect(read(text).drafts.map(\.title) == titles)
        let told = read("## #1 · Gate · Status: fixed by Ann · raised 2024-03-01\n\nSo.\n\n## #2 · Lamp · P1\n\nSo.\n")
            .drafts
        #expect(
            told.map(\.title) == ["Gate", "Lamp"] && told[0].status == .resolved && told[0].statusText == "fixed by Ann"
        )
        #expect(told[0].values.createdAt != nil && told[1].values.priorityText == "P1")
    }

    @Test func `what a group says besides a status is kept where its rows have one`() {
        let text =
            "# Bugs\n\n## Fixed — round two\n\n| # | Issue | Status |\n|---|---|---|\n| 1 | Gate | open |\n| 2 | Lamp | |\n"
        let drafts = read(text).drafts
        #expect(drafts.map(\.status) == [.open, .resolved] && drafts[0].categoryPath == ["Fixed — round two"])
        #expect(drafts[1].statusText == "Fixed — round two")
    }

    @Test func `a history goes on below its own headings`() {
        let text = "# TO\u{44}O\n\n- [ ] oil\n- [ ] paint\n- [ ] tar\n\n## Changelog\n\n### 1.1\n\n- ✅ bought oil\n"
        #expect(read(text).drafts.map(\.title) == ["oil", "paint", "tar"] && read(text).coverage.outside == [11...11])
    }

    @Test func `what is no time of the day, no label and no title again stays in its column`() {
        let clocks = rows(
            "id;fecha;hora;problema;estado\n7;2024-03-01;à: 3ª;Puerta;abierto\n8;2024-03-02;09:05;Farol;cerrado\n")
        #expect(
            clocks[0].extra.map(\.text) == ["à: 3ª"] && clocks[0].values.createdAt != nil && clocks[1].extra.isEmpty)
        #expect(
            rows("title,https,status\nGate,https://example.org,open\n")[0].extra.map(\.text) == ["https://example.org"])
        let alarms = rows("title,description,status\nDisk,On a,open\nDisk,On b,open\nDisk,On c,open\nDisk,On d,open\n")
        #expect(alarms.map(\.title) == ["Disk", "Disk", "Disk", "Disk"])
        let times = rows("id,title,First Response,status\n1,Gate,2024-03-01 10:00,open\n2,Lamp,2024-03-02 10:00,open\n")
        #expect(times.allSatisfy { $0.answers.isEmpty && $0.extra.count == 1 })
    }

    @Test func `the first line below somebody's label is what they say`() {
        let ticket = { (number: Int) in
            "## \(number). Gate\n\nReporter:\nIt sticks\n\nStatus:\nopen\n\nPriority:\nhigh\n\n"
        }
        let drafts = read(ticket(1) + ticket(2)).drafts
        #expect(drafts.allSatisfy { $0.values.customer == nil })
        let told = drafts.map { ([$0.description ?? ""] + $0.extra.map(\.text) + $0.turns.map(\.body)).joined() }
        #expect(told.allSatisfy { $0.contains("It sticks") })
    }

    @Test func `a label above a rule as long as itself is a label`() {
        let block = { (name: String) in "Subject: \(name)\nStatus: open\n\nPriority: high\n--------------\n\n" }
        let drafts = read(block("Gate") + block("Lamp")).drafts
        #expect(drafts.map(\.title) == ["Gate", "Lamp"] && drafts.map(\.values.priority) == [.high, .high])
    }

    @Test func `labels below items are read as those of a header are`() {
        let text =
            "# Bugs\n\n- The gate sticks\n  Workaround: push\n  Assigned to: Ann\n- The lamp is dark\n  Status:\n  Cause: wick; oil\n"
        let drafts = read(text).drafts
        #expect(drafts.map { $0.startingStatus(asked: nil) } == [.open, .open] && drafts[0].answers == ["push"])
        #expect(drafts[1].statusText == nil && drafts[0].values.assignee == "Ann")
    }

    @Test func `steps that mend are an answer though all is as expected afterwards`() {
        let ticket = { (name: String) in
            "## 1. \(name)\n\n**Problem:** sticks\n\n**Steps:**\n1. Oil.\n2. It works as expected.\n\n"
        }
        #expect(read(ticket("Gate") + ticket("Door")).drafts.allSatisfy { $0.answers.count == 2 })
    }

    @Test func `the folder says nothing of a file, and a guide about bugs is no bug`() {
        let steps =
            "## Way\n\n1. Stop.\n2. Oil.\n3. Go.\n\n## Cause\n\nRust.\n\n## Solution\n\nOil.\n\n## Errors\n\n`GateStuckError`\n"
        for path in ["tickets/handbook.md", "bug-hunting-guide.md", "how-to-report-a-bug.md"] {
            let bytes = Array(steps.utf8)
            let judgement = FileJudgement(
                Dataset(bytes, nil, path: path), ArticleFile.incoming(bytes, name: path, path: path).draft)
            #expect(judgement.form == .articles, "\(path)")
        }
    }

    @Test func `around a table no more may be outside than elsewhere`() {
        let table =
            "| ID | Title | Status |\n|---|---|---|\n| 1 | Gate | open |\n| 2 | Lamp | open |\n| 3 | Boat | open |\n"
        #expect(!read("# Bugs\n\n\(table)\nOne.\nTwo.\n").coverage.isUnderstood)
        #expect(read("# Bugs\n\n\(table)\nOne.\n").coverage.isUnderstood)
    }
}
