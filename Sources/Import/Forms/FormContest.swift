/// All readers look at a file; the surest reads it.
struct FormContest {
    private let bytes: Bytes
    private let survey: Survey
    private let start: Int
    private let vocabulary: Vocabulary
    private let front: FrontMatter?
    private let title: FileTitle?
    private let templates: TemplateEntry
    private let path: String

    private init(
        _ bytes: Bytes, _ survey: Survey, from start: Int, _ vocabulary: Vocabulary, _ front: FrontMatter?, path: String
    ) {
        self.bytes = bytes
        self.survey = survey
        self.start = start
        self.vocabulary = vocabulary
        self.front = front
        title = FileTitle(in: bytes, from: front?.end ?? start) ?? FileTitle(path: path)
        templates = TemplateEntry(survey, in: bytes)
        self.path = path
    }

    struct Result {
        var candidate: FormCandidate
        var coverage: LineCoverage
        /// It calls itself a list of bugs, of tickets or of things to do.
        var isCalledTickets = false
        /// It calls itself a list of questions.
        var isCalledQuestions = false
        /// What the file looks like, where no reader understands it.
        var sight: FileSight?
    }

    /// - Parameter isSeparated: its name says that it holds values parted by commas or tabs.
    static func decide(
        _ bytes: Bytes, _ survey: Survey, from start: Int, isSeparated: Bool, lesson: Lesson? = nil, path: String = ""
    ) -> Result {
        let front = FrontMatter(in: bytes, from: start)
        let contest = FormContest(bytes, survey, from: start, .standard, front, path: path)
        let sections = contest.sections(lesson)
        let family = contest.judged(sections)
        let isStrong =
            family.coverage.isUnderstood && sections.evidence >= 0.5 && family.coverage.share >= 0.8
            && sections.places.count >= 2 && !isSeparated && front == nil
        var all =
            isStrong && !contest.mayBeTracker ? [family] : contest.others(isSeparated: isSeparated).map(contest.judged)
        if !isStrong || contest.mayBeTracker { all.append(contest.besideRows(family, all)) }
        var best = all.max { contest.sureness(of: $0) < contest.sureness(of: $1) } ?? family
        best.isCalledTickets = contest.title.map { $0.kind != .questions } ?? FileTitle.namesTicket(path: path)
        best.isCalledQuestions = contest.title?.kind == .questions
        if !best.coverage.isUnderstood {
            best.sight = FileSight(survey, in: bytes, from: start, isSeparated: isSeparated)
        }
        return best
    }

    /// Headings without labels, above far more rows of a table that says of itself that it holds tickets, are none.
    private func besideRows(_ family: Result, _ others: [Result]) -> Result {
        let rows = others.first { $0.candidate.form == .table && $0.candidate.evidence >= 0.9 }
        guard let count = rows?.candidate.places.count, count >= 3, family.candidate.evidence < 0.5,
            family.candidate.places.count * 2 <= count
        else { return family }
        var candidate = family.candidate
        candidate.isDoubtful = true
        return judged(candidate)
    }

    // Two of its comments may look like sections to the family's reader.
    private var mayBeTracker: Bool {
        bytes.first("opened issue at", in: start..<bytes.count) != nil
            || bytes.first("commented", in: start..<bytes.count) != nil
    }

    private func sections(_ lesson: Lesson?) -> FormCandidate {
        var plan = SectionsPlan(survey, in: bytes, vocabulary, lesson, title)
        if let front { plan.candidate.structure.append(start..<front.end) }
        return plan.candidate
    }

    private func others(isSeparated: Bool) -> [FormCandidate] {
        if isSeparated { return [CSVFinder.find(in: bytes, vocabulary, isSure: true)].compactMap { $0 } }
        var found = [
            TrackerFinder.find(survey, in: bytes, from: start, vocabulary),
            // What calls itself several is not one.
            front == nil && title?.isBare ?? false
                ? nil : FileFinder.find(survey, front, in: bytes, from: start, vocabulary),
            TableFinder.find(survey, in: bytes, from: front?.end ?? start, vocabulary),
            ListFinder.find(survey, in: bytes, from: front?.end ?? start, vocabulary, title),
            chat(from: front?.end ?? start),
            BlockFinder.find(survey, in: bytes, from: front?.end ?? start, vocabulary),
            // How something is to be done is no question in a list of what is.
            title?.kind == .toDo
                ? nil : QuestionFinder.find(survey, in: bytes, from: front?.end ?? start, vocabulary),
        ].compactMap { $0 }
        if found.isEmpty, let rows = CSVFinder.find(in: bytes, vocabulary, isSure: false) { found.append(rows) }
        if let front {
            for index in found.indices {
                if found[index].form == .file {
                    found[index].structure.append(start..<front.end)
                } else {
                    found[index].aside = start..<front.end
                }
            }
        }
        return found
    }

    /// In a file that calls itself a list of bugs, words before colons that nobody is known by are labels.
    private func chat(from start: Int) -> FormCandidate? {
        let found = ChatFinder.find(in: bytes, from: start, vocabulary)
        let isList = title.map { $0.kind != .questions && !$0.mayTalk } ?? false
        return isList && found?.dialect.allowsSpokenNames == true ? nil : found
    }

    private func judged(_ candidate: FormCandidate) -> Result {
        var candidate = candidate
        templates.leave(&candidate)
        if candidate.form == .sections || candidate.form == .list {
            IndexTable.read(&candidate, from: front?.end ?? start, in: bytes)
        }
        // `INC-12.md` holds one, and not its sections.
        if candidate.form == .sections, candidate.places.count >= 3, OneTicketTitle.isKey(path: path),
            candidate.places.count(where: { $0.number != nil || $0.key != nil }) * 2 < candidate.places.count
        {
            candidate.isDoubtful = true
        }
        return Result(candidate: candidate, coverage: LineCoverage(candidate, survey, in: bytes, from: start))
    }

    private func sureness(of result: Result) -> Double {
        guard !result.candidate.places.isEmpty else { return 0 }
        let matched = Double(result.coverage.matched) / Double(max(result.coverage.lookalikes, 1))
        let sure = result.candidate.form.weight * result.coverage.share * result.candidate.evidence
        // Keys that only tickets have, at the top of a file, say more than its headings.
        let isBesideFront = front.map(FileFinder.areTicketKeys) ?? false && result.candidate.form == .sections
        if isBesideFront, result.candidate.places.count == 1 { return sure * 0.5 }
        return result.coverage.isUnderstood ? 1 + sure : sure * matched
    }
}

/// What is seen in a file that no reader understands.
package struct FileSight: Equatable, Sendable {
    /// How many headings stand at each level that has some.
    package private(set) var headings: [(level: Int, count: Int)] = []
    /// Names of labels that come at least twice, the most frequent first, each with the first line that has it
    /// and what it says there.
    package private(set) var labels: [(name: String, count: Int, line: Int, example: String)] = []
    /// Names in the first line of a file whose values are parted by signs.
    package private(set) var columns: [String] = []
    package private(set) var tableRows = 0
    package private(set) var listItems = 0
    package private(set) var links = 0
    /// People speak, boxes are ticked, or things are done one by one: whatever this is, it explains nothing.
    package private(set) var isNoGuide = false

    init(_ survey: Survey, in bytes: Bytes, from start: Int, isSeparated: Bool) {
        if isSeparated { columns = RowTable.columns(in: bytes, from: start).map(\.name) }
        var levels: [Int: Int] = [:]
        var names: [UInt32: (name: String, count: Int, line: Int, example: String)] = [:]
        for mark in survey.landmarks where !mark.isFenced {
            if mark.kind == .heading {
                levels[Int(mark.level), default: 0] += 1
            } else {
                let line = bytes.line(at: mark.start, limit: bytes.count)
                guard let label = FieldLabel(line, in: bytes) else { continue }
                let name = bytes.text(label.name)
                names[mark.name, default: (name, 0, Int(mark.line), bytes.text(label.value))].count += 1
            }
        }
        headings = levels.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        labels = names.values.filter { $0.count >= 2 }
        if labels.isEmpty, !isSeparated {
            labels = RecurringLines(in: bytes, from: start).labels.map { ($0.text, $0.count, $0.line, $0.example) }
        }
        labels.sort { ($1.count, $0.line) < ($0.count, $1.line) }
        labels = Array(labels.prefix(8))
        count(in: bytes)
        isNoGuide = WorkLines(in: bytes, from: start).areMost
    }

    private mutating func count(in bytes: Bytes) {
        bytes.eachLine(from: 0) { line, _ in
            if PipeRow.isRow(line, in: bytes) {
                tableRows += 1
            } else if ListMark(line, in: bytes) != nil {
                listItems += 1
                if bytes.first("](", in: line.text) != nil { links += 1 }
            }
        }
    }

    package static func == (a: FileSight, b: FileSight) -> Bool {
        a.headings.elementsEqual(b.headings, by: ==) && a.labels.elementsEqual(b.labels, by: ==)
            && a.columns == b.columns && (a.tableRows, a.listItems, a.links) == (b.tableRows, b.listItems, b.links)
    }
}
