import Foundation

/// Everything about a file that is known before its tickets are read.
struct DatasetPlan {
    private(set) var dialect = Dialect()
    private(set) var tickets: [TicketPlace] = []
    private(set) var declaredCount: Int?
    private(set) var headingCount = 0
    private(set) var preamble: Range<Int>
    private(set) var closing: Range<Int>
    private(set) var warnings: [DatasetWarning] = []

    init(_ bytes: Bytes) {
        let start = bytes.has("\u{FEFF}", at: 0, limit: bytes.count) ? 3 : 0
        preamble = start..<bytes.count
        closing = bytes.count..<bytes.count
        if start > 0 { warnings.append(DatasetWarning(line: 1, code: .byteOrderMark)) }
        let survey = Surveyor.survey(bytes, from: start)
        if DatasetPlan.isOurs(bytes) {
            dialect = .own
            placeOwn(survey, in: bytes)
        } else {
            place(survey, in: bytes)
        }
        warnAboutBytes(bytes)
        warnAboutCount(survey, in: bytes)
    }

    /// The announcement stands on a line of its own near the top.
    private static func isOurs(_ bytes: Bytes) -> Bool {
        let top = 0..<min(bytes.count, 4096)
        guard let found = bytes.first(Escape.announcement, in: top) else { return false }
        return (found == 0 || bytes[found - 1] == 0x0A || found == 3) && bytes.first("\n## ", in: 0..<found) == nil
    }

    private mutating func placeOwn(_ survey: Survey, in bytes: Bytes) {
        dialect.hasCarriageReturns = survey.hasCarriageReturns
        let marks = survey.landmarks.filter { $0.kind == .heading && $0.level == 2 }
        headingCount = marks.count
        for (index, mark) in marks.enumerated() {
            add(mark, until: index + 1 < marks.count ? marks[index + 1].start : bytes.count, in: bytes)
        }
        preamble = preamble.lowerBound..<(marks.first?.start ?? bytes.count)
    }

    private mutating func place(_ first: Survey, in bytes: Bytes) {
        let (survey, headings) = DatasetPlan.headings(first, in: bytes)
        headingCount = headings.candidateCount
        dialect = DialectLearner.learn(survey, headings, in: bytes)
        tickets.reserveCapacity(headings.found.count)
        for (position, found) in headings.found.enumerated() {
            let mark = survey.landmarks[found.landmark]
            let next = position + 1 < headings.found.count ? headings.found[position + 1].landmark : nil
            let end = next.map { survey.landmarks[$0].start } ?? bytes.count
            switch found.mark {
            case .ticket: add(mark, until: end, in: bytes)
            case .summary, .group: skip(mark, until: end, in: bytes)
            }
        }
        guard let first = tickets.first, let last = tickets.last else { return }
        preamble = preamble.lowerBound..<first.start
        closing = last.body.upperBound..<bytes.count
    }

    /// The headings of the tickets; lines in bold or titles under a label when the headings plainly are not theirs.
    private static func headings(_ survey: Survey, in bytes: Bytes) -> (Survey, TicketHeadings) {
        let headings = TicketHeadings(survey, in: bytes)
        guard headings.holdSeveralTicketsEach else { return (survey, headings) }
        for level in [Landmark.boldTitleLevel, Landmark.titleLabelLevel] {
            guard let other = survey.withTitles(of: level) else { continue }
            let others = TicketHeadings(other, in: bytes)
            if others.level == Int(level), others.found.count > headings.found.count { return (other, others) }
        }
        return (survey, headings)
    }

    private mutating func add(_ mark: Landmark, until end: Int, in bytes: Bytes) {
        let line = bytes.line(at: mark.start, limit: bytes.count)
        guard let heading = mark.title(in: line, bytes) else { return }
        let (title, number) = dialect.title(of: heading, in: bytes)
        let isOnlyOrdinal =
            title.isEmpty
            || title.lowerBound == heading.lowerBound && title.count <= 40
                && Ordinal.title(in: bytes, title).map { $0.end >= title.upperBound } ?? false
        tickets.append(
            TicketPlace(
                start: mark.start, line: Int(mark.line),
                title: title.isEmpty ? Heading.withoutColon(heading, in: bytes) : title, number: number,
                isOnlyOrdinal: isOnlyOrdinal, body: line.next..<max(line.next, end)))
    }

    private mutating func skip(_ mark: Landmark, until end: Int, in bytes: Bytes) {
        let line = bytes.line(at: mark.start, limit: bytes.count)
        let name = Heading(line, in: bytes).map { bytes.text($0.text) } ?? ""
        warnings.append(DatasetWarning(line: Int(mark.line), code: .summarySkipped, detail: name))
    }

    private mutating func warnAboutCount(_ survey: Survey, in bytes: Bytes) {
        if tickets.isEmpty {
            warnings.append(DatasetWarning(line: 1, code: .noTicket))
            return
        }
        declaredCount = DeclaredCount.find(in: bytes, preamble) ?? DeclaredCount.find(in: bytes, closing)
        if let declaredCount, declaredCount != tickets.count {
            warnings.append(DatasetWarning(line: 1, code: .countDiffers, detail: "\(declaredCount)/\(tickets.count)"))
        }
    }

    private mutating func warnAboutBytes(_ bytes: Bytes) {
        if bytes.contains(0, in: 0..<bytes.count), let place = bytes.firstIndex(of: 0) {
            warnings.append(DatasetWarning(line: DatasetPlan.line(of: place, in: bytes), code: .nulByte))
        }
        let invalid = InvalidUTF8.first(in: bytes)
        dialect.isValidUTF8 = invalid == nil
        if let place = invalid {
            warnings.append(DatasetWarning(line: DatasetPlan.line(of: place, in: bytes), code: .invalidUTF8))
        }
    }

    private static func line(of place: Int, in bytes: Bytes) -> Int {
        1 + bytes[0..<place].count { $0 == 0x0A }
    }
}
