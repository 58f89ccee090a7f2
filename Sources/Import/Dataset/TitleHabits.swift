extension Dialect {
    /// Ordinals, bold titles and a common prefix are habits of all titles together.
    mutating func learnTitles(_ survey: Survey, _ headings: TicketHeadings, in bytes: Bytes) {
        var titles = 0
        var bold = 0
        for found in headings.found where found.mark == .ticket {
            let mark = survey.landmarks[found.landmark]
            let line = bytes.line(at: mark.start, limit: bytes.count)
            guard let title = mark.title(in: line, bytes) else { continue }
            let text = Dialect.insideBold(title, in: bytes)
            titles += 1
            bold += text == nil ? 0 : 1
            ordinals.see(Ordinal.title(in: bytes, text ?? title))
        }
        boldTitles = titles > 0 && bold * 10 >= titles * 9
    }

    private static func insideBold(_ range: Range<Int>, in bytes: Bytes) -> Range<Int>? {
        guard let mark = BoldMark(range, longest: range.count, in: bytes), mark.rest.isEmpty, !mark.hasColon
        else { return nil }
        return mark.name
    }

    /// The title of a heading without its ordinal, and the number it printed.
    func title(of heading: Range<Int>, in bytes: Bytes) -> (text: Range<Int>, number: Int?) {
        let text = boldTitles ? Dialect.insideBold(heading, in: bytes) ?? heading : heading
        guard ordinals.isUsual, let ordinal = Ordinal.title(in: bytes, text), let number = ordinals.number(ordinal)
        else {
            return (text, nil)
        }
        return (bytes.trimmed(ordinal.end..<text.upperBound), number)
    }
}
