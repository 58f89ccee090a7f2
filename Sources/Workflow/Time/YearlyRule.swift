/// The rule for all years to come: a standard offset and, maybe, summer time between two days of the year.
struct YearlyRule: Equatable, Sendable {
    /// A day in every year.
    enum Day: Equatable, Sendable {
        /// 1…365; 29 February is never counted.
        case julian(Int)
        /// 0…365, counting 29 February.
        case ordinal(Int)
        /// Week 1…5 (5 is the last), weekday 0 (Sunday) … 6.
        case weekday(month: Int, week: Int, weekday: Int)
    }

    /// A day and the seconds after its midnight, on the clock that is about to change.
    struct Change: Equatable, Sendable {
        let day: Day
        let seconds: Int
    }

    /// Summer time, also when it is the winter that has it (Ireland).
    struct Summer: Equatable, Sendable {
        let offset: Int
        let start: Change
        let end: Change
    }

    let standardOffset: Int
    let summer: Summer?

    func offset(at second: Int64) -> Int {
        guard let summer else { return standardOffset }
        let year = CivilTime(milliseconds: (second + Int64(standardOffset)) * 1000).year
        let start = summer.start.second(in: year) - Int64(standardOffset)
        let end = summer.end.second(in: year) - Int64(summer.offset)
        let isSummer = start < end ? start <= second && second < end : second < end || start <= second
        return isSummer ? summer.offset : standardOffset
    }
}

extension YearlyRule.Change {
    /// Seconds since 1970 on the local clock.
    func second(in year: Int) -> Int64 { Int64(dayNumber(in: year)) * 86_400 + Int64(seconds) }

    private func dayNumber(in year: Int) -> Int {
        let newYear = CivilTime.dayNumber(year: year, month: 1, day: 1)
        switch day {
        case .julian(let day): return newYear + day - 1 + (day > 59 && CivilTime.isLeap(year: year) ? 1 : 0)
        case .ordinal(let day): return newYear + day
        case .weekday(let month, let week, let weekday):
            let first = CivilTime(year: year, month: month, day: 1).weekday % 7
            var day = 1 + (weekday - first + 7) % 7 + (week - 1) * 7
            if day > CivilTime.days(inMonth: month, of: year) { day -= 7 }
            return CivilTime.dayNumber(year: year, month: month, day: day)
        }
    }
}
