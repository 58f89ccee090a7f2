/// Walks over the bytes of a date, a time or a zone offset.
struct DigitScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { position == bytes.count }

    /// Takes one byte when it is one of these ASCII characters.
    mutating func take(oneOf characters: StaticString) -> Bool {
        guard position < bytes.count else { return false }
        for index in 0..<characters.utf8CodeUnitCount where characters.utf8Start[index] == bytes[position] {
            position += 1
            return true
        }
        return false
    }

    /// Exactly so many digits, with a value in the range.
    mutating func number(digits: Int, in range: ClosedRange<Int>) -> Int? {
        guard position + digits <= bytes.count else { return nil }
        var number = 0
        for byte in bytes[position..<position + digits] {
            guard let digit = Self.digit(byte) else { return nil }
            number = number * 10 + digit
        }
        guard range.contains(number) else { return nil }
        position += digits
        return number
    }

    /// `2026-03-02`, a day that exists.
    mutating func date() -> (year: Int, month: Int, day: Int)? {
        guard let year = number(digits: 4, in: 0...9999), take(oneOf: "-"),
            let month = number(digits: 2, in: 1...12), take(oneOf: "-"),
            let day = number(digits: 2, in: 1...CivilTime.days(inMonth: month, of: year))
        else { return nil }
        return (year, month, day)
    }

    /// `09:12:00.5` as milliseconds of the day.
    mutating func timeOfDay() -> Int? {
        guard let hour = number(digits: 2, in: 0...23), take(oneOf: ":"),
            let minute = number(digits: 2, in: 0...59), take(oneOf: ":"),
            let second = number(digits: 2, in: 0...60), let fraction = fraction()
        else { return nil }
        return ((hour * 60 + minute) * 60 + second) * 1000 + fraction
    }

    /// `Z`, `+08:00`, `-03:30` in seconds.
    mutating func zoneOffset() -> Int? {
        if take(oneOf: "Zz") { return 0 }
        let isWest = take(oneOf: "-")
        guard isWest || take(oneOf: "+"), let hour = number(digits: 2, in: 0...23), take(oneOf: ":"),
            let minute = number(digits: 2, in: 0...59)
        else { return nil }
        return (hour * 60 + minute) * (isWest ? -60 : 60)
    }

    private mutating func fraction() -> Int? {
        guard take(oneOf: ".") else { return 0 }
        var milliseconds = 0
        var weight = 100
        let start = position
        while position < bytes.count, let digit = Self.digit(bytes[position]) {
            milliseconds += digit * weight
            weight /= 10
            position += 1
        }
        return position > start ? milliseconds : nil
    }

    private static func digit(_ byte: UInt8) -> Int? {
        byte >= 0x30 && byte <= 0x39 ? Int(byte) - 0x30 : nil
    }
}
