/// What a file teaches those beside it: at which level its tickets stand, and how their titles are written.
package struct Lesson: Sendable {
    /// The file that teaches.
    package let file: String
    let level: Int
    let ordinals: OrdinalHabit
    let form: TitleForm
    let datesAreUsual: Bool
    let ticketCount: Int

    /// Titles of tickets have a form that others lack.
    var hasForm: Bool { ordinals.areNames || form.isUsual || datesAreUsual }

    /// Whether a title is written as the teacher's are.
    func fits(_ title: Range<Int>, in bytes: Bytes) -> Bool {
        let plain = TitleForm.plain(title, in: bytes)
        if form.fits(plain, in: bytes) { return true }
        if datesAreUsual, Dialect.leadingDay(plain, in: bytes) != nil { return true }
        guard ordinals.areNames, let ordinal = Ordinal.title(in: bytes, plain) else { return false }
        return ordinals.number(ordinal) != nil
    }
}

extension Dataset {
    /// Nil where its tickets do not stand under headings, or are too few to teach.
    package func lesson(of file: String) -> Lesson? {
        guard form == .sections, coverage.isUnderstood, let level = commonLevel, ticketCount >= 2 else { return nil }
        return Lesson(
            file: file, level: level, ordinals: dialect.ordinals, form: dialect.form,
            datesAreUsual: dialect.datedTitles,
            ticketCount: ticketCount)
    }
}
