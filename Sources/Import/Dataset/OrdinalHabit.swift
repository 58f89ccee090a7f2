/// Whether the titles of a file carry ordinals: nearly all do, written one way, and they count up.
struct OrdinalHabit {
    /// Every ordinal with a word counts, whatever the others are: so it is in our own files.
    var isFixed = false
    private var titles = 0
    private var styles: [Ordinal.Style: Count] = [:]

    private struct Count {
        var titles = 0
        var ascents = 0
        var last = 0
    }

    mutating func see(_ ordinal: Ordinal?) {
        titles += 1
        guard let ordinal else { return }
        var count = styles[ordinal.style] ?? Count()
        count.titles += 1
        // A file of several parts may begin again at 1.
        if ordinal.number > count.last || ordinal.number == 1 { count.ascents += 1 }
        count.last = ordinal.number
        styles[ordinal.style] = count
    }

    private var usual: (style: Ordinal.Style, count: Count)? {
        styles.max { ($0.value.titles, $0.key.rank) < ($1.value.titles, $1.key.rank) }.map { ($0.key, $0.value) }
    }

    var isUsual: Bool {
        if isFixed { return true }
        guard let (style, count) = usual else { return false }
        let isNearlyAll = count.titles * 10 >= titles * 9 && count.ascents * 10 >= count.titles * 9
        // One title alone must say what it counts, or be the first.
        return isNearlyAll && (titles > 1 || style.word > 0 || count.last == 1)
    }

    /// The number of an ordinal that is written as this file writes them.
    func number(_ ordinal: Ordinal) -> Int? {
        if isFixed { return ordinal.style.word > 0 ? ordinal.number : nil }
        guard isUsual, ordinal.style == usual?.style else { return nil }
        return ordinal.number
    }
}
