import Reporting
import Storage
import Workflow

/// The period that `--from` and `--to` name together.
package struct PeriodWords {
    package let from: String?
    package let to: String?

    package init(from: String?, to: String?) {
        self.from = from
        self.to = to
    }

    /// The part of it that is over, today included: of the future nothing is told.
    /// - Throws: `UsageError` for what is no date, ends before it begins, has an end only, or is still to come.
    package func period(_ queryContext: QueryContext) throws -> ReportPeriod? {
        guard let named = try named(queryContext) else { return nil }
        guard let part = named.cut(queryContext) else { throw UsageError.timeToCome(from ?? "") }
        return part
    }

    private func named(_ queryContext: QueryContext) throws -> ReportPeriod? {
        guard let from else {
            if to != nil { throw UsageError.report(.needsPeriod("--to")) }
            return nil
        }
        let first = try covered(from, queryContext)
        guard let to else {
            guard let date = DateExpression(from), date.isMoment else { return first }
            let today = try covered("today", queryContext)
            return try joined(first, today, from)
        }
        return try joined(first, try covered(to, queryContext), "\(from)..\(to)")
    }

    private func covered(_ text: String, _ queryContext: QueryContext) throws -> ReportPeriod {
        guard let date = DateExpression(text), let period = ReportPeriod(date, queryContext) else {
            throw UsageError.badTime(text)
        }
        return period
    }

    private func joined(_ first: ReportPeriod, _ last: ReportPeriod, _ text: String) throws -> ReportPeriod {
        guard let period = ReportPeriod(first: first.first, last: last.last) else {
            throw UsageError.report(.backwards(text))
        }
        return period
    }
}

extension DateExpression {
    /// Whether it names a day or less: a beginning, and not a period of its own.
    fileprivate var isMoment: Bool {
        switch self {
        case .day, .annual, .instant, .now, .relative, .named(.today), .named(.yesterday), .named(.tomorrow),
            .named(.overmorrow), .named(.ereyesterday), .named(.monthStart), .named(.monthEnd), .named(.yearEnd):
            true
        case .year, .quarter, .month, .week, .named: false
        }
    }
}
