extension Query {
    /// What `has:` and `no:` ask for.
    package enum Part: String, CaseIterable, Sendable, QueryVocabulary {
        case attachment, note, draft, cause, article, missingFile, conflict, personalData
        /// What the quality report counts.
        case description, reply, placeholder, differingAnswers
        /// One of an old case or a canned reply, which was taken for it.
        case answer

        var names: [String] {
            switch self {
            case .attachment: ["attachment", "attachments", "附件"]
            case .note: ["note", "notes", "备注", "内部备注"]
            case .draft: ["draft", "drafts", "草稿"]
            case .cause: ["cause", "causes", "原因", "根因", "根本原因"]
            case .article: ["kb", "article", "知识", "知识条目"]
            case .missingFile: ["missing-file", "missing-files", "缺失文件", "缺文件"]
            case .conflict: ["conflict", "conflicts", "冲突"]
            case .personalData: ["pii", "个人信息", "隐私"]
            case .description: ["description", "描述", "问题描述"]
            case .reply: ["reply", "public-reply", "回复", "公开回复"]
            case .placeholder: ["placeholder", "占位", "占位原因"]
            case .differingAnswers: ["differing-answers", "解答不一致"]
            case .answer: ["answer", "taken-answer", "采用答复", "采用的答复"]
            }
        }
    }
}
