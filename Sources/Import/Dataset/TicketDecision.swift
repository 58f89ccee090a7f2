// Decides, heading by heading, which of them open tickets and which belong to the file.
extension TicketHeadings {
    /// There are far more categories, or titles under a label, than headings of tickets.
    var holdSeveralTicketsEach: Bool {
        let tickets = found.count { $0.mark == .ticket }
        let labels = landmarks.filter { $0.kind == .label && !$0.isWeak }
        let most = max(labels.count { $0.field == .category }, labels.count { $0.field == .title })
        return most * 2 > tickets * 3
    }

    mutating func decide() {
        var seen: UInt32 = 0
        var hasTicket = false
        var lastNumber = 0
        var next = 0
        for (position, index) in candidates.enumerated() {
            let number = ordinals.isUsual ? ordinal(of: index).flatMap { ordinals.number($0) } : nil
            let evidence = Evidence(
                fields: fields[position], seen: seen, continues: number.map { $0 == lastNumber + 1 } ?? false)
            let opens = isTicket(index, evidence, isFirst: !hasTicket)
            addGroups(upTo: index, from: &next, isBeforeTicket: opens, hasTicket: hasTicket)
            if opens {
                found.append(Found(landmark: index, mark: .ticket))
                hasTicket = true
                seen = fields[position]
                lastNumber = number ?? lastNumber
            } else if hasTicket, isSummary(index, position, evidence) {
                found.append(Found(landmark: index, mark: .summary))
                seen = 0
            } else {
                seen |= fields[position]
            }
        }
        addGroups(upTo: landmarks.count, from: &next, isBeforeTicket: false, hasTicket: hasTicket)
        addEnd()
    }

    /// What stands below the last ticket, parted from it by a rule: a summary, under a heading as low as a section's, or under one
    /// above those of tickets anything else, such as questions with answers.
    private mutating func addEnd() {
        guard let last = found.last, last.mark == .ticket, !rulesDivideSections else { return }
        for index in last.landmark + 1..<max(landmarks.count, last.landmark + 1) {
            let mark = landmarks[index]
            guard mark.kind == .heading, mark.isAfterRule, !mark.isFenced else { continue }
            guard mark.field == .summary || mark.field == nil && Int(mark.level) < level else { continue }
            found.append(Found(landmark: index, mark: .summary))
            return
        }
    }

    private struct Evidence {
        let fields: UInt32
        let seen: UInt32
        let continues: Bool

        var repeats: Bool { fields & seen != 0 }
    }

    private func isTicket(_ index: Int, _ evidence: Evidence, isFirst: Bool) -> Bool {
        let mark = landmarks[index]
        if mark.field == .summary { return opensUsually(index) && evidence.fields.nonzeroBitCount >= 2 }
        if opensUsually(index) { return true }
        if mark.isFenced { return false }
        if evidence.continues { return true }
        guard evidence.fields != 0 else { return false }
        if isFirst { return isDirect[index] || opener.follower == .nothing }
        return evidence.repeats || rulesAreUsual && mark.isAfterRule
    }

    /// A summary ends a ticket when nothing that the ticket still lacks comes after it.
    private func isSummary(_ index: Int, _ position: Int, _ evidence: Evidence) -> Bool {
        let mark = landmarks[index]
        guard !mark.isFenced, mark.isAfterRule || !rulesAreUsual else { return false }
        guard mark.field == .summary || isNamedSummary(index) else { return false }
        return evidence.fields == 0 || evidence.repeats || mark.isAfterRule
    }

    private func isNamedSummary(_ index: Int) -> Bool {
        let line = bytes.line(at: landmarks[index].start, limit: bytes.count)
        return landmarks[index].title(in: line, bytes).map { Vocabulary.isSummary($0, in: bytes) } ?? false
    }

    /// Headings above the ticket level: of a group when a ticket follows at once, of a summary by their name.
    private mutating func addGroups(upTo end: Int, from next: inout Int, isBeforeTicket: Bool, hasTicket: Bool) {
        defer { next = end + 1 }
        let isLast = end == landmarks.count
        guard hasTicket, next < end else { return }
        for index in next..<end where landmarks[index].kind == .heading && Int(landmarks[index].level) < level {
            let mark = landmarks[index]
            let opensGroup = index + 1 == end && isBeforeTicket && isGroup(mark)
            let isSummary =
                isNamedSummary(index) && (mark.isAfterRule || isLast && mark.field == .summary && !rulesAreUsual)
            guard opensGroup || isSummary else { continue }
            found.append(Found(landmark: index, mark: opensGroup ? .group : .summary))
            return
        }
    }

    private func isGroup(_ mark: Landmark) -> Bool {
        guard mark.level > 1 || mark.isAfterRule else { return false }
        return mark.follower == .heading || mark.isAfterRule
    }
}
