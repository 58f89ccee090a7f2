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

    func goesOnCounting(_ index: Int) -> Bool {
        guard !strays.isEmpty else { return false }
        let place = strays.partitioningIndex { $0 >= index }
        return place < strays.count && strays[place] == index
    }

    /// `#### 23.` below `### 22.`, where titles are counted and no other has the number: somebody miscounted the signs. Numbers that
    /// go on from one at their own level count the parts of a ticket.
    mutating func findStrays() {
        guard ordinals.isUsual, !ordinals.areNames, !ordinals.goesDown, candidates.count >= 4 else { return }
        var numbers: Set<Int> = []
        for index in candidates { if let number = usualNumber(of: index) { numbers.insert(number) } }
        var last = 0
        // Of each level the last number that counted a part.
        var inside = Array(repeating: 0, count: 7)
        for (index, mark) in landmarks.enumerated()
        where mark.kind == .heading && mark.level <= 6 && mark.field == nil && !mark.isFenced && !isHidden(index) {
            if isCandidate(index), let number = usualNumber(of: index) {
                last = number
                for level in inside.indices { inside[level] = 0 }
            } else if let number = count(of: index) {
                if number == last + 1, number >= 4, !numbers.contains(number), inside[Int(mark.level)] != number - 1 {
                    strays.append(index)
                    last = number
                } else {
                    inside[Int(mark.level)] = number
                }
            }
        }
    }

    private func usualNumber(of index: Int) -> Int? { ordinal(of: index).flatMap { ordinals.number($0) } }

    /// The number of a title that has one without a word.
    private func count(of index: Int) -> Int? {
        ordinal(of: index).flatMap { $0.style.word == 0 ? $0.number : nil }
    }
}
