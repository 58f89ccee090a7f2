/// Lengths and points of business time. The clock is the calendar's own: between two changes of its offset, working
/// time is what that clock shows, so a day may have 23 or 25 hours.
extension WorkCalendar {
    /// A stretch without a change of the clock.
    private struct Stretch {
        var start: Int64
        /// Nil: for ever.
        var end: Int64?
        var offset: Int64
    }

    /// How much working time lies between two instants; nothing when the second is not later.
    package func elapsed(from start: Instant, to end: Instant) -> Int64 {
        var sum: Int64 = 0
        var at = start.milliseconds
        while at < end.milliseconds {
            let stretch = stretch(from: at)
            let stop = min(end.milliseconds, stretch.end ?? end.milliseconds)
            sum += work(beforeLocal: stop + stretch.offset) - work(beforeLocal: at + stretch.offset)
            at = stop
        }
        return sum
    }

    /// The earliest instant by which so much working time has passed; nil when there never is so much.
    package func due(from start: Instant, after length: Int64) -> Instant? {
        guard length > 0 else { return start }
        var left = length
        var at = start.milliseconds
        while true {
            let stretch = stretch(from: at)
            let before = work(beforeLocal: at + stretch.offset)
            if let local = firstLocal(withWork: before + left, from: at + stretch.offset),
                stretch.end.map({ local - stretch.offset <= $0 }) ?? true
            {
                return Instant(milliseconds: local - stretch.offset)
            }
            guard let end = stretch.end, end < start.milliseconds + Self.horizon else { return nil }
            left -= work(beforeLocal: end + stretch.offset) - before
            at = end
        }
    }

    /// The latest instant from which so much working time has passed at `end`; nil when there never was so much.
    package func start(before end: Instant, of length: Int64) -> Instant? {
        var left = max(0, length)
        var at = end.milliseconds
        while true {
            let stretch = stretch(before: at)
            let after = work(beforeLocal: at + stretch.offset)
            let local = lastLocal(withWork: after - left, to: at + stretch.offset)
            if let local, local - stretch.offset >= stretch.start {
                return Instant(milliseconds: min(local - stretch.offset, end.milliseconds))
            }
            guard stretch.start > end.milliseconds - Self.horizon else { return nil }
            left -= after - work(beforeLocal: stretch.start + stretch.offset)
            at = stretch.start
        }
    }

    package func isWorking(at instant: Instant) -> Bool {
        elapsed(from: instant, to: Instant(milliseconds: instant.milliseconds + 1)) > 0
    }

    /// The instant itself when it is worked then, else the next at which it is.
    package func nextWorking(from instant: Instant) -> Instant? {
        due(from: instant, after: 1).map { Instant(milliseconds: $0.milliseconds - 1) }
    }

    /// The n-th later day that has working time, or earlier one when `count` is negative, at the same time of day, moved
    /// forward to the next working instant.
    package func adding(days count: Int, to instant: Instant) -> Instant? {
        let local = instant.milliseconds + Int64(zone.offset(at: instant.milliseconds)) * 1000
        let today = Self.day(ofLocal: local)
        guard count != 0 else { return nextWorking(from: instant) }
        let wanted =
            count > 0 ? workingDays(beforeDay: today + 1) + count : workingDays(beforeDay: today) + count + 1
        guard let day = firstDay(from: today, isForward: count > 0, where: { workingDays(beforeDay: $0 + 1) >= wanted })
        else { return nil }
        let time = local - Int64(today) * Self.dayLength
        let moved = zone.instant(ofLocal: Int64(day) * Self.dayLength + time)
        return nextWorking(from: Instant(milliseconds: moved))
    }
}

/// Finding the place where a count is reached, by halving.
extension WorkCalendar {
    /// What lies further away than this never comes: 4,000 years.
    private static let horizonDays = 1_460_000
    private static let horizon = Int64(horizonDays) * dayLength

    private func firstLocal(withWork wanted: Int64, from local: Int64) -> Int64? {
        let today = Self.day(ofLocal: local)
        guard let day = firstDay(from: today, isForward: true, where: { work(beforeDay: $0 + 1) >= wanted }) else {
            return nil
        }
        let time = hours(onDay: day).firstTime(withWorked: wanted - work(beforeDay: day))
        return Int64(day) * Self.dayLength + time
    }

    private func lastLocal(withWork wanted: Int64, to local: Int64) -> Int64? {
        let today = Self.day(ofLocal: local)
        // The first day by whose end there was more; nothing on it before that was too much.
        let isPast: (Int) -> Bool = { work(beforeDay: $0 + 1) > wanted }
        guard isPast(today) else { return local }
        guard let day = firstDay(from: today, isForward: false, where: isPast) else { return nil }
        let time = hours(onDay: day).lastTime(withWorked: wanted - work(beforeDay: day))
        return Int64(day) * Self.dayLength + time
    }

    /// The first day for which `isReached` holds, which once true stays true; looked for from a day on, or around it when
    /// it may lie before.
    private func firstDay(from day: Int, isForward: Bool, where isReached: (Int) -> Bool) -> Int? {
        var low = isForward ? day - 1 : day
        var high = day
        var step = 1
        if isForward {
            while !isReached(high) {
                low = high
                high += step
                step *= 2
                if high - day > Self.horizonDays { return nil }
            }
        } else {
            while isReached(low) {
                high = low
                low -= step
                step *= 2
                if day - low > Self.horizonDays { return nil }
            }
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if isReached(middle) { high = middle } else { low = middle }
        }
        return high
    }

    private func stretch(from instant: Int64) -> Stretch {
        Stretch(
            start: instant, end: zone.nextChange(after: instant), offset: Int64(zone.offset(at: instant)) * 1000)
    }

    // The offset is that of the time just before.
    private func stretch(before instant: Int64) -> Stretch {
        let start = zone.lastChange(before: instant) ?? Int64.min / 4
        return Stretch(start: start, end: instant, offset: Int64(zone.offset(at: instant - 1)) * 1000)
    }
}
