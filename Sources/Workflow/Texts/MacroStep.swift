/// One line of a macro or a rule: `tag +催办`, `prio high`, `reply canned:NAME`, `pend 2bd`.
package enum MacroStep: Equatable, Sendable {
    case tag(added: [String], removed: [String])
    case priority(String)
    case category(String)
    case customer(String)
    case field(NamedText)
    /// A name, `me` or `none`.
    case assign(String)
    case take, release, wake, close, reopen
    case reply(Said)
    case note(Said)
    /// How long, or until when; nil for without end.
    case pend(String?)
    case hold(String?)
    case resolve(resolution: Resolution?, cause: String?)
    case escalate(String)

    /// A text in the line itself, or a canned reply.
    package enum Said: Equatable, Sendable {
        case text(String)
        case canned(String)
    }

    /// - Throws: `TextError.badStep`, and what is wrong with a placeholder.
    package init(_ line: String) throws(TextError) {
        let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true).map { String($0) }
        guard let verb = parts.first else { throw .badStep(line) }
        let rest = parts.count > 1 ? Self.trimmed(parts[1]) : ""
        guard let step = try Self.step(folded(verb), rest) else { throw .badStep(line) }
        self = step
    }

    private static func step(_ verb: String, _ rest: String) throws(TextError) -> MacroStep? {
        switch verb {
        case "tag", "标签": tags(rest)
        case "prio", "priority", "优先级": rest.isEmpty ? nil : .priority(rest)
        case "category", "分类": rest.isEmpty ? nil : .category(rest)
        case "customer", "客户": rest.isEmpty ? nil : .customer(rest)
        case "field", "字段": field(rest)
        case "assign", "分派": rest.isEmpty ? nil : .assign(rest)
        case "reply", "回复": try said(rest).map { .reply($0) }
        case "note", "备注": try said(rest).map { .note($0) }
        case "pend", "待反馈": .pend(rest.isEmpty ? nil : rest)
        case "hold", "挂起": .hold(rest.isEmpty ? nil : rest)
        case "resolve", "解决": resolve(rest)
        case "escalate", "升级": .escalate(rest.isEmpty ? "high" : rest)
        default: rest.isEmpty ? plain(verb) : nil
        }
    }

    private static func plain(_ verb: String) -> MacroStep? {
        switch verb {
        case "take", "受理": .take
        case "release", "释放": .release
        case "wake", "唤醒": .wake
        case "close", "关闭": .close
        case "reopen", "重开": .reopen
        default: nil
        }
    }

    private static func tags(_ rest: String) -> MacroStep? {
        var (added, removed): ([String], [String]) = ([], [])
        for word in rest.split(separator: " ") {
            let name = String(word.drop { $0 == "+" || $0 == "-" || $0 == "＋" || $0 == "－" })
            guard !name.isEmpty else { return nil }
            if word.hasPrefix("-") || word.hasPrefix("－") { removed.append(name) } else { added.append(name) }
        }
        return added.isEmpty && removed.isEmpty ? nil : .tag(added: added, removed: removed)
    }

    private static func field(_ rest: String) -> MacroStep? {
        guard let sign = rest.firstIndex(of: "="), sign != rest.startIndex else { return nil }
        let name = trimmed(String(rest[..<sign]))
        return name.isEmpty ? nil : .field(NamedText(name: name, text: String(rest[rest.index(after: sign)...])))
    }

    private static func said(_ rest: String) throws(TextError) -> Said? {
        guard !rest.isEmpty else { return nil }
        for prefix in ["canned:", "canned：", "快捷回复:", "快捷回复："] where rest.hasPrefix(prefix) {
            let name = trimmed(String(rest.dropFirst(prefix.count)))
            return name.isEmpty ? nil : .canned(name)
        }
        _ = try Template(rest)
        return .text(rest)
    }

    /// `fixed cause:证书过期`
    private static func resolve(_ rest: String) -> MacroStep? {
        var (resolution, cause): (Resolution?, String?) = (nil, nil)
        var text = rest[...]
        for mark in ["cause:", "原因:", "原因："] {
            guard let place = text.firstRange(of: mark) else { continue }
            cause = trimmed(String(text[place.upperBound...]))
            text = text[..<place.lowerBound]
        }
        let word = folded(trimmed(String(text)))
        if !word.isEmpty {
            resolution = Resolution(name: word)
            guard resolution != nil else { return nil }
        }
        return cause == "" ? nil : .resolve(resolution: resolution, cause: cause)
    }

    private static func trimmed(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }
}

extension MacroStep {
    /// The steps of a text, one a line; blank lines and those that begin with # say nothing.
    package static func steps(of text: String) throws(TextError) -> [MacroStep] {
        var steps: [MacroStep] = []
        for line in text.split(separator: "\n") {
            let plain = trimmed(String(line))
            if !plain.isEmpty && !plain.hasPrefix("#") { steps.append(try MacroStep(plain)) }
        }
        guard !steps.isEmpty else { throw .noSteps }
        return steps
    }
}
