import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk report schedule`: reports that are written by themselves.
struct ScheduleNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule", abstract: "Reports that \"desk tick\" writes into a folder.",
        discussion: """
            A file is called after the schedule and its day: monday-page-2026-03-09.html. A day that was missed is made up for \
            once; what was written is never written again, unless with run.
            """,
        subcommands: [
            ScheduleList.self, ScheduleAdd.self, ScheduleEdit.self, ScheduleRun.self, ScheduleRemove.self,
        ],
        defaultSubcommand: ScheduleList.self)
}

/// `desk report schedule list`
struct ScheduleList: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List schedules.")
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let words = session.words
        let (schedules, zone) = try session.openForReading().read {
            (try ReportSchedules.all(in: $0), try session.zone(in: $0))
        }
        let headings = words.texts.schedules
        let rows = Rows(
            .schedules,
            fields: [
                RowField("name", .text, column: Column(heading: words.headings.name)),
                RowField("every", .text, column: Column(heading: headings.every)),
                RowField(
                    "keep", .number,
                    column: Column(heading: headings.keep, alignment: .right, flexibility: Self.yields(2))),
                RowField("into", .text, column: Column(heading: headings.into, flexibility: Self.yields(1))),
                RowField("nextAt", .time, column: Column(heading: headings.next)),
                RowField("writtenFor", .text, column: Column(heading: headings.written, flexibility: Self.yields(0))),
                RowField("report", .text, column: Column(heading: headings.report, flexibility: .rest(minimum: 20))),
            ],
            entries: schedules.map { schedule in
                let next = schedule.recurrence.nextDay(after: schedule.writtenFor)
                return [
                    RowEntry(.text(schedule.name)), RowEntry(.text(schedule.recurrence.text)),
                    schedule.keep.map { RowEntry(.number(Int64($0))) } ?? RowEntry(.null),
                    RowEntry(.text(schedule.folder)),
                    RowEntry(.instant(schedule.recurrence.instant(onDay: next, zone))),
                    RowEntry(.text(CalendarDays.text(ofDay: schedule.writtenFor))),
                    RowEntry(.text(schedule.command.map(ShellWord.plain).joined(by: " "))),
                ]
            })
        try session.show(rows, zone: zone)
    }

    /// Left out whole where a window is too narrow: half a folder is none.
    private static func yields(_ rank: Int) -> Column.Flexibility { .yields(rank: rank, minimum: .max) }
}

/// `desk report schedule add NAME --every monday --into FOLDER -- overview --from lastweek`
struct ScheduleAdd: Verb {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract:
            "Keep a schedule: add NAME --every monday --into FOLDER -- overview --from lastweek. Takes a manager.",
        discussion: """
            The report stands behind two dashes, as behind desk report. It is made once to see that it can be; a page, and in the \
            language of now, unless it says otherwise with --format and --lang.
            """)

    @Argument(help: "What it and its files are called.")
    var name: String

    @Option(help: ArgumentHelp("day, monday or month, and a time: 'monday 07:00'.", valueName: "days"))
    var every: String

    @Option(help: ArgumentHelp("The folder of its files.", valueName: "folder"), completion: .directory)
    var into: String

    @Option(help: ArgumentHelp("So many files stay; older ones are removed.", valueName: "n"))
    var keep: Int?

    @Argument(parsing: .postTerminator, help: "The report.")
    var report: [String] = []

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    mutating func validate() throws {
        if let keep, keep < 1 { throw ValidationError("--keep takes 1 or more.") }
    }

    func run(_ session: Session) throws {
        let schedule = ReportSchedule(
            id: 0, name: try ScheduledReport.name(name),
            command: try ScheduledReport.completed(report, session.globals.language(session.environment)),
            folder: try ScheduledReport.folder(into), recurrence: try ScheduledReport.recurrence(every), keep: keep,
            writtenFor: 0)
        try ScheduleKeeping(session: session).keep(schedule, isNew: true)
    }
}

/// `desk report schedule edit NAME`
struct ScheduleEdit: Verb {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change a schedule, or the report behind two dashes. Takes a manager.")

    @Argument(help: "The schedule.", completion: Completions.schedules)
    var name: String

    @Option(help: ArgumentHelp("day, monday or month, and a time: 'monday 07:00'.", valueName: "days"))
    var every: String?

    @Option(help: ArgumentHelp("The folder of its files.", valueName: "folder"), completion: .directory)
    var into: String?

    @Option(help: ArgumentHelp("So many files stay; 0 is all.", valueName: "n"))
    var keep: Int?

    @Argument(parsing: .postTerminator, help: "The report.")
    var report: [String] = []

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    mutating func validate() throws {
        if let keep, keep < 0 { throw ValidationError("--keep takes 0 or more.") }
    }

    func run(_ session: Session) throws {
        guard every != nil || into != nil || keep != nil || !report.isEmpty else { throw UsageError.nothingToChange }
        var schedule = try session.openForReading().read { try ReportSchedules.find(name, in: $0) }
        if let every { schedule.recurrence = try ScheduledReport.recurrence(every) }
        if let into { schedule.folder = try ScheduledReport.folder(into) }
        if let keep { schedule.keep = keep == 0 ? nil : keep }
        if !report.isEmpty {
            schedule.command = try ScheduledReport.completed(
                report, session.globals.language(session.environment))
        }
        try ScheduleKeeping(session: session).keep(schedule, isNew: false)
    }
}

/// `desk report schedule run NAME`
struct ScheduleRun: Verb {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Write a scheduled report now, under the day of today.")

    @Argument(help: "The schedule.", completion: Completions.schedules)
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let (schedule, zone) = try session.openForReading().read {
            (try ReportSchedules.find(name, in: $0), try session.zone(in: $0))
        }
        let today = Recurrence(.every).lastDay(by: session.now, zone)
        let path = try ScheduledReport(schedule: schedule, session: session).write(forDay: today)
        try session.done(
            session.words.texts.schedules.wrote(schedule.name, path, globals.isDryRun), nil, name: schedule.name)
    }
}

/// `desk report schedule rm NAME`
struct ScheduleRemove: Verb {
    static let configuration = CommandConfiguration(
        commandName: "rm", abstract: "Forget a schedule; its files stay. Undo brings it back.")

    @Argument(help: "The schedule.", completion: Completions.schedules)
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        try TextKeeping(session: session, kind: .schedule, name: name, isNew: false).remove()
    }
}

/// Keeps a schedule, and tells when it comes next.
private struct ScheduleKeeping {
    let session: Session

    func keep(_ schedule: ReportSchedule, isNew: Bool) throws {
        var schedule = schedule
        // What cannot be made now cannot be made at night.
        _ = try ScheduledReport(schedule: schedule, session: session).bytes()
        let store = try session.openForWriting()
        let zone = try store.read { try session.zone(in: $0) }
        let last = schedule.recurrence.lastDay(by: session.now, zone)
        schedule.writtenFor = last
        let outcome = try store.keep(schedule, isNew: isNew, session.context)
        let next = schedule.recurrence.instant(onDay: schedule.recurrence.nextDay(after: last), zone)
        let words = session.words
        let time = TimeText.local(next.milliseconds, offset: zone.offset(at: next.milliseconds))
        try session.done(
            words.texts.kept(schedule.name) + words.texts.schedules.nextAt(time) + words.people.end(outcome),
            outcome.operation, name: schedule.name)
    }
}
