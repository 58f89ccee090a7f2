import Storage
import Workflow

/// Weeks with their Monday: nobody knows by heart when the forty-second begins.
package enum WeekText {
    /// Monday first, for programs.
    static let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    /// `2026-W42 · 10-12`; any other period as it is called.
    package static func dated(_ bucket: String) -> String { monday(of: bucket).map { bucket + " · " + $0 } ?? bucket }

    /// At an axis: a day without its year, a week without it and with its Monday.
    static func short(_ bucket: String) -> String {
        let parts = bucket.split(separator: "-")
        if parts.count == 3 { return parts.dropFirst().joined(separator: "-") }
        return monday(of: bucket).map { "\(parts[1]) · \($0)" } ?? bucket
    }

    private static func monday(of bucket: String) -> String? {
        guard bucket.contains("-W"), let date = DateExpression(bucket),
            let first = date.interval(now: 0, zone: .utc)?.lowerBound
        else { return nil }
        return String(TimeText.localDate(first, offset: 0).suffix(5))
    }
}
