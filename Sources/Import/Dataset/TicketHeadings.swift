import Workflow

/// Finds by evidence which headings open tickets, and which headings between them belong to the file.
struct TicketHeadings {
    /// A ticket opens here, or the file speaks for itself (a summary, the heading of a group).
    enum Mark: UInt8 { case ticket, summary, group }

    struct Found {
        private let index: UInt32
        let mark: Mark

        init(landmark: Int, mark: Mark) { (index, self.mark) = (UInt32(landmark), mark) }

        var landmark: Int { Int(index) }
    }

    /// Of most tickets; 0 when the file has none.
    private(set) var level = 0
    /// Where a part of the file begins whose tickets stand at another level, ascending by landmark.
    var parts: [(landmark: Int, level: Int)] = []
    var found: [Found] = []
    var above = HeadingsAbove()
    /// Headings of another level that go on counting tickets, ascending.
    var strays: [Int] = []
    /// Headings that look as those of tickets do: at their level, with names that come once, or a ticket's.
    var lookalikes: Int {
        var next = 0
        return candidates.count {
            while next < found.count, found[next].landmark < $0 { next += 1 }
            let opens = next < found.count && found[next].landmark == $0 && found[next].mark == .ticket
            return opens
                || landmarks[$0].field == nil && !landmarks[$0].isFenced && isOnlyOne(landmarks[$0].name)
        }
    }
    /// Of them, those that open no ticket, where nothing else says what they are.
    var unmatched: [Int] = []

    let bytes: Bytes
    let landmarks: [Landmark]
    let vocabulary: Vocabulary
    /// What files beside this one teach.
    let lesson: Lesson?
    /// Examples in closed fences, whose headings count for nothing.
    let examples: [Range<Int>]
    /// Landmarks inside of them.
    private(set) var hiddenLandmarks: [Bool]
    /// The names at the level of the tickets, in order; a file may have hundreds of thousands.
    private var names: [UInt32] = []
    var form = TitleForm()
    /// Somebody speaks below the last landmark.
    let endsInTalk: Bool
    /// Unknown headings whose next line is structure, or another such heading one level down.
    var isDirect: [Bool] = []
    var candidates: [Int] = []
    /// The fields that are seen between a candidate and the next one.
    var fields: [UInt32] = []
    var opener = Opener(follower: .nothing, field: nil)
    var rulesAreUsual = false
    /// Only the file's title says that they are tickets.
    private(set) var areNamed = false
    /// Some of their titles have a box to be ticked.
    private(set) var hasBoxes = false
    /// Titles begin with a day.
    var datesAreUsual = false
    /// Titles begin with a box.
    var boxesAreUsual = false
    /// A title is called by a word for a ticket, such as `TICKET #1`: one without is none by itself.
    var namesTickets = false
    var rulesDivideSections = false
    var ordinals = OrdinalHabit()

    struct Opener: Hashable {
        let follower: Landmark.Follower
        let field: SectionField?

        /// Decides between openers that are equally common.
        var rank: Int { -(Int(follower.rawValue) << 8 + Int(field?.rawValue ?? 0xFF)) }
    }

    init(
        _ survey: Survey, in bytes: Bytes, _ vocabulary: Vocabulary = .standard, _ lesson: Lesson? = nil,
        _ fileTitle: FileTitle? = nil, isForced: Bool = false
    ) {
        self.bytes = bytes
        self.lesson = lesson
        self.vocabulary = vocabulary
        landmarks = survey.landmarks
        endsInTalk = survey.endsInTalk
        let hidden = Examples(survey, in: bytes)
        examples = hidden.ranges
        hiddenLandmarks = hidden.landmarks
        markDirect()
        level = taughtLevel() ?? bestLevel()
        // What calls itself a list of tickets is none of them.
        let isTitle = level > 0 && fileTitle.map { $0.level == level } ?? false
        if lesson == nil, isForced || isTitle || !mostAreDirect, let named = fileTitle.map({ namedLevel($0, survey) }),
            named > 0,
            level == 0 || level == named || isTitle || isForced
        {
            (level, areNamed) = (named, true)
        }
        guard level > 0 else { return }
        collectCandidates()
        opener = usualOpener()
        findParts()
        if !parts.isEmpty {
            collectCandidates()
            opener = usualOpener()
        }
        learnHabits()
        if areNamed { hasBoxes = candidates.contains(where: isBoxed) }
        findStrays()
        if !strays.isEmpty { collectCandidates() }
        rulesDivideSections = survey.rulesBeforeSections * 2 >= max(candidates.count, 1)
        decide()
    }

    func isSection(_ mark: Landmark) -> Bool {
        mark.field.map { $0 != .summary } ?? false
    }

    private mutating func collectCandidates() {
        (candidates, fields, names) = ([], [], [])
        let usesPlainLabels = countsPlainLabels()
        for (index, mark) in landmarks.enumerated() where !hiddenLandmarks[index] {
            if isCandidate(index) || goesOnCounting(index) {
                candidates.append(index)
                fields.append(0)
                names.append(mark.name)
            } else if let field = mark.field, field != .summary, !fields.isEmpty,
                mark.kind != .plainLabel || usesPlainLabels
            {
                fields[fields.count - 1] |= field.bit
            }
        }
        names.sort()
    }

    /// The name stands once at the level of the tickets.
    func isOnlyOne(_ name: UInt32) -> Bool {
        let first = names.partitioningIndex { $0 >= name }
        return first < names.count && names[first] == name && (first + 1 == names.count || names[first + 1] != name)
    }

    /// Plain labels stand in any text; they count when the file has few other sections.
    private func countsPlainLabels() -> Bool {
        var plain = 0
        var others = 0
        for mark in landmarks where mark.field?.isLong ?? false {
            plain += mark.kind == .plainLabel ? 1 : 0
            others += mark.kind == .plainLabel ? 0 : 1
        }
        return plain > others
    }

    func isCandidate(_ index: Int) -> Bool {
        let mark = landmarks[index]
        guard mark.kind == .heading, Int(mark.level) == self.level(at: index), mark.field != .container else {
            return false
        }
        return !isSection(mark) || isDirect[index] && mark.followerField?.isCategory == true
    }

    /// The level of the tickets in the part of the file in which a landmark stands.
    func level(at landmark: Int) -> Int {
        guard !parts.isEmpty else { return level }
        let next = parts.partitioningIndex { $0.landmark > landmark }
        return next > 0 ? parts[next - 1].level : level
    }

    /// Known sections stand at the level of the tickets: an unknown heading may be one more of them.
    var hasSectionsBeside: Bool {
        let beside = landmarks.indices.count {
            landmarks[$0].kind == .heading && !hiddenLandmarks[$0] && isSection(landmarks[$0])
                && Int(landmarks[$0].level) == level(at: $0)
        }
        return beside * 2 > candidates.count
    }

    func isHidden(_ landmark: Int) -> Bool { hiddenLandmarks[landmark] }

    private func openerOf(_ index: Int) -> Opener {
        let mark = landmarks[index]
        return Opener(follower: mark.follower, field: mark.follower == .heading ? nil : mark.followerField)
    }

    /// How tickets of this file begin. A category or a title counts a little more than a section.
    private func usualOpener() -> Opener {
        var counts: [Opener: Double] = [:]
        for index in candidates where isDirect[index] { counts[openerOf(index), default: 0] += 1 }
        for (opener, count) in counts where opener.field.map({ $0 < .status }) ?? false { counts[opener] = count + 0.5 }
        let best = counts.max { ($0.value, $0.key.rank) < ($1.value, $1.key.rank) }
        return best?.key ?? Opener(follower: .nothing, field: nil)
    }

    func opensUsually(_ index: Int) -> Bool { isDirect[index] && openerOf(index) == opener }

    private mutating func learnHabits() {
        var usual = 0
        var afterRule = 0
        var (dated, boxed) = (0, 0)
        // Where none opens as tickets do, their titles alone say what they are.
        let opening = candidates.contains(where: opensUsually) ? candidates.filter(opensUsually) : candidates
        for index in opening {
            usual += 1
            afterRule += landmarks[index].isAfterRule ? 1 : 0
            let ordinal = ordinal(of: index)
            ordinals.see(ordinal)
            if let style = ordinal?.style, style.isTicketName, style.word != Ordinal.Style.key { namesTickets = true }
            if let title = title(of: index) {
                form.see(title, in: bytes)
                boxed += beginsWithBox(title) ? 1 : 0
                dated += Dialect.leadingDay(TitleForm.plain(title, in: bytes), in: bytes) == nil ? 0 : 1
            }
        }
        // The first ticket often stands under the file's title with no rule between.
        datesAreUsual = dated * 2 > opening.count
        boxesAreUsual = boxed * 2 > opening.count
        rulesAreUsual = usual > 1 && afterRule * 5 >= (usual - 1) * 4
    }

    func title(of index: Int) -> Range<Int>? {
        let line = bytes.line(at: landmarks[index].start, limit: bytes.count)
        return landmarks[index].title(in: line, bytes)
    }

    func ordinal(of index: Int) -> Ordinal? {
        title(of: index).flatMap { Ordinal.title(in: bytes, TitleForm.plain($0, in: bytes)) }
    }
}
