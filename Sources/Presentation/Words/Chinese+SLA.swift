import Storage
import Workflow

extension Words.SLA {
    static let chinese = Words.SLA(
        due: "到期", terms: "条款", calendar: "日历", from: "从", to: "到", message: "消息", spoken: "客户发言", promise: "承诺",
        real: "实际", simulated: "模拟", noPolicy: "没有适用于此工单的服务级别：desk sla list",
        unmeasured: "不计量：时间未知，或来自其他系统，或早于 sla.enforce_from。", running: "计时", paused: "暂停",
        closed: { "另有非工作时间 \($0)" }, wall: { "\($0) 不计" },
        policyIs: { "\($0.name)：\($0.query.isEmpty ? "全部工单" : $0.query) · \($0.terms.text)" + operation($1) },
        policyGone: { "\($0) 已不再是服务级别。" + operation($1) },
        ordered: { "优先顺序：\($0.joined(by: "、"))" + operation($1) },
        head: { policy, sla in
            let others = sla.others.isEmpty ? "" : "（先于 \(sla.others.joined(by: "、"))）"
            return "服务级别 \(policy.name)\(others) · 日历 \(sla.calendarName) \(sla.calendar.zone.name)"
        },
        goal: { "\(chineseGoal($0.goal))，时限 \($0.target.text)\(chineseDays($0.target))" },
        goalName: { chineseGoal($0) },
        verdictName: { chineseName($0) }, verdict: { chineseVerdict($0, $1) },
        fault: { fault in
            switch fault {
            case .beforeCreation(let sequence): "m\(sequence) 早于工单创建，按创建时计。"
            case .afterNow(let sequence): "m\(sequence) 的时间在将来，尚不计。"
            }
        },
        standing: { measure, now in
            switch measure.verdict {
            case .paused: return "暂停"
            case .breached: return "超时 \(between(measure.due ?? now, now)) !"
            default: return measure.due.map { "剩 \(between(now, $0))" } ?? ""
            }
        },
        notice: { notice, due in
            notice.kind == .warning
                ? "服务级别：\(chineseGoal(notice.goal))将于 \(due) 到期。" : "服务级别：\(chineseGoal(notice.goal))已于 \(due) 到期。"
        },
        told: { notice in
            "#\(notice.ticket.rawValue) \(chineseGoal(notice.goal))\(notice.kind == .warning ? "即将到期" : "已超时") · 内部备注"
        },
        error: { chineseError($0) })

    private static func operation(_ number: Int64?) -> String { number.map { " · op \($0)" } ?? " · 试运行" }

    private static func chineseDays(_ target: SLALength) -> String {
        guard case .workDays(let days) = target else { return "" }
        return "（\(days) 个工作日后的同一时刻，或其后开始工作时）"
    }

    private static func chineseGoal(_ goal: SLAGoal) -> String {
        switch goal {
        case .first: "首次响应"
        case .next: "后续响应"
        case .resolve: "解决"
        }
    }

    private static func chineseName(_ verdict: SLAMeasure.Verdict) -> String {
        switch verdict {
        case .met: "达标"
        case .breached: "未达标"
        case .running: "计时中"
        case .paused: "暂停"
        case .unanswered: "无人答复"
        }
    }

    private static func chineseVerdict(_ measure: SLAMeasure, _ time: (Instant) -> String) -> String {
        let used =
            measure.isOnlyTold
            ? "曾承诺 \(measure.target.text)"
            : "已用 \(SLAText.length(measure.used))，时限 \(SLAText.length(measure.length))"
        let due = measure.due.map { "，到期 \(time($0))" } ?? ""
        switch measure.verdict {
        case .met: return "达标：\(used)\(due)"
        case .breached where measure.end != nil: return "未达标：\(used)\(due)，结束 \(time(measure.end ?? measure.start))"
        case .breached: return "未达标：\(used)\(due)"
        case .unanswered: return "直到结束也无人答复\(due)"
        case .paused: return "暂停：\(used)，剩 \(SLAText.length(measure.left ?? 0))"
        case .running: return "计时中：\(used)，剩 \(SLAText.length(measure.left ?? 0))\(due)"
        }
    }

    private static func chineseError(_ error: SLAError) -> [String] {
        let example = "例如：first 1bh; first 紧急 15m; next 4bh; resolve 2bd; pause pending; warn 30bm"
        switch error {
        case .badTerm(let text): return ["“\(text)”不是服务级别的条款。", example]
        case .badLength(let text):
            return ["“\(text)”不是时长。", "自然时间 15m、4h、1d；工作时间 30bm、4bh、2bd。"]
        case .noTargets: return ["服务级别需要条款：--terms。", example]
        case .unknown(let name, let nearest):
            return ["没有服务级别“\(name)”。", nearest.map { "是否指“\($0)”？" } ?? "desk sla list"]
        case .exists(let name): return ["已有服务级别“\(name)”。", "desk sla edit"]
        case .badOrder: return ["同一服务级别写了两次。"]
        }
    }
}
