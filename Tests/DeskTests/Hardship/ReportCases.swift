import Testing

/// A desk on which things happen at told times, and what its reports say of them.
struct ReportCaseDesk {
    let desk: TestDesk

    init(_ environment: [String: String] = [:]) throws {
        desk = try TestDesk(isMade: false, environment: environment)
        try at("2026-03-01T08:00:00Z", "init -q --tz UTC")
        try at("2025-06-01T08:00:00Z", "\(Self.other) init -q --tz UTC")
    }

    /// The option for a second desk beside it, such as one whose tickets come to it.
    static let other = "--db other.sqlite"

    /// A command at a time, as a shell reads it.
    @discardableResult
    func at(_ time: String, _ line: String) throws -> String {
        let result = try desk.shell("$DESK \(line)", environment: ["DESK_NOW": time])
        #expect(result.ending == .exit(0), "\(line): \(result.text)\(result.errorText)")
        return result.text
    }

    /// The figures of a report, by the first column of each row.
    func figures(_ time: String, _ line: String) throws -> [String: [String: String]] {
        let lines = try at(time, "report \(line) --format tsv").split(separator: "\n", omittingEmptySubsequences: false)
        let cells = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) } }
        let names = try #require(cells.first)
        return Dictionary(
            cells.dropFirst().filter { $0.count == names.count }.map { row in
                (row[0], Dictionary(zip(names, row)) { first, _ in first })
            }
        ) { first, _ in first }
    }
}

struct ReportCases {
    private func lateDesk() throws -> ReportCaseDesk {
        let desk = try ReportCaseDesk()
        try desk.at("2026-03-02T08:00:00Z", #"sla new u --when prio:urgent --terms "first 1h; resolve 4h" -q"#)
        for number in 1...4 { try desk.at("2026-03-02T09:00:00Z", "new t\(number) -p urgent -q") }
        return desk
    }

    private static let monday = "sla --from 2026-03-02 --to 2026-03-02"

    @Test(arguments: [[], ["tick"]])
    func `reports 2: a breach stays whatever happens later`(first: [String]) throws {
        let desk = try lateDesk()
        for line in first { try desk.at("2026-03-02T20:00:00Z", line) }
        let changes = [
            "merge 1 --into 2 -y", "rm 3 -y", "edit 4 -p low -y", #"sla edit u --terms "first 100d; resolve 100d""#,
            "tick", "sla rm u", "undo -y", "reply 2 -m hi", "resolve 2 --resolution fixed -m ok", "category add X",
            "calendar hours workdays Mon 09:00-10:00 --from always",
        ]
        for (minute, change) in changes.enumerated() {
            try desk.at("2026-03-03T09:\(minute + 10):00Z", change)
            let figures = try desk.figures("2026-03-03T10:00:00Z", Self.monday)
            #expect(figures["first"]?["breached"] == "4", "\(change)")
            #expect(figures["resolve"]?["breached"] == "4", "\(change)")
            #expect(figures["first"]?["breachedMerged"] == "1", "\(change)")
            if minute >= 1 { #expect(figures["resolve"]?["breachedTrashed"] == "1", "\(change)") }
        }
        let text = try desk.at("2026-03-03T10:00:00Z", "report " + Self.monday)
        #expect(text.contains("changed after"))
        #expect(try desk.at("2026-03-03T10:00:00Z", "ls 'sla.breached:2026-03-02 is:ever' --format count") == "4\n")
    }

    @Test func `reports 2: what is answered late, and an answer that is entered later with its own time`() throws {
        let desk = try lateDesk()
        try desk.at("2026-03-02T12:00:00Z", "reply 1 -m late")
        try desk.at("2026-03-02T12:01:00Z", "edit 1 -p low -y")
        #expect(try desk.figures("2026-03-03T10:00:00Z", Self.monday)["first"]?["breached"] == "4")
        // It was given in time: the desk only heard of it late.
        try desk.at("2026-03-02T12:30:00Z", "reply 2 -m called --at 2026-03-02T09:30:00Z")
        #expect(try desk.figures("2026-03-03T10:00:00Z", Self.monday)["first"]?["breached"] == "3")
    }

    @Test func `reports 3: the total is of distinct tickets, whatever the bucket`() throws {
        let desk = try ReportCaseDesk()
        try desk.at("2026-03-02T09:00:00Z", "new a -q")
        try desk.at("2026-03-02T10:00:00Z", "resolve 1 --resolution fixed")
        try desk.at("2026-03-03T10:00:00Z", "reopen 1")
        try desk.at("2026-03-04T10:00:00Z", "resolve 1 --resolution fixed")
        for bucket in ["day", "week", "month", "quarter", "year"] {
            let text = try desk.at(
                "2026-03-05T10:00:00Z", "report volume --from 2026-03-01 --to 2026-03-05 --bucket \(bucket) --format md"
            )
            #expect(text.contains("| ALL | 1 | 1 | 1 | 0 | 0 |"), "\(text)")
        }
        let drill = try desk.at("2026-03-05T10:00:00Z", "report volume --from 2026-03 --drill all --format tsv")
        #expect(drill.contains("resolved\t1\t"))
        let overview = try desk.at("2026-03-05T10:00:00Z", "report overview --from 2026-03 --json")
        #expect(overview.contains(#""figure":"resolved","now":1"#))
    }

    @Test func `reports 4: a length belongs to the resolution that lies in the period`() throws {
        let desk = try ReportCaseDesk()
        try desk.at("2026-03-02T00:00:00Z", "new a -q")
        try desk.at("2026-03-03T00:00:00Z", "resolve 1 --resolution fixed")
        let line = "resolution --from 2026-03-03 --to 2026-03-03 --wall"
        #expect(try desk.figures("2026-03-20T00:00:00Z", line)["all"]?["medianSeconds"] == "86400")
        try desk.at("2026-03-10T00:00:00Z", "reopen 1")
        #expect(try desk.figures("2026-03-20T00:00:00Z", line)["all"]?["medianSeconds"] == "86400")
        try desk.at("2026-03-12T00:00:00Z", "resolve 1 --resolution fixed")
        #expect(try desk.figures("2026-03-20T00:00:00Z", line)["all"]?["medianSeconds"] == "86400")
        let later = "resolution --from 2026-03-12 --to 2026-03-12 --wall"
        let days = try ["full", "open"].map { measure in
            try desk.figures("2026-03-20T00:00:00Z", later + " --measure \(measure)")["all"]?["medianSeconds"]
        }
        #expect(days == ["864000", "259200"])
        #expect(try desk.figures("2026-03-20T00:00:00Z", later + " --measure first")["all"]?["tickets"] == "0")
        let text = try desk.at("2026-03-20T00:00:00Z", "report \(later) --measure open")
        #expect(text.hasPrefix("Time open of 1 ticket"))
    }

    @Test func `reports 5: the future is not printed as fact`() throws {
        let desk = try ReportCaseDesk()
        try desk.at("2026-03-02T09:00:00Z", "new a -q")
        let backlog = try desk.figures("2026-03-05T10:00:00Z", "backlog --from 2026 --bucket month")
        #expect(backlog.keys.sorted() == ["2026-01", "2026-02", "2026-03"])
        let text = try desk.at("2026-03-05T10:00:00Z", "report backlog --from 2026 --bucket month")
        #expect(text.contains("2026-03 (5 of 31 days)"))
        let overview = try desk.at("2026-03-05T10:00:00Z", "report overview --from 2026-03")
        #expect(
            overview.hasPrefix(
                "Overview: 2026-03-01..2026-03-05, 5 of 31 days (UTC), compared with 2026-02-01..2026-02-05"))
        let late = try desk.desk.shell(
            "$DESK report volume --from 2026-04", environment: ["DESK_NOW": "2026-03-05T10:00:00Z"])
        #expect(late.ending == .exit(64))
    }

    @Test func `reports 6: days meet the same day of the week, weeks whole weeks, and months those of last year`()
        throws
    {
        let desk = try ReportCaseDesk()
        for (day, count) in [("02", 1), ("09", 2), ("10", 3)] {
            for number in 1...count { try desk.at("2026-03-\(day)T09:0\(number):00Z", "new a -q") }
        }
        let days = try desk.figures(
            "2026-03-15T10:00:00Z", "volume --from 2026-03-09 --to 2026-03-11 --bucket day --compare previous")
        #expect(days["2026-03-09"]?["previous"] == "1")
        #expect(days["2026-03-10"]?["previous"] == "0")
        let weeks = try desk.figures(
            "2026-03-15T10:00:00Z", "volume --from 2026-03-09 --to 2026-03-15 --bucket week --compare previous")
        #expect(weeks["2026-W11"]?["previous"] == "1")
        let year = try desk.figures("2027-03-20T10:00:00Z", "volume --from 2027-03 --bucket month --compare year")
        #expect(year["2027-03"]?["previous"] == "6")
    }

    @Test func `reports 7: the net is the difference of backlogs after merges and unmerges`() throws {
        let desk = try ReportCaseDesk()
        for title in ["a", "b", "c"] { try desk.at("2026-03-02T09:00:00Z", "new \(title) -q") }
        try desk.at("2026-03-03T09:00:00Z", "merge 1 --into 2 -y")
        try desk.at("2026-03-04T09:00:00Z", "unmerge 1")
        try desk.at("2026-03-05T09:00:00Z", "rm 3 -y")
        let volume = try desk.figures("2026-03-10T10:00:00Z", "volume --from 2026-03-02 --to 2026-03-06 --bucket day")
        let backlog = try desk.figures("2026-03-10T10:00:00Z", "backlog --from 2026-03-01 --to 2026-03-06 --bucket day")
        #expect((2...6).map { volume["2026-03-0\($0)"]?["net"] } == ["3", "-1", "1", "-1", "0"])
        #expect((2...6).map { backlog["2026-03-0\($0)"]?["count"] } == ["3", "2", "3", "2", "2"])
        #expect(volume["2026-03-02"]?["created"] == "3")
    }
}
