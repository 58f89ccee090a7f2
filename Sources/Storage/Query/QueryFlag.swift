extension Query {
    /// What `is:` asks, besides the statuses.
    package enum Flag: String, CaseIterable, Sendable, QueryVocabulary {
        /// Neither resolved nor closed.
        case open
        case waiting, overdue, merged, deleted, unread
        /// Every ticket that is not in the trash.
        case any

        var names: [String] {
            switch self {
            case .open: ["open", "未完成", "未解决", "未关闭"]
            case .waiting: ["waiting", "等待", "等待中"]
            case .overdue: ["overdue", "逾期", "超时", "超期", "已逾期"]
            case .merged: ["merged", "已合并", "合并"]
            case .deleted: ["deleted", "trashed", "已删除", "删除"]
            case .unread: ["unread", "未读"]
            case .any: ["any", "all", "任意", "全部", "所有"]
            }
        }
    }
}
