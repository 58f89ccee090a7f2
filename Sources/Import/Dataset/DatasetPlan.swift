import Foundation
import Workflow

/// Everything about a file that is known before its tickets are read.
struct DatasetPlan {
    private(set) var dialect = Dialect()
    private(set) var tickets: [TicketPlace] = []
    private(set) var declaredCount: Int?
    private(set) var headingCount = 0
    private(set) var preamble: Range<Int>
    private(set) var closing: Range<Int>
    private(set) var warnings: [DatasetWarning] = []

    init(_ bytes: Bytes, comments: [Range<Int>] = [], _ vocabulary: Vocabulary = .standard) {
        let start = bytes.has("\u{FEFF}", at: 0, limit: bytes.count) ? 3 : 0
        preamble = start..<bytes.count
        closing = bytes.count..<bytes.count
        if start > 0 { warnings.append(DatasetWarning(line: 1, code: .byteOrderMark)) }
        let survey = Surveyor.survey(bytes, from: start, vocabulary)
        if DatasetPlan.isOurs(bytes) {
            dialect = .own
            placeOwn(survey, in: bytes)
        } else {
            place(survey, in: bytes, vocabulary)
        }
        dialect.comments = comments
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
            add(mark, until: index + 1 < marks.count ? marks[index + 1].start : bytes.count, [], in: bytes)
        }
        preamble = preamble.lowerBound..<(marks.first?.start ?? bytes.count)
    }

    private mutating func place(_ first: Survey, in bytes: Bytes, _ vocabulary: Vocabulary) {
        let (survey, headings) = DatasetPlan.headings(first, in: bytes, vocabulary)
        headingCount = headings.candidateCount
        dialect = DialectLearner.learn(survey, headings, in: bytes)
        tickets.reserveCapacity(headings.found.count)
        var groups = GroupPath(survey, headings, in: bytes)
        for (position, found) in headings.found.enumerated() {
            let mark = survey.landmarks[found.landmark]
            let next = position + 1 < headings.found.count ? headings.found[position + 1].landmark : nil
            let end = next.map { survey.landmarks[$0].start } ?? bytes.count
            switch found.mark {
            case .ticket: add(mark, until: end, groups.path(of: found.landmark), in: bytes)
            case .group: groups.enter(from: found.landmark, to: next ?? survey.landmarks.count)
            case .summary: skip(mark, until: end, in: bytes)
            }
        }
        for index in headings.unmatched {
            let start = survey.landmarks[index].start
            if tickets.contains(where: { $0.body.contains(start) }) {
                warnAboutHeading(survey.landmarks[index], in: bytes)
            }
        }
        guard let first = tickets.first, let last = tickets.last else { return }
        preamble = preamble.lowerBound..<first.start
        closing = last.body.upperBound..<bytes.count
    }

    /// The headings of the tickets; lines in bold or titles under a label when the headings plainly are not theirs.
    private static func headings(
        _ survey: Survey, in bytes: Bytes, _ vocabulary: Vocabulary
    ) -> (Survey, TicketHeadings) {
        let headings = TicketHeadings(survey, in: bytes, vocabulary)
        guard headings.holdSeveralTicketsEach else { return (survey, headings) }
        for level in [Landmark.boldTitleLevel, Landmark.titleLabelLevel] {
            guard let other = survey.withTitles(of: level) else { continue }
            let others = TicketHeadings(other, in: bytes, vocabulary)
            if others.level == Int(level), others.found.count > headings.found.count { return (other, others) }
        }
        return (survey, headings)
    }

    private mutating func add(_ mark: Landmark, until end: Int, _ groups: [Range<Int>], in bytes: Bytes) {
        let line = bytes.line(at: mark.start, limit: bytes.count)
        guard let heading = mark.title(in: line, bytes) else { return }
        let title = dialect.title(of: heading, in: bytes)
        let text = title.text
        let isOnlyOrdinal =
            text.isEmpty
            || text.lowerBound == heading.lowerBound && text.count <= 40
                && Ordinal.title(in: bytes, text).map { $0.end >= text.upperBound } ?? false
        var place = TicketPlace(
            start: mark.start, line: Int(mark.line),
            title: text.isEmpty ? Heading.withoutColon(heading, in: bytes) : text, number: title.number,
            isOnlyOrdinal: isOnlyOrdinal, body: line.next..<max(line.next, end))
        place.level = Int(mark.level)
        place.key = title.key
        place.status = title.status
        place.time = title.time
        place.groups = groups
        tickets.append(place)
    }

    private mutating func skip(_ mark: Landmark, until end: Int, in bytes: Bytes) {
        let line = bytes.line(at: mark.start, limit: bytes.count)
        let name = Heading(line, in: bytes).map { bytes.text($0.text) } ?? ""
        warnings.append(DatasetWarning(line: Int(mark.line), code: .summarySkipped, detail: name))
    }

    private mutating func warnAboutHeading(_ mark: Landmark, in bytes: Bytes) {
        let line = bytes.line(at: mark.start, limit: bytes.count)
        let name = mark.title(in: line, bytes).map { bytes.text($0) } ?? ""
        warnings.append(DatasetWarning(line: Int(mark.line), code: .headingInsideTicket, detail: name))
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

/// The headings above a ticket: the names of the groups in which it stands, the outermost first.
struct GroupPath {
    private let survey: Survey
    private let bytes: Bytes
    private let headings: TicketHeadings
    private var open: [(level: Int, name: Range<Int>)] = []
    /// The file's own title is no group.
    private let title: Int?

    init(_ survey: Survey, _ headings: TicketHeadings, in bytes: Bytes) {
        self.survey = survey
        self.bytes = bytes
        self.headings = headings
        title = GroupPath.title(survey, headings)
        if let first = headings.found.first { enter(from: 0, to: first.landmark) }
    }

    /// The first heading, where no other outside of tickets stands as high.
    private static func title(_ survey: Survey, _ headings: TicketHeadings) -> Int? {
        var outside = Array(0..<(headings.found.first?.landmark ?? 0))
        for (position, found) in headings.found.enumerated() where found.mark == .group {
            let end =
                position + 1 < headings.found.count ? headings.found[position + 1].landmark : survey.landmarks.count
            outside += Array(found.landmark..<end)
        }
        let all = outside.filter { survey.landmarks[$0].kind == .heading && !headings.isHidden($0) }
        guard let first = all.first else { return nil }
        let top = survey.landmarks[first].level
        return top == 1 && all.count { survey.landmarks[$0].level <= top } == 1 ? first : nil
    }

    /// Takes in the headings among some landmarks.
    mutating func enter(from start: Int, to end: Int) {
        for index in start..<max(start, end) where survey.landmarks[index].kind == .heading && !headings.isHidden(index)
        {
            let mark = survey.landmarks[index]
            let line = bytes.line(at: mark.start, limit: bytes.count)
            guard let name = mark.title(in: line, bytes) else { continue }
            open.removeAll { $0.level >= Int(mark.level) }
            if index != title, mark.field != .summary { open.append((Int(mark.level), name)) }
        }
    }

    func path(of ticket: Int) -> [Range<Int>] {
        let level = Int(survey.landmarks[ticket].level)
        return open.filter { $0.level < level }.map(\.name)
    }
}
