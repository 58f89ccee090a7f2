// What stands below the last ticket, or below those of a part, and is no ticket's.
extension TicketHeadings {
    /// What stands below the last ticket, parted from it by a rule: a summary, under a heading as low as a section's, or under one
    /// above those of tickets anything else, such as questions with answers.
    mutating func addEnd() {
        guard let last = found.last, last.mark == .ticket else { return }
        var flat: (unknown: Bool, known: Bool)?
        for index in last.landmark + 1..<max(landmarks.count, last.landmark + 1) {
            let mark = landmarks[index]
            guard mark.kind == .heading, !mark.isFenced else { continue }
            if endsPart(index, isLast: true) || endsCounted(index, &flat) {
                found.append(Found(landmark: index, mark: .summary))
                unmatched.removeAll { $0 >= index }
                return
            }
            guard mark.isAfterRule, !rulesDivideSections else { continue }
            guard mark.field == .summary || mark.field == nil && Int(mark.level) < level(at: index) else { continue }
            found.append(Found(landmark: index, mark: .summary))
            return
        }
    }

    /// A heading as high as those right above tickets, with anything but tickets below: what stands there is no ticket's.
    func endsPart(_ index: Int, isLast: Bool = false) -> Bool {
        let mark = landmarks[index]
        guard Int(mark.level) < level(at: index), !isHidden(index), !mark.isAfterTalk else { return false }
        guard mark.level > 1 else { return isLast && isTitle(index) }
        return above.groupLevels & 1 << UInt16(mark.level) != 0
    }

    /// Below the last of tickets that are counted, at their level, a heading that is not: it speaks of all of them, such as what was
    /// done about both, or a plan. Where sections stand at the level of the tickets it may be one more.
    private func endsCounted(_ index: Int, _ flat: inout (unknown: Bool, known: Bool)?) -> Bool {
        let mark = landmarks[index]
        guard Int(mark.level) == level(at: index), !isHidden(index), !mark.isAfterTalk, !endsInTalk else {
            return false
        }
        let sections = flat ?? sectionsBeside
        flat = sections
        if mark.field == nil { return !sections.unknown && (namesTickets || ordinals.isUsual) }
        return !sections.known && found.count > 1
    }

    /// Whether headings of sections stand at the level of the tickets: so many that an unknown one may be one more, or any before
    /// the last ticket. Asked once a file.
    private var sectionsBeside: (unknown: Bool, known: Bool) {
        let last = found.last?.landmark ?? 0
        let known = landmarks[..<last].contains {
            $0.kind == .heading && !$0.isFenced && isSection($0) && Int($0.level) == level
        }
        return (hasSectionsBeside, known)
    }

    /// `# yum install` begins many a pasted line; a title of the file's has a heading below it that is no section's.
    private func isTitle(_ index: Int) -> Bool {
        guard landmarks[0].kind == .heading, landmarks[0].level == 1,
            let next = landmarks[(index + 1)...].first(where: { $0.kind == .heading && !$0.isFenced })
        else { return false }
        return next.level > 1 && next.field == nil
    }
}
