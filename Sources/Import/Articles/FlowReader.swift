import Workflow

/// Reads the way through an article: under its headings stand lines such as `- 是：[检查证书](#证书)` or `- No: [end](#end)`.
///
/// A step is a heading that asks in this way, or one that an answer leads to; beside such a line, `- If no, order one.` is an end
/// by itself. An article whose answers lead nowhere within it is no flow. One that says `kind: flow` in its front matter has to be
/// one without a fault; others were often not written for this, and come in as they are.
package struct FlowReader {
    /// What was read.
    package struct Reading: Sendable {
        /// Nil where it cannot be gone through.
        package var flow: Flow?
        package var faults: [FlowFault]
        package var isDeclared: Bool

        /// What keeps the article out.
        package var refused: [FlowFault] { isDeclared ? faults : [] }
        /// What keeps it from being gone through.
        package var blocking: [FlowFault] { faults.filter { isDeclared || !$0.isTolerable } }
    }

    private struct Section {
        var title: String
        var names: Set<String>
        var line: Int
        var told: [String] = []
        var branches: [Branch] = []
        /// Answers that lead to no heading, with what they say.
        var ends: [(answer: Flow.Answer, text: String, line: Int)] = []
        var escalation: String?
    }

    private struct Branch {
        var answer: Flow.Answer
        var name: String
        var line: Int
    }

    private let bytes: Bytes
    private var sections: [Section] = []
    private var faults: [FlowFault] = []
    private var isDeclared = false

    /// What an article asks, and what is wrong with it.
    /// - Returns: nil for an article that is no flow.
    package static func read(_ bytes: [UInt8], title: String) -> Reading? {
        bytes.withUnsafeBufferPointer { bytes in
            var reader = FlowReader(bytes)
            return reader.reading(title: title)
        }
    }

    /// The same of an article that was read; most have no link within themselves and are not read again.
    package static func read(_ draft: ArticleDraft, _ bytes: [UInt8]) -> Reading? {
        guard draft.links.contains(where: { $0.target.hasPrefix("#") }) || declares(bytes) else { return nil }
        return read(bytes, title: draft.title)
    }

    private static func declares(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: "---".utf8) || bytes.starts(with: "\u{FEFF}---".utf8) else { return false }
        return bytes.withUnsafeBufferPointer { FlowReader($0).isDeclared }
    }

    private init(_ bytes: Bytes) {
        self.bytes = bytes
        for (index, line) in ArticleScanner(bytes).lines.enumerated() { take(line, number: index + 1) }
    }

    // MARK: Lines

    private mutating func take(_ line: ArticleLine, number: Int) {
        switch line.form {
        case .heading: open(bytes.text(line.content), line: number)
        case .frontMatter:
            let words = folded(bytes.text(line.content)).split { ":： \t\"'".contains($0) }
            if ["kind flow", "类型 流程"].contains(words.joined(separator: " ")) { isDeclared = true }
        case .underline, .remark, .blank: break
        default:
            guard !sections.isEmpty else { return }
            take(line.content, line: number)
        }
    }

    private mutating func open(_ text: String, line: Int) {
        let heading = HeadingText(text)
        let numbered = [heading.number, heading.title].compactMap(\.self).joined(by: " ")
        let names = [
            heading.anchor, Self.name(of: PlainText.line(text)), Self.name(of: heading.title), Self.name(of: numbered),
        ]
        sections.append(Section(title: heading.title, names: Set(names.compactMap(\.self)), line: line))
    }

    private mutating func take(_ content: Range<Int>, line: Int) {
        let last = sections.count - 1
        var at = content.lowerBound
        while at < content.upperBound {
            guard bytes[at] == 0x5B, let place = LinkPlace(bytes, at: at, limit: content.upperBound) else {
                at += 1
                continue
            }
            let target = bytes.text(bytes.trimmed(place.target))
            let before = PlainText.line(bytes.text(content.lowerBound..<at))
            if target.hasPrefix("#"), let answer = Self.answer(before) {
                // Some editors write letters of a link so.
                let name = PercentEncoding.decoded(target.dropFirst()) ?? String(target.dropFirst())
                sections[last].branches.append(Branch(answer: answer, name: name, line: line))
                return
            }
            if target.contains("workorder") || target.contains("/ticket") { sections[last].escalation = target }
            at = place.end
        }
        let text = PlainText.line(bytes.text(content))
        guard !text.isEmpty else { return }
        if let (answer, rest) = Self.end(text) { sections[last].ends.append((answer, rest, line)) }
        sections[last].told.append(text)
    }

    /// `If no, order one.`
    private static func end(_ text: String) -> (Flow.Answer, String)? {
        guard let mark = text.firstIndex(where: { ":：,，".contains($0) }), let answer = answer(String(text[..<mark]))
        else {
            return nil
        }
        let rest = String(text[text.index(after: mark)...]).trimmed
        return rest.isEmpty ? nil : (answer, rest)
    }

    /// The answer that stands before a link; nil where something else does.
    static func answer(_ text: String) -> Flow.Answer? {
        var word = folded(text).trimming { " \t:：,，、-–—>→*_".contains($0) }
        for lead in ["如果", "若", "if "] where word.hasPrefix(lead) { word = String(word.dropFirst(lead.count)) }
        for end in ["则转到", "则", "转到", "请看", "go to", "see", "then"] where word != end && word.hasSuffix(end) {
            word = String(word.dropLast(end.count)).trimming { " \t:：,，→->".contains($0) }
        }
        return Flow.Answer(word: word)
    }

    /// What a link calls a heading, as the usual renderers make it: small letters, signs left out, hyphens for blanks.
    private static func name(of title: String) -> String {
        var name = ""
        for character in title.lowercased() {
            if character.isLetter || character.isNumber || character == "-" || character == "_" {
                name.append(character)
            } else if character == " " {
                name.append("-")
            }
        }
        return name
    }

    // MARK: Steps

    private mutating func reading(title: String) -> Reading? {
        let asked = sections.flatMap { $0.branches.map(\.answer) }
        guard asked.contains(.yes) || asked.contains(.no) else {
            return isDeclared
                ? Reading(flow: nil, faults: [FlowFault(.noStart, line: sections.first?.line ?? 1)], isDeclared: true)
                : nil
        }
        addEnds()
        let (flow, faults) = flow(title: title)
        var reading = Reading(flow: flow, faults: faults.sorted { $0.line < $1.line }, isDeclared: isDeclared)
        if !reading.blocking.isEmpty { reading.flow = nil }
        return reading
    }

    /// Makes sections of the answers that are ends by themselves. Only beside an answer that leads on: else the words are a text's.
    private mutating func addEnds() {
        for place in sections.indices where !sections[place].branches.isEmpty {
            for end in sections[place].ends where !sections[place].branches.contains(where: { $0.answer == end.answer })
            {
                // No link can have this name.
                let name = "\n\(end.line)"
                sections[place].branches.append(Branch(answer: end.answer, name: name, line: end.line))
                sections[place].told.removeAll { $0.hasSuffix(end.text) && Self.end($0)?.1 == end.text }
                sections.append(Section(title: end.text, names: [name], line: end.line))
            }
        }
    }

    private mutating func flow(title: String) -> (flow: Flow?, faults: [FlowFault]) {
        // Where two headings have one name, links mean the first.
        let named = Dictionary(
            sections.indices.flatMap { place in sections[place].names.map { ($0, place) } }, uniquingKeysWith: min)
        var ways: [[Flow.Answer: Int]] = []
        for place in sections.indices { ways.append(paths(of: place, named)) }
        let targets = Set(ways.flatMap(\.values))
        let places = sections.indices.filter { !sections[$0].branches.isEmpty || targets.contains($0) }
        guard let start = places.first(where: { !targets.contains($0) }) else {
            return (nil, [FlowFault(.noStart, line: sections[places[0]].line)] + faults)
        }
        let order = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
        let steps = places.map { place in
            let section = sections[place]
            return Flow.Step(
                title: section.title, text: section.told.joined(by: "\n"), line: section.line,
                paths: ways[place].compactMapValues { order[$0] }, escalation: section.escalation)
        }
        let flow = Flow(title: title, steps: steps, start: order[start] ?? 0)
        // What leads nowhere is said once; what follows from it is not.
        return (flow, faults.isEmpty ? flow.faults : faults)
    }

    private mutating func paths(of place: Int, _ named: [String: Int]) -> [Flow.Answer: Int] {
        var paths: [Flow.Answer: Int] = [:]
        for branch in sections[place].branches {
            guard let target = named[branch.name] ?? named[branch.name.lowercased()] else {
                faults.append(FlowFault(.missingStep, line: branch.line))
                continue
            }
            if paths[branch.answer] != nil { faults.append(FlowFault(.doubleAnswer, line: branch.line)) }
            paths[branch.answer] = target
        }
        return paths
    }
}
