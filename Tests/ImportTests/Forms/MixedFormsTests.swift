import Testing
import Workflow

@testable import Import

/// Files in which more than one form holds tickets, and groups that say how theirs stand.
@Suite struct MixedFormsTests {
    private static let tickets =
        "## Open\n\n### 1. Gate sticks\n\n**Problem:** It sticks.\n\n**Cause:** Rust.\n\n"
        + "### 2. Lamp is dark\n\n**Problem:** It is dark.\n\n**Cause:** No oil.\n\n"
        + "### 3. Boat leaks\n\n**Problem:** It leaks.\n\n**Cause:** A hole.\n\n"

    @Test(arguments: [
        "## Fixed\n\n- The rope was wet\n",
        "## ✅ Fixed bugs\n\n| # | Bug | Fix |\n|---|---|---|\n| 4 | Rope wet | Sun |\n",
        "## 已修復問題\n\n1. **繩子濕了**\n",
    ])
    func
        `items and rows below a group that no ticket holds are tickets of another form, and the file is not understood`(
            rest: String
        )
    {
        let dataset = read("# Bugs\n\n" + rest + "\n" + Self.tickets)
        #expect(!dataset.coverage.isUnderstood && dataset.coverage.leavesTickets)
    }

    @Test(arguments: [
        "", "## Fixed\n\n- None\n", "## Fixed\n\nNothing yet.\n", "## Words used\n\n- Gate: at the pier\n",
    ])
    func `an empty group, and a list below another heading, are no tickets`(rest: String) {
        #expect(read("# Bugs\n\n" + rest + "\n" + Self.tickets).coverage.isUnderstood)
    }

    @Test(arguments: [
        ("# Bugs connus :", "# Bugs corrigés :"), ("# Bugs", "# FIXED round 1"), ("# TODO", "# Реализовано:"),
        ("# Bugs", "# Fixed bugs"), ("# 問題清單", "# 已修復問題"),
    ])
    func `a group says by words of its language how its items stand`(open: String, done: String) {
        let drafts = read("\(open)\n- Gate sticks\n- Lamp is dark\n- Boat leaks\n\n\(done)\n- Rope is wet\n").drafts
        #expect(
            drafts.count == 4 && drafts[3].status == .resolved && !drafts.prefix(3).contains { $0.status == .resolved })
    }

    @Test func `the name of a group is kept where a box says the same, and as a category without its marks`() {
        let drafts = read("# To do\n\n## In progress\n\n- [ ] Gate\n\n**Later**:\n\n- [ ] Lamp\n").drafts
        #expect(drafts.first?.statusText == "In progress")
        let bugs = read("# Bugs\n\n## Known bugs:\n\n- The gate sticks\n- The lamp is dark\n- The boat leaks\n").drafts
        #expect(bugs.first?.categoryPath.last == "Known bugs")
    }

    @Test func `what has yet to be looked at is no answer`() {
        let bug = { (number: Int, fix: String) in
            "BUG #\(number) — the gate sticks at \(number)\n---------------------------\nIt sticks.\n\nFix: \(fix)\n\n"
        }
        let drafts = read(bug(1, "oil") + bug(2, "needs investigation before it is done") + bug(3, "Unknown.")).drafts
        #expect(drafts.map(\.answers.count) == [1, 0, 0])
    }

    @Test func `marks of an edition that was never joined are no rows`() {
        let text =
            "id,title,status\n1,Gate,open\n<<<<<<< HEAD\n2,Lamp,open\n=======\n3,Boat,open\n>>>>>>> 1f2e3d\n4,Rope,done\n"
        let dataset = Dataset(Array(text.utf8), nil, isSeparated: true)
        #expect(dataset.drafts.map(\.title) == ["Gate", "Lamp", "Boat", "Rope"])
        #expect(dataset.coverage.outside == [3...3, 7...7])
    }

    @Test func `a talk whose lines name several tickets is not one`() {
        let text =
            "support: #1 the gate sticks\nann: #1 oiled\nsupport: #2 the lamp is dark\nann: #2 filled\n"
            + "support: #3 the boat leaks\nann: #3 on it\n"
        #expect(!read(text).coverage.isUnderstood)
        #expect(read(text.replacing("#", with: "no ")).coverage.isUnderstood)
    }

    @Test func `a list of states tells of parts, and one that is open keeps the matter open`() {
        let ticket = { (states: String) in
            "# BUG-7: Gate\n\n## Description\n\nIt sticks.\n\n## Status\n\n\(states)\n\n## Cause\n\nRust.\n"
        }
        #expect(read(ticket("- Hinge ✅\n- Lock ❌ to be fixed")).drafts.map(\.status) == [.open])
        #expect(read(ticket("- Hinge ✅\n- Lock ✅")).drafts.map(\.status) == [.resolved])
        #expect(read(ticket("Resolved")).drafts.map(\.status) == [.resolved])
    }

    @Test func `below the title of one ticket headings are sections, whatever their names`() {
        let text =
            "# TICKET-7: Gate\n\n**Priority:** High\n**Status:** Closed\n\n## What Ann told\n\nIt sticks.\n\n## Who came when\n\n"
            + "**Handed on:**\n* **Issue:** Perhaps rust.\n* **Action:** Look.\n"
        let draft = read(text).drafts.first
        #expect(draft?.turns.isEmpty == true && draft?.description == nil)
        #expect(draft?.extra.map(\.name) == ["What Ann told", "Who came when"])
    }

    @Test func `labels in a list are labels though something is indented between them`() {
        let bug = { (number: Int) in
            "## BUG-\(number) — Gate \(number)\n\n- **Severity**: High\n- **Status**: Open\n- **Description**: It sticks.\n"
                + "- **Root cause**: Rust.\n- **Steps to reproduce**:\n  1. Push.\n  2. **Pull**: hard.\n- **Expected**: It opens.\n"
                + "- **Ways to mend it**:\n  1. Oil.\n\n"
        }
        let draft = read(bug(1) + bug(2)).drafts[1]
        #expect(draft.rootCauses == ["Rust."])
        #expect(draft.extra.map(\.name) == ["Steps to reproduce", "Expected", "Ways to mend it"])
    }

    @Test func `a title in bold is no text with stars, and a dash ends it`() {
        let drafts = read(
            "# Bugs\n\n- [ ] **The gate sticks**\n- [ ] **Telegram** — nothing comes\n- [ ] **Boat leaks:** at night\n"
        ).drafts
        #expect(drafts.map(\.title).prefix(2) == ["The gate sticks", "Telegram"])
        #expect(drafts[1].description == "nothing comes")
    }

    @Test func `columns are known by names that programs give them`() {
        let rows = Dataset(
            Array("bug_id,short_desc,bug_status,creation_ts\n7,Gate sticks,CLOSED,1998-05-06 21:27\n".utf8), nil,
            isSeparated: true
        ).drafts
        #expect(rows.map(\.title) == ["Gate sticks"] && rows[0].values.createdAt != nil)
    }

    @Test(arguments: [
        ("to be fixed", Status.open), ("Not yet resolved", .open), ("Partially fixed", .open), ("部分修复", .open),
        ("needs fixing", .open), ("needs info", .pending), ("fixed", .resolved), ("已修復", .resolved),
    ])
    func `what is half done is open`(words: String, status: Status) {
        #expect(StatusWords.status(of: words) == status)
    }

    @Test func `headings that only count leave the title to its label`() {
        let mail = { (number: Int) in
            "## Support mail \(number)\n\n**Subject:** Gate \(number) sticks\n\nDear desk, it sticks.\n\n---\n\n"
        }
        let dataset = read("# Mails\n\n" + mail(1) + mail(2) + mail(3))
        #expect(dataset.drafts.map(\.title) == ["Gate 1 sticks", "Gate 2 sticks", "Gate 3 sticks"])
        #expect(FileJudgement.areSurelyTickets(in: dataset))
    }

    @Test(arguments: [
        ("баги.md", true), ("errores.md", true), ("不具合.md", true), ("bug列表.md", true), ("yapilacaklar.md", true),
        ("fehlerbehebung.md", false), ("bug.md", false), ("notes.md", false),
    ])
    func `a file may call itself a list in another language`(name: String, isList: Bool) {
        let items = Array("1. The gate sticks\n2. The lamp is dark\n3. The boat leaks\n".utf8)
        #expect(Dataset(items, nil, path: name).coverage.isUnderstood == isList)
    }

    @Test func `an item that begins with an x in a list of others is done`() {
        let drafts = read("# Bugs\n\nx Stop at night.\n\n- The gate sticks\n- The boat leaks\n").drafts
        #expect(drafts.map(\.title).first == "Stop at night." && drafts.map(\.status) == [.resolved, nil, nil])
    }

    @Test(arguments: [("I never got it", Status.open), ("Thanks, it opens", .resolved), ("👍", .resolved)])
    func `a customer who had the last word and was not content waits still`(last: String, status: Status) {
        let text = "Customer: The gate sticks\nAgent: I sent oil.\nCustomer: \(last)\n"
        #expect(read(text).drafts.map { $0.startingStatus(asked: nil) } == [status])
    }

    @Test func `a heading may hold the name of its section and what it tells`() {
        let bug = { (number: Int) in
            "## Bug \(number): Gate\n\n### Description\n\nIt sticks.\n\n### Solution: oil it\n\nTwice.\n\n"
        }
        #expect(read(bug(1) + bug(2)).drafts.map(\.answers) == [["oil it", "Twice."], ["oil it", "Twice."]])
    }

    @Test func `values of the ticket may stand in a list below a label`() {
        let bug = { (number: Int) in
            "## Bug \(number): Gate\n\n- **Details**:\n  - **Status**: Closed\n  - **Priority**: High\n- **Description**: It sticks.\n\n"
        }
        let drafts = read(bug(1) + bug(2)).drafts
        #expect(drafts.map(\.status) == [.closed, .closed] && drafts.map(\.values.priority) == [.high, .high])
    }

    @Test func `a page about errors is no list of them, though its name would be`() {
        let page = "# Fehler\n\n## 404\n\nEs fehlt.\n\n## 500\n\nEs ist kaputt.\n"
        #expect(!Dataset(Array(page.utf8), nil, path: "seite.md").coverage.isUnderstood)
        #expect(StatusWords.status(ofName: "问题解决") == nil && StatusWords.status(ofName: "Bugs fixed") == .resolved)
    }
}
