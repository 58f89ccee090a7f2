/// What kind of file it is, and so how its tickets are found.
package enum DatasetForm: String, CaseIterable, Sendable {
    /// Headings open tickets, with labels and sections below.
    case sections
    /// Runs of labels that come again and again, without headings.
    case blocks
    /// One ticket is the whole file.
    case file
    /// Questions with their answers.
    case questions
    /// Items of lists, or boxes to be ticked.
    case list
    /// Rows of tables in the text.
    case table
    /// Rows of values parted by commas, tabs or semicolons.
    case csv
    /// Sessions in which people speak in turn.
    case chat
    /// An issue tracker wrote it: comments with names and times.
    case tracker
    /// A dialect that a person taught.
    case taught

    /// How far the form by itself says that a file holds tickets, from 0 to 1.
    var weight: Double {
        switch self {
        case .tracker, .taught: 1
        case .sections, .csv, .file: 0.98
        case .chat: 0.96
        case .table, .list: 0.94
        case .blocks: 0.9
        case .questions: 0.8
        }
    }
}

/// Why a file was taken for what it is, with how often that was seen.
package enum DatasetReason: Equatable, Sendable {
    /// Headings, rows, items … that open tickets, of all that look alike.
    case matched(Int, of: Int)
    /// Fields that the tickets have, by the names that queries know, the most frequent first.
    case fields([String])
    /// Somebody speaks so often.
    case turns(Int)
    /// Keys before the text.
    case frontMatter([String])
    /// The file beside it whose ways of writing it was read with.
    case borrowed(String)
    /// The name of the dialect.
    case dialect(String)
}

/// A file as one kind of reader understood it.
struct FormCandidate {
    var form: DatasetForm
    var dialect: Dialect
    var places: [TicketPlace] = []
    var shape = FormShape.sections
    /// What looks like the opening of a ticket, matched or not.
    var lookalikes = 0
    /// Lines that are neither in a ticket nor left out, though no ticket holds them: headings of groups, heads of tables.
    var structure: [Range<Int>] = []
    var warnings: [DatasetWarning] = []
    /// The bytes after the last ticket that belong to the file.
    var closing: Range<Int>?
    var reasons: [DatasetReason] = []
    /// Lines outside that are said, and do not count against it: what stands at the top of the file about itself.
    var aside: Range<Int>?
    /// Rows outside of tables that say of themselves that they hold tickets: a second form.
    var rowsOfOthers = 0
    /// Too little is known of its tickets to keep them unasked.
    var isDoubtful = false
    /// How much speaks for it besides its coverage, from 0 to 1.
    var evidence = 1.0
}

/// What the reader of a form must know to make a draft.
enum FormShape: Sendable {
    case sections
    case rows([RowTable])
    case chat
    case tracker
    case list
    case file(FrontMatter)
}
