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
            Whole days only. What says that it is work (补班, 上班, workday) becomes a working day with the hours of a full \
            day, everything else a holiday. What comes every year is told for this year and five more. Days that have \
            hours of their own keep them. Events that are left out are told with their line. The file is all that is read.
            """)

    @Argument(help: ArgumentHelp("The file.", valueName: "file.ics"), completion: .file())
    var file: String

    @Option(help: ArgumentHelp("The calendar; the desk's unless told.", valueName: "name"))
    var calendar: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let zone = try session.openForReading().read { try session.zone(in: $0) }
        let now = session.now.milliseconds
        let year = CivilTime(milliseconds: now + Int64(zone.offset(at: now)) * 1000).year
        let read = try CalendarFile(try FileBytes.read(file), path: file, thisYear: year)
        let words = session.words.settings.days
        for skip in read.skipped where !globals.quiet {
            try session.note("\(file):\(skip.line): \(words.skipped(skip))")
        }
        try CalendarChange(session: session, name: calendar).apply { calendar in
            let kept = read.kept(in: calendar.days)
            if !kept.isEmpty && !globals.quiet { try session.note(words.kept(kept.map(CalendarDays.text(ofDay:)))) }
            read.mark(&calendar.days, week: calendar.week)
            return words.imported(
                read.holidays.subtracting(read.workdays).count, read.workdays.count, read.skipped.count)
        }
    }
}
