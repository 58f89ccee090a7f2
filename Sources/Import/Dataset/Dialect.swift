/// The habits of one file: how it writes what every file of the family tells.
struct Dialect: Sendable {
    var ticketLevel = 2
    /// A bit for each heading level that sections stand at.
    var sectionLevels: UInt8 = 0
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
    /// Rules also stand between the sections of a ticket.
    var rulesDivideSections = false
    var hasCarriageReturns = false
    var isValidUTF8 = false
    var ordinals = OrdinalHabit()
    /// All titles are written in bold.
    var boldTitles = false
    /// The file was written by `MarkdownWriter` and says so: its structure is fixed and its text escaped.
    var isEscaped = false

    var hasSectionHeadings: Bool { sectionLevels != 0 }

    func isSectionLevel(_ level: Int) -> Bool { sectionLevels & (1 << UInt8(level)) != 0 }

    /// Whether a line may be a label, to setCauseState by its first byte.
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
        dialect.sectionLevels = 1 << 3
        dialect.listsAnswers = true
        dialect.isEscaped = true
        dialect.ordinals.isFixed = true
        return dialect
    }()
}
