import Workflow

/// How a person says that a file writes its times: `YYYY-MM-DD HH:mm`, `DD/MM/YYYY`, `M/D/YY h:mm a`.
struct TimeForm: Equatable, Sendable {
    private let pattern: [Character]

    /// Nil when it names no day.
    init?(_ text: String) {
        guard text.contains("D"), text.contains("M"), text.contains("Y") else { return nil }
        pattern = Array(text)
    }

    /// The time that a whole text tells in this form; nil when it does not fit.
    func time(of text: String) -> SourceTime? {
        let signs = Array(text)
        var civil = (year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0)
        var isAfternoon: Bool?
        var (at, place) = (0, 0)
        while place < pattern.count {
            let letter = pattern[place]
            var width = 1
            while place + width < pattern.count, pattern[place + width] == letter { width += 1 }
            guard "YMDHhmsa".contains(letter) else {
                guard at < signs.count, signs[at] == letter else { return nil }
                (at, place) = (at + 1, place + 1)
                continue
            }
            if letter == "a" {
                let word = String(signs.dropFirst(at).prefix(2)).lowercased()
                guard word == "am" || word == "pm" else { return nil }
                isAfternoon = word == "pm"
                (at, place) = (at + 2, place + width)
                continue
            }
            var digits = ""
            let most = letter == "Y" ? width : 2
            while at < signs.count, signs[at].isASCII, signs[at].isNumber, digits.count < most {
                digits.append(signs[at])
                at += 1
            }
            guard let number = Int(digits), width == 1 || digits.count == width else { return nil }
            switch letter {
            case "Y": civil.year = width <= 2 ? 2000 + number : number
            case "M": civil.month = number
            case "D": civil.day = number
            case "H", "h": civil.hour = number
            case "m": civil.minute = number
            default: civil.second = number
            }
            place += width
        }
        if let isAfternoon { civil.hour = civil.hour % 12 + (isAfternoon ? 12 : 0) }
        guard at == signs.count, (1970...9999).contains(civil.year), (1...12).contains(civil.month),
            (1...CivilTime.days(inMonth: civil.month, of: civil.year)).contains(civil.day), civil.hour < 24,
            civil.minute < 60, civil.second <= 60
        else { return nil }
        let time = CivilTime(
            year: civil.year, month: civil.month, day: civil.day, hour: civil.hour, minute: civil.minute,
            second: civil.second)
        return SourceTime(milliseconds: time.milliseconds)
    }
}
