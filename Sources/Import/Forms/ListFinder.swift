import Workflow

/// Finds lists whose items are tickets: boxes to be ticked, lines that begin with a word for it or end with what became of it, and
/// any items of a file that calls itself a list of bugs or of things to do.
enum ListFinder {
    static func find(
        _ survey: Survey, in bytes: Bytes, from start: Int, _ vocabulary: Vocabulary, _ title: FileTitle?
    ) -> FormCandidate? {
        let isLine = title?.level == 0
        let first = isLine ? max(title?.range.upperBound ?? start, start) : start
        var walk = ListWalk(bytes: bytes, groups: HeadingPath(survey))
        walk.walk(from: first)
        var isPlain = false
        if walk.places.isEmpty, let title, title.kind != .questions, title.hasOnlyGroups(survey, in: bytes) {
            walk = ListWalk(bytes: bytes, groups: HeadingPath(survey), allowsPlain: true)
            walk.walk(from: first)
            isPlain = true
        }
        if walk.places.isEmpty, WorkLines(in: bytes, from: first).mostItemsAreTold {
            walk = ListWalk(bytes: bytes, groups: HeadingPath(survey), allowsPlain: true)
            walk.walk(from: first)
            isPlain = true
        }
        guard !walk.places.isEmpty, !isPlain || !areLabels(walk.places, in: bytes) else { return nil }
        var candidate = FormCandidate(form: .list, dialect: Dialect())
        candidate.dialect.vocabulary = vocabulary
        candidate.places = walk.places
        candidate.shape = .list
        candidate.lookalikes = walk.places.count + walk.others
        candidate.structure = walk.structure
        candidate.reasons = [.matched(walk.places.count, of: candidate.lookalikes)]
        if isPlain { candidate.evidence = 0.85 }
        return candidate
    }

    /// `- **File**: …`, `- **Cause**: …` again and again: they tell of what stands above them.
    private static func areLabels(_ places: [TicketPlace], in bytes: Bytes) -> Bool {
        var counts: [String: Int] = [:]
        for place in places {
            let line = bytes.line(at: place.start, limit: bytes.count)
            if let label = FieldLabel(line, in: bytes), label.hasColon, label.form != .plain {
                counts[bytes.text(label.name), default: 0] += 1
            }
        }
        return counts.values.filter { $0 >= 2 }.reduce(0, +) * 2 > places.count
    }
}

private struct ListWalk {
    let bytes: Bytes
    var places: [TicketPlace] = []
    var structure: [Range<Int>] = []
    /// Items of lists at the tickets' level that have no box.
    var others = 0
    private var groups: HeadingPath
    private var indentation: Int?
    private var isOpen = false
    /// Of the heading below which stands what was done when; 0 elsewhere.
    private var historyLevel = 0
    private let allowsPlain: Bool
    /// Items further out than the tickets name groups of them.
    private var areGrouped = false

    init(bytes: Bytes, groups: HeadingPath, allowsPlain: Bool = false) {
        self.bytes = bytes
        self.groups = groups
        self.allowsPlain = allowsPlain
    }

    mutating func walk(from start: Int) {
        indentation = lowest(from: start)
        guard let lowest = indentation else { return }
        if allowsPlain, let inner = innerIndentation(from: start, below: lowest) {
            (indentation, areGrouped) = (inner, true)
        }
        defer { close(at: bytes.count) }
        bytes.eachLineOutsideFences(from: start) { line, number in
            if line.start < line.end { see(line, number) }
        }
    }

    private func item(_ line: TextLine) -> ListTicket? { ListTicket(line, in: bytes, allowsPlain: allowsPlain) }

    /// How far items are indented below others, where nearly all of the others have some: they name what those below are about.
    private func innerIndentation(from start: Int, below lowest: Int) -> Int? {
        var (outer, withInner, inner, counted) = (0, 0, 0, 0)
        var least: Int?
        var isBelowOuter = false
        bytes.eachLineOutsideFences(from: start) { line, _ in
            guard line.start < line.end, let item = item(line) else { return }
            if item.indentation <= lowest + 1 {
                outer += 1
                if bytes[bytes.skippingBlanks(line.start, limit: line.end)].isDigit { counted += 1 }
                isBelowOuter = true
            } else {
                if isBelowOuter { withInner += 1 }
                isBelowOuter = false
                inner += 1
                least = min(least ?? item.indentation, item.indentation)
            }
        }
        // What is counted is told by what stands below it.
        return outer >= 2 && counted < outer && withInner * 5 >= outer * 4 && inner * 2 >= outer * 3 ? least : nil
    }

    /// Boxes further in belong to the one above them.
    private func lowest(from start: Int) -> Int? {
        var least: Int?
        bytes.eachLine(from: start) { line, _ in
            if let item = item(line) { least = min(least ?? item.indentation, item.indentation) }
        }
        return least
    }

    private mutating func see(_ line: TextLine, _ number: Int) {
        if Heading.mayBegin(line, in: bytes), let heading = Heading(line, in: bytes) {
            close(at: line.start)
            groups.enter(heading.level, heading.text)
            structure.append(line.start..<line.next)
            if historyLevel == 0 || heading.level <= historyLevel {
                historyLevel = FileTitle.isHistory(heading.text, in: bytes) ? heading.level : 0
            }
        } else if historyLevel > 0 {
            // What was done when tells of the file.
        } else if let item = item(line), item.indentation <= (indentation ?? 0) + 1 {
            close(at: line.start)
            if let name = groupName(of: item, line) {
                groups.enter(HeadingPath.itemLevel, name)
                return structure.append(line.start..<line.next)
            }
            if areGrouped, item.indentation + 1 < indentation ?? 0 {
                groups.enter(HeadingPath.itemLevel, item.text)
                return structure.append(line.start..<line.next)
            }
            var place = TicketPlace(
                start: line.start, line: number, title: item.text, number: nil, isOnlyOrdinal: false,
                body: line.next..<line.next)
            place.level = 0
            place.tell(status: item.status)
            place.groups = groups.names
            places.append(place)
            isOpen = true
        } else if bytes.skippingSpace(line.text) < line.end, !isInside(line) {
            close(at: line.start)
            if let name = groupName(line) {
                groups.enter(HeadingPath.itemLevel, name)
                return structure.append(line.start..<line.next)
            }
            // One of them without its mark, as the line before is too short to go on.
            let isUnmarked = allowsPlain && !places.isEmpty && !isAfterBlank(line) && !RuleLine.isRule(line, in: bytes)
            if isUnmarked || ListMark(line, in: bytes) != nil { others += 1 }
            if RuleLine.isRule(line, in: bytes) { structure.append(line.start..<line.next) }
        }
    }

    /// `* Windows:` right above items with another sign.
    private func groupName(of item: ListTicket, _ line: TextLine) -> Range<Int>? {
        // `- - Windows - -`
        if bytes.has("- ", at: item.text.lowerBound, limit: item.text.upperBound),
            bytes[item.text.upperBound - 1] == 0x2D
        {
            var name = item.text
            while let first = name.first, bytes[first] == 0x2D || bytes[first] == 0x20 {
                name = first + 1..<name.upperBound
            }
            while let last = name.last, bytes[last] == 0x2D || bytes[last] == 0x20 { name = name.lowerBound..<last }
            return name.isEmpty ? nil : name
        }
        guard allowsPlain, item.status == nil, let colon = bytes.firstColon(in: item.text),
            bytes.colonEnd(at: colon, limit: item.text.upperBound) == item.text.upperBound, line.next < bytes.count
        else { return nil }
        let next = bytes.line(at: line.next, limit: bytes.count)
        let sign = bytes[bytes.skippingBlanks(line.start, limit: line.end)]
        let other = bytes.skippingBlanks(next.start, limit: next.end)
        guard other < next.end, bytes[other] != sign, self.item(next) != nil else { return nil }
        return item.text.lowerBound..<colon
    }

    /// `Windows:` alone on the line above an item.
    private func groupName(_ line: TextLine) -> Range<Int>? {
        let text = bytes.trimmed(line.text)
        guard allowsPlain, text.count <= 40, line.next < bytes.count,
            ListMark(bytes.line(at: line.next, limit: bytes.count), in: bytes) != nil
        else { return nil }
        if let colon = bytes.firstColon(in: text) {
            return bytes.colonEnd(at: colon, limit: text.upperBound) == text.upperBound ? text.lowerBound..<colon : nil
        }
        let endsSentence = [0x2E, 0x21, 0x3F, 0x2C, 0x3B].contains(bytes[text.upperBound - 1]) || text.count > 30
        return isAfterBlank(line) && !endsSentence ? text : nil
    }

    /// Below an item what is indented belongs to it, and so does the line that goes on with its sentence.
    private func isInside(_ line: TextLine) -> Bool {
        guard isOpen, let last = places.last else { return false }
        if bytes[line.start] == 0x20 || bytes[line.start] == 0x09 { return true }
        let isNext =
            last.body.lowerBound == line.start
            || bytes.trimmed(last.body.lowerBound..<line.start).upperBound
                + 1 >= line.start && last.body.lowerBound < line.start
        return isNext && ListMark(line, in: bytes) == nil && !RuleLine.isRule(line, in: bytes)
            && bytes[line.start - 1] == 0x0A && !isAfterBlank(line) && (!allowsPlain || goesOn(last, line))
    }

    /// The line before is as long as one that is wrapped, or this one does not begin as a sentence does.
    private func goesOn(_ place: TicketPlace, _ line: TextLine) -> Bool {
        let before = bytes.lineStart(before: line.start - 1)
        let length = place.start <= before ? line.start - before : 0
        return length >= 50 || length >= 24 && bytes[line.start] >= 0x61 && bytes[line.start] <= 0x7A
    }

    private func isAfterBlank(_ line: TextLine) -> Bool {
        line.start >= 2
            && (bytes[line.start - 2] == 0x0A
                || bytes[line.start - 2] == 0x0D && line.start >= 3 && bytes[line.start - 3] == 0x0A)
    }

    mutating func close(at end: Int) {
        guard isOpen, let index = places.indices.last else { return }
        places[index].body = places[index].body.lowerBound..<max(places[index].body.lowerBound, end)
        isOpen = false
    }
}
