import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// What is said of single days: `add 2026-10-01..2026-10-07`, `rm 2026-10-01`.
struct DayWords: ParsableArguments {
    @Argument(help: ArgumentHelp("add or rm, then a day or DAY..DAY, then what it needs.", valueName: "words"))
    var words: [String]

    @Option(help: ArgumentHelp("The calendar; the desk's unless told.", valueName: "name"))
    var calendar: String?

    /// - Throws: `UsageError.nothingToChange` for anything but add and rm.
    func read() throws -> (isAdding: Bool, days: ClosedRange<Int>, rest: [String]) {
        guard words.count >= 2, let isAdding = ["add": true, "rm": false][words[0]] else {
            throw UsageError.nothingToChange
        }
        return (isAdding, try CalendarDays.range(words[1]), Array(words.dropFirst(2)))
    }

    func apply(_ session: Session, _ change: (inout CalendarRecord, Int, Bool, [String]) throws -> Void) throws {
        let (isAdding, days, rest) = try read()
        try CalendarChange(session: session, name: calendar).apply { calendar in
            for day in days { try change(&calendar, day, isAdding, rest) }
            return words.joined(by: " ")
        }
    }
}

/// `desk calendar holiday add 2026-10-01..2026-10-07`
struct CalendarHoliday: Verb {
    static let configuration = CommandConfiguration(
        commandName: "holiday", abstract: "Days without work: desk calendar holiday add 2026-10-01..2026-10-07 [NAME]")
    @OptionGroup var days: DayWords
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        try days.apply(session) { calendar, day, isAdding, rest in
            var change = calendar.days[day]
            change.isHoliday = isAdding
            (change.name, change.source) = (rest.isEmpty ? nil : rest.joined(by: " "), nil)
            calendar.days[day] = change
        }
    }
}

/// `desk calendar workday add 2026-10-10 like Fri`
struct CalendarWorkday: Verb {
    static let configuration = CommandConfiguration(
        commandName: "workday",
        abstract: "Days with hours of their own, such as make-up days: desk calendar workday add 2026-10-10 like Fri",
        discussion: "Or with hours: desk calendar workday add 2026-10-10 09:00-12:00. They go before a holiday.")
    @OptionGroup var days: DayWords
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        try days.apply(session) { calendar, day, isAdding, rest in
            guard isAdding else { return calendar.days[day].shift = nil }
            var change = calendar.days[day]
            change.shift = try hours(rest, calendar.weeks.week(onDay: day))
            change.source = nil
            calendar.days[day] = change
        }
    }

    private func hours(_ words: [String], _ week: WeekHours) throws -> DayHours {
        guard let first = words.first else { throw CalendarError.badTimes("") }
        guard ["like", "如", "同", "按"].contains(folded(first)), words.count == 2 else {
            return try DayHours(text: words.joined(by: ""))
        }
        guard let weekday = WeekHours.weekday(folded(words[1])) else { throw CalendarError.badDays(words[1]) }
        return week[weekday: weekday]
    }
}

/// `desk calendar break add 2026-10-12 15:00-15:30`
struct CalendarBreak: Verb {
    static let configuration = CommandConfiguration(
        commandName: "break",
        abstract: "Hours without work on single days: desk calendar break add 2026-10-12 15:00-16:00")
    @OptionGroup var days: DayWords
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        try days.apply(session) { calendar, day, isAdding, rest in
            let breaks = isAdding ? try DayHours(text: rest.joined(by: "")) : .none
            calendar.days[day].breaks = isAdding ? calendar.days[day].breaks.joined(with: breaks) : breaks
        }
    }
}

/// `desk calendar due 2bd`
struct CalendarDue: Verb {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "Tell when a length of time is over: desk calendar due 2bd")

    @Argument(help: "4h, 4bh, 2bd …")
    var length: String

    @Option(help: ArgumentHelp("Counted from then; from now unless told.", valueName: "time"))
    var from: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        guard let length = Query.Length(length) else { throw UsageError.badTime(length) }
        let store = try session.openForReading()
        let zone = try store.read { try session.zone(in: $0) }
        let calendar = try session.workspace.calendar(in: store)
        let start = try from.map { text in
            let read = try MomentText.read(
                text, .past, now: session.now, zone: ZoneOffsets(zone), calendar: { calendar })
            guard let read else { throw UsageError.badTime(text) }
            return read
        }
        guard let end = length.end(from: start ?? session.now, zone: ZoneOffsets(zone), calendar: calendar) else {
            throw UsageError.badTime(self.length)
        }
        let local = TimeText.local(end.milliseconds, offset: zone.offset(at: end.milliseconds))
        try session.answer(
            .due,
            [
                "length": .string(length.description),
                "at": JSONRendering(zone: zone).time(end.milliseconds),
            ], orPrint: "\(session.words.settings.weekday(end, zone)) \(local)")
    }
}
