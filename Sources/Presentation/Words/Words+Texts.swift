import Storage
import Workflow

extension Words {
    /// `canned`, `macro`, `rule`
    package struct Texts: Sendable {
        package let text: String
        package let enabled: String
        package let when: String
        package let does: String
        package let rule: String
        package let outcome: String
        package let kept: @Sendable (_ name: String) -> String
        package let removed: @Sendable (_ name: String) -> String
        package let isEnabled: @Sendable (_ name: String, Bool) -> String
        package let logged: @Sendable (RuleLogLine) -> String
        package let ran: @Sendable (RuleRun, _ isDryRun: Bool) -> String
        /// A rule that names what is not there any more.
        package let failed: @Sendable (_ rule: String, _ reason: String) -> String
        package let error: @Sendable (TextError) -> [String]
        package let schedules: Schedules
    }
}

extension Words.Texts {
    package static let english = Words.Texts(
        text: "TEXT", enabled: "ENABLED", when: "WHEN", does: "DO", rule: "RULE", outcome: "OUTCOME",
        kept: { "\(SafeText.line($0)) is kept" }, removed: { "\(SafeText.line($0)) is gone" },
        isEnabled: { "\(SafeText.line($0)) \($1 ? "runs" : "does not run") now" },
        logged: { line in
            switch line.outcome {
            case .ran: counted(Int(line.detail) ?? 0, "ticket")
            case .refused: line.detail
            case .loop: "another rule brought the ticket back: stopped after one pass"
            }
        },
        ran: { run, isDryRun in
            let changed = run.changed.map { " #\($0.rawValue)" }.joined(by: "")
            let refused =
                run.refused.isEmpty ? "" : " · refused" + run.refused.map { " #\($0.rawValue)" }.joined(by: "")
            let looped = run.looped.isEmpty ? "" : " · loop" + run.looped.map { " #\($0.rawValue)" }.joined(by: "")
            return "rule \(SafeText.line(run.rule)):\(changed)\(refused)\(looped)"
                + (isDryRun ? " (dry run, nothing written)" : run.operation.map { " · op \($0)" } ?? "")
        },
        failed: { "rule \(SafeText.line($0)) does nothing: \($1)" },
        error: { english($0) }, schedules: .english)

    private static func meant(_ nearest: String?) -> String { nearest.map { " Did you mean \"\($0)\"?" } ?? "" }

    private static func english(_ error: TextError) -> [String] {
        let lines: [String]
        switch error {
        case .unknownPlaceholder(let name, let nearest):
            lines = [
                "There is no placeholder \"{{\(name)}}\"." + meant(nearest),
                Template.Placeholder.names.joined(by: ", ") + ", field.NAME",
            ]
        case .unclosedPlaceholder(let text):
            lines = ["A placeholder is not closed: \(text)", "{{customer.name|dear customer}}"]
        case .nothingFor(let name):
            return ["Nothing is known for \"{{\(name)}}\".", "Say in the text what to put there: {{\(name)|…}}"]
        case .badStep(let line): lines = ["\"\(line)\" is no step.", "desk macro --help lists the steps."]
        case .noSteps: lines = ["A macro or rule needs a step.", "--do 'tag +x', or a text with a step a line"]
        case .unknownText(let kind, let name, let nearest):
            lines = ["There is no \(kind.rawValue) \"\(name)\"." + meant(nearest), "desk \(kind.rawValue) lists them."]
        case .exists(let kind, let name):
            lines = [
                "There is a \(kind.rawValue) \"\(name)\" already.", "desk \(kind.rawValue) rm takes it away first.",
            ]
        }
        return lines
    }
}

extension Words.Texts {
    static let chinese = Words.Texts(
        text: "内容", enabled: "启用", when: "条件", does: "动作", rule: "规则", outcome: "结果",
        kept: { "\(SafeText.line($0)) 已保存" },
        removed: { "\(SafeText.line($0)) 已删除" },
        isEnabled: { "\(SafeText.line($0)) 现在\($1 ? "启用" : "停用")" },
        logged: { line in
            switch line.outcome {
            case .ran: "\(line.detail) 张工单"
            case .refused: line.detail
            case .loop: "另一条规则又使工单符合条件：执行一遍后停止"
            }
        },
        ran: { run, isDryRun in
            let changed = run.changed.map { " #\($0.rawValue)" }.joined(by: "")
            let refused = run.refused.isEmpty ? "" : " · 拒绝" + run.refused.map { " #\($0.rawValue)" }.joined(by: "")
            let looped = run.looped.isEmpty ? "" : " · 循环" + run.looped.map { " #\($0.rawValue)" }.joined(by: "")
            return "规则 \(SafeText.line(run.rule))：\(changed)\(refused)\(looped)"
                + (isDryRun ? "（试运行，未写入）" : run.operation.map { " · op \($0)" } ?? "")
        },
        failed: { "规则 \(SafeText.line($0)) 未执行：\($1)" },
        error: { chinese($0) }, schedules: .chinese)

    private static func name(_ kind: TextError.Kind) -> String {
        switch kind {
        case .canned: "快捷回复"
        case .macro: "宏"
        case .rule: "规则"
        case .schedule: "定时报表"
        case .dialect: "写法"
        }
    }

    private static func chinese(_ error: TextError) -> [String] {
        let lines: [String]
        switch error {
        case .unknownPlaceholder(let name, let nearest):
            lines = [
                "没有占位符“{{\(name)}}”。" + (nearest.map { "是否指“\($0)”？" } ?? ""),
                Template.Placeholder.names.joined(by: "、") + "、field.字段名",
            ]
        case .unclosedPlaceholder(let text): lines = ["占位符没有结束：\(text)", "{{customer.name|客户}}"]
        case .nothingFor(let name):
            return ["“{{\(name)}}”没有内容可填。", "请在文字中写明默认内容：{{\(name)|…}}"]
        case .badStep(let line): lines = ["“\(line)”不是步骤。", "desk macro --help 列出所有步骤。"]
        case .noSteps: lines = ["宏和规则至少要有一个步骤。", "--do 'tag +x'，或每行一个步骤的文字"]
        case .unknownText(let kind, let name, let nearest):
            lines = [
                "没有\(Self.name(kind))“\(name)”。" + (nearest.map { "是否指“\($0)”？" } ?? ""),
                "desk \(kind.rawValue) 列出所有\(Self.name(kind))。",
            ]
        case .exists(let kind, let name):
            lines = ["\(Self.name(kind))“\(name)”已经存在。", "可先用 desk \(kind.rawValue) rm 删除。"]
        }
        return lines
    }
}
