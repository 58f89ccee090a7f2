import Files
import Presentation
import Storage
import Workflow

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes the report of a schedule, as somebody would who gives its command.
struct ScheduledReport {
    let schedule: ReportSchedule
    let session: Session

    /// Writes the file of a day, and removes those that are too many.
    /// - Returns: its path; in a dry run nothing is written.
    func write(forDay day: Int) throws -> String {
        // Asked again: the desk's file may be somebody else's work.
        guard try Self.name(schedule.name) == schedule.name else { throw UsageError.report(.badName(schedule.name)) }
        let made = try bytes()
        let path = "\(schedule.folder)/\(prefix)\(CalendarDays.text(ofDay: day)).\(made.ending)"
        guard !session.globals.isDryRun else { return path }
        try FileBytes.write(made.bytes, to: path)
        if let keep = schedule.keep { try removeOld(keep, made.ending) }
        return path
    }

    /// The report as it is now, and the ending that names its format.
    func bytes() throws -> (bytes: [UInt8], ending: String) {
        let verb = try Self.verb(schedule.command, database: session.absolutePath)
        try CommandLineRun.requireFormat(of: verb)
        let format = verb.globals.askedFormat ?? .table
        let own = try Session(
            verb.globals, environment: session.environment, arguments: ["report"] + schedule.command,
            streams: session.streams)
        own.file = []
        try verb.run(own)
        try own.finishAnswer()
        return (own.file ?? [], format == .table ? "txt" : format.rawValue)
    }

    private var prefix: String { schedule.name + "-" }

    /// Only what is called as this schedule calls its files.
    private func removeOld(_ keep: Int, _ ending: String) throws {
        let days = try FileBytes.names(in: schedule.folder).filter { name in
            guard name.hasPrefix(prefix), name.hasSuffix("." + ending) else { return false }
            return CalendarDays.day(String(name.dropFirst(prefix.count).dropLast(ending.count + 1))) != nil
        }
        // Their days sort as their names do.
        for name in days.sorted().dropLast(keep) { unlink("\(schedule.folder)/\(name)") }
    }

    /// - Parameter database: the only desk that it may name.
    /// - Throws: `UsageError.report(.notScheduled)` for what is no report, reads another desk, or writes elsewhere.
    private static func verb(_ command: [String], database: String?) throws -> any Verb {
        let desk = database.map { ["--db", $0] } ?? []
        let parsed = try Desk.parseAsRoot(Arguments.desk.ordered(desk + ["report"] + command))
        let report = parsed as? any ReportVerb
        let one: (any Verb)? = report ?? parsed as? ReportOverview
        guard let verb = one, report?.options.out == nil, verb.globals.database == database, !verb.globals.isDryRun
        else { throw UsageError.report(.notScheduled(command)) }
        return verb
    }

    // MARK: What is due

    /// A schedule whose turn it was: the path of its file, or nil and why there is none.
    struct Turn {
        let name: String
        let path: String?
        let message: String
    }

    /// Writes what is due. One that cannot be written is tried again the next time.
    static func writeDue(_ session: Session, in store: Store) throws -> [Turn] {
        let (schedules, zone) = try store.read { (try ReportSchedules.all(in: $0), try session.zone(in: $0)) }
        let words = session.words
        return try schedules.compactMap { schedule in
            let day = schedule.recurrence.lastDay(by: session.now, zone)
            guard day > schedule.writtenFor else { return nil }
            let path: String
            do {
                path = try ScheduledReport(schedule: schedule, session: session).write(forDay: day)
            } catch {
                let reason = ExitReport(words: words, isJSON: false).reason(of: error)
                return Turn(
                    name: schedule.name, path: nil, message: words.texts.schedules.failed(schedule.name, reason))
            }
            if !session.globals.isDryRun { try store.wrote(schedule, forDay: day) }
            let message = words.texts.schedules.wrote(schedule.name, path, session.globals.isDryRun)
            return Turn(name: schedule.name, path: path, message: message)
        }
    }

    // MARK: What a person says of a schedule

    /// With the language and the format in it, whoever lets it run.
    static func completed(_ command: [String], _ language: Language) throws -> [String] {
        guard let first = command.first, command.allSatisfy({ !$0.isEmpty && !$0.contains("\n") }) else {
            throw UsageError.report(.notScheduled(command))
        }
        let globals = try verb(command, database: nil).globals
        var added: [String] = []
        if globals.askedFormat == nil { added += ["--format", Format.html.rawValue] }
        if globals.lang == nil { added += ["--lang", language.rawValue] }
        // Behind the name of the report, where people write them.
        return first.hasPrefix("-") ? added + command : [first] + added + command.dropFirst()
    }

    static func name(_ text: String) throws -> String {
        let name = text.trimmed
        let isFileName =
            !name.isEmpty && !name.hasPrefix(".") && !name.contains("/") && name == SafeText.line(name)
            && name.utf8.count <= 200
        guard isFileName else { throw UsageError.report(.badName(text)) }
        return name
    }

    static func recurrence(_ text: String) throws -> Recurrence {
        guard let recurrence = Recurrence(text) else { throw UsageError.report(.badRecurrence(text)) }
        return recurrence
    }

    /// Where it is, whoever asks from wherever.
    static func folder(_ path: String) throws -> String {
        let absolute = path.hasPrefix("/") ? path : DeskPath.currentFolder() + "/" + path
        guard FileBytes.isFolder(absolute) else { throw UsageError.report(.noFolder(path)) }
        return absolute.count > 1 && absolute.hasSuffix("/") ? String(absolute.dropLast()) : absolute
    }
}
