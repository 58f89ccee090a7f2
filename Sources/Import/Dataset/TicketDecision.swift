/// The headings above the tickets' level since the last ticket, each looked at once.
struct HeadingsAbove {
    fileprivate var last = -1
    fileprivate var next = 0
    fileprivate var areThere = false
    fileprivate var holdSummary = false
    /// The file has groups: such a heading may be one of theirs.
    fileprivate var areOfGroups = false
    /// A bit for each level at which a heading stood right above one that opens a ticket.
    fileprivate(set) var groupLevels: UInt16 = 0

    fileprivate mutating func begin(behind landmark: Int) {
        (last, next, areThere, holdSummary) = (landmark, landmark + 1, false, false)
    }
}

// Decides, heading by heading, which of them open tickets and which belong to the file.
extension TicketHeadings {
    /// There are far more categories, or titles under a label, than headings of tickets.
    var holdSeveralTicketsEach: Bool {
        let tickets = found.count { $0.mark == .ticket }
        let labels = landmarks.filter { $0.kind == .label && !$0.isWeak }
        let most = max(labels.count { $0.field == .category }, labels.count { $0.field == .title })
        return most * 2 > tickets * 3
    }

    /// Far more labels that ask than headings of tickets: the headings name matters, and each question is a ticket.
    var askSeveralTimesEach: Bool {
        let tickets = found.count { $0.mark == .ticket }
        let labels = landmarks.filter { $0.kind != .heading && !$0.isFenced && $0.field == .description }
        guard labels.count * 2 >= tickets * 3 else { return false }
        let asking = labels.count {
            QuestionLine.question(bytes.line(at: $0.start, limit: bytes.count), in: bytes) != nil
        }
        return asking * 2 >= tickets * 3
    }

    mutating func decide() {
        var seen: UInt32 = 0
        var hasTicket = false
        var lastNumber = 0
        var nextGroup = 0
        var upcoming: (position: Int, number: Int?) = (-1, nil)
        for (position, index) in candidates.enumerated() {
            let number = ordinals.isUsual ? ordinal(of: index).flatMap { ordinals.number($0) } : nil
            var next = number.map { ordinals.goesDown ? $0 == lastNumber - 1 : $0 == lastNumber + 1 } ?? false
            if let number, !next, hasTicket, number > lastNumber, !ordinals.goesDown, !opensUsually(index) {
                // Numbers are left out; it stands between the one before and the next.
                if upcoming.position <= position { upcoming = usualNumber(behind: position) }
                next = upcoming.number.map { number < $0 } ?? true
            }
            let evidence = Evidence(
                fields: fields[position], seen: seen, continues: next,
                hasForm: number != nil && ordinals.areNames || title(of: index).map(hasForm) ?? false)
            let opens = goesOnCounting(index) || isTicket(index, evidence, isFirst: !hasTicket, position)
            addGroups(upTo: index, from: &nextGroup, isBeforeTicket: opens, hasTicket: hasTicket)
            if opens {
                if index > 0, landmarks[index - 1].kind == .heading, !landmarks[index - 1].isFenced,
                    landmarks[index - 1].level < landmarks[index].level
                {
                    above.groupLevels |= 1 << UInt16(landmarks[index - 1].level)
                }
                found.append(Found(landmark: index, mark: .ticket))
                hasTicket = true
                seen = fields[position]
                lastNumber = number ?? lastNumber
            } else if hasTicket, isSummary(index, position, evidence) || isNamedPart(index) {
                found.append(Found(landmark: index, mark: .summary))
                seen = 0
            } else {
                seen |= fields[position]
                if isDoubtful(index, hasTicket) { unmatched.append(index) }
            }
        }
        addGroups(upTo: landmarks.count, from: &nextGroup, isBeforeTicket: false, hasTicket: hasTicket)
        addEnd()
    }

    /// Of the next heading that opens a ticket as most do; its position is the end where there is none.
    private func usualNumber(behind position: Int) -> (position: Int, number: Int?) {
        for next in position + 1..<max(candidates.count, position + 1) where opensUsually(candidates[next]) {
            if let number = ordinal(of: candidates[next]).flatMap({ ordinals.number($0) }) { return (next, number) }
        }
        return (candidates.count, nil)
    }

    /// A mark or a day at its start, as nearly all titles have.
    private func hasForm(_ title: Range<Int>) -> Bool {
        form.fits(title, in: bytes) || lesson?.fits(title, in: bytes) ?? false
            || boxesAreUsual && beginsWithBox(title)
            || datesAreUsual && Dialect.leadingDay(TitleForm.plain(title, in: bytes), in: bytes) != nil
    }

    /// `2024-03-01`: what was done then.
    private func isOnlyDay(_ index: Int) -> Bool {
        guard let title = title(of: index), (1...24).contains(title.count), bytes[title.lowerBound].isDigit else {
            return false
        }
        return TimeReader.time(of: bytes.text(title)) != nil
    }

    private struct Evidence {
        let fields: UInt32
        let seen: UInt32
        /// Its number is the next.
        let continues: Bool
        /// It is written as only titles of this file are.
        let hasForm: Bool

        var repeats: Bool { fields & seen != 0 }

        /// What only tickets have stands below it.
        var tells: Bool {
            let own: [SectionField] = [.category, .firstCategory, .description, .answers, .causes, .conversation, .log]
            return own.contains { fields & $0.bit != 0 }
        }
    }

    private mutating func isTicket(_ index: Int, _ evidence: Evidence, isFirst: Bool, _ position: Int) -> Bool {
        let mark = landmarks[index]
        if mark.field == .summary { return opensUsually(index) && evidence.fields.nonzeroBitCount >= 2 }
        if !isFirst, !evidence.tells, !evidence.continues, isNamedSummary(index) { return false }
        if !datesAreUsual, !isFirst, isOnlyDay(index) { return false }
        if opensUsually(index) { return true }
        if mark.isFenced || isNamedPart(index) { return false }
        if evidence.continues || evidence.hasForm { return true }
        guard evidence.fields != 0 else { return (!isFirst || lesson != nil || areNamed) && isSibling(index, position) }
        if isFirst { return isDirect[index] || opener.follower == .nothing }
        return evidence.repeats || rulesAreUsual && mark.isAfterRule || isDirect[index] && opensGroup(index)
    }

    /// A heading of the tickets' level with nothing but text below: one more ticket, unless the others have a form that it lacks,
    /// its name comes again and again, or somebody speaks before and after it.
    private mutating func isSibling(_ index: Int, _ position: Int) -> Bool {
        let mark = landmarks[index]
        if let lesson, lesson.hasForm { return false }
        if areNamed, !isMarkedAsOthers(index) { return false }
        guard mark.field == nil, !ordinals.isUsual, !form.isUsual, !namesTickets, isOnlyOne(mark.name),
            !isNamedSummary(index),
            !rulesAreUsual || mark.isAfterRule, !hasSectionsBeside, !standsInAnotherPart(index)
        else { return false }
        let end = position + 1 < candidates.count ? candidates[position + 1] : landmarks.count
        let isSpokenAfter =
            index + 1 < landmarks.count ? landmarks[index + 1].isAfterTalk && index + 1 <= end : endsInTalk
        return !isSpokenAfter
    }

    /// Below a summary, or below a heading above the tickets', in a file whose tickets stand in no groups.
    private mutating func standsInAnotherPart(_ index: Int) -> Bool {
        guard let last = found.last else { return false }
        if last.mark == .summary, Int(landmarks[last.landmark].level) < level(at: index) { return true }
        if above.last != last.landmark { above.begin(behind: last.landmark) }
        while above.next < index {
            let next = above.next
            above.next += 1
            guard landmarks[next].kind == .heading, !isHidden(next), !landmarks[next].isFenced,
                Int(landmarks[next].level) < level(at: next)
            else { continue }
            above.areThere = true
            if isNamedSummary(next) || isNamedPart(next) { above.holdSummary = true }
        }
        return above.holdSummary || above.areThere && !above.areOfGroups && !areNamed
    }

    /// The first below the name of another group than that of the ticket before, in a file that has groups.
    private mutating func opensGroup(_ index: Int) -> Bool {
        guard above.areOfGroups, !standsInAnotherPart(index) else { return false }
        return above.areThere
    }

    /// Nothing says what it is: a person may want to look.
    private func isDoubtful(_ index: Int, _ hasTicket: Bool) -> Bool {
        let mark = landmarks[index]
        return mark.field == nil && !mark.isFenced && hasTicket && isOnlyOne(mark.name)
    }

    /// A summary ends a ticket when nothing that the ticket still lacks comes after it.
    private func isSummary(_ index: Int, _ position: Int, _ evidence: Evidence) -> Bool {
        let mark = landmarks[index]
        guard !mark.isFenced, mark.isAfterRule || !rulesAreUsual else { return false }
        guard mark.field == .summary || isNamedSummary(index) else { return false }
        return evidence.fields == 0 || evidence.repeats || mark.isAfterRule
    }

    /// In a file of which only its title says what it holds.
    private func isNamedPart(_ index: Int) -> Bool {
        areNamed && title(of: index).map { FileTitle.isPart($0, in: bytes) } ?? false
    }

    private func isNamedSummary(_ index: Int) -> Bool {
        let line = bytes.line(at: landmarks[index].start, limit: bytes.count)
        return landmarks[index].title(in: line, bytes).map { vocabulary.isSummary($0, in: bytes) } ?? false
    }

    /// Headings above the ticket level: of a group when a ticket follows at once, of a summary by their name.
    private mutating func addGroups(upTo end: Int, from next: inout Int, isBeforeTicket: Bool, hasTicket: Bool) {
        defer { next = end + 1 }
        let isLast = end == landmarks.count
        guard hasTicket, next < end else { return }
        for index in next..<end
        where landmarks[index].kind == .heading && !isHidden(index) && Int(landmarks[index].level) < level(at: index) {
            let mark = landmarks[index]
            let opensGroup = isBeforeTicket && leadsOnlyToGroups(index, end) && isGroup(mark)
            let isSummary =
                isNamedSummary(index) && (mark.isAfterRule || isLast && mark.field == .summary && !rulesAreUsual)
            guard opensGroup || isSummary || endsPart(index) else { continue }
            found.append(Found(landmark: index, mark: opensGroup ? .group : .summary))
            if opensGroup { above.areOfGroups = true }
            return
        }
    }

    /// Nothing but further headings of groups stands between it and the ticket.
    private func leadsOnlyToGroups(_ index: Int, _ end: Int) -> Bool {
        (index + 1..<max(end, index + 1)).allSatisfy {
            landmarks[$0].kind == .heading && landmarks[$0].field == nil && Int(landmarks[$0].level) < level(at: $0)
        }
    }

    // A word about the group may stand below its name; below a heading of the first level it is more likely a pasted text.
    private func isGroup(_ mark: Landmark) -> Bool {
        if mark.isFenced || mark.field != nil { return false }
        return mark.follower == .heading || mark.isAfterRule
            || mark.follower == .text && mark.level > 1 && !mark.isAfterTalk
    }
}
