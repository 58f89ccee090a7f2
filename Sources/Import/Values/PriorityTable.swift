import Workflow

/// What the desk makes of a priority or severity in a source's own words.
enum PriorityTable {
    private static let table: [(Priority, [StaticString])] = [
        (
            .urgent,
            [
                "urgent", "critical", "blocker", "emergency", "immediate", "highest", "fatal", "very high",
                "showstopper", "p0", "p1", "s0",
                "s1", "sev-0", "sev-1", "sev0", "sev1", "sev 1", "1 critical", "crítica", "crítico", "critica",
                "critico", "critique", "kritisch", "kritik", "критический", "критичный", "критическая", "срочный",
                "срочно",
                "блокер", "至急", "紧急",
                "緊急", "特急", "加急", "非常紧急", "致命", "最高", "特别紧急", "非常高",
            ]
        ),
        (
            .high,
            [
                "high", "major", "important", "severe", "serious", "p2", "s2", "sev-2", "sev2", "sev 2", "高", "重要",
                "严重", "嚴重",
                "haute", "haut", "élevé", "grave", "высокий", "высокая", "yüksek", "높음", "cao", "较高", "alta", "alto",
                "hoch", "élevée",
                "高优先级", "重大",
            ]
        ),
        (
            .normal,
            [
                "normal", "medium", "moderate", "average", "regular", "standard", "default", "med", "mid", "p3", "s3",
                "sev-3",
                "sev3", "sev 3", "中", "media", "medio", "média", "médio", "mittel", "moyenne", "normale", "moyen",
                "средний",
                "средняя", "orta", "보통", "trung bình",
                "普通", "一般", "正常", "中等", "中优先级",
            ]
        ),
        (
            .low,
            [
                "low", "minor", "trivial", "lowest", "cosmetic", "very low", "enhancement", "p4", "p5", "s4", "s5",
                "sev-4", "sev4", "sev 4", "低", "轻微", "baja", "bajo", "baixa", "baixo", "niedrig", "faible", "basse",
                "bas", "leve", "bassa",
                "basso",
                "низкий", "низкая", "düşük", "낮음", "thấp",
                "较低", "次要", "提示", "低优先级",
            ]
        ),
    ]

    private static let words: [String: Priority] = {
        var words: [String: Priority] = [:]
        for (priority, names) in table { for name in names { words[name.description] = priority } }
        return words
    }()

    /// What the name of a group says of all below it, and nothing else: `High priority`, `P1 — Major`, `優先度: 高`. Names such as
    /// 一般 may be of a category.
    static func priority(ofGroup name: String) -> Priority? {
        guard name.utf8.count <= 80, mayBeGroup(name) else { return nil }
        if let told = told(inBrackets: name) { return told }
        let words = folded(String(name.prefix { $0 != "(" && $0 != "（" })).split { !($0.isLetter || $0.isNumber) }.map {
            String($0)
        }
        if let code = words.first, PriorityLegend.isCode(code), words.count <= 8 { return priority(of: name) }
        let others = words.filter { !nouns.contains($0) }
        let isNamed = others.count < words.count
        guard others.count == 1, let word = others.first else { return compound(words) }
        guard let priority = Self.words[word], isNamed || alone.contains(word) else { return compound(words) }
        return priority
    }

    /// Nearly all texts are done with here: one begins as none of the words does, or has the figures of a number.
    private static func mayBeGroup(_ name: String) -> Bool {
        var digits = 0
        var isInside = false
        var first: Unicode.Scalar?
        for scalar in name.unicodeScalars {
            if scalar == ":" || scalar == "：" { return true }
            if scalar == "(" || scalar == "（" { isInside = true }
            let isDigit = ("0"..."9").contains(scalar)
            digits += isDigit && !isInside ? 1 : 0
            if first == nil, isDigit || scalar.isLetter {
                first = simplyFolded(scalar) ?? StatusWords.smallLetter(scalar)
            }
        }
        return digits <= 2 && first.map { names.contains(initial: $0) } ?? false
    }

    private static let names = LetterNames(table.flatMap(\.1) + nounNames)

    /// `Faults of the gate (Priority: High)`
    private static func told(inBrackets name: String) -> Priority? {
        guard let open = name.lastIndex(where: { "(（[".contains($0) }),
            let colon = name[open...].firstIndex(where: { ":：".contains($0) }),
            nouns.contains(folded(String(name[name.index(after: open)..<colon])))
        else { return nil }
        return priority(of: String(name[name.index(after: colon)...].prefix { !")）]".contains($0) }))
    }

    /// 高优先级, 优先级高
    private static func compound(_ words: [String]) -> Priority? {
        guard words.count == 1, let word = words.first else { return nil }
        for noun in ["优先级", "優先度", "优先"] where word.contains(noun) {
            return Self.words[word.replacing(noun, with: "")]
        }
        return nil
    }

    private static let nounNames: [StaticString] = [
        "priority", "prio", "severity", "issues", "bugs", "tasks", "items", "tickets", "优先级", "優先度", "优先", "级", "问题",
    ]
    private static let nouns = Set(nounNames.map(\.description))
    private static let alone: Set<String> = ["critical", "urgent", "high", "low", "blocker", "紧急", "高", "低"]

    private static func first(of parts: [String]) -> Priority? {
        let known = parts.filter { words[$0] != nil }
        return (known.first { !$0.utf8.contains(where: \.isDigit) } ?? known.first).flatMap { words[$0] }
    }

    /// `High (as nobody can pass, …)`: the word before what gives the reason.
    private static func reasoned(_ text: String) -> Priority? {
        guard text.utf8.count <= 2_000, let end = text.firstIndex(where: { "(（*—".contains($0) }) else { return nil }
        let words = text[..<end].trimmingBlanks
        return words.isEmpty || words.utf8.count > 30 ? nil : priority(of: String(words))
    }

    /// `🔴 High`, `P2`, `2 - High`, `高（影响全部用户）`: by the whole, or by one of its parts.
    static func priority(of text: String) -> Priority? {
        guard text.utf8.count <= 80 else { return reasoned(text) }
        let plain = folded(text)
        if let priority = words[plain] { return priority }
        let parts = plain.split { !($0.isLetter || $0.isNumber || $0 == " ") }
            .map { $0.drop { $0 == " " } }.map { String($0.reversed().drop { $0 == " " }.reversed()) }
        // `P2 (minor)`: what a code stands for differs from desk to desk, a word says it.
        if let found = first(of: parts) { return found }
        let single = plain.split { !($0.isLetter || $0.isNumber) }.map { String($0) }
        return single.count <= 3 ? first(of: single) : nil
    }
}
