import Import
import Workflow

/// What the words of a file became, so that whoever knows it sees what was misread.
struct ValueLines {
    let told: ValuesTold
    private let words: Words.Reading.Values
    private let status: @Sendable (Status) -> String
    private let priority: @Sendable (Priority) -> String

    init(_ told: ValuesTold, _ words: Words) {
        self.told = told
        self.words = words.importing.reading.values
        (status, priority) = (words.status, words.priority)
    }

    // Enough to see by, in a line or two.
    private static let mostWords = 6
    private static let mostNames = 4
    private static let widestTitle = 44
    private static let widestWord = 24

    var lines: [String] {
        [words.titles(title(told.firstTitle), title(told.lastTitle))] + ofValues
    }

    /// Without the titles.
    var ofValues: [String] {
        var lines = [words.statuses(list(told.statuses, status))]
        if !told.priorities.elements.isEmpty {
            lines.append(words.priorities(list(told.priorities, priority)))
        }
        let people = [names(told.customers).map(words.customers), names(told.agents).map(words.agents)]
            .compactMap { $0 }
        if !people.isEmpty { lines.append(people.joined(by: " · ")) }
        if let came = told.came {
            lines.append(words.came(TimeText.day(ofLocal: came.lowerBound), TimeText.day(ofLocal: came.upperBound)))
        }
        return lines
    }

    private func title(_ text: String) -> String {
        TextDirection.isolated(DisplayWidth.truncated(SafeText.line(text), to: Self.widestTitle))
    }

    private func become(_ origin: ValuesTold.Origin, _ value: String) -> String {
        switch origin {
        case .place: value
        case .words(let text) where folded(text) == folded(value): value
        case .words(let text): source(text) + " → " + value
        case .unknown(let text): source(text) + " (" + words.unknown + ") → " + value
        case .answer: words.answered + " → " + value
        case .noAnswer: words.unanswered + " → " + value
        case .asked: words.asked + " → " + value
        }
    }

    private func source(_ text: String) -> String {
        TextDirection.isolated(DisplayWidth.truncated(SafeText.line(text), to: Self.widestWord))
    }

    /// The most frequent first.
    private func list<Value>(
        _ counted: ValuesTold.Counted<ValuesTold.Reading<Value>>, _ name: (Value) -> String
    ) -> String {
        // Two origins may look the same.
        var told: [(text: String, count: Int)] = []
        for (reading, count) in counted.elements {
            let text = become(reading.origin, name(reading.value))
            if let place = told.firstIndex(where: { $0.text.isSameText(as: text) }) {
                told[place].count += count
            } else {
                told.append((text, count))
            }
        }
        let ordered = told.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .map(\.element)
        let rest = ordered.dropFirst(Self.mostWords).reduce(counted.others) { $0 + $1.count }
        let shown = ordered.prefix(Self.mostWords).map { "\($0.text) \($0.count)" }
        return (shown + (rest > 0 ? [words.others(rest)] : [])).joined(by: words.comma)
    }

    private func names(_ counted: ValuesTold.Counted<String>) -> String? {
        guard !counted.elements.isEmpty else { return nil }
        let shown = counted.elements.prefix(Self.mostNames).map { TextDirection.isolated(SafeText.line($0.element)) }
        let more = counted.elements.count > Self.mostNames || counted.others > 0
        return (shown + (more ? ["…"] : [])).joined(by: words.comma)
    }
}
