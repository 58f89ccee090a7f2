import Workflow

/// Finds what an article says that a log shows: names of errors, messages, codes.
struct SignatureFinder {
    private let bytes: Bytes
    private let lines: [ArticleLine]
    private let entries: [EntryDraft]
    private let owners: EntryOwners
    private var found: [SignatureDraft] = []
    private var places: [String: Int] = [:]

    var signatures: [SignatureDraft] { found }

    init(bytes: Bytes, lines: [ArticleLine], entries: [EntryDraft]) {
        self.bytes = bytes
        self.lines = lines
        self.entries = entries
        owners = EntryOwners(entries)
        for entry in entries.indices where entries[entry].kind == .row { take(row: entry) }
        for line in lines { take(line) }
        takeSamples()
    }

    // MARK: Codes

    private mutating func take(row entry: Int) {
        guard let key = entries[entry].key, !key.isEmpty else { return }
        if ErrorName.isIdentifier(key) {
            add(SignatureDraft(kind: .identifier, segments: [key], entries: [entry]))
        } else if key.utf8.count <= 12, key.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) {
            let digits = key.trimming { !$0.isNumber && $0 != "-" && !$0.isLetter }
            if !digits.isEmpty {
                add(SignatureDraft(kind: .code, segments: [digits], entries: [entry], context: Self.context))
            }
        } else {
            let segments = SignatureText.segments(of: key)
            if !segments.isEmpty, MessageText.isMessage(key, isQuoted: true) {
                add(SignatureDraft(kind: .message, segments: segments, entries: [entry]))
            }
        }
    }

    private static let context = ["code", "errno", "error", "status", "errcode", "错误码", "状态码", "返回码"]

    // MARK: Lines

    private mutating func take(_ line: ArticleLine) {
        switch line.form {
        case .text, .item, .quote, .row, .heading: break
        default: return
        }
        let owner = owners.owner(of: line.content.lowerBound)
        var isHeading = false
        if case .heading = line.form { isHeading = true }
        takeNames(line, isHeading)
        for span in MarkedSpans.all(bytes, line.content) {
            take(span, in: line, owner: owners.owner(of: span.text.lowerBound), isHeading)
        }
        if isHeading { takeHeading(line, owner) }
    }

    /// Names of errors need no marks; other names need a word beside them that speaks of a log.
    private mutating func takeNames(_ line: ArticleLine, _ isHeading: Bool) {
        var names: [Range<Int>] = []
        IdentifierFinder.eachName(bytes, line.content) { names.append($0) }
        for name in names {
            let text = bytes.text(name)
            guard text.utf8.count >= 8, ErrorName.speaksOfError(text) || Cue.isBefore(bytes, name, in: line.content)
            else { continue }
            add(SignatureDraft(kind: .identifier, segments: [text], entries: [owners.owner(of: name.lowerBound)]))
        }
    }

    private mutating func take(_ span: MarkedSpans.Span, in line: ArticleLine, owner: Int, _ isHeading: Bool) {
        let text = PlainText.line(bytes.text(span.text)).trimmed
        guard text.utf8.count <= 300, !Cue.isAction(bytes, span.outer, in: line.content) else { return }
        if ErrorName.isIdentifier(text) {
            if ErrorName.speaksOfError(text) || Cue.isBefore(bytes, span.outer, in: line.content) {
                add(SignatureDraft(kind: .identifier, segments: [text], entries: [owner]))
            }
            return
        }
        guard MessageText.isMessage(text, isQuoted: isHeading || span.isQuoted),
            isHeading && span.isQuoted || Cue.isBefore(bytes, span.outer, in: line.content)
        else { return }
        let segments = SignatureText.segments(of: text)
        if !segments.isEmpty { add(SignatureDraft(kind: .message, segments: segments, entries: [owner])) }
    }

    /// A heading that is a message: `Error: cannot connect to the server`.
    private mutating func takeHeading(_ line: ArticleLine, _ owner: Int) {
        let title = entries[owner].title
        guard MessageText.isPrinted(title), MarkedSpans.all(bytes, line.content).isEmpty else { return }
        let segments = SignatureText.segments(of: title)
        if !segments.isEmpty { add(SignatureDraft(kind: .message, segments: segments, entries: [owner])) }
    }

    // MARK: Samples

    private static let mostOfEntry = 4

    /// Lines of a log that an entry shows: samples of what it names, and signatures where it names nothing.
    private mutating func takeSamples() {
        for (entry, samples) in sampleLines().sorted(by: { $0.key < $1.key }) {
            let own = found.indices.filter { found[$0].entries.contains(entry) }
            for place in own where found[place].sample == nil {
                found[place].sample = samples.first { SignatureMatching.grade(found[place], in: $0) != nil }
            }
            guard own.isEmpty else { continue }
            for line in samples.filter(MessageText.isPrinted).prefix(Self.mostOfEntry) {
                let segments = SignatureText.segments(of: PrintedLine.message(of: line))
                guard segments.contains(where: { $0.utf8.count >= 10 }) else { continue }
                add(SignatureDraft(kind: .message, segments: segments, sample: line, entries: [entry]))
            }
        }
    }

    /// Lines within blocks that were printed, by their entry.
    private func sampleLines() -> [Int: [String]] {
        var samples: [Int: [String]] = [:]
        var isSample = false
        for line in lines {
            guard case .fence(let part) = line.form else { continue }
            if part == .opening { isSample = owners.role(of: line.line.start, in: entries) == .sample }
            guard part == .inside, isSample, (12...1_000).contains(line.content.count) else { continue }
            samples[owners.owner(of: line.line.start), default: []].append(bytes.text(line.content))
        }
        return samples
    }

    /// One signature may belong to several entries.
    private mutating func add(_ signature: SignatureDraft) {
        let key = "\(signature.kind.rawValue)\u{1F}" + signature.segments.joined(by: "\u{1F}")
        if let place = places[key] {
            for entry in signature.entries where !found[place].entries.contains(entry) {
                found[place].entries.append(entry)
            }
            return
        }
        places[key] = found.count
        found.append(signature)
    }
}

/// Texts in bold, as code, or in quotation marks.
enum MarkedSpans {
    struct Span {
        /// With its marks, and without.
        let outer: Range<Int>
        let text: Range<Int>
        let isQuoted: Bool
    }

    private static let marks: [(open: StaticString, close: StaticString, isQuoted: Bool)] = [
        ("**", "**", false), ("`", "`", false), ("“", "”", true), ("「", "」", true), ("\"", "\"", true),
    ]

    static func all(_ bytes: Bytes, _ content: Range<Int>) -> [Span] {
        guard content.count < 20_000 else { return [] }
        var spans: [Span] = []
        var at = content.lowerBound
        while at < content.upperBound {
            guard let span = span(bytes, at, content.upperBound) else {
                at += 1
                continue
            }
            spans.append(span)
            at = span.outer.upperBound
        }
        return spans
    }

    private static func span(_ bytes: Bytes, _ at: Int, _ limit: Int) -> Span? {
        for mark in marks where bytes.has(mark.open, at: at, limit: limit) {
            let start = at + mark.open.utf8CodeUnitCount
            guard let end = bytes.first(mark.close, in: start..<min(limit, start + 400)), end > start else {
                return nil
            }
            // In `“**x**”` the inner marks go with the outer ones.
            return Span(
                outer: at..<end + mark.close.utf8CodeUnitCount, text: bytes.trimmed(start..<end),
                isQuoted: mark.isQuoted)
        }
        return nil
    }
}
