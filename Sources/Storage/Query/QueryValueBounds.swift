import Workflow

extension Query.Value {
    /// What the value, met with the comparison, allows: `created:2026-01` gives that month, `created:>2026-01` all
    /// after its end, `msgs:>5` all from 6. Priorities count by their codes, lengths in milliseconds. A relative date
    /// with `:` means from then until now (`-7d`) or from now until then (`+2d`). Nil for a content without an order.
    package func bounds(
        _ comparison: Query.Comparison, now: Int64, zone: ZoneOffsets, calendar: WorkCalendar? = nil
    ) throws(QueryError) -> Query.Bounds? {
        if case .span(let lower, let upper) = content { return try span(lower, upper, now, zone, calendar) }
        guard let extent = try extent(of: content, now, zone, calendar) else { return nil }
        switch comparison {
        case .matches, .equals:
            if case .date(.relative) = content { return recent(extent, now) }
            return Query.Bounds(from: extent.lowerBound, to: extent.upperBound)
        case .above: return Query.Bounds(from: isLength ? extent.lowerBound + 1 : extent.upperBound, to: nil)
        case .atLeast: return Query.Bounds(from: extent.lowerBound, to: nil)
        case .below: return Query.Bounds(from: nil, to: extent.lowerBound)
        case .atMost: return Query.Bounds(from: nil, to: isLength ? extent.lowerBound + 1 : extent.upperBound)
        case .contains, .starts: return nil
        }
    }

    private var isLength: Bool {
        if case .length = content { true } else { false }
    }

    private func recent(_ extent: Range<Int64>, _ now: Int64) -> Query.Bounds {
        Query.Bounds(from: min(extent.lowerBound, now), to: max(extent.upperBound, now + 1))
    }

    private func span(
        _ lower: Query.Content?, _ upper: Query.Content?, _ now: Int64, _ zone: ZoneOffsets,
        _ calendar: WorkCalendar?
    ) throws(QueryError) -> Query.Bounds? {
        var bounds = Query.Bounds(from: nil, to: nil)
        if let lower {
            guard let extent = try extent(of: lower, now, zone, calendar) else { return nil }
            bounds.from = extent.lowerBound
        }
        if let upper {
            guard let extent = try extent(of: upper, now, zone, calendar) else { return nil }
            if case .length = upper { bounds.to = extent.lowerBound + 1 } else { bounds.to = extent.upperBound }
        }
        if let from = bounds.from, let to = bounds.to, from >= to { throw .reversedRange(at: range) }
        return bounds
    }

    /// What one end covers: a number itself, a date its period, a length up to one more of its smallest unit.
    private func extent(
        of content: Query.Content, _ now: Int64, _ zone: ZoneOffsets, _ calendar: WorkCalendar?
    ) throws(QueryError) -> Range<Int64>? {
        switch content {
        case .number(let number): return number..<(number + 1)
        case .priority(let priority): return priority.rawValue..<(priority.rawValue + 1)
        case .date(let date):
            guard let interval = date.interval(now: now, zone: zone, calendar: calendar) else {
                throw .businessTimeNotKnown(at: range)
            }
            return interval
        case .length(let length):
            guard let milliseconds = length.milliseconds, let unit = length.amounts.last?.unit.milliseconds else {
                throw .businessTimeNotKnown(at: range)
            }
            return milliseconds..<(milliseconds + unit)
        case .none, .any, .me, .last, .text, .handle, .status, .flag, .part, .slaState, .causeState, .resolution,
            .span:
            return nil
        }
    }
}
