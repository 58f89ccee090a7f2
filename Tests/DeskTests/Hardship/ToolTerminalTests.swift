import Testing

/// On a terminal a phrase of a tool begins what it stands for, and asks for what it needs.
struct ToolTerminalTests {
    @Test func `a site is asked for its address, then consent, then looked at`() throws {
        let desk = try TestDesk()
        let (ending, screen) = try desk.onTerminal("ask", "CDN网站无法访问", typing: "http://10.0.0.1/\ny\n")
        #expect(ending == .exit(0), "\(screen)")
        #expect(screen.contains("address-refused") || screen.contains("is no public address"), "\(screen)")
        #expect(try desk.run("diagnose", "list", "--format", "count").text == "1\n")
    }

    @Test func `an address in the question is taken, and a no ends it`() throws {
        let desk = try TestDesk()
        let (ending, screen) = try desk.onTerminal("ask", "CDN网站无法访问 http://10.0.0.1/", typing: "n\n")
        #expect(ending != .exit(0), "\(screen)")
        #expect(!screen.contains("(URL)"))
        #expect(try desk.run("diagnose", "list", "--format", "count").text == "0\n")
    }

    @Test func `a domain is claimed for who is to have it`() throws {
        let desk = try TestDesk()
        #expect(try desk.run("new", "打不开", "--customer", "王女士").ending == .exit(0))
        let (ending, screen) = try desk.onTerminal("ask", "CDN域名迁移", typing: "www.example.com\n王女士\n")
        #expect(ending == .exit(0), "\(screen)")
        #expect(screen.contains("_desk-challenge"), "\(screen)")
    }

    @Test func `an article that asks is gone through`() throws {
        let desk = try TestDesk()
        let flow = "# 证书\n\n## 过期了吗？\n\n- 是：[续期](#续期)\n- 否：[联系](#联系)\n\n## 续期\n换新的。\n\n## 联系\n提交工单。\n"
        try desk.write(Array(flow.utf8), to: "flow.md")
        #expect(try desk.run("import", "-q", "flow.md").ending == .exit(0))
        #expect(try desk.run("tools", "add", "证书诊断", "--kind", "article", "--to", "KB-1").ending == .exit(0))
        let (ending, screen) = try desk.onTerminal("ask", "证书诊断", typing: "y\n")
        #expect(ending == .exit(0), "\(screen)")
        #expect(screen.contains("换新的"), "\(screen)")
        #expect(try desk.run("ask", "证书诊断").text == "证书诊断: desk diagnose KB-1\n")
        #expect(try desk.run("tools").text.contains("desk diagnose KB-1"))
    }

    @Test(arguments: ["--ca=/etc/host.name", "--allow-private=127.0.0.0/8"])
    func `what is typed as an address is no option`(typed: String) throws {
        let desk = try TestDesk()
        let (ending, screen) = try desk.onTerminal("ask", "CDN网站无法访问", typing: typed + "\ny\n")
        #expect(ending != .exit(0), "\(screen)")
        #expect(!screen.contains("USAGE"), "\(screen)")
        #expect(try desk.run("diagnose", "list", "--format", "count").text == "0\n")
    }

    @Test func `an article that is called like a site does not stand in its way`() throws {
        let desk = try TestDesk()
        try desk.write(Array("# http://10.0.0.1/\n\n## 1. 怎么办？\n\n请重启。\n".utf8), to: "a.md")
        #expect(try desk.run("import", "-q", "--as", "articles", "a.md").ending == .exit(0))
        #expect(try desk.run("diagnose", "http://10.0.0.1/", "--yes").ending == .exit(0))
        #expect(try desk.run("diagnose", "list", "--format", "count").text == "1\n")
    }

    @Test func `a tool's name and target reach no terminal raw`() throws {
        let desk = try TestDesk()
        let tool = [
            "tools", "add", "ev\u{1B}]0;x\u{7}il", "--kind", "url", "--to", "https://x\u{1B}[31m/", "--phrase", "evil",
        ]
        #expect(
            try desk.run(tool[0], tool[1], tool[2], tool[3], tool[4], tool[5], tool[6], tool[7], tool[8]).ending
                == .exit(0))
        for shown in [
            try desk.onTerminal("ask", "evil", typing: "").screen, try desk.onTerminal("tools", typing: "").screen,
        ] {
            #expect(!shown.contains("\u{1B}]") && !shown.contains("\u{1B}[31m"), "\(shown)")
        }
    }
}
