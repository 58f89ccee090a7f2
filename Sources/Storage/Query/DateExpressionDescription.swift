extension DateExpression: CustomStringConvertible {
    /// The date in its canonical form, which parses to the same.
    package var description: String {
        switch self {
        case .year(let year): figures(year, 4)
        case .quarter(let year, let quarter): figures(year, 4) + "Q\(quarter)"
        case .month(let year, let month): figures(year, 4) + "-" + figures(month, 2)
        case .week(let year, let week): figures(year, 4) + "-W" + figures(week, 2)
        case .day(let date): date.description
        case .instant(let date, let time, let secondsEast):
            date.description + "T" + time.description + (secondsEast.map(offset) ?? "")
        case .named(let period): period.queryName
        case .now: "now"
        case .relative(let amount): (amount.count < 0 ? "" : "+") + amount.description
        }
    }

    private func offset(_ secondsEast: Int64) -> String {
        let minutes = Int(secondsEast.magnitude / 60)
        if minutes == 0 { return "Z" }
        return (secondsEast < 0 ? "-" : "+") + figures(minutes / 60, 2) + ":" + figures(minutes % 60, 2)
    }
}

extension CivilDate: CustomStringConvertible {
    package var description: String { figures(year, 4) + "-" + figures(month, 2) + "-" + figures(day, 2) }
}

extension ClockTime: CustomStringConvertible {
    package var description: String {
        let minutes = figures(hour, 2) + ":" + figures(minute, 2)
        guard second != nil || millisecond != nil else { return minutes }
        let seconds = minutes + ":" + figures(second ?? 0, 2)
        return millisecond.map { seconds + "." + figures($0, 3) } ?? seconds
    }
}

extension Query.Length: CustomStringConvertible {
    package var description: String { amounts.map(\.description).joined() }
}

extension Query.Amount: CustomStringConvertible {
    package var description: String { String(count) + unit.rawValue }
}

private func figures(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
}
