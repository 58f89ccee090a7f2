/// Whether the titles of a file carry ordinals: nearly all do, written one way, and they count up or down, or are names.
struct OrdinalHabit {
    /// Every ordinal with a word counts, whatever the others are: so it is in our own files.
    var isFixed = false
    private var titles = 0
    private var styles: [Ordinal.Style: Count] = [:]

    private struct Count {
        var titles = 0
        var ascents = 0
        var descents = 0
        var last = 0
        /// Something closes it: a colon, a dash, brackets.
        var closed = 0
    }

    mutating func see(_ ordinal: Ordinal?) {
        titles += 1
        guard let ordinal else { return }
        var count = styles[ordinal.style] ?? Count()
        // A file of several parts may begin again at 1.
        if ordinal.number > count.last || ordinal.number == 1 { count.ascents += 1 }
        if count.titles == 0 || ordinal.number < count.last { count.descents += 1 }
        if ordinal.style.closing > 0 { count.closed += 1 }
        count.titles += 1
        count.last = ordinal.number
        styles[ordinal.style] = count
    }

    private var usual: (style: Ordinal.Style, count: Count)? {
        styles.max { ($0.value.titles, $0.key.rank) < ($1.value.titles, $1.key.rank) }.map { ($0.key, $0.value) }
    }

    var isUsual: Bool {
        if isFixed { return true }
        guard let (style, count) = usual, count.titles * 10 >= titles * 9 else { return false }
        // One title alone must say what it counts, or be the first; a key must end where the title begins.
        guard titles > 1 else {
            return style.word == Ordinal.Style.key ? count.closed > 0 : style.word > 0 || count.last == 1
        }
        return style.isName || max(count.ascents, count.descents) * 10 >= count.titles * 9
    }

    /// They go down: the newest first.
    var goesDown: Bool { usual.map { $0.count.descents > $0.count.ascents } ?? false }

    /// The titles are called by a word or a key, so that one alone says what it is.
    var areNames: Bool { isUsual && usual?.style.isName ?? false }

    /// The number of an ordinal that is written as this file writes them.
    func number(_ ordinal: Ordinal) -> Int? {
        if isFixed { return ordinal.style.word > 0 ? ordinal.number : nil }
        guard isUsual, ordinal.style == usual?.style else { return nil }
        return ordinal.number
    }
}
