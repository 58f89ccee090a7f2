import Workflow

/// The structure of one dataset file: where its tickets are. Drafts are made one at a time, so memory stays small.
package struct Dataset: Sendable {
    /// What kind of file it is.
    package let form: DatasetForm
    /// Why it was taken for that.
    package let reasons: [DatasetReason]
    /// 0 when the file is no dataset.
    package var ticketCount: Int { tickets.count }
    /// How many tickets the file says it holds.
    package let declaredCount: Int?
    /// It is called a list of bugs, of tickets or of things to do, or one of these.
    let isCalledTickets: Bool
    /// It is called a list of questions.
    let isCalledQuestions: Bool
    /// Where its lines are.
    package let coverage: LineCoverage
    /// The lines of comments, which nobody reads: they are in no ticket.
    package let comments: [ClosedRange<Int>]
    /// What is seen in a file that is not understood.
    package let sight: FileSight?
    /// The bytes before the first ticket.
    package let preamble: Range<Int>
    /// The bytes after the last ticket that belong to the file; may be empty.
    package let closing: Range<Int>
    /// About the file as a whole; those of a ticket come with its entry.
    package let warnings: [DatasetWarning]

    private let bytes: [UInt8]
    let dialect: Dialect
    private let shape: FormShape
    private let tickets: [TicketPlace]

    /// Any bytes will do.
    /// - Parameter isSeparated: its name says that it holds values parted by commas or tabs.
    package init(_ bytes: [UInt8], isSeparated: Bool = false) {
        self.init(bytes, nil, isSeparated: isSeparated)
    }

    /// - Parameter taught: how its tickets are written, where somebody said so.
    /// - Parameter lesson: what files beside it teach.
    /// - Parameter isUTF8: somebody looked, and all of them are.
    /// - Parameter path: what the file is called, which may say what it holds where its first line does not.
    init(
        _ bytes: [UInt8], _ taught: TaughtDialect?, isSeparated: Bool = false, isUTF8: Bool = false,
        lesson: Lesson? = nil, path: String = ""
    ) {
        let blanked = NobodysText(in: bytes, taught)
        let bytes = blanked?.bytes ?? bytes
        let plan = bytes.withUnsafeBufferPointer {
            DatasetPlan(
                $0, comments: blanked?.comments ?? [], taught, isSeparated: isSeparated, isUTF8: isUTF8, lesson: lesson,
                path: path)
        }
        self.bytes = bytes
        form = plan.form
        reasons = plan.reasons
        shape = plan.shape
        dialect = plan.dialect
        tickets = plan.tickets
        declaredCount = plan.declaredCount
        isCalledTickets = plan.isCalledTickets
        isCalledQuestions = plan.isCalledQuestions
        coverage = plan.coverage
        comments = plan.dialect.isEscaped ? [] : blanked?.commentLines ?? []
        sight = plan.sight
        preamble = plan.preamble
        closing = plan.closing
        warnings = plan.warnings
    }

    /// The level of most headings that open tickets.
    var commonLevel: Int? {
        let counts = Dictionary(tickets.map { ($0.level, 1) }, uniquingKeysWith: +)
        return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    }

    /// The ticket at a position, from 0.
    package func entry(at index: Int) -> DatasetEntry {
        bytes.withUnsafeBufferPointer { entry(at: index, in: $0) }
    }

    private func entry(at index: Int, in bytes: Bytes) -> DatasetEntry {
        let place = tickets[index]
        var read = read(place, in: bytes)
        if read.draft.title.isEmpty, !dialect.isEscaped { read.draft.title = TicketTitle.title(of: read.draft) }
        let source = SourcePlace(
            ordinal: index + 1, printedOrdinal: place.number ?? read.printed, line: place.line,
            bytes: place.start..<place.body.upperBound)
        return DatasetEntry(
            draft: read.draft, place: source, warnings: read.warnings + missing(read, at: index),
            namesCategory: !read.draft.categoryPath.isEmpty && (place.groups.isEmpty || dialect.namesCategories),
            derivedAnswersDiffer: read.derivedAnswersDiffer)
    }

    private func read(_ place: TicketPlace, in bytes: Bytes) -> ReadDraft {
        switch shape {
        case .sections: readSections(place, in: bytes)
        case .rows(let tables): RowReader.read(place, tables[place.table], dialect, in: bytes)
        case .chat: ChatReader.read(place, dialect, in: bytes)
        case .tracker: TrackerReader.read(place, dialect, in: bytes)
        case .list: ListReader.read(place, dialect, in: bytes)
        case .file(let front): FrontMatterReader.read(place, front, dialect, in: bytes)
        }
    }

    private func readSections(_ place: TicketPlace, in bytes: Bytes) -> ReadDraft {
        let fences = ClosedFences(in: bytes, place.body)
        let text = Text(bytes: bytes, dialect: dialect)
        var title = text.string(place.title)
        if dialect.asksInTitles, title.utf8.contains(0x0A) {
            title = title.split(whereSeparator: \.isNewline).map { String($0.trimmingBlanks) }.joined(separator: " ")
        }
        var reader = DraftReader(title: title, text, fences)
        let sections = Sectioner.sections(
            of: place.body, line: place.line, level: place.level, in: bytes, dialect, fences)
        reader.read(sections, of: place)
        return ReadDraft(reader, bytes: bytes, from: place)
    }

    /// What the ticket lacks, and where its number does not follow the one before.
    private func missing(_ read: ReadDraft, at index: Int) -> [DatasetWarning] {
        let draft = read.draft
        let place = tickets[index]
        var missing: [DatasetWarning] = []
        let add = { (code: DatasetWarning.Code, detail: String) in
            missing.append(DatasetWarning(line: place.line, code: code, detail: detail))
        }
        if draft.categoryPath.isEmpty { add(.noCategory, "") }
        if draft.description?.isEmpty ?? true { add(.noDescription, "") }
        if draft.answers.isEmpty, draft.turns.isEmpty { add(.noReply, "") }
        if index > 0, form != .tracker, let number = place.number, let before = tickets[index - 1].number,
            number != before + 1,
            !dialect.ordinals.goesDown || number != before - 1
        {
            add(.numberingJumps, "\(before + 1)/\(number)")
        }
        if let line = read.unclosedFence { missing.append(DatasetWarning(line: line, code: .unclosedFence)) }
        return missing
    }
}
