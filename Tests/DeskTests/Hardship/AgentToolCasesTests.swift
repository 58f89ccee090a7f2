import Foundation
import Presentation
import Storage
import Testing
import Workflow

/// Files that go out and come in, widths, and small things: what agents have met, and what is right here.
struct AgentToolCasesTests {
    private func desk(_ setup: String...) throws -> TestDesk { try TestDesk.prepared(setup, tickets: []) }

    private func worked() throws -> TestDesk {
        try desk(
            "new 一 --customer 王女士 -m '电话 13800138000' -q", "reply 1 -m 请看", "note 1 -m 内部的话", "new 二 -q",
            "watch 1", "resolve 2 --resolution fixed")
    }

    @Test func `agents K: an export goes where its name says`() throws {
        let desk = try worked()
        for (out, made) in [
            ("x.jsonl", "x.jsonl"), ("x.csv", "x.csv"), ("x.md", "x.md"), ("folder", "folder/tickets.jsonl"),
            ("some/", "some/tickets.jsonl"),
        ] {
            let result = try desk.run("export", "--out", out)
            #expect(result.ending == .exit(0) && result.text.contains(made), "\(result.text)\(result.errorText)")
            #expect(try desk.shell("test -f \(made)").ending == .exit(0), "\(made)")
        }
        #expect(try desk.shell("head -c 3 x.csv").text == "\u{FEFF}")
        #expect(try desk.run("export", "--out", "each", "--format", "md").text.contains("2 files"))
        #expect(try desk.shell("ls each").text == "1.md\n2.md\n")
        #expect(try desk.run("export", "--out", "one", "--format", "md", "--one-file").ending == .exit(0))
        #expect(try desk.shell("ls one").text == "tickets.md\n")
        let other = try TestDesk()
        #expect(
            try other.shell("$DESK import \(desk.folder.path)/each && $DESK ls is:any --format count").text.hasSuffix(
                "2\n"))
        #expect(try desk.run("report", "volume", "--out", "x.pdf").ending == .exit(64))
        #expect(try desk.shell("test -e x.pdf").ending == .exit(1))
    }

    @Test func `agents K: an export tells no more than it is asked to`() throws {
        let desk = try worked()
        for format in ["jsonl", "md", "csv", "json"] {
            let all = try desk.run("export", "--format", format).text
            let open = try desk.run("export", "--format", format, "--public-only").text
            let masked = try desk.run("export", "--format", format, "--mask").text
            #expect(open.contains("13800138000") && !open.contains("内部的话") && !open.contains("watchers"), "\(open)")
            #expect(!masked.contains("13800138000") && !masked.contains("王女士"), "\(masked)")
            #expect(all.contains("13800138000"))
        }
        // Personal data stands also in names of files, labels and causes.
        try desk.write(Array("x".utf8), to: "13600136000.txt")
        for line in [
            "attach 1 13600136000.txt --public", "tag 1 +13900139000", "cause new 13700137000",
            "cause set 1 --cause 13700137000",
        ] {
            #expect(try desk.shell("$DESK \(line)").ending == .exit(0), "\(line)")
        }
        let hidden = try desk.run("export", "--mask").text
        for piece in ["13600136000", "13900139000", "13700137000"] { #expect(!hidden.contains(piece), "\(hidden)") }
        let line = try desk.run("export", "id:1", "--metrics").text
        for piece in ["\"replies\":1", "\"reopens\":0", "\"sla.first\":null", "\"filedBy\":\"li\"", "\"messages\":3"] {
            #expect(line.contains(piece), "\(line)")
        }
        #expect(try desk.run("export", "--metrics", "--format", "csv").text.contains(",handovers,"))
        let other = try TestDesk()
        try other.write(Array(line.utf8), to: "t.jsonl")
        #expect(try other.run("import", "t.jsonl").ending == .exit(0))
    }

    @Test func `agents K: an import is named, dated, and told what wins`() throws {
        let desk = try TestDesk()
        let text =
            "# 工单\n"
            + ["一：打不开", "二：上传失败", "三：推流黑屏"].map { title in
                "\n## 问题\(title)\n\n**分类**: CDN\n**状态**: 已解决\n\n客户：\(title.dropFirst(2))，请看\n客服：好了\n"
            }.joined()
        try desk.write(Array(text.utf8), to: "a.md")
        let made = try desk.run("import", "a.md", "--batch", "old-desk", "--at", "2025-03-04")
        #expect(made.ending == .exit(0) && made.text.contains("old-desk"), "\(made.text)\(made.errorText)")
        let row = try desk.run(
            "ls", "batch:old-desk", "id:1", "is:any", "--fields", "createdAt,resolvedAt", "--format", "csv"
        ).text
        #expect(row.hasSuffix("\r\n2025-03-04T00:00:00Z,2025-03-04T00:00:00Z\r\n"), "\(row)")
        #expect(try desk.run("edit", "1", "--title", "我的").ending == .exit(0))
        try desk.write(Array(text.replacing("问题一：打不开", with: "问题一：很慢").utf8), to: "a.md")
        let refused = try desk.run("import", "a.md", "--on-conflict", "fail")
        #expect(refused.ending != .exit(0) && refused.errorText.contains("on-conflict"), "\(refused.errorText)")
        #expect(try desk.run("import", "a.md", "-n", "--on-conflict", "skip").ending != .exit(64))
        #expect(try desk.run("import", "a.md", "--on-conflict", "update").ending == .exit(0))
        #expect(
            try desk.run("ls", "id:1", "is:any", "--fields", "title", "--format", "tsv", "--no-header").text == "很慢\n")
        for bad in [["--batch", "b7"], ["--batch", "old-desk"], ["--on-conflict", "new"], ["--at", "2099-01-01"]] {
            try desk.write(Array(text.replacing("打不开", with: "别的").utf8), to: "b.md")
            #expect(try desk.run(words: ["import", "b.md"] + bad).ending != .exit(0), "\(bad)")
        }
    }

    @Test func `agents K: a list in a form of one's own`() throws {
        let desk = try worked()
        try desk.write(
            Array("* #{{number}} {{title}} ({{customer|nobody}}, {{messages}})\n  {{ status }}\n".utf8), to: "t")
        let text = try desk.run("ls", "is:any", "sort:id", "--template", "t").text
        #expect(text == "* #1 一 (王女士, 3)\n  open\n* #2 二 (nobody, 0)\n  resolved\n")
        try desk.write(Array("{{titel}}".utf8), to: "t")
        #expect(try desk.run("ls", "--template", "t").errorText.contains("Did you mean \"title\""))
    }

    @Test(arguments: [80, 60, 120]) func `agents I: columns that were asked for stay, and the title has room`(
        width: Int
    ) throws {
        let desk = try desk(
            "category add CDN/证书问题", "sla new p --terms 'first 1h'",
            "new '登录后台时提示 504 Gateway Timeout，刷新多次无效' -c CDN/证书问题 --customer 上海某某网络科技有限公司 --assign me -q")
        let shell = "stty cols \(width); NO_COLOR=1 $DESK --no-pager"
        func lines(_ words: String) throws -> [String] {
            let screen = try desk.onTerminal(
                program: "/bin/sh", ["-c", "\(shell) \(words)"], typing: "", environment: ["DESK": try BuiltDesk.path()]
            ).screen
            return screen.split(separator: "\r\n").map { String($0) }
        }
        let usual = try lines("ls")
        #expect(usual.allSatisfy { DisplayWidth.of($0) <= width }, "\(usual)")
        #expect(usual[2].contains("登录后台时提示 504 G"), "\(usual)")
        let chosen = try lines("ls --fields id,status,customer,assignee,title,category,team,tags")
        for heading in ["CUSTOMER", "ASSIGNEE", "TITLE", "CATEGORY", "TEAM", "TAGS"] where width >= 80 {
            #expect(chosen[1].contains(heading), "\(chosen)")
        }
        #expect(!chosen.contains { $0.contains("not shown here") })
        // Sentences break between words.
        let told = try lines("new 'A very long title about certificates that do not become active after renewal' -n")
        #expect(told.count >= 1 && told.allSatisfy { DisplayWidth.of($0) <= width }, "\(told)")
        #expect(told.joined(separator: " ").split(separator: " ").contains("certificates"))
    }

    @Test func `agents K: history speaks as people do`() throws {
        let desk = try desk("new a -q", "pend 1 --until 2026-12-01", "edit 1 -p 重要")
        let shown = try desk.run("history", "1", "--tz", "Asia/Shanghai", "--lang", "zh").text
        #expect(shown.contains("状态：待受理 → 待客户反馈") && shown.contains("2026-12-01 17:00"), "\(shown)")
        #expect(shown.contains("优先级：普通 → 重要") && !shown.contains("Z\n"), "\(shown)")
        let english = try desk.run("history", "1").text
        #expect(english.contains("waits until: — → 2026-12-01 09:00"), "\(english)")
        #expect(!english.contains("wakeAt: ") && !english.contains("priorityText: "))
        #expect(try desk.run("history", "1", "--json").text.contains("\"field\":\"wakeAt\""))
    }

    @Test func `agents K: what happened once is said once`() throws {
        let desk = try desk("new a -q", "new b -q", "resolve 2 --resolution fixed", "close 2")
        #expect(try desk.run("tick").text == "")
        let partly = try desk.run("reply", "1", "2", "-m", "x")
        #expect(
            partly.ending == .exit(7) && partly.errorText.contains("1 ticket changed, 1 refused"), "\(partly.errorText)"
        )
        #expect(try !desk.run("close", "1", "--as", "li").errorText.contains("remove"))
        #expect(try !desk.run("edit", "1", "--due", "x").errorText.contains("--db"))
        #expect(try desk.run("edit", "1", "--titel", "x").errorText.contains("--title"))
    }

    @Test func `agents K: a view does not ask itself`() throws {
        let desk = try desk("view save a is:open", "view save b '@a'", "view save c '@b tag:none'")
        #expect(try desk.run("view", "save", "a", "@c").ending == .exit(6))
        #expect(try desk.run("view", "edit", "a", "prio:high OR @a").ending == .exit(6))
        #expect(try desk.run("ls", "@c").ending == .exit(0))
    }

    @Test func `agents K: nobody reads a hundred kilobytes in a sentence`() throws {
        let desk = try desk()
        let title = String(repeating: "长", count: 34_000)
        try desk.write(Array(title.utf8), to: "t")
        for line in ["new --title-less", "new -F t", "edit 1 --title - < t", "next", "rm 1"]
        where line != "new --title-less" {
            let told = try desk.shell("$DESK \(line)").text
            #expect(!told.isEmpty && told.utf8.count < 1000, "\(line): \(told.utf8.count)")
        }
        #expect(try desk.run("show", "1").text.contains(title))
    }

    @Test(arguments: [
        ("created:前天..月底", "1"), ("created:3月2日", "1"), ("created:大后天", nil), ("created:三天前..", "1"),
        ("created:年底", "0"),
        ("created:两周前..后天", "1"), ("a 或 zzz", "1"), ("a 且 zzz", "0"), ("非 a", "0"), ("age<十天", "1"),
    ])
    func `agents K: dates and joints as people say them`(query: String, count: String?) throws {
        let result = try desk("new a -q").run("ls", query, "--format", "count")
        #expect(result.text == (count.map { $0 + "\n" } ?? ""), "\(result.errorText)")
    }

    @Test(arguments: [
        ("后天", "2026-03-04 09:00"), ("12月1日", "2026-12-01 09:00"), ("1月5日", "2027-01-05 09:00"),
        ("三天后", "2026-03-05 09:12"),
        ("月底", "2026-03-31 09:00"), ("年底", "2026-12-31 09:00"), ("后天 14:00", "2026-03-04 14:00"),
    ])
    func `agents K: moments as people say them`(text: String, moment: String) throws {
        let result = try desk("new a -q").run("pend", "1", "--until", text)
        #expect(result.text.contains("until \(moment)"), "\(result.text)\(result.errorText)")
    }

    @Test(arguments: ["query", "dates", "output", "exit-codes", "statuses", "sla", "import", "privacy"], ["en", "zh"])
    func `agents J: each topic has its page, and no line is too long`(topic: String, language: String) throws {
        let page = try desk().run("help", topic, "--lang", language)
        #expect(page.ending == .exit(0) && page.text.split(separator: "\n").count > 10, "\(page.text)\(page.errorText)")
        for line in page.text.split(separator: "\n") where !line.contains("](") {
            #expect(DisplayWidth.of(String(line)) <= 80, "\(line)")
        }
    }

    @Test func `agents J: help tells every field, flag and value that the parser knows`() throws {
        let page = try desk().run("help", "query").text
        let names =
            Query.Field.allCases.filter { $0 != .custom }.map(\.rawValue) + Query.Flag.allCases.map(\.rawValue)
            + Status.allCases.map(\.name) + ["missing-file", "pii", "field.NAME", "first-reply", "relevance"]
        for name in names { #expect(page.contains("\n  \(name)"), "\(name)") }
        let manual = try desk().run("manual").text
        for topic in ["QUERY", "DATES", "EXIT-CODES", "PRIVACY"] {
            #expect(manual.contains(".SH \(topic)\n"), "\(topic)")
        }
        #expect(try desk().run("help", "privat").errorText.contains("Did you mean \"privacy\""))
    }

    @Test(arguments: [
        ("ls --assignee l", "li"), ("reply 1 --canned g", "gruss"), ("edit 1 -p ur", "urgent"), ("view rm vi", "vip"),
        ("tag rename ta", "tag1"), ("edit 1 --field cn", "cnt="), ("ls --fields number,wai", "number,waitReason"),
        ("customer edit 王", "王女士"), ("resolve 1 --resolution fi", "fixed"), ("problem show P", "P1"),
        ("ls sla:br", "breached"), ("ls sort:field", "sort:field.cnt"), ("assign 1 l", "li"), ("macro run ma", "ma1"),
    ])
    func `agents K: every value is completed`(line: String, offered: String) throws {
        let desk = try desk(
            "new a --customer 王女士 -q", "canned new gruss -m hallo", "view save vip is:open", "tag add tag1",
            "field add cnt --kind number", "problem new p", "macro new ma1 --do take")
        let words = line.split(separator: " ").map { String($0) }
        let list = (["desk"] + words).joined(separator: " ").replacing(":", with: " : ")
        let script = """
            mkdir -p bin; ln -sf "$DESK" bin/desk; PATH=$PWD/bin:$PATH; desk completion bash > c.bash; source c.bash
            COMP_WORDS=(\(list)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE="${COMP_WORDS[*]}"
            COMP_POINT=${#COMP_LINE}; COMPREPLY=()
            _desk desk "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"; printf '%s\\n' "${COMPREPLY[@]}"
            """
        try desk.write(Array(script.utf8), to: "offers.sh")
        let found = try desk.shell("exec bash offers.sh").text
        let wanted = offered.split(separator: ":").last.map { String($0) } ?? offered
        #expect(found.contains(wanted), "\(found)")
    }
}
