import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk calendar`: when the desk works.
struct CalendarNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar", abstract: "Working hours, holidays and make-up days.",
        discussion: "2bd and 4bh, automatic closing and age:>2bd count by the desk's calendar (calendar.default).",
        subcommands: [
            CalendarList.self, CalendarNew.self, CalendarShow.self, CalendarHours.self, CalendarHoliday.self,
            CalendarWorkday.self, CalendarBreak.self, CalendarImport.self, CalendarDue.self,
        ], defaultSubcommand: CalendarList.self)
}

/// `desk calendar list`
struct CalendarList: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List calendars.")
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let words = session.words
        try session.openForReading().read { db in
            let standard = try Calendars.find(nil, in: db).id
            let rows = Rows(
                .calendars,
                fields: [
                    RowField("name", .text, column: Column(heading: words.headings.name)),
                    RowField("default", .truth, column: Column(heading: words.settings.isStandard)),
                    RowField("zone", .text, column: Column(heading: words.settings.zone)),
                    RowField(
                        "hours", .text, column: Column(heading: words.settings.hours, flexibility: .rest(minimum: 20))),
                ],
                entries: try Calendars.all(in: db).map { calendar in
                    [
                        RowEntry(.text(calendar.name)), RowEntry(.truth(calendar.id == standard)),
                        RowEntry(.text(try calendar.zone ?? DeskFacts.read(in: db).timeZone)),
                        RowEntry(.text(calendar.week.text)),
                    ]
                })
            try session.show(rows, zone: .utc)
        }
    }
}

/// `desk calendar show [NAME]`
struct CalendarShow: Verb {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a calendar's hours and days.")

    @Argument(help: "The calendar; the desk's unless told.")
    var name: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        try session.openForReading().read { db in
            let calendar = try Calendars.find(name, in: db)
            let zone = try calendar.zone ?? DeskFacts.read(in: db).timeZone
            if session.answersInJSON {
                let isDefault = try Calendars.find(nil, in: db).id == calendar.id
                return try session.answer(
                    .calendar, DeskDocuments.calendar(calendar, isDefault: isDefault, zone: zone))
            }
            try session.print("\(SafeText.line(calendar.name))  \(zone)")
            for era in calendar.weeks.eras {
                if let from = era.from {
                    try session.print("  " + session.words.settings.days.from(CalendarDays.text(ofDay: from)))
                }
                for part in era.week.text.split(separator: "; ") { try session.print("  \(part)") }
            }
            for line in calendar.days.lines { try session.print("  \(SafeText.line(line))") }
        }
    }
}

/// `desk calendar new NAME`
struct CalendarNew: Verb {
    static let configuration = CommandConfiguration(commandName: "new", abstract: "Make a calendar. Takes a manager.")

    @Argument(help: "What it is called.")
    var name: String

    @Option(
        help: ArgumentHelp("Mon-Fri 09:00-18:00; Sat 10:00-12:00, or 24x7. May be given again.", valueName: "hours"))
    var hours: [String] = []

    @Option(help: ArgumentHelp("Its time zone; the desk's unless told.", valueName: "zone"))
    var zone: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let name = self.name.trimmed
        guard !name.isEmpty else { throw UsageError.nothingToChange }
        let text = hours.joined(by: ";")
        let week: WeekHours =
            try hours.isEmpty ? .usual : hours.map(folded) == ["24x7"] ? .always : WeekHours(text: text)
        if let zone { _ = try ZoneFile.rules(named: zone) }
        let store = try session.openForWriting()
        let context = session.context
        let outcome = try store.addCalendar(name, zone: zone, week: week, context)
        try session.done(
            session.words.settings.calendarIs(name, week.text) + session.words.people.end(outcome),
            outcome.operation, name: name)
    }
}

/// Changing a calendar: what all the commands do that do it.
struct CalendarChange {
    let session: Session
    /// Nil: the desk's.
    let name: String?

    /// Changes a calendar and says what it is now.
    func apply(_ change: (inout CalendarRecord) throws -> String) throws {
        let store = try session.openForWriting()
        let context = session.context
        var calendar = try store.read { try Calendars.find(name, in: $0) }
        let told = try change(&calendar)
        let slaContext = try store.read { try session.workspace.slaContext(in: $0) }
        let outcome = try store.change(calendar, context, slaContext)
        try session.done(
            session.words.settings.calendarIs(calendar.name, told) + session.words.people.end(outcome),
            outcome.operation, name: calendar.name)
    }
}

/// `desk calendar hours 工作日 Mon-Fri 09:00-12:00,13:30-18:00`
struct CalendarHours: Verb {
    static let configuration = CommandConfiguration(
        commandName: "hours",
        abstract: "Set the hours of days of the week: desk calendar hours NAME Mon-Fri 09:00-18:00",
        discussion: """
            "closed" as the hours means none. Other days stay as they are. New hours hold from today on, so that what was \
            reckoned with the old ones stays; --from names another day, and --from always means the past as well.
            """)

    @Argument(help: ArgumentHelp("The calendar, days and hours.", valueName: "name, days, hours"))
    var words: [String]

    @Option(help: ArgumentHelp("The day from which on they hold; today unless told, or always.", valueName: "day"))
    var from: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        guard words.count >= 3 else { throw UsageError.nothingToChange }
        let store = try session.openForWriting()
        let (today, first) = try store.read { db in
            let zone = ZoneOffsets(try session.zone(in: db))
            func day(_ instant: Instant) -> Int { WorkCalendar.day(ofLocal: zone.local(instant.milliseconds)) }
            return (day(session.now), try OperationLog.beginning(in: db).map(day))
        }
        // On a desk that began today there is no past that was reckoned otherwise.
        let usual = first.map { $0 < today } ?? false ? today : nil
        let start =
            try from.map { try Self.always.contains(folded($0)) ? nil : CalendarDays.range($0).lowerBound } ?? usual
        try CalendarChange(session: session, name: words[0]).apply { calendar in
            var week = calendar.week
            try week.set(words[1], to: try DayHours(text: Array(words[2...]).joined(by: ",")))
            calendar.weeks.set(week, from: start)
            let text = week.isEmpty ? DayHours.none.text : week.text
            guard let start = calendar.weeks.eras.last?.from else { return text }
            return text + " · " + session.words.settings.days.from(CalendarDays.text(ofDay: start))
        }
    }

    private static let always = ["always", "一直", "始终"]
}
