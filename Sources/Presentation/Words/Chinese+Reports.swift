import Reporting
import Storage
import Workflow

extension Words.Report {
    static let chinese = Words.Report(
        total: "合计", noCategory: "（无分类）", nobody: "（无）", unknownTime: "（时间未知）",
        part: { "\($1) 天中的 \($0) 天" },
        key: { chineseKey($0) }, heading: { chineseHeading($0, $1) },
        subject: { ($0 == .response ? "首次响应" : "解决时长") + "·" + $1 }, title: { chineseTitle($0) },
        during: { date, days, zone in
            switch date {
            case .created: "，创建于 \(days)（\(zone)）"
            case .wasResolved: "，解决于 \(days)（\(zone)）"
            default: "，\(days)（\(zone)）"
            }
        },
        of: { "\($0) — 范围：\($1)" }, moreRows: { "显示 \($0) 行，共 \($1) 行 — --format tsv 显示全部" },
        notShown: { "此处未显示：\($0.joined(by: "、")) — 可加宽窗口，或用 --format tsv 显示全部" },
        remark: { chineseRemark($0) },
        length: { LengthText(units: ["天", "小时", "分", "秒"], gap: "").text($0, isWork: $1) },
        between: { "从 \($0) 到 \($1)" },
        band: { band in
            if band == .unknown { return "未知" }
            return band.to.map { "\(band.from)–\($0) 天" } ?? "\(band.from) 天以上"
        },
        weekdays: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
        late: { late in
            switch late {
            case .hour: "超时 1 小时以内"
            case .fourHours: "超时 1–4 小时"
            case .day: "超时 4–24 小时"
            case .longer: "超时 1 天以上"
            }
        },
        lackName: { chineseName(of: $0) }, metrics: chineseMetrics, pages: .chinese, workbook: .chinese)

    private static func chineseKey(_ key: ReportKey) -> String {
        switch key {
        case .category: "分类"
        case .cause: "根本原因"
        case .lack: "缺什么"
        case .bucket: "时段"
        case .status: "状态"
        case .age: "已存在"
        case .handovers: "转交次数"
        case .customer: "客户"
        case .org: "客户公司"
        case .agent: "客服"
        case .team: "技能组"
        case .tag: "标签"
        case .channel: "渠道"
        case .priority: "优先级"
        case .resolution: "处理结果"
        case .promise: "承诺"
        case .author: "答复人"
        case .resolver: "解决人"
        case .ownerThen: "当时负责人"
        case .policy: "服务级别"
        case .lateness: "超时多久"
        case .field: "字段"
        case .weekday: "星期"
        case .hour: "时"
        case .all: ""
        }
    }

    private static func chineseHeading(_ measure: Measure, _ kind: ReportKind) -> String {
        switch measure {
        case .count: kind == .cause || kind == .causeCategory ? "合计" : kind == .backlog ? "未解决" : "工单"
        case .own: "本级"
        case .all, .whole: "合计"
        case .share: "占比"
        case .open: "未解决"
        case .done, .resolvedStatus: "已解决"
        case .solved: "解决"
        case .new: "待受理"
        case .opened: "处理中"
        case .pending: "待反馈"
        case .hold: "挂起"
        case .closed: "已关闭"
        case .confirmed: "已确认"
        case .unverified: "未核实"
        case .topCategory: "最多在"
        case .unlike: "!"
        case .created: "创建"
        case .reopened: "重开"
        case .merged: "合并"
        case .net: "净增"
        case .unassigned: "未分配"
        case .tickets: "工单"
        case .measured: "已计"
        case .rate: "比率"
        case .events: "重开次数"
        case .per100: "每百张"
        case .answered: "采用已有答复"
        case .oneTouch: "一次答复"
        case .repliesMean: "平均答复"
        case .met: "达标"
        case .breached: "未达标"
        case .unanswered: "无人答复"
        case .running: "计时中"
        case .paused: "暂停"
        case .unmeasured: "不计量"
        case .previous: "上期"
        case .change: "变化"
        case .atOnce: "电话即答"
        case .within1h: "≤ 1 小时"
        case .within4h: "≤ 4 小时"
        case .within8h: "≤ 8 小时"
        case .ofMerged: "其中已合并"
        case .ofTrashed: "其中已删除"
        default: chineseLength(measure)
        }
    }

    private static func chineseLength(_ measure: Measure) -> String {
        switch measure {
        case .median: "中位数"
        case .p90: "P90"
        case .mean: "平均"
        case .longest: "最长"
        case .sum: "总计"
        case .businessMedian: "中位数（工时）"
        case .businessP90: "P90（工时）"
        case .businessMean: "平均（工时）"
        case .businessLongest: "最长（工时）"
        case .businessSum: "总计（工时）"
        default: measure.rawValue
        }
    }

    private static func chineseTitle(_ report: Reporting.Report) -> String {
        let count = Int(report.total[.count].number ?? report.total[.tickets].number ?? 0)
        let resolved = Int(report.total[.solved].number ?? 0)
        switch report.kind {
        case .volume: return "工单量" + chineseBy(report)
        case .backlog: return "各时段末的未解决工单" + chineseBy(report)
        case .aging: return "按存在时间统计的工单：\(count)"
        case .response: return "\(count) 张工单的首次响应" + chinesePerson(report)
        case .resolution: return "\(count) 张工单的\(chineseSpan(report.resolution))" + chinesePerson(report)
        case .reopen: return "\(resolved) 张已解决工单的重开" + chinesePerson(report)
        case .touch: return "\(resolved) 张已解决工单的答复" + chinesePerson(report)
        case .category: return "按分类统计的工单：\(count)"
        case .cause: return chineseCauses(report)
        case .causeCategory: return "各分类中的根本原因：\(count) 张工单"
        case .customer, .agent, .team, .tag, .channel:
            return "按\(report.keys.first.map(chineseKey) ?? "")统计的工单：\(count)"
        case .timeInStatus: return "\(count) 张工单在各状态的时间"
        case .handover: return "\(count) 张工单的转交"
        case .sla: return "达标或未达标的承诺 \(Words.outcomes(report)) 项" + chinesePerson(report)
        case .kb: return "\(resolved) 张已解决工单采用已有答复的情况"
        case .heatMap: return "工单何时到来：\(count) 张，按星期与小时"
        case .returning: return "因同一原因再来的客户：\(report.rows.count) 组"
        case .custom:
            let keys = Words.names(report, chineseKey)
            return "按\(keys.joined(by: "、"))统计的工单：\(count)"
        case .quality: return "\(count) 张工单缺什么"
        }
    }

    private static func chineseBy(_ report: Reporting.Report) -> String {
        report.keys.first.map { $0 == .bucket ? "" : "，按" + chineseKey($0) } ?? ""
    }

    private static func chinesePerson(_ report: Reporting.Report) -> String {
        switch report.keys.first {
        case .author: "，按答复人"
        case .resolver: "，按解决人"
        case .ownerThen: "，按当时的负责人"
        case .policy: "，按服务级别"
        case .lateness: "，按超时多久"
        default: ""
        }
    }

    private static func chineseSpan(_ span: ResolutionSpan) -> String {
        switch span {
        case .full: "完整解决时长"
        case .first: "首次解决时长"
        case .open: "未解决状态时长"
        }
    }

    private static func chineseCauses(_ report: Reporting.Report) -> String {
        guard case .causes(let tickets, let known, let confirmed)? = report.remarks.first else { return "" }
        return "\(tickets) 张工单的根本原因：已知 \(known)（\(Share.of(known, tickets))），已确认 \(confirmed)，无 \(tickets - known)"
    }

    private static func chineseRemark(_ remark: Remark) -> String? {
        switch remark {
        case .measured(let measured, let all): "已计 \(measured)，共 \(all)"
        case .withoutTime(let tickets): "\(tickets) 张工单时间未知，不在任何一行"
        case .fromImports(let day): "本工单库始于 \(day)：此前只知导入数据自述的情况，“–”表示未知"
        case .enteredLater(let tickets): "\(tickets) 张工单录入晚于其自身时间（导入、new --at）"
        case .comparedWith(let days, let shift):
            "对比 \(days)" + (shift.map { "；各行对比 \($0) 天前的相同星期" } ?? "")
        case .changedAfterDue(let promises): "\(promises) 项承诺在到期之后被改动"
        case .severalEach: "有多个值的工单在每个值下各计一次。"
        case .oldest(let tickets): "最久的：" + tickets.map { "#\($0.rawValue)" }.joined(by: " ")
        case .causes: nil
        case .taken(let answers):
            "采用最多：" + answers.map { "\($0.name)\($0.isCanned ? "（快捷回复）" : " ")\($0.times) 次" }.joined(by: "，")
        case .gap(let gap):
            "\(gap.tickets) 张未采用已有答复而解决："
                + (gap.path.isEmpty ? "（无分类）" : gap.path.joined(by: CategoryTree.separator))
                + " · \(gap.cause) — \(ReportDrill.command(gap.query, gap.reading))"
        }
    }

    private static func chineseName(of lack: QualityReport.MissingData) -> String {
        switch lack {
        case .noCategory: "没有分类"
        case .noCause: "没有已知原因"
        case .placeholderCause: "原因只是占位文字"
        case .noDescription: "没有描述"
        case .noReply: "没有公开回复"
        case .answersDiffer: "所列解答与对话不一致"
        case .noTimes: "没有时间，无法计量"
        }
    }
}
