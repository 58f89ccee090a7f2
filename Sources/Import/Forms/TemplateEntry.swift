import Workflow

/// Entries that show how one is written, instead of being one: `Example (Template)`, a date that is `YYYY-MM-DD`, or words such as
/// "following this format:" above it.
struct TemplateEntry {
    private let bytes: Bytes
    /// Where labels for times begin whose value is a placeholder, in order.
    private let placeholders: [Int]

    init(_ survey: Survey, in bytes: Bytes) {
        self.bytes = bytes
        placeholders = survey.landmarks.filter { mark in
            guard mark.kind != .heading, mark.field == .created || mark.field == .closed || mark.field == .status else {
                return false
            }
            let line = bytes.line(at: mark.start, limit: bytes.count)
            return FieldLabel(line, in: bytes).map {
                $0.form != .row && TemplateEntry.isPlaceholder($0.value, in: bytes)
            } ?? false
        }.map(\.start)
    }

    /// Takes the entries out of what a reader found; what stands there is the file's.
    func leave(_ candidate: inout FormCandidate) {
        var left: [DatasetWarning] = []
        var ranges: [Range<Int>] = []
        candidate.places.removeAll { place in
            guard shows(place) else { return false }
            left.append(DatasetWarning(line: place.line, code: .summarySkipped, detail: bytes.text(place.title)))
            ranges.append(place.start..<place.body.upperBound)
            return true
        }
        guard !left.isEmpty else { return }
        candidate.warnings += left
        candidate.structure += ranges
        candidate.lookalikes = max(candidate.lookalikes - left.count, candidate.places.count)
        if case .matched = candidate.reasons.first {
            candidate.reasons[0] = .matched(candidate.places.count, of: candidate.lookalikes)
        }
        candidate.closing = candidate.places.last.map { $0.body.upperBound..<bytes.count }
    }

    private func shows(_ place: TicketPlace) -> Bool {
        guard !place.title.isEmpty else { return false }
        if namesTemplate(place.title) || leadsToFormat(place.body) { return true }
        let first = placeholders.partitioningIndex { $0 >= place.body.lowerBound }
        return first < placeholders.count && placeholders[first] < place.body.upperBound
    }

    private func namesTemplate(_ title: Range<Int>) -> Bool {
        guard [0x29, 0x5D, 0x89, 0x91].contains(bytes[title.upperBound - 1]) else { return false }
        let words: [StaticString] = [
            "(Template)", "(template)", "[Template]", "[template]", "（模板）", "(模板)", "【模板】", "（Template）",
        ]
        return words.contains { $0.utf8CodeUnitCount <= title.count && ends(title, with: $0) }
    }

    private func ends(_ text: Range<Int>, with word: StaticString) -> Bool {
        bytes.has(word, at: text.upperBound - word.utf8CodeUnitCount, limit: text.upperBound)
    }

    /// The first line says that a format follows.
    private func leadsToFormat(_ body: Range<Int>) -> Bool {
        let start = bytes.skippingSpace(body)
        guard start < body.upperBound else { return false }
        let line = bytes.trimmed(bytes.line(at: start, limit: body.upperBound).text)
        guard line.count <= 200 else { return false }
        let words: [StaticString] = [
            "this format:", "the format:", "following format:", "this template:", "following template:",
            "format below:",
            "template below:", "以下格式：", "如下格式：", "以下模板：", "如下模板：", "下面的格式：", "以下格式:", "如下格式:",
        ]
        return words.contains { $0.utf8CodeUnitCount <= line.count && ends(line, with: $0) }
    }

    /// A day by its form, or what may be chosen: `Open | Fixed | Closed`.
    private static func isPlaceholder(_ value: Range<Int>, in bytes: Bytes) -> Bool {
        let words: [StaticString] = [
            "YYYY-MM-DD", "yyyy-mm-dd", "YYYY/MM/DD", "DD/MM/YYYY", "MM/DD/YYYY", "YYYY年MM月DD日",
        ]
        let isDay = words.contains {
            $0.utf8CodeUnitCount == value.count && bytes.has($0, at: value.lowerBound, limit: value.upperBound)
        }
        return isDay || value.count < 120 && bytes[value].count { $0 == 0x7C } >= 2
    }
}
