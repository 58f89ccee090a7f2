import Workflow

/// Finds the rules of a time zone by its name: where those are kept is not known here.
package typealias ZoneFinder = @Sendable (String) throws -> TimeZoneRules

/// A calendar as the desk keeps it.
package struct CalendarRecord: Equatable, Sendable {
    package var id: Int64
    package var name: String
    /// Nil: the desk's.
    package var zone: String?
    package var weeks: WeekHistory
    /// The hours that hold last; who sets them without a day lets them hold always.
    package var week: WeekHours {
        get { weeks.latest }
        set { weeks = WeekHistory(newValue) }
    }
    package var days: CalendarDays

    package func calendar(_ zones: ZoneFinder, in db: any Transaction) throws -> WorkCalendar {
        WorkCalendar(zone: try zones(try zone ?? DeskFacts.read(in: db).timeZone), weeks: weeks, days: days)
    }
}

/// Reading calendars.
package enum Calendars {
    private static let select = "SELECT id, name, zone, hours, days FROM calendar WHERE is_retired = 0"

    /// In the order they were made.
    package static func all(in db: any Transaction) throws -> [CalendarRecord] {
        try db.rows("\(select) ORDER BY id").map(decode)
    }

    /// The calendar of a name; without one, that which the desk counts by.
    package static func find(_ name: String?, in db: any Transaction) throws -> CalendarRecord {
        let chosen = try name ?? Settings.text(of: .defaultCalendar, in: db)
        let calendars = try all(in: db)
        if chosen.isEmpty, let first = calendars.first { return first }
        if let named = calendars.first(where: { folded($0.name) == folded(chosen) }) { return named }
        throw CalendarError.unknown(chosen, nearest: Nearest(to: folded(chosen)).among(calendars.map(\.name)))
    }

    /// The calendar that business days and hours are counted by.
    package static func standard(_ zones: ZoneFinder, in db: any Transaction) throws -> WorkCalendar {
        try find(nil, in: db).calendar(zones, in: db)
    }

    private static func decode(_ row: SQLRow) throws -> CalendarRecord {
        CalendarRecord(
            id: try row.integer(0), name: try row.text(1), zone: try row.optionalText(2),
            weeks: try WeekHistory(text: try row.text(3)), days: try CalendarDays(text: try row.text(4)))
    }
}

extension Store {
    /// Makes a calendar.
    /// - Throws: `CalendarError.exists`, `.noWorkingTime`
    package func addCalendar(
        _ name: String, zone: String?, week: WeekHours, _ context: CommandContext
    ) throws -> WriteResult {
        guard !week.isEmpty else { throw CalendarError.noWorkingTime }
        return try write(context, needs: .calendars) { operation in
            let db = operation.db
            if try Calendars.all(in: db).contains(where: { folded($0.name) == folded(name) }) {
                throw CalendarError.exists(name)
            }
            try db.run(
                """
                INSERT INTO calendar (name, folded, zone, hours, days, is_retired) VALUES ($1, $2, $3, '', '', 1)
                ON CONFLICT (folded) DO NOTHING
                """, [.text(name), .text(folded(name)), .optional(zone)])
            let row = try db.row("SELECT id FROM calendar WHERE folded = $1", [.text(folded(name))])
            guard let id = try row?.integer(0) else { throw StorageError.failed(detail: "no calendar was made") }
            try operation.change(.calendarZone, ofRow: id, to: .optional(zone))
            try operation.change(.calendarHours, ofRow: id, to: .text(week.text))
            try operation.change(.calendarDays, ofRow: id, to: .text(""))
            try operation.change(.calendarRetired, ofRow: id, to: .flag(false))
        }.result
    }

    /// Gives a calendar other hours and days. How promises ended is written down first: hours that change later change no
    /// verdict.
    /// - Throws: `CalendarError.noWorkingTime`
    package func change(
        _ calendar: CalendarRecord, _ context: CommandContext, _ slaContext: SLAContext
    ) throws -> WriteResult {
        guard WorkCalendar(zone: .utc, weeks: calendar.weeks, days: calendar.days).hasWorkingTime else {
            throw CalendarError.noWorkingTime
        }
        return try write(context, needs: .calendars) { operation in
            try SLAVerdictWriter(slaContext, in: operation.db).run()
            try operation.change(.calendarHours, ofRow: calendar.id, to: .text(calendar.weeks.text))
            try operation.change(.calendarDays, ofRow: calendar.id, to: .text(calendar.days.text))
        }.result
    }
}
