import Testing

/// What reports say of what is not known, of calendars, of who did something, and of what was misleading.
struct ReportCasesOfFacts {
    private func calendar(_ events: [String]) -> [UInt8] {
        let lines =
            ["BEGIN:VCALENDAR", "VERSION:2.0", "X-WR-CALNAME:feed"]
            + events.flatMap { ["BEGIN:VEVENT"] + $0.split(separator: "|").map { String($0) } + ["END:VEVENT"] }
        return Array((lines + ["END:VCALENDAR", ""]).joined(separator: "\r\n").utf8)
    }

    @Test func `reports 1: what an import knows of its times is used for the backlog of past months`() throws {
        let desk = try ReportCaseDesk()
        let other = ReportCaseDesk.other
        for number in 1...3 { try desk.at("2025-0\(number + 5)-10T00:00:00Z", "\(other) new t\(number) -q") }
        try desk.at("2025-09-20T00:00:00Z", "\(other) resolve 1 --resolution fixed")
        try desk.at("2026-03-02T00:00:00Z", "\(other) export --format jsonl > x.jsonl")
        try desk.at("2026-03-02T00:00:00Z", "import x.jsonl -q")
        let backlog = try desk.figures("2026-03-10T00:00:00Z", "backlog --from 2025-05 --to 2026-03 --bucket month")
        let counts = ["2025-05", "2025-06", "2025-08", "2025-09", "2026-02"].map { backlog[$0]?["count"] }
        #expect(counts == ["", "1", "3", "2", "2"])
        #expect(try desk.at("2026-03-10T00:00:00Z", "ls 'is:any open-at:2025-08-31' --format count") == "3\n")
        let text = try desk.at("2026-03-10T00:00:00Z", "report volume --from 2025-05 --to 2026-03 --bucket month")
        #expect(text.contains("only what imports tell is known") && text.contains("3 tickets came to the desk later"))
        #expect(try desk.at("2026-03-10T00:00:00Z", "report time-in-status").contains("0 of 3 measured"))
        #expect(try desk.figures("2026-03-10T00:00:00Z", "reopen")["all"]?["measured"] == "0")
    }

    @Test func `reports 1: what an import did not see is unknown, and every rate says of how many`() throws {
        let desk = try ReportCaseDesk()
        try desk.desk.write(TestDesk.dataset("x", tickets: 3), to: "x.md")
        try desk.at("2026-03-02T08:00:00Z", "import x.md -q")
        try desk.at("2026-03-02T09:00:00Z", "new a -q")
        try desk.at("2026-03-02T10:00:00Z", "resolve 4 --resolution fixed")
        try desk.at("2026-03-02T11:00:00Z", "reopen 4")
        try desk.at("2026-03-02T12:00:00Z", "resolve 4 --resolution fixed")
        let reopen = try desk.figures("2026-03-10T10:00:00Z", "reopen")
        #expect(reopen["all"]?["reopened"] == "1")
        #expect(reopen["all"]?["measured"] == "1")
        #expect(reopen["all"]?["rate"] == "1.0" || reopen["all"]?["rate"] == "1")
        for report in ["reopen", "touch", "handover", "time-in-status", "kb"] {
            let text = try desk.at("2026-03-10T10:00:00Z", "report \(report)")
            #expect(text.contains(" of 4 measured") || text.contains(" of 1 measured"), "\(report) \(text)")
            #expect(!text.contains("4 of 4"), "\(report) \(text)")
        }
        let backlog = try desk.figures("2026-03-10T10:00:00Z", "backlog --from 2025-06 --to 2026-03-10 --bucket month")
        #expect(backlog["2025-06"]?["count"] == "")
        #expect(backlog["2026-03"]?["count"] == "0")
    }

    @Test func `reports 1: the time of tickets that nobody saw is unknown, by what they have and by period too`() throws
    {
        let desk = try ReportCaseDesk()
        try desk.desk.write(TestDesk.dataset("x", tickets: 3), to: "x.md")
        try desk.at("2026-03-02T08:00:00Z", "import x.md -q")
        for options in ["--by category", "--bucket month --from 2026-03", "--by team --bucket month --from 2026-03"] {
            let lines = try desk.at("2026-03-10T10:00:00Z", "report time-in-status \(options) --format tsv").split(
                separator: "\n")
            let cells = lines.dropFirst().flatMap {
                $0.split(separator: "\t", omittingEmptySubsequences: false).dropFirst()
            }
            #expect(!cells.isEmpty && cells.allSatisfy { $0 == "" || $0 == "3" || $0 == "\r" }, "\(options): \(lines)")
        }
    }

    @Test func `reports 8: make-up days at times of day are days of work, observances close nothing`() throws {
        let desk = try ReportCaseDesk()
        try desk.desk.write(
            calendar([
                "DTSTART;VALUE=DATE:20261001|DTEND;VALUE=DATE:20261008|SUMMARY:国庆节",
                "DTSTART;TZID=Asia/Shanghai:20261010T090000|DTEND;TZID=Asia/Shanghai:20261010T180000|SUMMARY:补班",
                "DTSTART:20260926T010000Z|DTEND:20260926T100000Z|SUMMARY:上班",
                "DTSTART:20260808T080000|SUMMARY:munkanap", "DTSTART:20260509T080000|SUMMARY:Рабочий день",
                "DTSTART;VALUE=DATE:20260508|SUMMARY:Нерабочий день",
                #"DTSTART;VALUE=DATE:20260216|SUMMARY:Tag|DESCRIPTION:Observance\nTo hide observances"#,
            ]), to: "a.ics")
        let preview = try desk.at("2026-01-05T08:00:00Z", "calendar import a.ics -n")
        #expect(preview.contains("2026-10-01..2026-10-07  国庆节") && preview.contains("working day"))
        #expect(!(try desk.at("2026-01-05T08:00:00Z", "calendar show")).contains("2026-10"))
        try desk.at("2026-01-05T08:00:00Z", "calendar import a.ics")
        let shown = try desk.at("2026-01-05T08:00:00Z", "calendar show")
        for day in ["2026-10-10", "2026-09-26", "2026-08-08", "2026-05-09"] {
            #expect(shown.contains("\(day) shift 09:00-12:00,13:30-18:00"), "\(day) \(shown)")
        }
        #expect(shown.contains("2026-05-08 closed  Нерабочий день"))
        #expect(!shown.contains("2026-02-16"))
    }

    @Test func `reports 8: a corrected feed takes a day back, and what a person said stays`() throws {
        let desk = try ReportCaseDesk()
        try desk.desk.write(calendar(["DTSTART:20261001|DTEND:20261008|SUMMARY:国庆节"]), to: "a.ics")
        try desk.desk.write(calendar(["DTSTART:20261001|DTEND:20261004|SUMMARY:国庆节"]), to: "b.ics")
        try desk.at("2026-01-05T08:00:00Z", "calendar holiday add 2026-12-24 平安夜")
        try desk.at("2026-01-05T08:00:00Z", "calendar import a.ics -q")
        let text = try desk.at("2026-01-05T08:00:00Z", "calendar import b.ics")
        #expect(text.contains("taken back"))
        let shown = try desk.at("2026-01-05T08:00:00Z", "calendar show")
        #expect(shown.contains("2026-10-01..2026-10-03 closed  国庆节") && shown.contains("2026-12-24 closed  平安夜"))
        #expect(!shown.contains("10-04"))
    }

    @Test func `reports 9: who answered, who resolved, and whose it was then`() throws {
        let desk = try ReportCaseDesk()
        try desk.at("2026-03-02T08:00:00Z", "agent add wang -q")
        try desk.at("2026-03-02T08:00:00Z", #"sla new u --terms "first 1h; resolve 4h" -q"#)
        try desk.at("2026-03-02T09:00:00Z", "new a -q")
        try desk.at("2026-03-02T09:10:00Z", "take 1")
        try desk.at("2026-03-02T16:00:00Z", "assign 1 wang")
        try desk.at("2026-03-02T16:10:00Z", "reply 1 -m hi --as wang")
        try desk.at("2026-03-02T17:00:00Z", "resolve 1 --resolution fixed --as wang")
        let authors = try desk.figures("2026-03-10T10:00:00Z", "response --by author")
        #expect(authors["wang"]?["tickets"] == "1" && authors["li"] == nil)
        let resolvers = try desk.figures("2026-03-10T10:00:00Z", "resolution --from 2026-03 --by resolver")
        #expect(resolvers["wang"]?["tickets"] == "1" && resolvers["li"] == nil)
        let owners = try desk.figures("2026-03-10T10:00:00Z", "sla --from 2026-03 --by owner-then")
        #expect(owners["li"]?["breached"] == "2" && owners["wang"] == nil)
        for (line, name) in [
            ("response --by author", "by who answered"),
            ("sla --from 2026-03 --by owner-then", "whose the ticket was then"),
        ] {
            #expect(try desk.at("2026-03-10T10:00:00Z", "report \(line)").contains(name))
        }
    }

    @Test(arguments: ["CDN/证书", "CDN｜证书", "CDN|证书", "加速/SSL", "CDN/SSL"])
    func `reports 10: a renamed category is found by its old path, however it is written`(path: String) throws {
        let desk = try ReportCaseDesk()
        try desk.at("2026-03-02T08:00:00Z", "category add 'CDN｜证书' -q")
        try desk.at("2026-03-02T08:00:00Z", "new a -c 'CDN｜证书' -q")
        try desk.at("2026-03-02T08:00:00Z", "category rename 'CDN｜证书' SSL")
        try desk.at("2026-03-02T08:00:00Z", "category rename CDN 加速")
        #expect(try desk.at("2026-03-02T08:00:00Z", "ls 'category:\(path)' --format count") == "1\n")
    }

    @Test func `reports 11: a change of a rate is in points, and of a handful a number`() throws {
        let desk = try ReportCaseDesk()
        try desk.at("2026-03-02T08:00:00Z", "new a -q")
        for number in 1...9 { try desk.at("2026-03-03T08:0\(number):00Z", "new b -q") }
        try desk.at("2026-03-03T09:00:00Z", "resolve 1 --resolution fixed")
        let text = try desk.at("2026-03-03T10:00:00Z", "report overview --from 2026-03-03 --to 2026-03-03")
        #expect(text.contains("+8"))
        #expect(!text.contains("00 %  ") || !text.contains("+800 %"))
        let reopen = try desk.at(
            "2026-03-04T10:00:00Z", "report reopen --from 2026-03-03 --to 2026-03-03 --compare previous")
        #expect(!reopen.contains("+100 %"))
    }

    @Test func `reports 12: a printed drill reads the same desk, and JSON says which days of which zone`() throws {
        let desk = try ReportCaseDesk()
        try desk.at("2026-03-02T08:00:00Z", "new a -q")
        let drill = try desk.at(
            "2026-03-05T08:00:00Z",
            "report volume --from 2026-03 --tz Asia/Tokyo --as-of 2026-03-04 --drill all --format table")
        #expect(drill.contains("desk ls --tz Asia/Tokyo --as-of 2026-03-04"))
        let json = try desk.at("2026-03-05T08:00:00Z", "report volume --from 2026-03 --tz Asia/Tokyo --json")
        #expect(json.contains(#""period":"2026-03-01..2026-03-05","zone":"Asia/Tokyo""#))
        let page = try desk.at("2026-03-05T08:00:00Z", "report volume --from 2026-03 --tz Asia/Tokyo --format html")
        #expect(page.contains("desk ls --tz Asia/Tokyo"))
    }

    @Test func `reports 13: what is open or merged lacks no cause and is not resolved`() throws {
        let desk = try ReportCaseDesk()
        for title in ["a", "b", "c", "d"] { try desk.at("2026-03-02T08:00:00Z", "new \(title) -q") }
        try desk.at("2026-03-02T09:00:00Z", "resolve 1 --resolution fixed")
        try desk.at("2026-03-02T09:00:00Z", "merge 2 --into 3 -y")
        try desk.at("2026-03-02T12:00:00Z", "close 4 --resolution spam")
        let quality = try desk.figures("2026-03-05T08:00:00Z", "quality")
        #expect(quality["noCause"]?["count"] == "2" && quality["noCause"]?["total"] == "2")
        let text = try desk.at("2026-03-05T08:00:00Z", "report category --format md")
        #expect(text.contains("| ALL |  | 4 | 100.0 % | 1 | 2 | 1 |"), "\(text)")
        let resolution = try desk.figures("2026-03-05T08:00:00Z", "resolution --from 2026-03")
        #expect(resolution["all"]?["measured"] == "2")
        let volume = try desk.at("2026-03-05T08:00:00Z", "report volume --from 2026-03 --format md")
        #expect(volume.contains("| ALL | 4 | 2 | 0 | 1 | 1 |"), "\(volume)")
    }

    @Test func `reports 14: new weekly hours hold from a day on`() throws {
        let desk = try ReportCaseDesk()
        try desk.at("2026-03-02T09:00:00Z", "new a -q")
        try desk.at("2026-03-02T12:00:00Z", "reply 1 -m hi")
        let line = "response --business"
        let before = try desk.figures("2026-03-20T08:00:00Z", line)["all"]?["medianBusinessSeconds"]
        #expect(before == "10800")
        try desk.at("2026-03-20T08:00:00Z", "calendar hours workdays Mon-Fri 11:00-18:00")
        #expect(try desk.figures("2026-03-20T08:00:00Z", line)["all"]?["medianBusinessSeconds"] == before)
        try desk.at("2026-03-20T08:00:00Z", "calendar hours workdays Mon-Fri 11:00-18:00 --from always")
        #expect(try desk.figures("2026-03-20T08:00:00Z", line)["all"]?["medianBusinessSeconds"] == "3600")
    }

    @Test func `reports 15: undone resolutions, two intervals of a day, totals in Markdown, drills of none`() throws {
        let desk = try ReportCaseDesk()
        try desk.at("2026-03-02T00:00:00Z", "new a -q")
        try desk.at("2026-03-03T00:00:00Z", "resolve 1 --resolution fixed")
        try desk.at("2026-03-04T00:00:00Z", "undo -y")
        let stays = try desk.figures("2026-03-05T00:00:00Z", "time-in-status --wall")
        #expect(stays["new"]?["medianSeconds"] == "259200")
        #expect(
            try desk.at("2026-03-05T00:00:00Z", #"calendar new x --hours "Mon 09:00-12:00; Mon 13:00-18:00""#)
                .contains("Mon 09:00-12:00,13:00-18:00"))
        #expect(
            try desk.at("2026-03-05T00:00:00Z", #"calendar new y --hours "Mon 09:00-12:00" --hours "Mon 13:00-18:00""#)
                .contains("Mon 09:00-12:00,13:00-18:00"))
        #expect(try desk.at("2026-03-05T00:00:00Z", "report category --drill none").contains("category:none"))
        let channel = try desk.at("2026-03-05T00:00:00Z", "report channel --format md")
        #expect(channel.contains("100.0 %") && channel.contains("| ALL |"))
        for line in ["ls --format csv", "report volume --format csv", "export --format csv"] {
            #expect(try desk.at("2026-03-05T00:00:00Z", line).hasPrefix("\u{FEFF}"), "\(line)")
        }
    }

    @Test func `reports 15: calls are told apart from answers`() throws {
        let desk = try ReportCaseDesk()
        try desk.at("2026-03-02T00:00:00Z", "new a --channel phone -q")
        try desk.at("2026-03-02T00:00:00Z", "new b -q")
        try desk.at("2026-03-02T02:00:00Z", "reply 2 -m hi")
        let response = try desk.figures("2026-03-05T00:00:00Z", "response --wall")["all"]
        #expect(response?["medianSeconds"] == "7200")
        #expect(response?["measured"] == "1" && response?["atOnce"] == "1")
    }
}
