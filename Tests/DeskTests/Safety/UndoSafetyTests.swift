import Foundation
import Testing

/// Taking something back takes what the opposite takes, whoever asks and by whatever way.
struct UndoSafetyTests {
    /// Commands that an agent may not do, as somebody types them.
    static let commands = [
        "agent add carol --role manager", "agent edit mia --role admin", "agent retire zed",
        "agent edit bo --skill +CDN",
        "agent absent mia", "team add 二线", "team edit 一线 --member +bo", "team retire 一线",
        "role deny reopen-closed manager", "role grant taxonomy agent", "category add X", "category rename CDN CDN2",
        "category move CDN/证书 --to 云", "category merge A --into 云", "category alias CDN 内容分发", "category retire 云",
        "cause new 过期了", "cause rename c1 c1x", "cause merge c1 --into c2", "tag rename t1 t1x",
        "tag merge t1 --into t2",
        "field add 机房 --kind text", "field retire f1", "priority alias 火急 urgent", "status rename open 进行",
        "config set resolve.requires cause", "calendar new c247", "calendar hours workdays Mon-Fri 10:00-11:00",
        "calendar holiday add 2026-10-01..2026-10-07", "sla new 金牌 --terms 'first 1h'",
        "sla edit p1 --terms 'first 9d'",
        "sla rm p1", "canned new hi -m hello", "canned rm k1", "macro new mm --do 'tag +x'", "macro rm m1",
        "rule new rr --when is:open --do 'tag +x'", "rule disable r1", "rule rm r1", "close 1", "reopen 2",
        "merge 3 --into 4 --force", "customer merge 王女士 --into 刘先生", "import -q b.md", "import undo b1",
        "view save quiet is:closed",
    ]

    private static let base = """
        set -e; desk() { "$DESK" -q "$@"; }
        desk agent add mia --role manager; desk agent add bo; desk agent add zed; desk team add 一线
        for path in CDN CDN/证书 云 A; do desk category add "$path"; done; desk cause new c1; desk cause new c2
        desk new a -m a --customer 王女士 --tag t1; desk new b -m b --customer 刘先生 --tag t2; desk resolve 2 -m ok; desk close 2
        desk new c -m c --customer 王女士; desk new d -m d --customer 刘先生; desk field add f1; desk sla new p1 --terms 'first 1h'
        desk canned new k1 -m hello; desk macro new m1 --do 'tag +x'; desk view save quiet is:open
        desk rule new r1 --when 'tag:t2 is:any priority:low @quiet' --do 'tag +x'
        printf '# 工单\\n\\n## 问题一：打不开\\n\\n**分类**: CDN\\n\\n客户：打不开\\n客服：好了\\n' >a.md
        printf '# 工单\\n\\n## 问题二：慢\\n\\n**分类**: CDN\\n\\n客户：慢\\n客服：好了\\n' >b.md
        desk import a.md
        """

    /// A desk where all of it can be done; made once and copied.
    private static let filled = Result {
        let desk = try TestDesk()
        let result = try desk.shell(base)
        try #require(result.ending == .exit(0), "\(result.errorText)")
        return desk
    }

    private let desk: TestDesk

    init() throws {
        desk = try TestDesk(isMade: false)
        try desk.shell("cp -r '\(try Self.filled.get().folder.path)/.' .")
    }

    private func last() throws -> String {
        let text = try desk.run("log", "--last", "1", "--format", "ids").text
        return String(text.dropLast())
    }

    private func undo(_ operation: String, by agent: String) throws -> DeskProcess.Result {
        try desk.run("undo", operation, "--as", agent)
    }

    @Test(arguments: commands) func `safety 5: what an agent may not do, an agent may not undo either`(context: String)
        throws
    {
        let direct = try desk.shell("exec \"$DESK\" \(context) --as bo -n")
        #expect(direct.ending == .exit(4), "an agent: \(context): \(direct.text)\(direct.errorText)")
        #expect(try desk.shell("exec \"$DESK\" \(context)").ending == .exit(0))
        let done = try last()
        let refused = try undo(done, by: "bo")
        #expect(refused.ending == .exit(4), "\(refused.text)\(refused.errorText)")
        #expect(refused.errorText.contains("bo is agent; this takes "), "\(refused.errorText)")
        #expect(try last() == done)
        // And back again: the undo of an undo is the context.
        let undone = try undo(done, by: "li")
        #expect(undone.ending == .exit(0), "\(undone.errorText)")
        let again = try undo(try last(), by: "bo")
        #expect(again.ending == .exit(4), "\(again.text)\(again.errorText)")
    }

    @Test(arguments: ["agent edit zed --role manager", "role grant taxonomy agent", "agent retire zed"])
    func `safety 5: a manager does not undo what takes an admin`(context: String) throws {
        try desk.shell("exec \"$DESK\" \(context)")
        let refused = try undo(try last(), by: "mia")
        #expect(refused.ending == .exit(4))
        #expect(refused.errorText.contains("this takes admin"), "\(refused.errorText)")
    }

    @Test(arguments: [
        "new x", "reply 1 -m x", "take 1", "edit 1 --tag +new", "cause set 1 --cause c1", "resolve 1", "rm 4",
        "agent absent", "view save own is:open", "problem new p", "customer edit 王女士 --vip", "merge 3 --into 1",
        "watch 1",
    ])
    func `safety 5: agents still undo and redo their own work`(context: String) throws {
        let done = try desk.shell("exec \"$DESK\" \(context) --as bo")
        #expect(done.ending == .exit(0), "\(done.errorText)")
        let undone = try desk.run("undo", "--as", "bo")
        #expect(undone.ending == .exit(0), "\(undone.errorText)")
        let redone = try desk.run("redo", "--as", "bo")
        #expect(redone.ending == .exit(0), "\(redone.errorText)")
    }

    @Test(arguments: ["view save quiet is:any", "view edit quiet --name loud", "view rm quiet"])
    func `safety 5: a view that a rule asks is changed by those who may change rules`(context: String) throws {
        let refused = try desk.shell("exec \"$DESK\" \(context) --as bo")
        #expect(refused.ending == .exit(4), "\(refused.text)\(refused.errorText)")
        #expect(try desk.shell("exec \"$DESK\" \(context) --as mia").ending == .exit(0))
        #expect(try undo(try last(), by: "bo").ending == .exit(4))
    }

    @Test func `safety 5: a view that a rule asks by way of another, or that is not there yet, is no agent's either`()
        throws
    {
        let made = try desk.shell(
            """
            set -e; "$DESK" -q view save inner is:open; "$DESK" -q view save outer 'is:any @inner'
            "$DESK" -q rule new r2 --when @outer --do 'tag +y'; "$DESK" -q view rm inner
            """)
        try #require(made.ending == .exit(0), "\(made.errorText)")
        #expect(try desk.run("view", "save", "inner", "is:any", "--as", "bo").ending == .exit(4))
        #expect(try desk.run("view", "save", "other", "is:any", "--as", "bo").ending == .exit(0))
    }
}
