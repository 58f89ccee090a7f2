import Storage
import Workflow

/// Times in the past as people name them.
extension Workspace {
    /// A date of the query language, or an operation such as "op:318". A period counts to its end: "2026-03-01" is the desk as
    /// that day left it. What has not come yet is now.
    /// - Throws: `UsageError.badMoment`
    package func past(_ text: String, in db: any Transaction) throws -> Moment {
        if let number = Self.operation(text) { return .operation(number) }
        if let milliseconds = TimeText.instant(rfc3339: text) { return .time(Instant(milliseconds: milliseconds)) }
        let now = context.at.milliseconds
        let interval = DateExpression(text)?.interval(now: now, zone: ZoneOffsets(try zone(in: db)))
        guard let interval else { throw UsageError.badMoment(text) }
        return .time(Instant(milliseconds: min(interval.upperBound - 1, now)))
    }

    /// `op:318`, `op318` or `op 318`.
    private static func operation(_ text: String) -> Int64? {
        let text = folded(text)
        guard text.hasPrefix("op") else { return nil }
        return Int64(text.dropFirst(2).drop { $0 == ":" || $0 == " " || $0 == "#" })
    }
}

extension Moment {
    /// Nil for an operation.
    package var time: Instant? {
        if case .time(let time) = self { time } else { nil }
    }
}
