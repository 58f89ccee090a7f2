/// `first 1bh; first urgent 15m; resolve 8bh; pause pending; raise forward; reopen new; merged earliest; warn 30m`
extension SLATerms {
    package init(text: String) throws(SLAError) {
        self.init()
        var pauses: [Status]?
        for part in text.split(whereSeparator: { $0 == ";" || $0 == "；" || $0 == "\n" }) {
            let words = folded(String(part)).split(separator: " ").map { String($0) }
            guard let first = words.first else { continue }
            if first == "pause" || first == "暂停" {
                // Said twice, both count.
                pauses = (pauses ?? []) + (try Self.pauses(words.dropFirst(), words.joined(by: " ")))
            } else {
                try read(words)
            }
        }
        if let pauses { self.pauses = [.pending, .hold].filter(pauses.contains) }
        if targets.isEmpty { throw .noTargets }
    }

    private mutating func read(_ words: [String]) throws(SLAError) {
        let text = words.joined(by: " ")
        if let goal = SLAGoal(word: words[0]) { return try readTarget(goal, words, text) }
        guard words.count == 2 else { throw .badTerm(text) }
        switch words[0] {
        case "raise", "升级":
            guard let raising = Raising(rawValue: words[1]) else { throw .badTerm(text) }
            self.raising = raising
        case "reopen", "重开":
            guard let reopening = Reopening(rawValue: words[1]) else { throw .badTerm(text) }
            self.reopening = reopening
        case "merged", "合并":
            guard words[1] == "earliest" || words[1] == "own" else { throw .badTerm(text) }
            countsMerged = words[1] == "earliest"
        case "warn", "提醒":
            guard let length = SLALength(text: words[1]) else { throw .badLength(words[1]) }
            warning = length
        default: throw .badTerm(text)
        }
    }

    private mutating func readTarget(_ goal: SLAGoal, _ words: [String], _ text: String) throws(SLAError) {
        guard words.count == 2 || words.count == 3 else { throw .badTerm(text) }
        guard let length = SLALength(text: words[words.count - 1]) else { throw .badLength(words[words.count - 1]) }
        var priority: Priority?
        if words.count == 3 {
            priority = Priority(word: words[1])
            if priority == nil { throw .badTerm(text) }
        }
        targets.removeAll { $0.goal == goal && $0.priority == priority }
        targets.append(Target(goal: goal, priority: priority, length: length))
    }

    /// `pending,hold`, `pending hold` or `never`
    private static func pauses(_ words: ArraySlice<String>, _ text: String) throws(SLAError) -> [Status] {
        let names = words.flatMap { $0.split(separator: ",") }.map { String($0) }
        if names == ["never"] || names == ["从不"] { return [] }
        if names.isEmpty { throw .badTerm(text) }
        var statuses: [Status] = []
        for name in names {
            guard let status = Status(name: name), status == .pending || status == .hold else { throw .badTerm(text) }
            statuses.append(status)
        }
        return statuses
    }

    /// The terms in their canonical form, which reads as the same.
    package var text: String {
        var parts = targets.map { target in
            ([target.goal.rawValue] + (target.priority.map { [$0.name] } ?? []) + [target.length.text])
                .joined(by: " ")
        }
        if pauses != [.pending, .hold] {
            parts.append("pause " + (pauses.isEmpty ? "never" : pauses.map(\.name).joined(by: ",")))
        }
        if raising != .forward { parts.append("raise \(raising.rawValue)") }
        if reopening != .new { parts.append("reopen \(reopening.rawValue)") }
        if countsMerged { parts.append("merged earliest") }
        if let warning { parts.append("warn \(warning.text)") }
        return parts.joined(by: "; ")
    }
}

extension SLAGoal {
    fileprivate init?(word: String) {
        switch word {
        case "first", "首次响应", "首响": self = .first
        case "next", "后续响应": self = .next
        case "resolve", "解决": self = .resolve
        default: return nil
        }
    }
}

extension SLALength {
    private static let units: [(name: String, make: @Sendable (Int64) -> SLALength)] = [
        ("bm", { .work($0 * 60_000) }), ("bh", { .work($0 * 3_600_000) }), ("bd", { .workDays(Int($0)) }),
        ("m", { .wall($0 * 60_000) }), ("h", { .wall($0 * 3_600_000) }), ("d", { .wall($0 * 86_400_000) }),
    ]

    /// `15m`, `4h`, `1d` by the clock; `30bm`, `4bh`, `2bd` of work.
    package init?(text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard 1...6 ~= digits.utf8.count, let number = Int64(digits),
            let unit = Self.units.first(where: { $0.name == text.dropFirst(digits.count) })
        else { return nil }
        self = unit.make(number)
    }

    package var text: String {
        switch self {
        case .workDays(let days): "\(days)bd"
        case .work(let length): Self.text(length, hours: "bh", minutes: "bm")
        case .wall(let length):
            length % 86_400_000 == 0 && length > 0
                ? "\(length / 86_400_000)d" : Self.text(length, hours: "h", minutes: "m")
        }
    }

    private static func text(_ length: Int64, hours: String, minutes: String) -> String {
        length % 3_600_000 == 0 && length > 0 ? "\(length / 3_600_000)\(hours)" : "\(length / 60_000)\(minutes)"
    }
}
