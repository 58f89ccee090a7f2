import Workflow

/// The structure of one dataset file: where its tickets are. Drafts are made one at a time, so memory stays small.
package struct Dataset: Sendable {
    /// 0 when the file is no dataset.
    package var ticketCount: Int { tickets.count }
    /// How many tickets the file says it holds.
    package let declaredCount: Int?
    /// How many headings stand at the level of the tickets, known section names left out.
    package let headingCount: Int
    /// The bytes before the first ticket.
    package let preamble: Range<Int>
    /// The bytes after the last ticket that belong to the file; may be empty.
    package let closing: Range<Int>
    /// About the file as a whole; those of a ticket come with its entry.
    package let warnings: [DatasetWarning]

    private let bytes: [UInt8]
    private let dialect: Dialect
    private let tickets: [TicketPlace]

    /// Any bytes will do.
    package init(_ bytes: [UInt8]) {
        let blanked = NobodysText(in: bytes)
        let bytes = blanked?.bytes ?? bytes
        let plan = bytes.withUnsafeBufferPointer { DatasetPlan($0, comments: blanked?.comments ?? []) }
        self.bytes = bytes
        dialect = plan.dialect
        tickets = plan.tickets
        declaredCount = plan.declaredCount
        headingCount = plan.headingCount
        preamble = plan.preamble
        closing = plan.closing
        warnings = plan.warnings
    }

    /// The ticket at a position, from 0.
    package func entry(at index: Int) -> DatasetEntry {
        bytes.withUnsafeBufferPointer { entry(at: index, in: $0) }
    }

    private func entry(at index: Int, in bytes: Bytes) -> DatasetEntry {
        let place = tickets[index]
        let fences = ClosedFences(in: bytes, place.body)
        let text = Text(bytes: bytes, dialect: dialect)
        var reader = DraftReader(title: text.string(place.title), text, fences)
        let sections = Sectioner.sections(
            of: place.body, line: place.line, level: place.level, in: bytes, dialect, fences)
        reader.read(sections, of: place)
        let source = SourcePlace(
            ordinal: index + 1, printedOrdinal: place.number ?? reader.printed, line: place.line,
            bytes: place.start..<place.body.upperBound)
        return DatasetEntry(
            draft: reader.draft, place: source, warnings: reader.warnings + missing(reader, at: index, in: bytes),
            derivedAnswersDiffer: reader.derivedAnswersDiffer)
    }

    /// What the ticket lacks, and where its number does not follow the one before.
    private func missing(_ reader: DraftReader, at index: Int, in bytes: Bytes) -> [DatasetWarning] {
        let draft = reader.draft
        let place = tickets[index]
        var missing: [DatasetWarning] = []
        let add = { (code: DatasetWarning.Code, detail: String) in
            missing.append(DatasetWarning(line: place.line, code: code, detail: detail))
        }
        if draft.categoryPath.isEmpty { add(.noCategory, "") }
        if draft.description?.isEmpty ?? true { add(.noDescription, "") }
        if draft.answers.isEmpty, draft.turns.isEmpty { add(.noReply, "") }
        if index > 0, let number = place.number, let before = tickets[index - 1].number, number != before + 1 {
            add(.numberingJumps, "\(before + 1)/\(number)")
        }
        if let fence = reader.fences.unclosed {
            let line = place.line + bytes[place.start..<fence].count { $0 == 0x0A }
            missing.append(DatasetWarning(line: line, code: .unclosedFence))
        }
        return missing
    }
}

/// Where a ticket stands in its file.
struct TicketPlace: Sendable {
    var start: Int
    var line: Int
    var title: Range<Int>
    var number: Int?
    /// Nothing but an ordinal stands in the heading.
    var isOnlyOrdinal: Bool
    /// From behind the heading to the end of the ticket.
    var body: Range<Int>
    /// Of the heading; 0 where there is none.
    var level = 2
    /// What the source's own desk calls it, where the title says so.
    var key: Range<Int>?
    var status: Status?
    var time: SourceTime?
    /// The names of the groups in which it stands, the outermost first.
    var groups: [Range<Int>] = []
}
