/// The working times of every week, and from which day on: new hours change no day that is over.
package struct WeekHistory: Hashable, Sendable {
    /// Hours from a day on.
    package struct Era: Hashable, Sendable {
        /// The number of the day since 1970-01-01; nil: from the beginning.
        package var from: Int?
        package var week: WeekHours
    }

    /// Ascending, the first from the beginning.
    package private(set) var eras: [Era]

    package init(_ week: WeekHours) { eras = [Era(from: nil, week: week)] }

    /// The hours that hold last.
    package var latest: WeekHours { eras[eras.count - 1].week }

    package func week(onDay day: Int) -> WeekHours {
        (eras.last { $0.from.map { $0 <= day } ?? true } ?? eras[0]).week
    }

    /// Lets other hours hold from a day on; nil: always, also in the past.
    package mutating func set(_ week: WeekHours, from day: Int?) {
        guard let day else {
            eras = [Era(from: nil, week: week)]
            return
        }
        eras.removeAll { era in era.from.map { $0 >= day } ?? false }
        if latest != week { eras.append(Era(from: day, week: week)) }
    }
}

extension WeekHistory {
    /// `Mon-Fri 09:00-18:00`, and on a line of its own each time that it became another: `2026-03-05 Mon-Fri 10:00-18:00`.
    package var text: String {
        eras.map { era in (era.from.map { CalendarDays.text(ofDay: $0) + " " } ?? "") + era.week.text }.joined(by: "\n")
    }

    /// Reads what `text` writes.
    package init(text: String) throws(CalendarError) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        self.init(try WeekHours(text: lines.first ?? ""))
        for line in lines.dropFirst() {
            let day = try CalendarDays.range(String(line.prefix(10))).lowerBound
            set(try WeekHours(text: String(line.dropFirst(10))), from: day)
        }
    }
}
