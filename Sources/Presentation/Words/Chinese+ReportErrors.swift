import Reporting
import Workflow

extension Words.Errors {
    static func chinese(_ misuse: ReportMisuse) -> [String] {
        switch misuse {
        case .noGroup(let kind):
            [
                "report \(kind) 不能用 --by。",
                "可用于 response、resolution、reopen、touch、time-in-status、sla、kb，以及 category 等按工单",
                "属性统计的报表。",
                "desk report custom --rows category --cols team",
            ]
        case .severalEach(let kind, let group):
            ["report \(kind) 不能用 --by \(group)：一张工单可有多个。", "可用 --by team、agent、category、customer、channel。"]
        case .noBucket(let kind):
            [
                "report \(kind) 在这里不能用 --bucket。",
                "可用于 volume、backlog、time-in-status；response、resolution、reopen、touch、sla、kb 以及 category 等按工单属性统计的",
                "报表，不带 --by 时也可用。",
            ]
        case .needsPeriod(let option):
            ["\(option) 需要 --from。", "例如 --from 2026Q1 或 --from lastmonth。"]
        case .backwards(let text): ["时段 \(text) 的结束早于开始。"]
        case .sameAxis:
            ["行与列相同，或都是时间。", "例如 --rows category --cols month。"]
        case .tooManyPeriods(let count, let most):
            ["时段有 \(count) 个，超过 \(most) 个。", "请用更长的时段，或给出 --from 与 --to。"]
        case .tooManyColumns(let count, let most):
            ["列有 \(count) 个，超过 \(most) 个。", "--rows 不限数目：请行列对调。"]
        case .badName(let name): ["“\(name)”不能用作文件名。", "例如 monday-page：不含斜线，不以点开头。"]
        case .badRecurrence(let text):
            ["“\(text)”不是会重复的时间。", "day、monday 或 month，可加时刻：--every 'monday 07:00'"]
        case .notScheduled(let words):
            [
                words.isEmpty ? "没有写明报表。" : "不能定时生成：\(words.map(ShellWord.plain).joined(by: " "))",
                "请在 -- 之后写报表，不带 --out、--db、--dry-run：-- overview --from lastweek",
            ]
        case .noFolder(let path): ["没有文件夹 \(path)。", "写入报表之前它必须存在。"]
        case .noRow(let name, let nearest):
            ["报表中没有“\(name)”这一行。", nearest.map { "是否指“\($0)”？" } ?? "--drill all 给出合计的查询。"]
        }
    }
}
