import Workflow

/// Lengths of time counted from a moment, on the clock or in a calendar.
extension Query.Length {
    /// The moment that lies so far after another; nil in business time that never comes.
    package func end(from start: Instant, zone: ZoneOffsets, calendar: WorkCalendar?) -> Instant? {
        moved(start, by: 1, zone, calendar)
    }

    /// The moment that lies so far before another.
    package func start(before end: Instant, zone: ZoneOffsets, calendar: WorkCalendar?) -> Instant? {
        moved(end, by: -1, zone, calendar)
    }

    private func moved(_ from: Instant, by sign: Int64, _ zone: ZoneOffsets, _ calendar: WorkCalendar?) -> Instant? {
        var at = from.milliseconds
        for amount in amounts {
            let signed = Query.Amount(amount.count * sign, amount.unit)
            guard let next = signed.added(to: at, zone, calendar) else { return nil }
            at = next
        }
        return Instant(milliseconds: at)
    }
}

extension Query.Amount {
    /// An instant so far away in business time; nil for other units, and without a calendar.
    func addedInBusinessTime(to instant: Int64, _ calendar: WorkCalendar?) -> Int64? {
        guard let calendar, unit.isBusiness else { return nil }
        let at = Instant(milliseconds: instant)
        if unit == .businessDay { return calendar.adding(days: Int(count), to: at)?.milliseconds }
        let length = abs(count) * 3_600_000
        return (count < 0 ? calendar.start(before: at, of: length) : calendar.due(from: at, after: length))?
            .milliseconds
    }
}
