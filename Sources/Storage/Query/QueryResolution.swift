extension Query {
    /// How a ticket ended.
    package enum Resolution: String, CaseIterable, Sendable, QueryVocabulary {
        case fixed, answered, workaround, duplicate, noReply, invalid, withdrawn, spam

        var names: [String] {
            switch self {
            case .fixed: ["fixed", "已修复", "修复"]
            case .answered: ["answered", "已解答", "解答", "已答复"]
            case .workaround: ["workaround", "临时方案", "变通", "规避"]
            case .duplicate: ["duplicate", "重复"]
            case .noReply: ["no-reply", "无回复", "客户未回复"]
            case .invalid: ["invalid", "无效"]
            case .withdrawn: ["withdrawn", "撤销", "已撤销", "撤回"]
            case .spam: ["spam", "垃圾"]
            }
        }
    }
}
