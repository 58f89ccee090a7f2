/// Finds tickets without headings: runs of labels that begin again and again with the same one.
enum BlockFinder {
    static func find(_ survey: Survey, in bytes: Bytes, from start: Int, _ vocabulary: Vocabulary) -> FormCandidate? {
        let hidden = Examples(survey, in: bytes)
        let labels = survey.landmarks.indices.filter {
            let mark = survey.landmarks[$0]
            return !hidden.landmarks[$0] && (mark.kind == .label || mark.kind == .plainLabel)
        }
        guard let opener = opener(labels.map { survey.landmarks[$0] }) else { return nil }
        var candidate = FormCandidate(form: .blocks, dialect: Dialect())
        let starts = labels.filter { survey.landmarks[$0].name == opener }
        for (position, index) in starts.enumerated() {
            let mark = survey.landmarks[index]
            let next = position + 1 < starts.count ? survey.landmarks[starts[position + 1]].start : nil
            let end = next ?? closing(after: index, survey, bytes)
            var place = TicketPlace(
                start: mark.start, line: Int(mark.line), title: mark.start..<mark.start, number: nil,
                isOnlyOrdinal: true,
                body: mark.start..<max(mark.start, end))
            place.level = 0
            candidate.places.append(place)
        }
        candidate.dialect = dialect(survey, starts, hidden, vocabulary)
        candidate.lookalikes = starts.count
        candidate.reasons = [.matched(starts.count, of: starts.count), .fields(fields(survey, labels))]
        let known = Set(labels.compactMap { survey.landmarks[$0].field })
        // Headings would say better where tickets begin; right above them they do.
        let headings = survey.landmarks.count { $0.kind == .heading && !$0.isFenced }
        let headed = starts.count {
            $0 > 0 && survey.landmarks[$0 - 1].kind == .heading && !survey.landmarks[$0 - 1].isFenced
        }
        candidate.evidence = min(1, Double(known.count) / 3) * (headings > 1 ? 0.6 : 1)
        let below = starts.count { standsBelowItem(survey.landmarks[$0].start, in: bytes) }
        candidate.isDoubtful = headed > 1 && headed * 2 >= starts.count || below > 1 && below * 2 >= starts.count
        return candidate
    }

    /// It is indented below a line that is less: what stands there is what it tells of.
    private static func standsBelowItem(_ start: Int, in bytes: Bytes) -> Bool {
        let lineStart = bytes.lineStart(before: start)
        let indentation = bytes.skippingBlanks(lineStart, limit: bytes.count) - lineStart
        guard indentation >= 2, lineStart > 1 else { return false }
        let above = bytes.line(at: bytes.lineStart(before: lineStart - 1), limit: bytes.count)
        let text = bytes.skippingBlanks(above.start, limit: above.end)
        return text < above.end && text - above.start < indentation
    }

    /// The first label of those that come most often, when it comes at least twice, with others between.
    private static func opener(_ labels: [Landmark]) -> UInt32? {
        var counts: [UInt32: Int] = [:]
        for label in labels { counts[label.name, default: 0] += 1 }
        let most = counts.values.max() ?? 0
        guard most >= 2 else { return nil }
        let often = Set(counts.filter { $0.value * 10 >= most * 8 }.keys)
        guard often.count >= 2, labels.contains(where: { often.contains($0.name) && $0.field != nil }) else {
            return nil
        }
        return labels.first { often.contains($0.name) }?.name
    }

    /// A heading below the last ticket ends it.
    private static func closing(after index: Int, _ survey: Survey, _ bytes: Bytes) -> Int {
        let next = survey.landmarks[(index + 1)...].first { $0.kind == .heading && $0.field == .summary }
        return next?.start ?? bytes.count
    }

    private static func fields(_ survey: Survey, _ labels: [Int]) -> [String] {
        var seen: [String] = []
        for index in labels {
            if let name = survey.landmarks[index].field?.name, !seen.contains(name) { seen.append(name) }
        }
        return seen
    }

    private static func dialect(
        _ survey: Survey, _ starts: [Int], _ hidden: Examples, _ vocabulary: Vocabulary
    ) -> Dialect {
        var dialect = DialectLearner.learn(survey, tickets: starts, hidden)
        dialect.vocabulary = vocabulary
        dialect.examples = hidden.ranges
        dialect.hasCarriageReturns = survey.hasCarriageReturns
        dialect.isSingle = starts.count == 1
        return dialect
    }
}
