/// When the clocks of a zone change.
extension TimeZoneRules {
    /// The first instant after this one (in milliseconds) from which another offset may hold; nil when none ever does.
    package func nextChange(after instant: Int64) -> Int64? {
        let second = Self.floored(instant)
        let count = transitionCount(upTo: second)
        if count < transitions.count { return transitions[count].second * 1000 }
        return rule?.changes(around: second).filter { $0 > second }.min().map { $0 * 1000 }
    }

    /// The last instant before this one from which on the offset held that it has just before; nil when it held for ever.
    package func lastChange(before instant: Int64) -> Int64? {
        let second = Self.floored(instant - 1)
        let count = transitionCount(upTo: second)
        let stored = count == 0 ? nil : transitions[count - 1].second
        let ruled = rule?.changes(around: second).filter { change in
            change <= second && change > (transitions.last?.second ?? Int64.min)
        }.max()
        return [stored, ruled].compactMap { $0 }.max().map { $0 * 1000 }
    }

    private static func floored(_ instant: Int64) -> Int64 {
        instant >= 0 ? instant / 1000 : (instant - 999) / 1000
    }
}

extension YearlyRule {
    /// The seconds (UTC) at which the clocks change in the year of an instant, the one before and the one after.
    func changes(around second: Int64) -> [Int64] {
        guard let summer else { return [] }
        let year = CivilTime(milliseconds: second * 1000).year
        return (year - 1...year + 1).flatMap { year in
            [
                summer.start.second(in: year) - Int64(standardOffset),
                summer.end.second(in: year) - Int64(summer.offset),
            ]
        }
    }
}
