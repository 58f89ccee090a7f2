import Workflow

/// Reads the way through an article: under its headings stand lines such as `- 是：[检查证书](#证书)` or `- No: [end](#end)`.
///
/// A step is a heading that asks in this way, or one that an answer leads to. An article without a yes and a no is none.
package struct FlowReader {
    private struct Section {
        var title: String
        var names: Set<String>
        var line: Int
        var told: [String] = []
        var branches: [Branch] = []
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

    /// What an article asks, and what is wrong with it.
    /// - Returns: nil for an article that is no flow.
    package static func read(_ bytes: [UInt8], title: String) -> (flow: Flow?, faults: [FlowFault])? {
        bytes.withUnsafeBufferPointer { bytes in
            var reader = FlowReader(bytes)
            return reader.flow(title: title)
        }
    }

    /// What is wrong with the flow of an article.
    /// - Returns: nil for an article that is no flow.
    package static func faults(of draft: ArticleDraft, _ bytes: [UInt8]) -> [FlowFault]? {
        // Most articles have no link within themselves.
        guard draft.links.contains(where: { $0.target.hasPrefix("#") }) else { return nil }
        return read(bytes, title: draft.title)?.faults
    }

    private init(_ bytes: Bytes) {
        self.bytes = bytes
        for (index, line) in ArticleScanner(bytes).lines.enumerated() { take(line, number: index + 1) }
    }

    // MARK: Lines

    private mutating func take(_ line: ArticleLine, number: Int) {
        switch line.form {
        case .heading: open(bytes.text(line.content), line: number)
        case .underline, .frontMatter, .remark, .blank: break
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
                let name = Self.unescaped(String(target.dropFirst()))
                sections[last].branches.append(Branch(answer: answer, name: name, line: line))
                return
            }
            if target.contains("workorder") || target.contains("/ticket") { sections[last].escalation = target }
            at = place.end
        }
        let text = PlainText.line(bytes.text(content))
        if !text.isEmpty { sections[last].told.append(text) }
    }

    /// The answer that stands before a link; nil where something else does.
    private static func answer(_ text: String) -> Flow.Answer? {
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

    /// `%E5%90%A6` is what some editors write for a letter.
    private static func unescaped(_ text: String) -> String {
        var out: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == 0x25, rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                out.append(value)
                rest = rest.dropFirst(2)
            } else {
                out.append(byte)
            }
        }
        return String(validating: out, as: UTF8.self) ?? text
    }

    // MARK: Steps

    private mutating func flow(title: String) -> (flow: Flow?, faults: [FlowFault])? {
        let asked = sections.flatMap { $0.branches.map(\.answer) }
        guard asked.contains(.yes) || asked.contains(.no) else { return nil }
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
        let all = faults.isEmpty ? flow.faults : faults
        return (all.isEmpty ? flow : nil, all.sorted { $0.line < $1.line })
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
