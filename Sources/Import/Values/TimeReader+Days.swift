/// Days, as people and programs write them.
extension TimeReader {
    mutating func date() -> (year: Int, month: Int, day: Int)? {
        let start = at
        if let date = numericDate() { return date }
        at = start
        return namedDate()
    }

    // 2024-01-05, 2024/1/5, 2024.1.5, 2024年1月5日, 20240105, 25/12/2024
    private mutating func numericDate() -> (year: Int, month: Int, day: Int)? {
        if let whole = number(8...8) { return (whole / 10_000, whole / 100 % 100, whole % 100) }
        guard let first = number(1...4) else { return nil }
        let isYear = words[at - 1].digits == 4
        for sign in ["-", "/", ".", "年"] where take(sign) {
            _ = take(" ")
            guard let second = number(1...2), take(sign == "年" ? "月" : sign) else { return nil }
            _ = take(" ")
            guard let third = number(isYear ? 1...2 : 4...4) else { return nil }
            if sign == "年" { _ = take("日") || take("号") }
            if isYear { return (first, second, third) }
            // The day is the one that can be no month; where both can, nobody knows.
            if first > 12 || sign == "." { return (third, second, first) }
            return second > 12 || first == second ? (third, first, second) : nil
        }
        return nil
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// In full or cut short, and nothing else that begins so.
    private mutating func month() -> Int? {
        guard at < words.count, words[at].text.utf8.count >= 3 else { return nil }
        guard let month = Self.months.firstIndex(where: { $0.hasPrefix(words[at].text) }) else { return nil }
        at += 1
        _ = take(".")
        return month + 1
    }

    // Jan 5, 2024; 5 Jan 2024; 5-Jan-2024; 2024 Jan 5
    private mutating func namedDate() -> (year: Int, month: Int, day: Int)? {
        if let month = month() {
            _ = take(" ")
            guard let day = number(1...2) else { return nil }
            skipOrdinal()
            _ = take(" ")
            return number(4...4).map { ($0, month, day) }
        }
        guard let day = number(1...2) else { return nil }
        skipOrdinal()
        _ = take(" ") || take("-") || take("/")
        _ = take("of") && take(" ")
        guard let month = month() else { return nil }
        // `09/Jan/24`, as some trackers write it.
        if take("-") || take("/") {
            if let short = number(2...2) { return (2000 + short, month, day) }
        } else {
            _ = take(" ")
        }
        return number(4...4).map { ($0, month, day) }
    }

    private mutating func skipOrdinal() { _ = take("st") || take("nd") || take("rd") || take("th") }
}
