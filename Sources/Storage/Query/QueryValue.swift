import Workflow

extension Query {
    /// One value of a term, with its place.
    package struct Value: Equatable, Sendable {
        package var content: Content
        package var range: SourceRange

        package init(_ content: Content, range: SourceRange) {
            self.content = content
            self.range = range
        }
    }

    /// What a value says. Which cases a field can have follows from its kind (`Field.Kind`).
    package indirect enum Content: Equatable, Sendable {
        /// Nothing is set (or known).
        case none
        /// Something is set (or known).
        case any
        /// The person who asks.
        case me
        /// `@last`, the ticket this person touched last: only in ids.
        case last
        /// A name or text as typed; compare it folded. Full-width forms outside quotes are ASCII already.
        case text(String)
        /// `@li`: a person by handle, without the `@`.
        case handle(String)
        /// A ticket number or a count.
        case number(Int64)
        case status(Status)
        case priority(Priority)
        case flag(Flag)
        case part(Part)
        case slaState(SLAState)
        case causeState(CauseState)
        case resolution(Resolution)
        case date(DateExpression)
        case length(Length)
        /// `a..b`, both included, of numbers, dates, lengths or priorities. At least one end is given.
        case span(Content?, Content?)
    }
}

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

extension Query {
    /// A half-open interval `from <= x < to`; nil is unbounded on that side.
    package struct Bounds: Equatable, Sendable {
        package var from: Int64?
        package var to: Int64?

        package init(from: Int64?, to: Int64?) {
            self.from = from
            self.to = to
        }

        func contains(_ value: Int64) -> Bool { (from.map { $0 <= value } ?? true) && (to.map { value < $0 } ?? true) }
    }
}

extension Query {
    /// How a field meets its values. `!=` is no comparison of its own: it is `not` around `matches`.
    package enum Comparison: String, CaseIterable, Sendable {
        /// The field's usual way: `category:CDN` with its children, a date inside the period.
        case matches = ":"
        /// Exactly (`=` or `:=`): only texts and names tell it from `matches`; other fields are given `matches`.
        case equals = "="
        case above = ">"
        case atLeast = ">="
        case below = "<"
        case atMost = "<="
        case contains = "~"
        case starts = "^"

        package var isOrdering: Bool {
            switch self {
            case .above, .atLeast, .below, .atMost: true
            case .matches, .equals, .contains, .starts: false
            }
        }
    }
}

extension Query {
    /// What `is:` asks, besides the statuses.
    package enum Flag: String, CaseIterable, Sendable, QueryVocabulary {
        /// Neither resolved nor closed.
        case open
        case waiting, overdue, merged, deleted, unread
        /// Every ticket that is not in the trash.
        case any
        /// Also those that were taken out of the desk since.
        case ever

        var names: [String] {
            switch self {
            case .open: ["open", "未完成", "未解决", "未关闭"]
            case .waiting: ["waiting", "等待", "等待中"]
            case .overdue: ["overdue", "逾期", "超时", "超期", "已逾期"]
            case .merged: ["merged", "已合并", "合并"]
            case .deleted: ["deleted", "trashed", "已删除", "删除"]
            case .unread: ["unread", "未读"]
            case .any: ["any", "all", "任意", "全部", "所有"]
            case .ever: ["ever", "含已删除", "曾有"]
            }
        }
    }
}

extension Query {
    /// How sure the desk is of a cause.
    package enum CauseState: String, CaseIterable, Sendable, QueryVocabulary {
        case unverified, suggested, confirmed, rejected

        var names: [String] {
            switch self {
            case .unverified: ["unverified", "未核实", "未验证", "待核实", "未确认"]
            case .suggested: ["suggested", "建议", "推荐"]
            case .confirmed: ["confirmed", "已确认", "确认", "已核实"]
            case .rejected: ["rejected", "已否定", "否定", "已排除"]
            }
        }
    }
}

extension Query {
    /// What `sla:` asks when it names no duration.
    package enum SLAState: String, CaseIterable, Sendable, QueryVocabulary {
        case met, breached, running, paused, unmeasured
        /// It ended, and nobody ever answered.
        case unanswered

        var names: [String] {
            switch self {
            case .met: ["met", "达标", "已达标"]
            case .breached: ["breached", "违约", "超时", "未达标"]
            case .running: ["running", "计时中", "进行中"]
            case .paused: ["paused", "暂停", "已暂停"]
            case .unanswered: ["unanswered", "未答复", "无人答复"]
            case .unmeasured: ["unmeasured", "未计", "未测量", "未计量"]
            }
        }
    }
}

extension Query {
    /// `changed:assignee>-7d`: the field was changed at such a time; without a time, ever.
    package struct Change: Equatable, Sendable {
        package var field: Field
        /// The NAME of `field.NAME`; nil for every other field.
        package var name: String?
        package var comparison: Comparison
        /// Date values; empty when any time will do.
        package var dates: [Value]
        package var range: SourceRange

        package init(
            field: Field, name: String? = nil, comparison: Comparison = .matches, dates: [Value], range: SourceRange
        ) {
            self.field = field
            self.name = name
            self.comparison = comparison
            self.dates = dates
            self.range = range
        }
    }
}
