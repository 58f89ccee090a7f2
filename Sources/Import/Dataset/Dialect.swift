import Workflow

/// The habits of one file: how it writes what every file of the family tells.
struct Dialect: Sendable {
    /// A bit for each depth below their ticket at which sections stand, counted from 8 levels above it.
    var sectionDepths: UInt16 = 0
    /// Names of labels and headings that recur from ticket to ticket.
    var recurring: Set<UInt32> = []
    /// Plain labels such as `分类：x` that recur.
    var recurringPlain: Set<UInt32> = []
    /// Fields that the file has a proper name for; weak names of them are extra sections.
    var strongFields: UInt32 = 0
    /// The weak name that stands for a field, by the field.
    var promoted: [SectionField: UInt32] = [:]
    /// Answers are written as lists, so that a section without markers is one answer.
    var listsAnswers = false
    /// The file holds one ticket: nothing recurs.
    var isSingle = false
    /// Rules also stand between the sections of a ticket.
    var rulesDivideSections = false
    var hasCarriageReturns = false
    var isValidUTF8 = false
    var ordinals = OrdinalHabit()
    /// All titles are written in bold.
    var boldTitles = false
    /// The file was written by `MarkdownWriter` and says so: its structure is fixed and its text escaped.
    var isEscaped = false

    /// What names mean in this file.
    var vocabulary = Vocabulary.standard
    /// Examples in closed fences, whose lines are text; ascending.
    var examples: [Range<Int>] = []
    /// What is in the file and is nobody's text, ascending.
    var comments: [Range<Int>] = []
    var form = TitleForm()
    /// Any name with a colon opens a turn.
    var allowsSpokenNames = false
    /// A time alone on its line stands above each name that speaks.
    var speaksBelowStamps = false
    /// Which part is the day in times that leave it open.
    var dayOrder: DayOrder?
    /// Titles are questions, whether they ask or not: what stands below answers.
    var asksInTitles = false
    /// The whole file is a ticket, and nobody's list of answers.
    var tellsOfOneMatter = false
    /// `Support mail 1`, `Support mail 2`: nothing but a number tells one title from the other.
    var titlesOnlyCount = false
    /// Titles begin with a day.
    var datedTitles = false
    /// `BUG-12 open`: nothing but a status stands behind its number.
    var titlesTellStatus = false

    /// Tickets name their categories by a label.
    var namesCategories: Bool { strongFields & SectionField.category.bit != 0 || promoted[.category] != nil }

    var hasSectionHeadings: Bool { sectionDepths != 0 }

    static func depth(_ level: Int, below ticketLevel: Int) -> UInt16 { 1 << UInt16(level - ticketLevel + 8) }

    func isSectionLevel(_ level: Int, below ticketLevel: Int) -> Bool {
        sectionDepths & Dialect.depth(level, below: ticketLevel) != 0
    }

    /// Words for priorities, and forms of times, that a person or the file itself taught.
    var taughtPriorities: [String: Priority] = [:]
    var taughtStatuses: [String: Status] = [:]
    var taughtTimes: [TimeForm] = []
    var taughtSections: [(text: [UInt8], field: SectionField)] = []
    var turns: TaughtTurns?

    func status(of words: String) -> Status? {
        taughtStatuses.isEmpty
            ? StatusWords.status(of: words) : taughtStatuses[folded(words)] ?? StatusWords.status(of: words)
    }

    func priority(of words: String) -> Priority? {
        guard !taughtPriorities.isEmpty else { return PriorityTable.priority(of: words) }
        return taughtPriorities[folded(words)] ?? PriorityLegend.code(of: words).flatMap { taughtPriorities[$0] }
            ?? PriorityTable.priority(of: words)
    }

    func priority(ofGroup name: String) -> Priority? {
        PriorityTable.priority(ofGroup: name).map { priority(of: name) ?? $0 }
    }

    func time(of words: String) -> SourceTime? {
        for form in taughtTimes { if let time = form.time(of: words) { return time } }
        return TimeReader.time(of: words)
            ?? dayOrder.flatMap { order in ShortStamp(day: Array(words.utf8))?.time(order) }
    }

    func isExample(_ place: Int) -> Bool { examples.hold(place) }

    /// Whether a line may be a label, to judge by its first byte.
    @inline(__always)
    func mayLabel(_ first: UInt8) -> Bool {
        switch first {
        case 0x2A, 0x2D, 0x2B, 0x3E, 0x7C, 0xE2, 0xE3, 0xC2, 0x20, 0x28, 0xEF, 0x30...0x39: true
        default: !recurringPlain.isEmpty
        }
    }

    /// The dialect of our own files: nothing is left to habit.
    static let own: Dialect = {
        var dialect = Dialect()
        dialect.sectionDepths = Dialect.depth(3, below: 2)
        dialect.listsAnswers = true
        dialect.isEscaped = true
        dialect.ordinals.isFixed = true
        return dialect
    }()
}
