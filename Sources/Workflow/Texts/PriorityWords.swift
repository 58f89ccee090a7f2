/// The words people type for priorities, in both languages: the one list.
extension Priority {
    /// The first is its own name.
    package var words: [String] {
        switch self {
        case .low: ["low", "低"]
        case .normal: ["normal", "medium", "普通", "一般", "正常", "中"]
        case .high: ["high", "重要", "高"]
        case .urgent: ["urgent", "critical", "紧急", "特急", "加急"]
        }
    }

    /// A priority as people write it.
    package init?(word: String) {
        let plain = folded(word)
        guard let known = Priority.allCases.first(where: { $0.words.contains(plain) }) else { return nil }
        self = known
    }
}
