/// A time of day, or since something began, without a day: `[10:20]`, `(00:01:15)`, `10:20:01`.
enum SinceStart {
    /// `00:01:15`
    static func text(_ milliseconds: Int) -> String {
        let seconds = milliseconds / 1000
        return [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(
            separator: ":")
    }

    static func leading(_ range: Range<Int>, in bytes: Bytes) -> (milliseconds: Int, end: Int)? {
        var at = range.lowerBound
        let isBracketed = at < range.upperBound && (bytes[at] == 0x5B || bytes[at] == 0x28)
        if isBracketed { at += 1 }
        var numbers: [Int] = []
        while at < range.upperBound, bytes[at].isDigit, numbers.count < 3 {
            var number = 0
            let start = at
            while at < range.upperBound, bytes[at].isDigit, at - start < 2 {
                number = number * 10 + Int(bytes[at] - 0x30)
                at += 1
            }
            numbers.append(number)
            guard at < range.upperBound, bytes[at] == 0x3A, at + 1 < range.upperBound, bytes[at + 1].isDigit else {
                break
            }
            at += 1
        }
        guard numbers.count >= 2, numbers.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
        // Parts of a second.
        if at + 1 < range.upperBound, bytes[at] == 0x2E, bytes[at + 1].isDigit {
            at += 1
            while at < range.upperBound, bytes[at].isDigit { at += 1 }
        }
        if isBracketed {
            guard at < range.upperBound, bytes[at] == 0x5D || bytes[at] == 0x29 else { return nil }
            at += 1
        } else {
            guard at < range.upperBound, bytes[at] == 0x20 || bytes[at] == 0x09 else { return nil }
        }
        let parts = numbers.count == 3 ? numbers : [numbers[0], numbers[1], 0]
        return (((parts[0] * 60 + parts[1]) * 60 + parts[2]) * 1000, at)
    }
}
