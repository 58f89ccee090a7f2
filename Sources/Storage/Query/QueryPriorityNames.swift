import Workflow

extension Priority: QueryVocabulary {
    var names: [String] {
        switch self {
        case .low: ["low", "低"]
        case .normal: ["normal", "medium", "普通", "一般", "正常", "中"]
        case .high: ["high", "重要", "高"]
        case .urgent: ["urgent", "critical", "紧急", "特急", "加急"]
        }
    }
}
