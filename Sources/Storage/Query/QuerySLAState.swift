extension Query {
    /// What `sla:` asks when it names no duration.
    package enum SLAState: String, CaseIterable, Sendable, QueryVocabulary {
        case met, breached, running, paused, unmeasured
        /// It ended, and nobody ever answered.
        case unanswered

        var names: [String] {
            switch self {
            case .met: ["met", "达标", "已达标"]
            case .breached: ["breached", "违约", "超时", "未达标"]
            case .running: ["running", "计时中", "进行中"]
            case .paused: ["paused", "暂停", "已暂停"]
            case .unanswered: ["unanswered", "未答复", "无人答复"]
            case .unmeasured: ["unmeasured", "未计", "未测量", "未计量"]
            }
        }
    }
}
