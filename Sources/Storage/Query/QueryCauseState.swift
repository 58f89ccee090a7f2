extension Query {
    /// How sure the desk is of a cause.
    package enum CauseState: String, CaseIterable, Sendable, QueryVocabulary {
        case unverified, suggested, confirmed, rejected

        var names: [String] {
            switch self {
            case .unverified: ["unverified", "未核实", "未验证", "待核实", "未确认"]
            case .suggested: ["suggested", "建议", "推荐"]
            case .confirmed: ["confirmed", "已确认", "确认", "已核实"]
            case .rejected: ["rejected", "已否定", "否定", "已排除"]
            }
        }
    }
}
