import Workflow

extension Priority {
    /// A priority in either language, as people write it.
    package init?(word: String) {
        switch folded(word) {
        case "low", "低": self = .low
        case "normal", "普通", "一般": self = .normal
        case "high", "重要", "高": self = .high
        case "urgent", "紧急": self = .urgent
        default: return nil
        }
    }
}
