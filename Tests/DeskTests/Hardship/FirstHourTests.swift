import Testing

/// What a new user meets first.
struct FirstHourTests {
    @Test func `init asks on a terminal, with good answers to take`() throws {
        let desk = try TestDesk(isMade: false)
        let answers = "zh\nMars/Nowhere\nEurope/Berlin\nMon-Fri 25:00\nMon-Sat 08:00-12:00\n"
        let (ending, screen) = try desk.onTerminal("init", typing: answers)
        #expect(ending == .exit(0), "\(screen)")
        #expect(screen.contains("时区 Europe/Berlin") && screen.contains("08:00-12:00"), "\(screen)")
        #expect(screen.contains("下一步"), "\(screen)")
        #expect(try desk.run("calendar").text.contains("Mon-Sat 08:00-12:00"))
    }

    @Test func `init takes what is proposed where Enter is all that is said, and stops at the end of the input`() throws
    {
        let taken = try TestDesk(isMade: false)
        #expect(try taken.onTerminal("init", typing: "\n\n\n").ending == .exit(0))
        #expect(try taken.run("calendar").text.contains("Mon-Fri 09:00-12:00,13:30-18:00"))
        let left = try TestDesk(isMade: false)
        #expect(try left.onTerminal("init", typing: "\u{4}").ending == .exit(3))
        #expect(try left.shell("test -e .desk").ending == .exit(1))
        // A script is never asked.
        #expect(try left.run("init").ending == .exit(0))
    }

    @Test(arguments: [("24x7", "Mon-Sun"), ("cn", "13:30-18:00"), ("Mon-Fri 10:00-16:00", "10:00-16:00")])
    func `init is told when the desk works`(given: String, hours: String) throws {
        let desk = try TestDesk(isMade: false)
        let made = try desk.run("init", "--calendar", given)
        #expect(made.ending == .exit(0) && made.text.contains(hours), "\(made.text)\(made.errorText)")
        #expect(try desk.run("new", "a", "-q").ending == .exit(0))
        let waiting = try desk.run("pend", "1", "--until", "2026-03-07").text
        #expect(waiting.contains(given == "24x7" ? "2026-03-07 00:00" : "2026-03-09"), "\(waiting)")
        #expect(try TestDesk(isMade: false).run("init", "--calendar", "nonsense").ending != .exit(0))
    }

    @Test func `init takes the holidays of a file, and makes no desk where it cannot`() throws {
        let desk = try TestDesk(isMade: false)
        let file =
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260306\r\nDTEND;VALUE=DATE:20260307\r\n"
            + "SUMMARY:Founders day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        try desk.write(file.utf8, to: "days.ics")
        let made = try desk.run("init", "--calendar", "days.ics")
        #expect(
            made.ending == .exit(0) && made.text.contains("1 holiday, 0 working days"), "\(made.text)\(made.errorText)")
        #expect(try desk.run("calendar", "show").text.contains("Founders day"))
        try desk.run("new", "a", "-q")
        #expect(try desk.run("pend", "1", "--until", "2026-03-06").text.contains("2026-03-09"))
        let other = try TestDesk(isMade: false)
        #expect(try other.run("init", "--calendar", "none.ics").ending != .exit(0))
        #expect(try other.shell("test -e .desk").ending == .exit(1))
    }

    @Test(arguments: [
        "ls", "search x", "customer", "team", "org", "category", "cause", "tag list", "field", "view", "canned",
        "macro", "rule",
        "sla", "kb", "import list", "problem", "diagnose list", "domain",
    ])
    func `an empty list says what to do next`(words: String) throws {
        let desk = try TestDesk()
        for language in ["en", "zh"] {
            let list = words.split(separator: " ").map { String($0) } + ["--lang", language]
            let (ending, screen) = try desk.onTerminal(
                program: "/bin/sh", ["-c", "$DESK --no-pager \(list.joined(separator: " "))"], typing: "",
                environment: ["DESK": try BuiltDesk.path(), "NO_COLOR": "1"])
            #expect(ending == .exit(0), "\(screen)")
            #expect(screen.split(separator: "\r\n").contains { $0.hasPrefix("  desk ") }, "\(screen)")
        }
        // A program gets the list and no advice.
        #expect(try !desk.shell("$DESK \(words)").text.contains("  desk "))
    }

    @Test func `new asks step by step where nothing is said`() throws {
        let desk = try TestDesk()
        try desk.run("category", "add", "CDN/证书")
        let answers = "\n证书到期\n王女士\nCDN/证x书\nCDN/证书\nhigh\n第一行\n第二行\n\n"
        let (ending, screen) = try desk.onTerminal("new", typing: answers)
        #expect(ending == .exit(0), "\(screen)")
        let shown = try desk.run("show", "1").text
        for piece in ["证书到期", "high", "王女士", "CDN｜证书", "第一行\n    第二行"] { #expect(shown.contains(piece), "\(shown)") }
        let stopped = try desk.onTerminal("new", typing: "x\n\u{4}")
        #expect(stopped.ending == .exit(3), "\(stopped.screen)")
        #expect(try desk.run("ls", "is:any", "--format", "count").text == "1\n")
        #expect(try desk.run("new").ending == .exit(64))
    }
}
