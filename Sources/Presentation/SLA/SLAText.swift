/// Lengths of time to the second.
package enum SLAText {
    /// `5h58m`, `48m`, `1h02m05s`
    package static func length(_ milliseconds: Int64) -> String {
        let seconds = milliseconds / 1000
        let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
        let tail = rest == 0 ? "" : (rest < 10 && seconds >= 60 ? "0" : "") + "\(rest)s"
        if hours > 0 { return "\(hours)h" + (minutes < 10 ? "0" : "") + "\(minutes)m" + tail }
        return minutes > 0 || rest == 0 ? "\(minutes)m" + tail : tail
    }
}
