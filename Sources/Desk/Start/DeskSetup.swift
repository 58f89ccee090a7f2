import App
import Import
import Presentation
import Storage
import Workflow

/// What a new desk is made with; each has a good answer already.
struct DeskSetup {
    var zone: String
    var language: Language
    var calendar: DeskCalendar

    /// Asks for each; an empty answer takes what is proposed, and one that cannot be is asked again.
    /// - Throws: `Refusal.cancelled` at the end of the input.
    mutating func ask(_ session: Session) throws {
        // In both languages until one is chosen.
        let (english, chinese) = (Language.english.words.start, Language.chinese.words.start)
        language = try session.askValue("\(english.askLanguage) · \(chinese.askLanguage)", language.rawValue) {
            guard let language = Language(rawValue: folded($0)) else {
                throw UsageError.badChoice($0, of: "--lang", nearest: nil)
            }
            return language
        }
        let words = language.words.start
        zone = try session.askValue(words.askZone, zone) { name in
            _ = try ZoneFile.rules(named: name)
            return name
        }
        let zone = zone
        calendar = try session.askValue(words.askHours, "cn") { try DeskCalendar($0, zone: zone, session) }
    }
}

extension Session {
    /// Asks for a value until it can be read.
    /// - Throws: `Refusal.cancelled` at the end of the input.
    func askValue<T>(_ question: String, _ proposed: String, _ read: (String) throws -> T) throws -> T {
        while true {
            let proposal = proposed.isEmpty ? ":" : " [\(SafeText.line(proposed))]:"
            try writeError(wrapped(question + proposal, on: errorTerminal) + " ")
            guard let answer = answer() else { throw Refusal.cancelled }
            do {
                return try read(answer.trimmed.nilWhenEmpty ?? proposed)
            } catch {
                try note(ExitReport(words: words, isJSON: false).reason(of: error))
            }
        }
    }
}

/// When a new desk works.
enum DeskCalendar {
    /// Monday to Friday with a break at noon, as every desk begins.
    case usual
    case always
    case hours(WeekHours)
    /// The usual hours, except on the days that a file marks.
    case days(CalendarFile)

    /// - Parameter zone: the time zone of the desk, which the times of a file are read in.
    /// - Throws: `CalendarError` for what is none of these.
    init(_ text: String, zone: String, _ session: Session) throws {
        if folded(text).hasSuffix(".ics") {
            self = .days(try session.readCalendar(text, zone: try ZoneFile.rules(named: zone)))
            return
        }
        switch folded(text) {
        case "cn", "workdays", "工作日": self = .usual
        case "24x7", "24/7", "7x24": self = .always
        default: self = .hours(try WeekHours(text: text))
        }
    }

    /// - Returns: the hours that hold then.
    func apply(to store: Store, _ context: CommandContext, _ words: Words) throws -> String {
        let (record, slaContext) = try store.read { db in
            let workspace = Workspace(context: context)
            return (try Calendars.find(nil, in: db), try workspace.slaContext(in: db))
        }
        var calendar = record
        switch self {
        case .usual: return record.week.text
        case .always:
            _ = try store.addCalendar("24x7", zone: nil, week: .always, context)
            _ = try store.set([(.defaultCalendar, "24x7")], context)
            return WeekHours.always.text
        case .hours(let week):
            calendar.week = week
            _ = try store.change(calendar, context, slaContext)
            return week.text
        case .days(let file):
            file.mark(&calendar.days, weeks: calendar.weeks)
            _ = try store.change(calendar, context, slaContext)
            let counts = words.settings.days.imported(
                file.holidays.subtracting(file.workdays).count, file.workdays.count, file.skipped.count)
            return record.week.text + " · " + counts
        }
    }
}
