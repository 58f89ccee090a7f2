// What stands below the last ticket, or below those of a part, and is no ticket's.
extension TicketHeadings {
    /// What stands below the last ticket, parted from it by a rule: a summary, under a heading as low as a section's, or under one
    /// above those of tickets anything else, such as questions with answers.
    mutating func addEnd() {
        guard let last = found.last, last.mark == .ticket else { return }
        for index in last.landmark + 1..<max(landmarks.count, last.landmark + 1) {
            let mark = landmarks[index]
            guard mark.kind == .heading, !mark.isFenced else { continue }
            if endsPart(index, isLast: true) {
                found.append(Found(landmark: index, mark: .summary))
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

    /// `# yum install` begins many a pasted line; a title of the file's has a heading below it that is no section's.
    private func isTitle(_ index: Int) -> Bool {
        guard landmarks[0].kind == .heading, landmarks[0].level == 1,
            let next = landmarks[(index + 1)...].first(where: { $0.kind == .heading && !$0.isFenced })
        else { return false }
        return next.level > 1 && next.field == nil
    }
}
