import Import
import Workflow

/// Tickets as they were read: each part in a line, so that whoever has the file beside it sees what was taken for what.
struct SampleLines {
    private let words: Words.Reading.Samples
    private let comma: String
    private let role: @Sendable (Role) -> String
    private let status: @Sendable (Status) -> String
    private let priority: @Sendable (Priority) -> String

    init(_ words: Words) {
        self.words = words.importing.reading.samples
        comma = words.importing.reading.values.comma
        (role, status, priority) = (words.role, words.status, words.priority)
    }

    // Enough to see by: a line each.
    private static let widest = 72
    private static let mostMessages = 4
    private static let mostFields = 3
    private static let mostCharacters = 400

    func lines(of samples: TicketSamples, in file: DatasetFile) -> [String] {
        let first = samples.first.map { block(words.first(nil, file.lines(of: $0.place)), $0) } ?? []
        let longest = samples.longest.map { block(words.longest(file.lines(of: $0.place)), $0) } ?? []
        return first + longest
    }

    /// Of several files.
    func lines(of sample: TicketSamples.Sample, from file: DatasetFile) -> [String] {
        block(words.first(SafeText.line(file.path), file.lines(of: sample.place)), sample)
    }

    private func block(_ heading: String, _ sample: TicketSamples.Sample) -> [String] {
        let draft = sample.draft
        var parts = [facts(sample)] + messages(sample.messages)
        if !draft.rootCauses.isEmpty { parts.append(part(words.causes, draft.rootCauses.joined(by: comma))) }
        parts += draft.extra.prefix(Self.mostFields).map { part($0.name, $0.text) }
        let fields = draft.extra.count - Self.mostFields
        if fields > 0 { parts.append(words.otherFields(fields)) }
        return ["\(heading)\(words.colon)\(told(draft.title))"] + parts.map { "  " + $0 }
    }

    private func facts(_ sample: TicketSamples.Sample) -> String {
        let (draft, values) = (sample.draft, sample.draft.values)
        let named: [(String, String?)] = [
            (words.category, draft.categoryPath.isEmpty ? nil : draft.categoryPath.joined(by: " / ")),
            (words.number, values.reference ?? sample.place.printedOrdinal.map { "\($0)" }),
            (words.customer, values.customer), (words.assignee, values.assignee),
            (words.created, values.createdAt.map(time)), (words.closed, values.closedAt.map(time)),
            (words.tags, values.tags.isEmpty ? nil : values.tags.joined(by: comma)),
        ]
        let facts = [status(sample.status), values.priority.map(priority)].compactMap { $0 }
        return (facts + named.compactMap { name, value in value.map { "\(name) \(told($0))" } }).joined(by: " · ")
    }

    private func time(_ time: SourceTime) -> String { TimeText.local(time.milliseconds, offset: 0) }

    /// The first of them and the last.
    private func messages(_ messages: [MessageDraft]) -> [String] {
        guard messages.count > Self.mostMessages, let last = messages.last else { return messages.map(line) }
        let shown = messages.prefix(Self.mostMessages - 1)
        let others = messages.count - Self.mostMessages
        return shown.map(line) + [others > 0 ? words.otherMessages(others) : ""].filter { !$0.isEmpty } + [line(last)]
    }

    private func line(_ message: MessageDraft) -> String {
        let marks = [
            message.author == nil ? nil : role(message.role), message.isDescription ? words.description : nil,
            message.origin == .answer ? words.listedAnswer : nil, message.isInternal ? words.isInternal : nil,
        ].compactMap { $0 }
        let speaker =
            (message.author ?? role(message.role)) + (marks.isEmpty ? "" : words.remark(marks.joined(by: comma)))
        return part(speaker, message.body)
    }

    private func part(_ name: String, _ text: String) -> String {
        let start = text.utf8.firstIndex { $0 != 0x0A } ?? text.endIndex
        let first = text[start...].prefix { !$0.isNewline }
        let others = SampleLines.lineCount(text) - 1
        return told(name) + words.colon + told(String(first)) + (others > 0 ? words.remark(words.lines(others)) : "")
    }

    /// Lines in which something stands, counted without a copy of any: a message may be a file of its own.
    private static func lineCount(_ text: String) -> Int {
        var (count, isOpen) = (0, false)
        for byte in text.utf8 {
            if byte != 0x0A, !isOpen { count += 1 }
            isOpen = byte != 0x0A
        }
        return count
    }

    private func told(_ text: String) -> String {
        let line = SafeText.line(String(text.unicodeScalars.prefix(Self.mostCharacters)))
        return TextDirection.isolated(DisplayWidth.truncated(line, to: Self.widest))
    }
}
