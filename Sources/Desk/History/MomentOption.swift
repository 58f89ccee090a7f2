import Storage
import Workflow

/// A time in the past on a command line: a date of the query language, or an operation such as "op:318".
enum MomentOption {
    /// A period counts to its end: "2026-03-01" is the desk as that day left it. What has not come yet is now.
    static func read(_ text: String, _ session: Session, in db: any Transaction) throws -> Moment {
        if let number = operation(text) { return .operation(number) }
        if let milliseconds = TimeText.instant(rfc3339: text) { return .time(Instant(milliseconds: milliseconds)) }
        let zone = ZoneOffsets(try session.zone(in: db))
        let interval = DateExpression(text)?.interval(now: session.now.milliseconds, zone: zone)
        guard let interval else { throw UsageError.badMoment(text) }
        return .time(Instant(milliseconds: min(interval.upperBound - 1, session.now.milliseconds)))
    }

    /// `op:318`, `op318` or `op 318`.
    private static func operation(_ text: String) -> Int64? {
        let text = folded(text)
        guard text.hasPrefix("op") else { return nil }
        return Int64(text.dropFirst(2).drop { $0 == ":" || $0 == " " || $0 == "#" })
    }
}

extension Moment {
    var time: Instant? {
        if case .time(let time) = self { time } else { nil }
    }
}
