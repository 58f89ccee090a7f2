import Foundation

/// Everything about a file that is known before its tickets are read.
struct DatasetPlan {
    private(set) var form = DatasetForm.sections
    private(set) var shape = FormShape.sections
    private(set) var dialect = Dialect()
    private(set) var tickets: [TicketPlace] = []
    private(set) var declaredCount: Int?
    private(set) var isCalledTickets = false
    private(set) var isCalledQuestions = false
    private(set) var preamble: Range<Int>
    private(set) var closing: Range<Int>
    private(set) var warnings: [DatasetWarning] = []
    private(set) var coverage = LineCoverage()
    private(set) var reasons: [DatasetReason] = []
    /// What is seen in a file that is not understood.
    private(set) var sight: FileSight?

    init(
        _ bytes: Bytes, comments: [Range<Int>] = [], _ taught: TaughtDialect? = nil, isSeparated: Bool = false,
        isUTF8: Bool = false, lesson: Lesson? = nil, path: String = ""
    ) {
        let start = bytes.has("\u{FEFF}", at: 0, limit: bytes.count) ? 3 : 0
        preamble = start..<bytes.count
        closing = bytes.count..<bytes.count
        if start > 0 { warnings.append(DatasetWarning(line: 1, code: .byteOrderMark)) }
        let vocabulary = taught?.vocabulary ?? .standard
        let survey = Surveyor.survey(bytes, from: start, vocabulary)
        if let taught {
            let found = TaughtFinder.find(taught, survey, in: bytes, from: start, isSeparated: isSeparated)
            let coverage = LineCoverage(found, survey, in: bytes, from: start)
            let sight = FileSight(survey, in: bytes, from: start, isSeparated: isSeparated)
            take(FormContest.Result(candidate: found, coverage: coverage, sight: sight), in: bytes)
        } else if DatasetPlan.isOurs(bytes) {
            dialect = .own
            placeOwn(survey, in: bytes)
        } else {
            let result = FormContest.decide(
                bytes, survey, from: start, isSeparated: isSeparated, lesson: lesson, path: path)
            take(result, in: bytes)
        }
        dialect.comments = comments
        warnAboutBytes(bytes, isUTF8: isUTF8)
        warnAboutCount(in: bytes)
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
        for (index, mark) in marks.enumerated() {
            let end = index + 1 < marks.count ? marks[index + 1].start : bytes.count
            if let place = TicketPlace(mark, until: end, dialect, in: bytes) { tickets.append(place) }
        }
        preamble = preamble.lowerBound..<(marks.first?.start ?? bytes.count)
        coverage = LineCoverage(ownTickets: tickets.count, lines: survey.nonBlankCount)
    }

    /// The start of a line, to show.
    private static func text(ofLine number: Int, in bytes: Bytes) -> String {
        var at = 0
        for _ in 1..<max(number, 1) { at = bytes.line(at: at, limit: bytes.count).next }
        guard at < bytes.count else { return "" }
        return String(bytes.text(bytes.trimmed(bytes.line(at: at, limit: bytes.count).text)).prefix(40))
    }

    private mutating func take(_ result: FormContest.Result, in bytes: Bytes) {
        let candidate = result.candidate
        form = candidate.form
        shape = candidate.shape
        dialect = candidate.dialect
        tickets = candidate.places
        warnings += candidate.warnings
        coverage = result.coverage
        isCalledTickets = result.isCalledTickets
        isCalledQuestions = result.isCalledQuestions
        reasons = candidate.reasons
        sight = result.sight
        if coverage.outsideCount > 0, !tickets.isEmpty {
            let line = coverage.outside.first?.lowerBound ?? 1
            let words = DatasetPlan.text(ofLine: line, in: bytes)
            let detail = "\(coverage.outsideCount) (\(coverage.outsideText)): \(words)"
            warnings.append(DatasetWarning(line: line, code: .outsideTickets, detail: detail))
        }
        guard let first = tickets.first, let last = tickets.last else { return }
        preamble = preamble.lowerBound..<max(first.start, preamble.lowerBound)
        closing = candidate.closing ?? last.body.upperBound..<closing.upperBound
        if dialect.taughtPriorities.isEmpty {
            dialect.taughtPriorities = PriorityLegend.find(in: bytes, [preamble, closing])
        }
    }

    private mutating func warnAboutCount(in bytes: Bytes) {
        if tickets.isEmpty {
            warnings.append(DatasetWarning(line: 1, code: .noTicket))
            return
        }
        declaredCount = DeclaredCount.find(in: bytes, preamble) ?? DeclaredCount.find(in: bytes, closing)
        if let declaredCount, declaredCount != tickets.count {
            warnings.append(DatasetWarning(line: 1, code: .countDiffers, detail: "\(declaredCount)/\(tickets.count)"))
        }
    }

    private mutating func warnAboutBytes(_ bytes: Bytes, isUTF8: Bool) {
        if bytes.contains(0, in: 0..<bytes.count), let place = bytes.firstIndex(of: 0) {
            warnings.append(DatasetWarning(line: DatasetPlan.line(of: place, in: bytes), code: .nulByte))
        }
        let invalid = isUTF8 ? nil : InvalidUTF8.first(in: bytes)
        dialect.isValidUTF8 = invalid == nil
        if let place = invalid {
            warnings.append(DatasetWarning(line: DatasetPlan.line(of: place, in: bytes), code: .invalidUTF8))
        }
    }

    private static func line(of place: Int, in bytes: Bytes) -> Int {
        1 + bytes[0..<place].count { $0 == 0x0A }
    }
}
