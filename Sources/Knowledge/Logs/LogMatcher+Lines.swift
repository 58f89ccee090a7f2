import Workflow

/// What becomes of what was found in a line.
extension LogMatcher {
    // MARK: One line

    struct LinePlace {
        var start: Int
        /// Line feeds before `start`.
        var number: Int
    }

    mutating func tally(
        _ range: Range<Int>, _ bytes: LogBytes, _ region: Range<Int>, _ place: inout LinePlace
    ) {
        let start = hits[range.lowerBound].line
        place.number += Self.lineFeeds(bytes, place.start..<start)
        place.start = start
        let number = place.number + 1
        let end = LogRecords.lineEnd(bytes, start, to: region.upperBound)
        if let keeps, !keeps(Self.text(bytes, start..<end, around: start)) { return }
        var best: [Int: (grade: MatchGrade, start: Int)] = [:]
        var isError = false
        for index in range {
            let hit = hits[index]
            if hit.pattern >= 0, verifier.kinds[hit.pattern] == .error {
                isError = true
                continue
            }
            if isOwned(index, range) { continue }
            let signature = hit.pattern < 0 ? -1 - hit.pattern : verifier.signatures.patterns[hit.pattern].signature
            let shown = hit.form == 0 ? hit.start : start
            if let known = best[signature], known.grade <= hit.grade { continue }
            best[signature] = (hit.grade, shown)
        }
        for (signature, found) in best where counted[signature] != number {
            counted[signature] = number
            let text = Self.text(bytes, start..<end, around: found.start)
            matches.tallies[signature, default: SignatureTally()].add(
                LogLine(number: number, text: text, grade: found.grade))
        }
        if best.isEmpty, isError {
            let line = UnsafeBufferPointer(start: bytes + start, count: end - start)
            groups.add(line, number: number) { Self.text(bytes, start..<end, around: start) }
        }
    }

    /// A longer signature owns what stands within it.
    private func isOwned(_ index: Int, _ range: Range<Int>) -> Bool {
        let hit = hits[index]
        guard hit.pattern >= 0 else { return false }
        let count = verifier.signatures.patterns[hit.pattern].literalCount
        return range.contains { other in
            let longer = hits[other]
            guard other != index, longer.pattern >= 0, longer.form == hit.form, longer.start <= hit.start,
                longer.end >= hit.end
            else { return false }
            return verifier.signatures.patterns[longer.pattern].literalCount > count
                && verifier.owns(longer.pattern, hit.pattern)
        }
    }

    private static let mostShown = 400

    private static func text(_ bytes: LogBytes, _ line: Range<Int>, around place: Int) -> String {
        var line = line
        if line.upperBound > line.lowerBound, bytes[line.upperBound - 1] == 0x0D {
            line = line.lowerBound..<line.upperBound - 1
        }
        if line.count > mostShown {
            let start = max(line.lowerBound, min(place - mostShown / 4, line.upperBound - mostShown))
            line = start..<min(line.upperBound, start + mostShown)
        }
        return String(decoding: UnsafeBufferPointer(start: bytes + line.lowerBound, count: line.count), as: UTF8.self)
    }
}
