import Storage
import Workflow

extension Words {
    /// `config`, `whoami`, `use`, `calendar`, `tick`
    struct Settings: Sendable {
        let value: String
        let scope: String
        let isSet: String
        let about: String
        let isStandard: String
        let zone: String
        let hours: String
        let dryRun: String
        let explains: @Sendable (Setting) -> String
        /// A setting and its new value; nil when it has its standard again.
        let isNow: @Sendable (Setting, String?) -> String
        let youAre: @Sendable (Agent) -> String
        /// A calendar and what it is now.
        let calendarIs: @Sendable (_ name: String, _ what: String) -> String
        let weekday: @Sendable (Instant, TimeZoneRules) -> String
        /// Why a ticket is open again, or closed: the history keeps it.
        let waitingIsOver: String
        let noAnswerFor: @Sendable (_ length: String) -> String
        let woken: @Sendable (_ tickets: [Workflow.Ticket.Number], _ isDryRun: Bool) -> String
        let autoclosed: @Sendable (_ tickets: [Workflow.Ticket.Number], _ isDryRun: Bool) -> String
        let setting: @Sendable (SettingError) -> [String]
        let calendar: @Sendable (CalendarError) -> [String]
        let days: CalendarDayWords
    }
}

extension Instant {
    /// Of the zone's clock: 1 is Monday.
    func weekday(in zone: TimeZoneRules) -> Int {
        CivilTime(milliseconds: milliseconds + Int64(zone.offset(at: milliseconds)) * 1000).weekday
    }
}
