/// The working times of every week, Monday first.
package struct WeekHours: Hashable, Sendable {
    package private(set) var days: [DayHours]

    /// - Parameter days: seven of them, Monday first.
    package init(_ days: [DayHours]) {
        precondition(days.count == 7, "a week has seven days")
        self.days = days
    }

    package static let never = WeekHours(Array(repeating: .none, count: 7))
    package static let always = WeekHours(Array(repeating: .wholeDay, count: 7))
    /// Monday to Friday, 09:00 to 12:00 and 13:30 to 18:00.
    package static let usual: WeekHours = {
        let day = DayHours([540..<720, 810..<1080])
        return WeekHours([day, day, day, day, day, .none, .none])
    }()

    /// - Parameter weekday: 1 is Monday, 7 is Sunday.
    package subscript(weekday weekday: Int) -> DayHours {
        get { days[weekday - 1] }
        set { days[weekday - 1] = newValue }
    }

    package var isEmpty: Bool { days.allSatisfy(\.isEmpty) }
}

/// What differs on single days. Precedence: a shift before a holiday before the week; a break always takes away.
package struct CalendarDays: Hashable, Sendable {
    /// What differs on one day.
    package struct Change: Hashable, Sendable {
        package var isHoliday = false
        /// Replaces the day's working times, also on a day that has none.
        package var shift: DayHours?
        package var breaks = DayHours.none
        /// What the day is called.
        package var name: String?
        /// The feed that said so, which may take it back; nil for what a person said.
        package var source: String?

        package init() {}

        package var isNothing: Bool { !isHoliday && shift == nil && breaks.isEmpty }

        func hours(usual: DayHours) -> DayHours {
            let hours = shift ?? (isHoliday ? .none : usual)
            return breaks.isEmpty ? hours : hours.without(breaks)
        }
    }

    /// By the number of the day since 1970-01-01.
    package private(set) var changes: [Int: Change] = [:]

    package init() {}

    package subscript(day: Int) -> Change {
        get { changes[day] ?? Change() }
        set { changes[day] = newValue.isNothing ? nil : newValue }
    }
}
