import Storage
import Workflow

extension Words.Settings {
    package static let english = Words.Settings(
        value: "VALUE", scope: "SCOPE", isSet: "SET", about: "WHAT IT DOES", isStandard: "DEFAULT", zone: "ZONE",
        hours: "HOURS", dryRun: " (dry run, nothing written)",
        explains: { english($0) },
        isNow: { setting, value in
            guard let value else { return "\(setting.name) is \(shown(setting.standard)) again" }
            return "\(setting.name) is \(shown(value)) now"
        },
        youAre: { "\($0.name) (\($0.role.name))" },
        calendarIs: { "\(SafeText.line($0)): \($1)" },
        weekday: { ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][$0.weekday(in: $1) - 1] },
        waitingIsOver: "waiting is over", noAnswerFor: { "no answer for \($0)" },
        woken: { tickets, isDryRun in
            "\(counted(tickets.count, "ticket")) \(tickets.count == 1 ? "is" : "are") open again:\(numbers(tickets))"
                + (isDryRun ? " (dry run, nothing written)" : "")
        },
        nothingDue: "Nothing was due.",
        autoclosed: { tickets, isDryRun in
            "\(counted(tickets.count, "ticket")) \(tickets.count == 1 ? "is" : "are") closed, nobody answered:\(numbers(tickets))"
                + (isDryRun ? " (dry run, nothing written)" : "")
        },
        setting: { english($0) }, calendar: { english($0) }, days: .english)

    private static func shown(_ value: String) -> String { value.isEmpty ? "nothing" : SafeText.line(value) }

    private static func numbers(_ tickets: [Ticket.Number]) -> String {
        tickets.isEmpty ? " none" : tickets.map { " #\($0.rawValue)" }.joined(by: "")
    }

    private static func english(_ setting: Setting) -> String {
        switch setting {
        case .autoclose: "A resolved ticket closes after so long without an answer; off: never."
        case .lateReply: "A customer's message on a closed ticket: reopen, follow-up, or 7d to reopen within 7 days."
        case .resolveRequires:
            "What a ticket must have to be resolved: resolution, cause, category, customer, field.NAME."
        case .defaultCalendar: "The calendar that counts business days; the first one unless told."
        case .slaFrom: "Tickets that came before that day are not measured by any policy."
        case .replyGuard:
            "Whether a PUBLIC text that looks unfinished is refused: placeholders, notes to oneself, @colleague."
        case .waitLength: "How long pend and hold wait, where nobody says until when."
        case .diagnosisCNAME: "The provider's names in which the CNAME of a site should end; none: any CNAME will do."
        case .diagnosisIssuers: "The authorities of the provider's certificates, as CAA records name them."
        case .confirmAbove: "More tickets than this are not changed without a yes."
        case .userName: "Who you are, unless --as or DESK_USER says it."
        case .language: "en or zh; the locale decides unless told."
        case .colour: "auto, always or never."
        }
    }

    private static func english(_ error: SettingError) -> [String] {
        switch error {
        case .unknown(let name, let nearest):
            [
                "There is no setting \"\(name)\"." + (nearest.map { " Did you mean \"\($0)\"?" } ?? ""),
                "desk config lists them.",
            ]
        case .badValue(let setting, let text):
            ["\(setting.name) cannot be \"\(text)\".", english(setting)]
        case .wrongScope(let setting, _):
            [
                setting.scope == .user
                    ? "\(setting.name) is your own: --scope user" : "\(setting.name) is the desk's: --scope db"
            ]
        case .badLine(let path, let line):
            ["\(path):\(line) sets nothing.", "desk config edit mends it."]
        }
    }

    private static func english(_ error: CalendarError) -> [String] {
        let lines: [String]
        switch error {
        case .badDays(let text): lines = ["\"\(text)\" names no days of the week.", "Mon-Fri, Sat, 周一至周五"]
        case .badTimes(let text): lines = ["\"\(text)\" are no hours.", "09:00-12:00,13:30-18:00, or closed"]
        case .badDate(let text): lines = ["\"\(text)\" is no day.", "2026-10-01 or 2026-10-01..2026-10-07"]
        case .noWorkingTime:
            return ["A calendar needs working time: nothing would ever be due.", "Nothing was changed."]
        case .unknown(let name, let nearest):
            lines = [
                "There is no calendar \"\(name)\"." + (nearest.map { " Did you mean \"\($0)\"?" } ?? ""),
                "desk calendar lists them.",
            ]
        case .exists(let name): lines = ["There is a calendar \"\(name)\" already.", "Nothing was changed."]
        }
        return lines
    }
}
