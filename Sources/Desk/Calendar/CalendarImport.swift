import App
import ArgumentParser
import Files
import Import
import Presentation
import Storage
import Workflow

/// `desk calendar import FILE.ics`
struct CalendarImport: Verb {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take holidays and make-up days from an iCalendar file.",
        discussion: """
            Whole days only. What says that it is work (补班, 上班, workday, Рабочий день, munkanap) becomes a working day \
            with the hours of a full day, also where it is told with its hours; an observance is no holiday. What comes every \
            year is told for this year and five more. Days that have hours of their own keep them. What the same feed said \
            before and no longer says is taken back. Before anything is written a table tells what each event becomes (-n \
            for the table alone), and events that are left out are told with their line. The file is all that is read.
            """)

    @Argument(help: ArgumentHelp("The file.", valueName: "file.ics"), completion: .file())
    var file: String

    @Option(help: ArgumentHelp("The calendar; the desk's unless told.", valueName: "name"))
    var calendar: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let zone = try session.openForReading().read { try session.zone(in: $0) }
        let calendarZone = try session.openForReading().read { db in
            try Calendars.find(calendar, in: db).zone.map { try Workspace.zones($0) } ?? zone
        }
        let read = try session.readCalendar(file, zone: calendarZone)
        let words = session.words.settings.days
        try CalendarChange(session: session, name: calendar).apply { calendar in
            let kept = read.kept(in: calendar.days)
            if !kept.isEmpty && !globals.quiet { try session.note(words.kept(kept.map(CalendarDays.text(ofDay:)))) }
            let gone = read.takenBack(in: calendar.days)
            if !globals.quiet { try printPreview(read, gone, calendar.days, session) }
            read.mark(&calendar.days, weeks: calendar.weeks)
            return words.imported(
                read.holidays.subtracting(read.workdays).count, read.workdays.count, read.skipped.count)
        }
    }

    /// What each event becomes, and which days the feed takes back.
    private func printPreview(_ read: CalendarFile, _ gone: [Int], _ days: CalendarDays, _ session: Session) throws {
        let words = session.words.settings.days
        var table = Table(columns: words.headings.map { Column(heading: $0) })
        for event in read.events {
            let (first, last) = (event.days.lowerBound, event.days.upperBound)
            let text = CalendarDays.text(ofDay: first) + (first == last ? "" : ".." + CalendarDays.text(ofDay: last))
            table.add([Cell(text), Cell(SafeText.line(event.summary)), Cell(words.became(event.isWork))])
        }
        for day in gone {
            table.add([
                Cell(CalendarDays.text(ofDay: day)), Cell(SafeText.line(days[day].name ?? "")), Cell(words.takenBack),
            ])
        }
        guard !read.events.isEmpty || !gone.isEmpty else { return }
        let terminal = session.terminal
        for line in table.lines(width: terminal.width, colour: terminal.usesColour).lines { try session.print(line) }
    }
}

extension Session {
    /// The days of an iCalendar file; what is left out is told with its line.
    func readCalendar(_ file: String, zone: TimeZoneRules) throws -> CalendarFile {
        let now = self.now.milliseconds
        let year = CivilTime(milliseconds: now + Int64(zone.offset(at: now)) * 1000).year
        let read = try CalendarFile(try FileBytes.read(file), path: file, thisYear: year, zone: zone)
        for skip in read.skipped where !isQuiet {
            try note("\(file):\(skip.line): \(words.settings.days.skipped(skip))")
        }
        return read
    }
}
