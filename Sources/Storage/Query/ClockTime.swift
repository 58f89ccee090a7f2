/// A time of day as exactly as it was typed.
package struct ClockTime: Hashable, Sendable {
    package var hour: Int
    package var minute: Int
    package var second: Int?
    package var millisecond: Int?

    package init?(hour: Int, minute: Int, second: Int? = nil, millisecond: Int? = nil) {
        guard 0..<24 ~= hour, 0..<60 ~= minute, 0..<60 ~= second ?? 0, 0..<1000 ~= millisecond ?? 0 else { return nil }
        self.hour = hour
        self.minute = minute
        self.second = second
        self.millisecond = millisecond
    }

    /// Since midnight.
    var milliseconds: Int64 { Int64(((hour * 60 + minute) * 60 + (second ?? 0)) * 1000 + (millisecond ?? 0)) }

    /// How long the minute, second or millisecond that was typed lasts.
    var precision: Int64 {
        if millisecond != nil { return 1 }
        return second != nil ? 1000 : 60_000
    }
}
