import Files
import Workflow

extension Words {
    /// What logs show.
    package struct Logs: Sendable {
        package let summary: @Sendable (_ lines: Int, _ findings: Int, _ unknownLines: Int, _ groups: Int) -> String
        package let found: @Sendable (_ signature: String, _ grade: String, _ lines: Int) -> String
        package let grade: @Sendable (MatchGrade) -> String
        package let confirmed: @Sendable (Int) -> String
        package let tellApart: String
        package let unknown: @Sendable (_ shown: Int, _ all: Int) -> String
        package let nearest: @Sendable (_ entry: String) -> String
        package let remark: @Sendable (LogFile.Remark) -> String
        package let noSignatures: String
        package let similar: String
        package let nothing: String
        package let noted: @Sendable (Workflow.Ticket.Number) -> String
        /// The title of a ticket that is filed from a log.
        package let title: @Sendable (_ what: String) -> String
        /// Above what an internal note keeps of a log.
        package let noteHead: @Sendable (_ name: String) -> String
    }
}

extension Words.Logs {
    package static let english = Words.Logs(
        summary: { lines, findings, unknownLines, groups in
            counted(lines, "line") + " · " + counted(findings, "signature") + " found · "
                + counted(unknownLines, "unknown line") + " in " + counted(groups, "group")
        },
        found: { "\($0) · \($1) · \(counted($2, "line"))" },
        grade: { grade in
            switch grade {
            case .exact: "exact"
            case .otherCase: "other case"
            case .insideLonger: "inside a longer name"
            }
        },
        confirmed: { $0 == 0 ? "not confirmed yet" : "resolved \(counted($0, "ticket"))" }, tellApart: "tell apart",
        unknown: { "Unknown lines that look wrong, \($0) of \($1) groups:" }, nearest: { "nearest: \($0)" },
        remark: { remark in
            switch remark {
            case .cutGzip: "the packed log is cut or damaged: what could be unpacked was read"
            case .read(let encoding): "read as \(encoding.rawValue)"
            }
        },
        noSignatures: "no published article has a signature yet: only unknown lines are shown",
        similar: "Articles that tell something like it:", nothing: "Nothing found: desk new files a ticket.",
        noted: { "noted in #\($0.rawValue)" }, title: { "Log: \($0)" }, noteHead: { "What the log \($0) shows" })

    package static let chinese = Words.Logs(
        summary: { lines, findings, unknownLines, groups in
            "\(lines) 行 · 命中 \(findings) 个特征 · \(unknownLines) 行未知，分 \(groups) 组"
        },
        found: { "\($0) · \($1) · \($2) 行" },
        grade: { grade in
            switch grade {
            case .exact: "完全一致"
            case .otherCase: "大小写不同"
            case .insideLonger: "在更长的名称中"
            }
        },
        confirmed: { $0 == 0 ? "尚未证实" : "已解决 \($0) 张工单" }, tellApart: "如何区分",
        unknown: { "未知的异常行，共 \($1) 组，列出 \($0) 组：" }, nearest: { "最接近：\($0)" },
        remark: { remark in
            switch remark {
            case .cutGzip: "压缩的日志不完整或已损坏：已读取可以解压的部分"
            case .read(let encoding): "按 \(encoding.rawValue) 读取"
            }
        },
        noSignatures: "还没有带特征的已发布条目：只列出未知的异常行", similar: "内容相近的条目：", nothing: "没有找到：可用 desk new 提交工单。",
        noted: { "已记入 #\($0.rawValue)" }, title: { "日志：\($0)" }, noteHead: { "日志 \($0) 的内容" })
}
