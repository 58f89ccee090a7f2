import Workflow

/// What the desk makes of a priority or severity in a source's own words.
enum PriorityTable {
    private static let table: [(Priority, [String])] = [
        (
            .urgent,
            [
                "urgent", "critical", "blocker", "emergency", "immediate", "highest", "fatal", "very high",
                "showstopper", "p0", "p1", "s0",
                "s1", "sev0", "sev1", "sev 1", "1 critical", "紧急", "緊急", "特急", "加急", "非常紧急", "致命", "最高", "特别紧急", "非常高",
            ]
        ),
        (
            .high,
            [
                "high", "major", "important", "severe", "serious", "p2", "s2", "sev2", "sev 2", "高", "重要", "严重", "嚴重",
                "较高",
                "高优先级", "重大",
            ]
        ),
        (
            .normal,
            [
                "normal", "medium", "moderate", "average", "regular", "standard", "default", "med", "mid", "p3", "s3",
                "sev3", "sev 3", "中",
                "普通", "一般", "正常", "中等", "中优先级",
            ]
        ),
        (
            .low,
            [
                "low", "minor", "trivial", "lowest", "cosmetic", "very low", "enhancement", "p4", "p5", "s4", "s5",
                "sev4", "sev 4", "低", "轻微",
                "较低", "次要", "提示", "低优先级",
            ]
        ),
    ]

    private static let words: [String: Priority] = {
        var words: [String: Priority] = [:]
        for (priority, names) in table { for name in names { words[name] = priority } }
        return words
    }()

    private static func first(of parts: [String]) -> Priority? {
        let known = parts.filter { words[$0] != nil }
        return (known.first { !$0.utf8.contains(where: \.isDigit) } ?? known.first).flatMap { words[$0] }
    }

    /// `🔴 High`, `P2`, `2 - High`, `高（影响全部用户）`: by the whole, or by one of its parts.
    static func priority(of text: String) -> Priority? {
        guard text.utf8.count <= 80 else { return nil }
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
