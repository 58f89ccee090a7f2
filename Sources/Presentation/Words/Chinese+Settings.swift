import Storage
import Workflow

extension Words.Settings {
    static let chinese = Words.Settings(
        value: "值", scope: "范围", isSet: "已设置", about: "作用", isStandard: "默认", zone: "时区", hours: "工作时间",
        dryRun: "（试运行，未写入）",
        explains: { chinese($0) },
        isNow: { setting, value in
            guard let value else { return "\(setting.name) 恢复为 \(shown(setting.standard))" }
            return "\(setting.name) 现在是 \(shown(value))"
        },
        youAre: { "\($0.name)（\($0.role.name)）" },
        calendarIs: { "\(SafeText.line($0))：\($1)" },
        weekday: { ["周一", "周二", "周三", "周四", "周五", "周六", "周日"][$0.weekday(in: $1) - 1] },
        waitingIsOver: "等待时间已到", noAnswerFor: { "\($0) 内客户没有回复" },
        woken: { tickets, isDryRun in
            "\(tickets.count) 张工单恢复处理：\(numbers(tickets))" + (isDryRun ? "（试运行，未写入）" : "")
        },
        nothingDue: "没有到期的事情。",
        autoclosed: { tickets, isDryRun in
            "\(tickets.count) 张工单因客户没有回复而关闭：\(numbers(tickets))" + (isDryRun ? "（试运行，未写入）" : "")
        },
        setting: { chinese($0) }, calendar: { chinese($0) }, days: .chinese)

    private static func shown(_ value: String) -> String { value.isEmpty ? "（空）" : SafeText.line(value) }

    private static func numbers(_ tickets: [Ticket.Number]) -> String {
        tickets.isEmpty ? " 无" : tickets.map { " #\($0.rawValue)" }.joined(by: "")
    }

    private static func chinese(_ setting: Setting) -> String {
        switch setting {
        case .autoclose: "已解决的工单多久没有回复就自动关闭；off 表示不关闭。"
        case .lateReply: "客户在已关闭的工单上留言：reopen 重开，follow-up 建后续工单，7d 表示 7 天内重开。"
        case .resolveRequires: "解决工单前必须具备：resolution、cause、category、customer、field.字段名。"
        case .defaultCalendar: "计算工作日所用的日历；不设置时用第一个。"
        case .slaFrom: "早于该日的工单不计量"
        case .replyGuard: "公开回复像没写完时（占位符、待办记号、@同事）是否拒绝发出。"
        case .waitLength: "pend 和 hold 未指定期限时等待多久。"
        case .diagnosisCNAME: "服务商的域名，网站的 CNAME 应指向其下；不设则不检查。"
        case .diagnosisIssuers: "服务商所用证书机构在 CAA 记录中的名称。"
        case .confirmAbove: "超过这个数量的工单改动前要确认。"
        case .userName: "你是谁；--as 和 DESK_USER 优先。"
        case .language: "en 或 zh；不设置时按系统语言。"
        case .colour: "auto、always 或 never。"
        }
    }

    private static func chinese(_ error: SettingError) -> [String] {
        switch error {
        case .unknown(let name, let nearest):
            ["没有设置“\(name)”。" + (nearest.map { "是否指“\($0)”？" } ?? ""), "desk config 列出所有设置。"]
        case .badValue(let setting, let text):
            ["\(setting.name) 不能是“\(text)”。", chinese(setting)]
        case .wrongScope(let setting, _):
            [
                setting.scope == .user
                    ? "\(setting.name) 是个人设置：--scope user" : "\(setting.name) 是工单库的设置：--scope db"
            ]
        case .badLine(let path, let line):
            ["\(path):\(line) 不是设置。", "可用 desk config edit 修改。"]
        }
    }

    private static func chinese(_ error: CalendarError) -> [String] {
        let lines: [String]
        switch error {
        case .badDays(let text): lines = ["“\(text)”不是星期几。", "Mon-Fri、周六、周一至周五"]
        case .badTimes(let text): lines = ["“\(text)”不是时间段。", "09:00-12:00,13:30-18:00，或 休息"]
        case .badDate(let text): lines = ["“\(text)”不是日期。", "2026-10-01 或 2026-10-01..2026-10-07"]
        case .noWorkingTime:
            return ["日历必须有工作时间，否则永远不会到期。", "没有改动。"]
        case .unknown(let name, let nearest):
            lines = ["没有日历“\(name)”。" + (nearest.map { "是否指“\($0)”？" } ?? ""), "desk calendar 列出所有日历。"]
        case .exists(let name): lines = ["日历“\(name)”已经存在。", "没有改动。"]
        }
        return lines
    }
}
