/// A date as a person says it, not yet placed in a time zone.
package enum DateExpression: Hashable, Sendable {
    case year(Int)
    case quarter(year: Int, Int)
    case month(year: Int, Int)
    /// An ISO week: from Monday, the first holds the year's first Thursday.
    case week(year: Int, Int)
    case day(CivilDate)
    /// A point of time to the minute, second or millisecond; local without an offset.
    case instant(CivilDate, ClockTime, secondsEast: Int64?)
    case named(NamedPeriod)
    case now
    /// `-7d`, `+2bd`: so far from now.
    case relative(Query.Amount)
}
