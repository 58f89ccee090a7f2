import Foundation
import Testing
import Workflow

@testable import Storage

/// Reports that `desk tick` writes by itself.
struct ScheduleTests {
    private func files(_ desk: TestDesk) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: desk.folder.path + "/out").sorted()
    }

    private func desk() throws -> TestDesk {
        let desk = try TestDesk.prepared([], tickets: ["证书到期"])
        try FileManager.default.createDirectory(atPath: desk.folder.path + "/out", withIntermediateDirectories: true)
        return desk
    }

    @discardableResult
    private func tick(_ desk: TestDesk, _ day: String, _ more: String...) throws -> DeskProcess.Result {
        try desk.run(words: ["tick"] + more, environment: ["DESK_NOW": "2026-\(day):00Z"])
    }

    @Test func `a report is written when its day has come, once, also where days were missed`() throws {
        let desk = try desk()
        let made = try desk.run(
            "report", "schedule", "add", "页", "--every", "monday 07:00", "--into", "out", "--", "overview", "--from",
            "lastweek")
        #expect(made.text == "页 is kept · written at 2026-03-09 07:00 by desk tick · op 2\n", "\(made.errorText)")
        try tick(desk, "03-09T06:59")
        #expect(try files(desk) == [])
        let wrote = try tick(desk, "03-10T12:00")
        #expect(wrote.text == "report 页: written to \(desk.folder.path)/out/页-2026-03-09.html\n")
        // Somebody has taken it away: it is not made again.
        try FileManager.default.removeItem(atPath: desk.folder.path + "/out/页-2026-03-09.html")
        #expect(try tick(desk, "03-11T12:00").text == "")
        #expect(try files(desk) == [])
        try tick(desk, "03-30T06:00")
        #expect(try files(desk) == ["页-2026-03-23.html"])
        let page = try String(contentsOfFile: desk.folder.path + "/out/页-2026-03-23.html", encoding: .utf8)
        // The week before the day on which it is written.
        #expect(page.contains("2026-03-23") && page.contains("<html lang=\"en\""))
    }

    @Test func `so many files stay, and nothing else in the folder is touched`() throws {
        let desk = try desk()
        try desk.run(
            "report", "schedule", "add", "v", "--every", "day", "--into", "out", "--keep", "2", "--", "volume",
            "--format", "csv")
        for name in ["v-2026-02-30x.csv", "v-old.csv", "v-2026-01-01.html", "w-2026-01-01.csv", "v-2026-01-01.csv"] {
            try desk.write(Array("x".utf8), to: "out/" + name)
        }
        for day in ["03", "04", "05"] { try tick(desk, "03-\(day)T12:00") }
        #expect(
            try files(desk) == [
                "v-2026-01-01.html", "v-2026-02-30x.csv", "v-2026-03-04.csv", "v-2026-03-05.csv", "v-old.csv",
                "w-2026-01-01.csv",
            ])
        #expect(try tick(desk, "03-06T12:00", "-n").text.contains("would be written to"))
        #expect(try files(desk).count == 6)
    }

    @Test func `one that cannot be written is told and tried again, and the others are written`() throws {
        let desk = try desk()
        try FileManager.default.createDirectory(atPath: desk.folder.path + "/gone", withIntermediateDirectories: true)
        for (name, folder) in [("a", "gone"), ("b", "out")] {
            try desk.run("report", "schedule", "add", name, "--every", "day", "--into", folder, "--", "category")
        }
        try FileManager.default.removeItem(atPath: desk.folder.path + "/gone")
        let failed = try tick(desk, "03-03T12:00")
        #expect(failed.text.hasPrefix("report a is not written: "))
        #expect(failed.text.contains("report b: written to"))
        try FileManager.default.createDirectory(atPath: desk.folder.path + "/gone", withIntermediateDirectories: true)
        #expect(
            try tick(desk, "03-03T12:05").text == "report a: written to \(desk.folder.path)/gone/a-2026-03-03.html\n")
    }

    @Test func `what is no report, cannot be asked or would write elsewhere is not kept`() throws {
        let desk = try desk()
        func refused(_ words: String...) throws -> String {
            let start = ["report", "schedule", "add", "x", "--every", "day", "--into", "out"]
            let result = try desk.run(words: start + words)
            #expect(result.ending != .exit(0), "\(words)")
            return result.errorText
        }
        #expect(try refused().contains("No report is named."))
        #expect(
            try refused("--", "category", "--out", "y.html").contains("No report can be kept as: category --out y.html")
        )
        #expect(try refused("--", "schedule").contains("No report can be kept as: schedule"))
        #expect(try refused("--", "category", "--db", "/tmp/x").contains("No report can be kept"))
        #expect(try refused("--", "category", "foo:bar").contains("out -- category '\"foo:bar\"'"))
        #expect(try refused("--", "ls").contains("ls"))
        #expect(try refused("--keep", "0", "--", "category").contains("--keep takes 1 or more."))
        for (option, value) in [("--every", "never"), ("--into", "nowhere")] {
            let result = try desk.run(
                words: [
                    "report", "schedule", "add", "x", "--every", "day", "--into", "out", option, value, "--",
                    "category",
                ])
            #expect(result.ending == .exit(64), "\(option)")
            #expect(result.errorText.contains(value))
        }
        for name in ["a/b", ".x", "", "..", "a\nb"] {
            let result = try desk.run(
                "report", "schedule", "add", name, "--every", "day", "--into", "out", "--", "category")
            #expect(result.errorText.contains("cannot be the name of a file"), "\(name)")
        }
        #expect(try desk.run("report", "schedule", "--format", "count").text == "0\n")
    }

    @Test func `a schedule is changed, taken away and brought back, by whoever may`() throws {
        let desk = try desk()
        let add = ["report", "schedule", "add", "v", "--every", "day", "--into", "out", "--", "volume"]
        try desk.run("agent", "add", "wang", "--role", "agent")
        let refused = try desk.run(words: add + [], environment: ["DESK_USER": "wang"])
        #expect(refused.ending == .exit(4), "\(refused.errorText)")
        #expect(try desk.run(words: add).ending == .exit(0))
        #expect(try desk.run(words: add).errorText.contains("There is a report schedule \"v\" already."))
        let edited = try desk.run(
            "report", "schedule", "edit", "V", "--every", "周五 18:00", "--keep", "3", "--", "category", "prio:high")
        #expect(edited.text.contains("2026-03-06 18:00"))
        let listed = try desk.run("report", "schedule", "--no-header").text
        #expect(listed.hasPrefix("v\tfriday 18:00\t3\t"))
        #expect(listed.contains("category --format html --lang en prio:high"))
        try desk.run("report", "schedule", "rm", "v")
        #expect(try tick(desk, "03-07T00:00").text == "")
        try desk.run("undo", "-y")
        #expect(try tick(desk, "03-07T00:00").text.contains("v-2026-03-06.html"))
    }

    /// What stands in a file that somebody else wrote was never asked by `add`.
    private func forge(_ desk: TestDesk, _ name: String, _ command: [String], writtenFor: Int = 0) throws {
        let store = Store(database: try SQLiteDatabase.openForWriting(desk.path, timeoutSeconds: 5))
        let context = CommandContext(agent: "li", at: Instant(milliseconds: 1_772_442_720_000), command: "desk")
        let schedule = ReportSchedule(
            id: 0, name: name, command: command, folder: desk.folder.path + "/out", recurrence: Recurrence(.every),
            keep: 1, writtenFor: writtenFor)
        _ = try store.keep(schedule, isNew: true, context)
    }

    @Test func `a forged name or command leads out of the folder and of the desk by no way`() throws {
        let (desk, other) = (try desk(), try TestDesk.prepared([], tickets: ["a", "b"]))
        try forge(desk, "../escaped", ["category"])
        try forge(desk, "elsewhere", ["category", "--format", "csv", "--db", other.path])
        try forge(desk, "into", ["category", "--out", desk.folder.path + "/taken.csv"])
        try forge(desk, "ls", ["schedule"])
        try desk.write(Array("kept".utf8), to: "escaped-2020-01-01.txt")
        let told = try tick(desk, "03-09T12:00").text.split(separator: "\n")
        #expect(told.count == 4 && told.allSatisfy { $0.contains("is not written") }, "\(told)")
        #expect(try files(desk) == [])
        let beside = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
        #expect(beside.filter { $0.hasPrefix("escaped") || $0 == "taken.csv" } == ["escaped-2020-01-01.txt"])
    }

    @Test func `a day that no calendar has is refused, and ends nothing`() throws {
        let desk = try desk()
        for (place, day) in [Int.max, Int.min, 40_000_000].enumerated() {
            try forge(desk, "x\(place)", ["category"], writtenFor: day)
            let listed = try desk.run("report", "schedule")
            #expect(listed.ending == .exit(1), "\(day) \(listed.errorText)")
            #expect(listed.errorText.contains("written_for"), "\(listed.errorText)")
        }
    }
}
