/// Learns the habits of a file from the landmarks inside its tickets.
struct DialectLearner {
    private struct Count {
        var tickets = 0
        var lastTicket = -1
    }

    private struct WeakName: Hashable {
        let field: SectionField
        let name: UInt32
    }

    private let ticketCount: Int
    private var names: [UInt32: Count] = [:]
    private var plainNames: [UInt32: Count] = [:]
    private var plainFields: [UInt32: (field: SectionField, isWeak: Bool)] = [:]
    private var weakNames: [WeakName: Count] = [:]
    private var strongNames: [SectionField: Count] = [:]
    /// How many sections stand so far below their ticket, counted from 8 levels above it.
    private var depths = Array(repeating: 0, count: 16)
    private var answerSections = 0
    private var listedAnswerSections = 0

    /// `breaks` are the landmarks of tickets and of what stands between them, ascending.
    static func learn(_ survey: Survey, _ headings: TicketHeadings, in bytes: Bytes) -> Dialect {
        let tickets = headings.found.filter { $0.mark == .ticket }.count
        var learner = DialectLearner(ticketCount: tickets)
        learner.read(survey, headings)
        var dialect = learner.dialect()
        dialect.vocabulary = headings.vocabulary
        dialect.examples = headings.examples
        dialect.isSingle = tickets == 1
        if tickets == 1, !dialect.hasSectionHeadings { dialect.sectionDepths = depthOfSections(survey, headings) }
        dialect.rulesDivideSections = tickets > 0 && survey.rulesBeforeSections * 2 >= tickets
        dialect.hasCarriageReturns = survey.hasCarriageReturns
        dialect.learnTitles(survey, headings, in: bytes)
        return dialect
    }

    /// Below the title of a file that is one ticket the highest headings are sections, known or not.
    private static func depthOfSections(_ survey: Survey, _ headings: TicketHeadings) -> UInt16 {
        guard let found = headings.found.first(where: { $0.mark == .ticket }),
            survey.landmarks[found.landmark].level == 1
        else { return 0 }
        let below = survey.landmarks[(found.landmark + 1)...].filter { $0.kind == .heading && !$0.isFenced }
        let top = below.map { Int($0.level) }.min()
        return top.map { $0 > 1 ? Dialect.depth($0, below: 1) : 0 } ?? 0
    }

    /// Of tickets that no heading opens: each from its landmark to the next one's.
    static func learn(_ survey: Survey, tickets: [Int], _ hidden: Examples) -> Dialect {
        let ranges = tickets.indices.map { position in
            let end = position + 1 < tickets.count ? tickets[position + 1] : survey.landmarks.count
            return (tickets[position]..<max(end, tickets[position]), 0)
        }
        return learn(survey, ranges: ranges, hidden)
    }

    /// - Parameter ranges: the landmarks inside of each ticket, and the level of its heading, 0 where it has none.
    static func learn(_ survey: Survey, ranges: [(landmarks: Range<Int>, level: Int)], _ hidden: Examples) -> Dialect {
        var learner = DialectLearner(ticketCount: ranges.count)
        for (position, range) in ranges.enumerated() {
            for index in range.landmarks where !hidden.landmarks[index] {
                learner.see(survey.landmarks[index], ticket: position, range.level)
            }
        }
        return learner.dialect()
    }

    private init(ticketCount: Int) { self.ticketCount = ticketCount }

    private mutating func read(_ survey: Survey, _ headings: TicketHeadings) {
        for (position, found) in headings.found.enumerated() where found.mark == .ticket {
            let end =
                position + 1 < headings.found.count
                ? headings.found[position + 1].landmark : survey.landmarks.count
            let level = Int(survey.landmarks[found.landmark].level)
            for index in found.landmark + 1..<max(end, found.landmark + 1) where !headings.isHidden(index) {
                see(survey.landmarks[index], ticket: position, level)
            }
        }
    }

    private mutating func see(_ mark: Landmark, ticket: Int, _ level: Int) {
        switch mark.kind {
        case .heading: if let field = mark.field, field != .summary { depths[Int(mark.level) - level + 8] += 1 }
        case .label: break
        case .boldTitle: return
        case .plainLabel:
            DialectLearner.count(mark.name, in: &plainNames, ticket)
            if let field = mark.field { plainFields[mark.name] = (field, mark.isWeak) }
            return
        }
        DialectLearner.count(mark.name, in: &names, ticket)
        guard let field = mark.field else { return }
        if mark.isWeak {
            DialectLearner.count(WeakName(field: field, name: mark.name), in: &weakNames, ticket)
        } else {
            DialectLearner.count(field, in: &strongNames, ticket)
        }
        guard field == .answers, mark.follower == .text || mark.follower == .list else { return }
        answerSections += 1
        listedAnswerSections += mark.follower == .list ? 1 : 0
    }

    private static func count<Key: Hashable>(_ key: Key, in counts: inout [Key: Count], _ ticket: Int) {
        var count = counts[key] ?? Count()
        if count.lastTicket != ticket { count.tickets += 1 }
        count.lastTicket = ticket
        counts[key] = count
    }

    /// A plain label counts once it is known to recur.
    private mutating func adoptPlainNames(_ recurring: Set<UInt32>) {
        for (name, (field, isWeak)) in plainFields where recurring.contains(name) {
            if isWeak {
                weakNames[WeakName(field: field, name: name)] = plainNames[name]
            } else if strongNames[field]?.tickets ?? 0 < plainNames[name]?.tickets ?? 0 {
                strongNames[field] = plainNames[name]
            }
        }
    }

    private mutating func dialect() -> Dialect {
        var dialect = Dialect()
        adoptPlainNames(names(in: plainNames))
        for depth in depths.indices where depths[depth] * 5 >= max(ticketCount, 1) {
            dialect.sectionDepths |= 1 << UInt16(depth)
        }
        dialect.recurring = names(in: names)
        dialect.recurringPlain = names(in: plainNames)
        for (field, count) in strongNames where count.tickets * 5 >= ticketCount {
            dialect.strongFields |= field.bit
            if field.isCategory { dialect.strongFields |= SectionField.category.bit }
        }
        for (weak, count) in weakNames.sorted(by: { ($0.value.tickets, $0.key.name) < ($1.value.tickets, $1.key.name) })
        where dialect.strongFields & weak.field.bit == 0 && count.tickets * 5 >= ticketCount {
            dialect.promoted[weak.field] = weak.name
        }
        dialect.listsAnswers = listedAnswerSections * 5 >= max(answerSections, 1)
        return dialect
    }

    /// A name recurs when a third of the tickets have it.
    private func names(in counts: [UInt32: Count]) -> Set<UInt32> {
        Set(counts.filter { $0.value.tickets * 3 >= ticketCount }.keys)
    }
}
