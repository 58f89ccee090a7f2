// Which level of headings opens the tickets.
extension TicketHeadings {
    mutating func markDirect() {
        isDirect = Array(repeating: false, count: landmarks.count)
        for index in landmarks.indices.reversed() where landmarks[index].kind == .heading && !hiddenLandmarks[index] {
            let mark = landmarks[index]
            switch mark.follower {
            case .label: isDirect[index] = true
            case .section: isDirect[index] = landmarks[index + 1].level >= mark.level
            case .heading: isDirect[index] = landmarks[index + 1].level > mark.level && isDirect[index + 1]
            case .unknownLabel: isDirect[index] = isLabelled(after: index)
            default: isDirect[index] = false
            }
        }
        if !isDirect.contains(true) { markLabelledFurtherDown() }
    }

    /// Of a file in which nothing that is known stands right below a heading: known labels a line or two further down do as well,
    /// where they come again and again.
    private mutating func markLabelledFurtherDown() {
        let below = landmarks.indices.dropLast().filter { index in
            let (mark, next) = (landmarks[index], landmarks[index + 1])
            return mark.kind == .heading && !hiddenLandmarks[index]
                && (mark.follower == .list || mark.follower == .text)
                && next.kind != .heading && next.line - mark.line <= 4 && next.field.map { $0 != .summary } ?? false
        }
        guard below.count >= 3, Set(below.map { landmarks[$0 + 1].name }).count == 1 else { return }
        for index in below { isDirect[index] = true }
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

    /// The teacher's, where this file has headings of it.
    func taughtLevel() -> Int? {
        guard let lesson else { return nil }
        let isThere = landmarks.contains { $0.kind == .heading && Int($0.level) == lesson.level }
        return isThere ? lesson.level : nil
    }

    /// The level with the most evidence. Names that come again and again are sections, not titles.
    func bestLevel() -> Int {
        var scores = Array(repeating: 0.0, count: 9)
        for level in 1...8 { scores[level] = score(of: level) }
        let best = scores.max() ?? 0
        return best > 0 ? scores.firstIndex(of: best) ?? 0 : 0
    }

    /// Most headings of the level say by what follows them that they open tickets: nothing else is asked.
    var mostAreDirect: Bool {
        var (all, direct) = (0, 0)
        for (index, mark) in landmarks.enumerated()
        where mark.kind == .heading && Int(mark.level) == level && !isSection(mark) && !hiddenLandmarks[index] {
            all += 1
            direct += isDirect[index] ? 1 : 0
        }
        return level > 0 && direct * 2 >= all
    }

    /// Of a file that calls itself a list of bugs, and has nothing below its headings but texts: the level with the most texts right
    /// below a heading.
    func namedLevel(_ title: FileTitle, _ survey: Survey) -> Int {
        guard title.kind != .questions, title.level > 0 else { return 0 }
        let headings = landmarks.indices.filter {
            landmarks[$0].kind == .heading && landmarks[$0].level <= 6 && landmarks[$0].start >= title.range.upperBound
                && !isHidden($0) && !landmarks[$0].isFenced
        }
        // Tickets stand above their sections.
        let sections = (1...6).first { level in
            let here = headings.filter { Int(landmarks[$0].level) == level }
            return !here.isEmpty && here.count { isSection(landmarks[$0]) } * 2 >= here.count
        }
        var counts = Array(repeating: 0, count: 7)
        for (place, index) in headings.enumerated() {
            let mark = landmarks[index]
            guard mark.field == nil, Int(mark.level) < sections ?? 7, mark.follower != .nothing else { continue }
            let leads = place + 1 < headings.count && isSection(landmarks[headings[place + 1]])
            if mark.follower != .heading || leads { counts[Int(mark.level)] += 1 }
        }
        guard let most = counts.max(), most > 0, let level = counts.firstIndex(of: most) else { return 0 }
        // Below names of groups stand lists.
        if title.groupLevels(of: survey, in: bytes).contains(level) { return 0 }
        return title.kind == .toDo && holdOnlyItems(headings, level) ? 0 : level
    }

    /// Below the headings of a level stand lists, and nothing else.
    func holdOnlyItems(_ headings: [Int], _ level: Int) -> Bool {
        headings.allSatisfy { index in
            guard Int(landmarks[index].level) == level else { return true }
            let next = landmarks[(index + 1)...].first { $0.kind == .heading && !$0.isFenced }
            return BodyLines(below: landmarks[index].start, until: next?.start ?? bytes.count, in: bytes).others == 0
        }
    }

    /// Where some titles have a box to be ticked, one without is no ticket's.
    func isMarkedAsOthers(_ index: Int) -> Bool { !hasBoxes || isBoxed(index) }

    func isBoxed(_ index: Int) -> Bool {
        title(of: index).map { title in
            beginsWithBox(title)
                || (["☐", "☑", "✅"] as [StaticString]).contains {
                    bytes.has($0, at: title.lowerBound, limit: title.upperBound)
                }
        } ?? false
    }

    /// Of a list of bugs: its headings may name bugs with remarks, or groups of bugs.
    var mayNameGroups: Bool {
        let headings = found.filter { $0.mark == .ticket }.map(\.landmark)
        return areNamed && headings.count >= 2 && holdOnlyItems(headings, level)
    }

    private func score(of level: Int) -> Double {
        var evidence = 0.0
        var names: Set<UInt32> = []
        var count = 0
        for (index, mark) in landmarks.enumerated()
        where mark.kind == .heading && Int(mark.level) == level && !isSection(mark) && !hiddenLandmarks[index] {
            count += 1
            guard isDirect[index] else { continue }
            names.insert(mark.name)
            evidence += mark.follower == .heading ? 0.4 : 1
        }
        guard count > 0 else { return 0 }
        // Where most say by their labels that they are tickets, nothing more is asked.
        let form = evidence * 3 >= Double(count) ? 0 : scoreOfForm(level)
        if evidence == 0 { return form > 0 ? form : scoreOfDistance(level) }
        evidence += form / 2
        return names.count * 3 < Int(evidence) && count >= 4 ? evidence * 0.2 : evidence
    }

    /// Titles that say by a word or a key that something is counted, such as `Issue #4` and `BUG-12`, or that begin with a day.
    func scoreOfForm(_ level: Int) -> Double {
        guard level <= 7 else { return 0 }
        var (count, named, dated, boxed) = (0, 0, 0, 0)
        for (index, mark) in landmarks.enumerated()
        where mark.kind == .heading && Int(mark.level) == level && !isSection(mark) && !hiddenLandmarks[index]
            && !mark.isFenced
        {
            count += 1
            guard let title = title(of: index) else { continue }
            let plain = TitleForm.plain(title, in: bytes)
            if beginsWithBox(title) { boxed += 1 }
            if let ordinal = Ordinal.title(in: bytes, plain), ordinal.style.isTicketName { named += 1 }
            if let day = Dialect.leadingDay(plain, in: bytes), day.time.milliseconds % 86_400_000 == 0 { dated += 1 }
        }
        let best = [named > 1 ? named : 0, boxed > 1 ? boxed : 0, dated].filter { $0 * 2 > count }.max() ?? 0
        return Double(best) * 0.5
    }

    func beginsWithBox(_ title: Range<Int>) -> Bool {
        Self.boxes.contains { bytes.has($0, at: title.lowerBound, limit: title.upperBound) }
    }

    private static let boxes: [StaticString] = ["[ ] ", "[x] ", "[X] ", "[~] ", "[-] "]

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
}
