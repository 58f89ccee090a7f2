/// Finds by evidence which headings open tickets, and which headings between them belong to the file.
struct TicketHeadings {
    /// A ticket opens here, or the file speaks for itself (a summary, the heading of a group).
    enum Mark: UInt8 { case ticket, summary, group }

    struct Found {
        let landmark: Int
        let mark: Mark
    }

    private(set) var level = 0
    var found: [Found] = []
    /// Headings at the ticket level, known section names left out.
    private(set) var candidateCount = 0

    let bytes: Bytes
    let landmarks: [Landmark]
    /// Unknown headings whose next line is structure, or another such heading one level down.
    var isDirect: [Bool] = []
    var candidates: [Int] = []
    /// The fields that are seen between a candidate and the next one.
    var fields: [UInt32] = []
    var opener = Opener(follower: .nothing, field: nil)
    var rulesAreUsual = false
    var rulesDivideSections = false
    var ordinals = OrdinalHabit()

    struct Opener: Hashable {
        let follower: Landmark.Follower
        let field: SectionField?

        /// Decides between openers that are equally common.
        var rank: Int { -(Int(follower.rawValue) << 8 + Int(field?.rawValue ?? 0xFF)) }
    }

    init(_ survey: Survey, in bytes: Bytes) {
        self.bytes = bytes
        landmarks = survey.landmarks
        markDirect()
        level = bestLevel()
        guard level > 0 else { return }
        collectCandidates()
        opener = usualOpener()
        learnHabits()
        rulesDivideSections = survey.rulesBeforeSections * 2 >= max(candidates.count, 1)
        decide()
    }

    private mutating func markDirect() {
        isDirect = Array(repeating: false, count: landmarks.count)
        for index in landmarks.indices.reversed() where landmarks[index].kind == .heading {
            let mark = landmarks[index]
            switch mark.follower {
            case .label: isDirect[index] = true
            case .section: isDirect[index] = landmarks[index + 1].level >= mark.level
            case .heading: isDirect[index] = landmarks[index + 1].level > mark.level && isDirect[index + 1]
            case .unknownLabel: isDirect[index] = isLabelled(after: index)
            default: isDirect[index] = false
            }
        }
    }

    /// An unknown label counts when a known one, or a section, stands with it.
    private func isLabelled(after index: Int) -> Bool {
        var next = index + 1
        while next < landmarks.count, next - index < 8, landmarks[next].kind != .heading {
            if landmarks[next].field != nil { return true }
            next += 1
        }
        return next < landmarks.count && landmarks[next].kind == .heading && isSection(landmarks[next])
    }

    private func isSection(_ mark: Landmark) -> Bool {
        mark.field.map { $0 != .summary } ?? false
    }

    /// The level with the most evidence. Names that come again and again are sections, not titles.
    private func bestLevel() -> Int {
        var scores = Array(repeating: 0.0, count: 9)
        for level in 1...8 { scores[level] = score(of: level) }
        let best = scores.max() ?? 0
        return best > 0 ? scores.firstIndex(of: best) ?? 0 : 0
    }

    private func score(of level: Int) -> Double {
        var evidence = 0.0
        var names: Set<UInt32> = []
        var count = 0
        for (index, mark) in landmarks.enumerated()
        where mark.kind == .heading && Int(mark.level) == level && !isSection(mark) {
            count += 1
            guard isDirect[index] else { continue }
            names.insert(mark.name)
            evidence += mark.follower == .heading ? 0.4 : 1
        }
        guard count > 0 else { return 0 }
        if evidence == 0 { return scoreOfDistance(level) }
        return names.count * 3 < Int(evidence) && count >= 4 ? evidence * 0.2 : evidence
    }

    /// No heading is followed by structure at once: a little for each section further down.
    private func scoreOfDistance(_ level: Int) -> Double {
        var waits = false
        var evidence = 0.0
        for mark in landmarks where mark.kind.rawValue <= Landmark.Kind.label.rawValue && !mark.isFenced {
            if mark.kind == .heading, !isSection(mark) {
                waits = Int(mark.level) == level
            } else if waits, isSection(mark), mark.kind == .label || Int(mark.level) > level {
                evidence += 0.001
            }
        }
        return evidence
    }

    private mutating func collectCandidates() {
        let usesPlainLabels = countsPlainLabels()
        for (index, mark) in landmarks.enumerated() {
            if isCandidate(index) {
                candidates.append(index)
                fields.append(0)
            } else if let field = mark.field, field != .summary, !fields.isEmpty,
                mark.kind != .plainLabel || usesPlainLabels
            {
                fields[fields.count - 1] |= field.bit
            }
        }
        candidateCount = candidates.count
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

    private func isCandidate(_ index: Int) -> Bool {
        let mark = landmarks[index]
        guard mark.kind == .heading, Int(mark.level) == level, mark.field != .container else { return false }
        return !isSection(mark) || isDirect[index] && mark.followerField?.isCategory == true
    }

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
        for index in candidates where opensUsually(index) {
            usual += 1
            afterRule += landmarks[index].isAfterRule ? 1 : 0
            ordinals.see(ordinal(of: index))
        }
        // The first ticket often stands under the file's title with no rule between.
        rulesAreUsual = usual > 1 && afterRule * 5 >= (usual - 1) * 4
    }

    func ordinal(of index: Int) -> Ordinal? {
        let line = bytes.line(at: landmarks[index].start, limit: bytes.count)
        return landmarks[index].title(in: line, bytes).flatMap { Ordinal.title(in: bytes, $0) }
    }
}
