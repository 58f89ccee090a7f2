import Foundation
import Testing

/// Typed fields: what agents have met, and what is right here.
struct AgentFieldCasesTests {
    private func desk(_ setup: String...) throws -> TestDesk {
        try TestDesk.prepared(setup, tickets: ["a", "b", "c", "d"])
    }

    private func typed() throws -> TestDesk {
        try desk(
            "field add cnt --kind number", "field add when --kind date",
            "field add sev --kind choice --choice low --choice mid --choice high", "field add note --kind text",
            "edit 1 --field cnt=7 --field when=2026-12-03 --field sev=high --field note=10",
            "edit 2 --field cnt=3.50 --field when=2026-11-30 --field sev=low --field note=9",
            "edit 3 --field cnt=-20 --field when=2027-01-01 --field sev=mid --field note=b")
    }

    @Test(arguments: [
        ("field.cnt>5", "1"), ("field.cnt>=3.5", "1 2"), ("field.cnt:3.5", "2"), ("field.cnt=3.500", "2"),
        ("field.cnt:07", "1"), ("field.cnt:-30..4", "2 3"), ("field.cnt<0", "3"), ("field.cnt:..3.5", "2 3"),
        ("-field.cnt:7 field.cnt:any", "2 3"), ("field.cnt:1e1..", ""), ("field.when:2026-12", "1"),
        ("field.when:2026", "1 2"), ("field.when>2026-12-03", "3"), ("field.when:2026-11-30..2026-12-03", "1 2"),
        ("field.when<=2026-12-03", "1 2"), ("field.when:2026Q4", "1 2"), ("field.sev>=mid", "1 3"),
        ("field.sev:HIGH", "1"), ("field.note:9", "2"), ("field.note>9", "3"), ("field.note~1", "1"),
        ("field.cnt:none", "4"), ("字段.cnt>5", "1"), ("was:field.cnt=7", "1"),
    ])
    func `agents 17: values compare by the kind of their field`(query: String, found: String) throws {
        let result = try typed().run("ls", query, "sort:id", "--format", "ids")
        #expect(result.ending == .exit(0), "\(result.errorText)")
        #expect(result.text.split(separator: "\n").joined(separator: " ") == found)
    }

    @Test(arguments: [
        "field.cnt>x", "field.cnt:5..3", "field.when:2026-13", "field.sev:hihg", "field.nope:1", "field.cnt:nan",
    ])
    func `agents 17: what a kind cannot be is an error`(query: String) throws {
        let result = try typed().run("ls", query)
        #expect(result.ending == .exit(64) && result.errorText.contains("^"), "\(result.text)\(result.errorText)")
    }

    @Test(arguments: [
        ("field.cnt", "3 2 1 4"), ("field.cnt-desc", "1 2 3 4"), ("field.when", "2 1 3 4"),
        ("field.sev-desc", "1 3 2 4"),
        ("field.note", "1 2 3 4"),
    ])
    func `agents 18: fields are keys to sort by, and no value comes last`(key: String, found: String) throws {
        let result = try typed().run("ls", "--sort", key, "--format", "ids")
        #expect(result.text.split(separator: "\n").joined(separator: " ") == found, "\(result.errorText)")
    }

    @Test func `agents 18: fields are columns, and new sets them`() throws {
        let desk = try typed()
        let shown = try desk.run("ls", "--fields", "number,field.cnt,field.sev", "sort:id", "--format", "csv")
        #expect(shown.text.contains("1,7,high\r\n2,3.50,low\r\n"), "\(shown.text)\(shown.errorText)")
        #expect(try desk.run("ls", "--fields", "field.cnt,field.nope").ending == .exit(64))
        #expect(try desk.run("ls", "--fields", "help").text.contains("field.when\ttext"))
        let new = try desk.run("new", "e", "--field", "cnt=42", "--field", "sev=HIGH", "--ref", "JIRA-12", "-q")
        #expect(new.ending == .exit(0), "\(new.errorText)")
        let found = try desk.run("ls", "field.cnt:42", "field.sev:high", "ref:jira-12", "--format", "ids")
        #expect(found.text == "5\n", "\(found.errorText)")
        for bad in [["cnt=x"], ["when=2026-02-30"], ["sev=huge"], ["newone=5"], ["cnt"]] {
            let refused = try desk.run(words: ["new", "f", "--field"] + bad)
            #expect(refused.ending != .exit(0), "\(bad)")
        }
        #expect(try desk.run("log", "--limit", "1", "--format", "ids").text == "12\n")
        #expect(try desk.run("undo", "-y").ending == .exit(0))
        #expect(try desk.run("ls", "ref:any", "is:any", "--format", "count").text == "0\n")
    }

    @Test func `agents 18: an undeclared field is a slip of the hand`() throws {
        let desk = try typed()
        let result = try desk.run("edit", "2", "--field", "cntt=5")
        #expect(result.ending == .exit(64) && result.errorText.contains("Did you mean \"cnt\""))
        #expect(result.errorText.contains("desk field add"))
        #expect(try desk.run("macro", "new", "m", "--do", "field nope=1").ending == .exit(64))
    }

    @Test func `agents 18: a macro is a template of new tickets`() throws {
        let desk = try desk("macro new urgent --do 'prio urgent' --do 'tag +vip' --do take")
        #expect(try desk.run("new", "e", "--template", "urgent", "-q").ending == .exit(0))
        #expect(try desk.run("ls", "prio:urgent", "tag:vip", "assignee:me", "--format", "ids").text == "5\n")
        #expect(try desk.run("undo", "-y").ending == .exit(0))
        #expect(try desk.run("ls", "is:any", "--format", "count").text == "4\n")
        #expect(try desk.run("new", "e", "--template", "nope").ending == .exit(64))
    }

    @Test func `agents 19: what the query language knows can be a column`() throws {
        let desk = try desk(
            "cause new 证书过期", "customer add 王女士 --org 某科技", "edit 1 --customer 王女士 --tag +急 --tag +证书",
            "cause set 1 --cause 证书过期", "link 1 blocks 2", "watch 1", "take 1", "assign 1 none",
            "receive 1 -m 好的", "hold 1 --until 2026-12-01 --reason 供应商", "problem new p --incidents 1",
            "resolve 2 --resolution fixed")
        let later = ["DESK_NOW": "2026-03-02T09:13:00Z"]
        #expect(try desk.run("reply", "1", "-m", "请再看", environment: later).ending == .exit(0))
        let names =
            "number,tags,causes,organisation,messages,wakeAt,waitReason,links,watchers,problems,replies,resolution,filedBy,"
            + "resolvedBy,reopens,handovers,replySeconds,attachments,lastCustomerAt,firstReplyAt,resolutionSeconds,sla.first"
        let shown = try desk.run("ls", "is:any", "id:1,2", "sort:id", "--fields", names, "--format", "jsonl").text
        let lines = shown.split(separator: "\n")
        for piece in [
            "\"tags\":[\"急\",\"证书\"]", "\"causes\":[\"证书过期\"]", "\"organisation\":\"某科技\"", "\"messages\":2",
            "\"wakeAt\":\"2026-12-01T09:00:00Z\"", "\"waitReason\":\"供应商\"", "\"links\":[\"blocks #2\"]",
            "\"watchers\":[\"li\"]", "\"problems\":[\"P1\"]", "\"replies\":1", "\"filedBy\":\"li\"", "\"reopens\":0",
            "\"replySeconds\":60", "\"firstReplyAt\":\"2026-03-02T09:13:00Z\"", "\"resolutionSeconds\":null",
            "\"sla.first\":null", "\"resolvedBy\":null",
        ] { #expect(lines[0].contains(piece), "\(piece) in \(lines[0])") }
        for piece in [
            "\"resolution\":\"fixed\"", "\"resolvedBy\":\"li\"", "\"tags\":[]", "\"links\":[\"blocked-by #1\"]",
        ] {
            #expect(lines[1].contains(piece), "\(piece) in \(lines[1])")
        }
        #expect(try desk.run("ls", "--fields", "tagz").errorText.contains("Did you mean \"tags\""))
    }
}
