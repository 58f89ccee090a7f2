extension Query {
    /// Where `in:` has words looked for. A word without any looks in title, description, answers and messages, and
    /// for agents in notes.
    package enum Area: String, CaseIterable, Sendable, QueryVocabulary {
        case title, description, `public`, note, log, cause, category, field, article, any

        var names: [String] {
            switch self {
            case .title: ["title", "标题"]
            case .description: ["description", "描述", "问题描述"]
            case .public: ["public", "公开", "回复"]
            case .note: ["note", "notes", "备注", "内部备注"]
            case .log: ["log", "日志"]
            case .cause: ["cause", "原因", "根因", "根本原因"]
            case .category: ["category", "分类"]
            case .field: ["field", "字段"]
            case .article: ["kb", "article", "知识", "知识库"]
            case .any: ["any", "任意", "全部"]
            }
        }
    }
}
