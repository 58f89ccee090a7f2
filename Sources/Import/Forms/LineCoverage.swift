/// Where the lines of a file are: in tickets, outside of them, or marks of structure.
package struct LineCoverage: Equatable, Sendable {
    /// Lines of the file that are not blank; comments outside of tickets are not counted.
    package private(set) var lines = 0
    package private(set) var inTickets = 0
    /// Lines that are in no ticket, by their numbers; blank ones between them belong to no range's ends.
    package private(set) var outside: [ClosedRange<Int>] = []
    package private(set) var outsideCount = 0
    /// What opens tickets, of all that looks as if it did.
    package private(set) var matched = 0
    package private(set) var lookalikes = 0

    private var isDoubtful = false
    /// Nothing but blank lines stands between the last line outside and the one that is looked at.
    private var isJoined = false
    /// Of those outside, code in closed fences and what the file says of itself: it is said, and does not count against the file.
    private var fenced = 0
    /// Headings outside with a text below, which name no usual part of a file.
    private var headed = 0
    /// Items and rows outside below a heading that says how they stand, such as `Fixed`: tickets of another form.
    private var leftOfGroups = 0
    /// Little but their place says that what is inside are tickets.
    private var isUnlabelled = false

    init() {}

    /// Of our own files, all of which is understood.
    init(ownTickets count: Int, lines: Int) {
        (matched, lookalikes, inTickets, self.lines) = (count, count, lines, lines)
    }

    /// Under half of what looks like a ticket is one, or over three of ten lines are in none.
    package var isUnderstood: Bool {
        !isDoubtful && matched > 0 && !leavesMuch && !leavesTickets
    }

    /// Much is in no ticket, or opens none: lines, what looks like tickets, or headings that may as well be some.
    package var leavesMuch: Bool {
        matched * 2 < lookalikes || (outsideCount - fenced) * 10 > (inTickets + outsideCount - fenced) * 3
            || isUnlabelled && headed >= 4 && headed * 3 >= matched
    }

    /// Items or rows in it are tickets of another form.
    package var leavesTickets: Bool { leftOfGroups > 0 }

    /// From 0 to 1.
    var share: Double {
        inTickets + outsideCount == fenced ? 0 : Double(inTickets) / Double(inTickets + outsideCount - fenced)
    }

    /// - Parameter start: behind a mark of byte order and what stands at the top of the file about itself.
    init(_ candidate: FormCandidate, _ survey: Survey, in bytes: Bytes, from start: Int) {
        matched = candidate.places.count
        isDoubtful = candidate.isDoubtful
        isUnlabelled = candidate.evidence < 0.5
        leftOfGroups = candidate.rowsOfOthers
        let aside = candidate.aside ?? 0..<0
        lookalikes = max(candidate.lookalikes, matched)
        let structure = candidate.structure.inOrder
        var number = 1 + bytes[..<start].count { $0 == 0x0A }
        var at = start
        var notInside = 0
        for place in candidate.places {
            if place.start > at { notInside += walk(at..<place.start, &number, structure, aside, bytes) }
            // Lines inside are counted by the survey, as those that are not outside.
            number += bytes[max(at, place.start)..<max(place.body.upperBound, max(at, place.start))].count {
                $0 == 0x0A
            }
            at = max(at, place.body.upperBound)
        }
        if at < bytes.count { notInside += walk(at..<bytes.count, &number, structure, aside, bytes) }
        inTickets = max(0, survey.nonBlankCount - notInside)
        lines = inTickets + outsideCount
    }

    /// - Returns: how many lines are not blank.
    private mutating func walk(
        _ range: Range<Int>, _ number: inout Int, _ structure: [Range<Int>], _ aside: Range<Int>, _ bytes: Bytes
    ) -> Int {
        let fences = ClosedFences(in: bytes, range)
        var count = 0
        var isBelowHeading = false
        var group = LeftGroup()
        // What stands between two such lines, if it is not blank, is in a ticket or a mark of structure.
        isJoined = false
        defer { leftOfGroups += group.left }
        var at = range.lowerBound
        while at < range.upperBound {
            let line = bytes.line(at: at, limit: range.upperBound)
            defer {
                at = line.next
                number += line.next > line.end ? 1 : 0
            }
            guard bytes.skippingSpace(line.text) < line.end else { continue }
            count += 1
            let heading = Heading.mayBegin(line, in: bytes) ? Heading(line, in: bytes) : nil
            let isMark = heading != nil || RuleLine.isRule(line, in: bytes)
            if let heading {
                group.enter(heading, in: bytes)
                isBelowHeading =
                    number > 1 && !Vocabulary.standard.isSummary(heading.text, in: bytes)
                    && !FileTitle.isPart(heading.text, in: bytes)
            }
            if structure.hold(line.start) || heading != nil { isJoined = false }
            if structure.hold(line.start) { continue }
            if fences.hold(line.start) || aside.contains(line.start) && !isMark {
                fenced += 1
            } else if isMark {
                continue
            } else {
                group.see(line, in: bytes)
            }
            if isBelowHeading { headed += 1 }
            isBelowHeading = false
            add(number)
        }
        return count
    }

    private mutating func add(_ number: Int) {
        outsideCount += 1
        defer { isJoined = true }
        if isJoined, let last = outside.last, number - last.upperBound <= 2 {
            outside[outside.count - 1] = last.lowerBound...number
        } else {
            outside.append(number...number)
        }
    }
}

/// What stands outside below the headings that say how it stands.
private struct LeftGroup {
    private(set) var left = 0
    /// 0 below a heading that says nothing of the kind.
    private var level = 0
    /// The first two are a table's head.
    private var rows = 0

    mutating func enter(_ heading: Heading, in bytes: Bytes) {
        rows = 0
        guard level == 0 || heading.level <= level else { return }
        let told =
            StatusWords.status(ofGroup: bytes.text(heading.text)) ?? TitleStatus.read(heading.text, in: bytes).status
        level = told == nil ? 0 : heading.level
    }

    mutating func see(_ line: TextLine, in bytes: Bytes) {
        guard level > 0 else { return }
        if PipeRow.isRow(line, in: bytes) {
            rows += 1
            if rows > 2 { left += 1 }
        } else if let mark = ListMark(line, in: bytes),
            !NoAnswer.says(bytes.text(bytes.trimmed(mark.content..<line.end)))
        {
            left += 1
        }
    }
}

extension LineCoverage {
    /// `1–37, 261, 523–560`
    package var outsideText: String {
        outside.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }.joined(separator: ", ")
    }
}
