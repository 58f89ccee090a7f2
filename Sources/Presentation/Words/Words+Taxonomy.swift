import Storage
import Workflow

extension Words {
    /// The desk's own words: categories, tags, causes, fields, priorities, statuses.
    package struct Taxonomy: Sendable {
        package let aliases: String
        package let choices: String
        package let state: String
        package let priority: String
        package let stateName: @Sendable (CauseState) -> String
        /// What became of a context, behind the line that tells it.
        package let end: @Sendable (WriteResult) -> String
        package let renamed: @Sendable (_ before: String, _ after: String) -> String
        package let merged: @Sendable (_ names: String, _ into: String, _ tickets: Int) -> String
        package let tagAdded: @Sendable (_ name: String, _ isNew: Bool) -> String
        package let causeAdded: @Sendable (_ name: String, _ isNew: Bool) -> String
        package let fieldDeclared: @Sendable (_ name: String, FieldKind, _ choices: [String]) -> String
        package let fieldRetired: @Sendable (_ name: String, _ isRetired: Bool) -> String
        package let priorityAliased: @Sendable (_ word: String, Priority?) -> String
        package let statusRenamed: @Sendable (Status, _ name: String?) -> String
    }
}

extension Words.Taxonomy {
    package static let english = Words.Taxonomy(
        aliases: "ALSO", choices: "CHOICES", state: "STATE", priority: "PRIORITY", stateName: { $0.name },
        end: { outcome in
            switch outcome {
            case .done(let operation): " · op \(operation)"
            case .rehearsed: " (dry run, nothing written)"
            case .unchanged: " (as it was)"
            }
        },
        renamed: { "\($0) → \($1); the old name still finds it" },
        merged: { "\($0) → \($1) · \(counted($2, "ticket")) changed; the old name finds \($1)" },
        tagAdded: { name, isNew in isNew ? "\(name) is a label now." : "\(name) was there already." },
        causeAdded: { name, isNew in isNew ? "\(name) is a cause now." : "\(name) was there already." },
        fieldDeclared: { name, kind, choices in
            "\(name) takes \(kind.name)" + (choices.isEmpty ? "" : ": " + choices.joined(by: ", "))
        },
        fieldRetired: { $1 ? "\($0) can be set no more." : "\($0) can be set again." },
        priorityAliased: { word, priority in
            priority.map { "\(word) means \($0.name) now." } ?? "\(word) means no priority any more."
        },
        statusRenamed: { status, name in
            name.map { "\(status.name) is shown as \($0)." } ?? "\(status.name) is shown by its own name."
        })

    static let chinese = Words.Taxonomy(
        aliases: "别名", choices: "选项", state: "状态", priority: "优先级",
        stateName: { state in
            switch state {
            case .unverified: "未核实"
            case .suggested: "建议"
            case .confirmed: "已确认"
            case .rejected: "已否定"
            }
        },
        end: { outcome in
            switch outcome {
            case .done(let operation): " · op \(operation)"
            case .rehearsed: "（试运行，未写入）"
            case .unchanged: "（没有变化）"
            }
        },
        renamed: { "\($0) → \($1)，旧名仍可使用" },
        merged: { "\($0) → \($1) · 改动 \($2) 张工单，旧名现在指 \($1)" },
        tagAdded: { name, isNew in isNew ? "已增加标签 \(name)。" : "标签 \(name) 早已存在。" },
        causeAdded: { name, isNew in isNew ? "已增加原因 \(name)。" : "原因 \(name) 早已存在。" },
        fieldDeclared: { name, kind, choices in
            "字段 \(name) 的类型是 \(kind.name)" + (choices.isEmpty ? "" : "：" + choices.joined(by: "、"))
        },
        fieldRetired: { $1 ? "字段 \($0) 已停用。" : "字段 \($0) 已恢复使用。" },
        priorityAliased: { word, priority in
            priority.map { "\(word) 现在指 \($0.name)。" } ?? "\(word) 不再表示优先级。"
        },
        statusRenamed: { status, name in
            name.map { "\(status.name) 显示为 \($0)。" } ?? "\(status.name) 显示原来的名称。"
        })
}
