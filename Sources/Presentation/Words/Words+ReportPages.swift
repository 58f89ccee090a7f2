import Reporting

extension Words {
    /// Reports as pages, and the overview.
    package struct ReportPages: Sendable {
        /// The language of a page, as HTML names it.
        package let tag: String
        package let overview: String
        let overviewOf: @Sendable (_ days: String) -> String
        /// The column of the figures of the period, beside those before.
        package let now: String
        package let queries: String
        /// Before the command that tells more.
        package let more: String
        let notCompared: String
        package let made: @Sendable (_ time: String, _ zone: String) -> String
        package let asOf: @Sendable (_ time: String) -> String
        let drawn: @Sendable (_ rows: Int, _ all: Int, _ areLast: Bool) -> String
        package let shown: @Sendable (_ rows: Int, _ all: Int) -> String
        package let compared: @Sendable (_ days: String, _ zone: String, _ before: String) -> String
        let timeless: @Sendable (_ tickets: Int) -> String
        package let beginning: @Sendable (_ day: String) -> String
        let agingBefore: @Sendable (_ day: String) -> String
        package let before: @Sendable (_ figure: String) -> String
        /// Whether a change is good.
        let better: @Sendable (Bool) -> String
        let p90: @Sendable (_ length: String) -> String
        /// The thin line of a chart, and its line across.
        let lineBefore: String
        let lineTarget: @Sendable (_ length: String) -> String
        let points: @Sendable (_ difference: String) -> String
        let headline: @Sendable (OverviewReport.Headline.Name) -> String
        package let section: @Sendable (ReportKind) -> String
    }
}

extension Words.ReportPages {
    package static let english = Words.ReportPages(
        tag: "en", overview: "Overview", overviewOf: { "Overview: \($0)" }, now: "NOW",
        queries: "Queries behind the rows", more: "More: ",
        notCompared: "What it was before is not known.",
        made: { "Made \($0) (\($1)) by desk" }, asOf: { ", as the desk was at \($0)" },
        drawn: { "\($2 ? "The last \($0)" : "\($0)") of \($1) rows are drawn." },
        shown: { "\($0) of \($1) rows are shown." },
        compared: { "\($0) (\($1)), compared with \($2)" },
        timeless: { tickets in
            tickets == 1
                ? "The time at which the ticket came is not known: it is counted whenever it came, and not compared."
                : "The times at which the \(tickets) tickets came are not known: they are counted whenever they came, "
                    + "and not compared."
        },
        beginning: { "The desk began on \($0); of the days before it knows nothing of its own." },
        agingBefore: { "BEFORE is what was open at the end of \($0), by its age on that day." },
        before: { "before: \($0)" }, better: { $0 ? "▲ better" : "▼ worse" }, p90: { "P90 \($0)" },
        lineBefore: "the period before", lineTarget: { "promised: \($0)" }, points: { "\($0) points" },
        headline: { name in
            switch name {
            case .created: "Created"
            case .resolved: "Resolved"
            case .open: "Open at the end"
            case .response: "First answer (median)"
            case .resolution: "Time to resolve (median)"
            case .breached: "Promises breached"
            case .attainment: "Promises met"
            }
        },
        section: { kind in
            switch kind {
            case .volume: "Volume"
            case .backlog: "Backlog"
            case .response: "First answer"
            case .resolution: "Time to resolve"
            case .aging: "Age of what is open"
            case .category: "Categories"
            case .cause: "Root causes"
            case .sla: "Promises"
            case .quality: "Data quality"
            default: kind.rawValue
            }
        })

    static let chinese = Words.ReportPages(
        tag: "zh-CN", overview: "概览", overviewOf: { "概览：\($0)" }, now: "本期", queries: "各行背后的查询", more: "详见：",
        notCompared: "上期情况未知。",
        made: { "desk 生成于 \($0)（\($1)）" }, asOf: { "，工单库截至 \($0)" },
        drawn: { "图中为\($2 ? "最后 " : " ")\($0) 行，共 \($1) 行。" }, shown: { "显示 \($0) 行，共 \($1) 行。" },
        compared: { "\($0)（\($1)），对比 \($2)" },
        timeless: { "\($0) 张工单的创建时间均未知：不论何时创建一并统计，不作对比。" },
        beginning: { "本工单库始于 \($0)，此前的日子它自身一无所知。" },
        agingBefore: { "“上期”为 \($0) 结束时未解决的工单，按当日的存在时间。" },
        before: { "上期：\($0)" }, better: { $0 ? "▲ 变好" : "▼ 变差" }, p90: { "P90 \($0)" }, lineBefore: "上期",
        lineTarget: { "承诺：\($0)" }, points: { "\($0) 个百分点" },
        headline: { name in
            switch name {
            case .created: "创建"
            case .resolved: "解决"
            case .open: "期末未解决"
            case .response: "首次响应（中位数）"
            case .resolution: "解决时长（中位数）"
            case .breached: "承诺未达标"
            case .attainment: "承诺达标率"
            }
        },
        section: { kind in
            switch kind {
            case .volume: "工单量"
            case .backlog: "积压"
            case .response: "首次响应"
            case .resolution: "解决时长"
            case .aging: "未解决工单的存在时间"
            case .category: "分类"
            case .cause: "根本原因"
            case .sla: "承诺"
            case .quality: "数据质量"
            default: kind.rawValue
            }
        })
}
