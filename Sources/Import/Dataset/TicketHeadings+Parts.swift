// Files that were laid one after the other, each with a level of its own for its tickets.
extension TicketHeadings {
    /// A heading at another level that begins as tickets do begins a part, when it is above the others, or when a heading that
    /// is none stands between, or when its number begins anew or goes on.
    mutating func findParts() {
        guard level <= 6 else { return }
        var present = level
        var lastNumber: Int?
        var found: [(landmark: Int, level: Int)] = []
        for (index, mark) in landmarks.enumerated() where isPlainHeading(index) && opensUsually(index) {
            let number = ordinal(of: index)?.number
            if Int(mark.level) == present {
                lastNumber = number ?? lastNumber
                continue
            }
            let isAbove = Int(mark.level) < present
            let isCounted = number.map { $0 == 1 || $0 == (lastNumber ?? -1) + 1 } ?? false
            guard isAbove || isCounted || standsUnderPart(index, after: found.last?.landmark) else { continue }
            present = Int(mark.level)
            lastNumber = number ?? lastNumber
            found.append((partStart(before: index), present))
        }
        guard !found.isEmpty else { return }
        // A first part at another level than most.
        parts = found[0].landmark == 0 ? found : [(0, firstLevel(before: found[0].landmark))] + found
    }

    private func isPlainHeading(_ index: Int) -> Bool {
        landmarks[index].kind == .heading && landmarks[index].level <= 6 && !isSection(landmarks[index])
            && !isHidden(index)
    }

    private func firstLevel(before end: Int) -> Int {
        let first = landmarks.indices.first { $0 < end && isPlainHeading($0) && opensUsually($0) }
        return first.map { Int(landmarks[$0].level) } ?? level
    }

    /// Headings above the new level stand right before it.
    private func partStart(before index: Int) -> Int {
        var start = index
        while start > 0, landmarks[start - 1].kind == .heading, landmarks[start - 1].level < landmarks[index].level,
            !isSection(landmarks[start - 1])
        { start -= 1 }
        return start
    }

    private func standsUnderPart(_ index: Int, after part: Int?) -> Bool {
        let start = partStart(before: index)
        guard start < index, start > 0 else { return false }
        return landmarks[start].level == 1 || landmarks[start].isAfterRule
    }
}
