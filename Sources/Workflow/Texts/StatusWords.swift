/// The words people type for statuses, in both languages: the one list.
extension Status {
    /// The first is its own name.
    package var words: [String] {
        switch self {
        case .new: ["new", "待受理", "待处理", "待响应", "新", "新建"]
        case .open: ["open", "处理中", "进行中", "受理中", "已受理", "打开"]
        case .pending: ["pending", "待客户反馈", "待反馈", "待客户", "待客户回复", "等待客户"]
        case .hold: ["hold", "on-hold", "挂起", "已挂起", "暂停", "搁置"]
        case .resolved: ["resolved", "solved", "已解决", "解决", "待确认"]
        case .closed: ["closed", "已关闭", "关闭", "已完成", "完成", "已结束"]
        }
    }
}
