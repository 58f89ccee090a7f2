import Storage
import Workflow

extension Words {
    /// `config`, `whoami`, `use`, `calendar`, `tick`
    package struct Settings: Sendable {
        package let value: String
        package let scope: String
        package let isSet: String
        package let about: String
        package let isStandard: String
        package let zone: String
        package let hours: String
        package let dryRun: String
        package let explains: @Sendable (Setting) -> String
        /// A setting and its new value; nil when it has its standard again.
        package let isNow: @Sendable (Setting, String?) -> String
        package let youAre: @Sendable (Agent) -> String
        /// A calendar and what it is now.
        package let calendarIs: @Sendable (_ name: String, _ what: String) -> String
        package let weekday: @Sendable (Instant, TimeZoneRules) -> String
        /// Why a ticket is open again, or closed: the history keeps it.
        package let waitingIsOver: String
        package let noAnswerFor: @Sendable (_ length: String) -> String
        package let woken: @Sendable (_ tickets: [Workflow.Ticket.Number], _ isDryRun: Bool) -> String
        package let nothingDue: String
        package let autoclosed: @Sendable (_ tickets: [Workflow.Ticket.Number], _ isDryRun: Bool) -> String
        package let setting: @Sendable (SettingError) -> [String]
        package let calendar: @Sendable (CalendarError) -> [String]
        package let days: CalendarDayWords
    }
}

extension Instant {
    /// Of the zone's clock: 1 is Monday.
    package func weekday(in zone: TimeZoneRules) -> Int {
        CivilTime(milliseconds: milliseconds + Int64(zone.offset(at: milliseconds)) * 1000).weekday
    }
}
