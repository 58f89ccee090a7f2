import Storage
import Workflow

extension Words {
    /// Looking back and taking back.
    package struct Past: Sendable {
        /// Below a command that shows the desk as it was.
        package let asOf: @Sendable (_ time: String, _ operation: Int64) -> String
        /// The question before an operation is undone.
        package let asksUndo: @Sendable (OperationSummary, _ minutes: Int64, _ isRedo: Bool) -> String
        package let undone: @Sendable (Undone, _ isRedo: Bool, _ isDryRun: Bool) -> String
        package let fieldName: @Sendable (EventField) -> String
        let priority: @Sendable (Priority) -> String
        /// An edit that sets what was set already.
        let nothingChanged: String
        package let before: String
        package let after: String
        package let subject: String
        package let undoes: String
        /// Above the differences of a ticket.
        package let diff: @Sendable (Workflow.Ticket.Number, TicketDiff) -> String
    }
}

extension Words.Past {
    package static let english = Words.Past(
        asOf: { "as it was at \($0), after op \($1)" },
        asksUndo: { summary, minutes, isRedo in
            let line = summary.line
            let did = isRedo ? "Do op \(line.undoes ?? 0) again" : "Undo op \(line.number)"
            let what = summary.field.map { "\($0.rawValue) \(summary.before ?? "—") → \(summary.after ?? "—")" }
            let tickets = line.tickets == 0 ? "" : counted(line.tickets, "ticket") + " "
            return SafeText.line("\(did) (\(line.agent), \(age(minutes))): \(tickets)\(what ?? line.command).")
                + " Proceed? [Y/n]"
        },
        undone: { undone, isRedo, isDryRun in
            let line = undone.told
            let tickets = line.tickets == 0 ? "" : " · \(counted(line.tickets, "ticket"))"
            let end = undone.operation.map { " · op \($0)" } ?? ""
            let kept =
                undone.kept.isEmpty
                ? "" : "\n  kept, worked on since: " + undone.kept.map { "#\($0.rawValue)" }.joined(by: " ")
            return "\(isRedo ? "Did again" : "Undid") op \(line.number) (\(line.agent)): \(SafeText.line(line.command))"
                + tickets + end + (isDryRun ? " (dry run, nothing written)" : "") + kept
        },
        fieldName: { $0.english }, priority: { $0.name }, nothingChanged: "nothing to change", before: "BEFORE",
        after: "AFTER",
        subject: "OF", undoes: "UNDOES",
        diff: { "#\($0.rawValue) after op \($1.from), until op \($1.to)" })

    private static func age(_ minutes: Int64) -> String {
        if minutes < 60 { return "\(max(0, minutes)) min ago" }
        return minutes < 2880 ? "\(minutes / 60) h ago" : "\(minutes / 1440) days ago"
    }

    /// Each value that stands in the way of an undo.
    package static func english(_ conflicts: [UndoConflict]) -> [String] {
        let lines = conflicts.prefix(10).map { conflict in
            let place = conflict.ticket.map { "#\($0.rawValue): " } ?? ""
            let found = conflict.found ?? "—"
            if conflict.field == .ticket { return "\(place)somebody worked on it since (\(found))." }
            let name = conflict.field.rawValue
            return "\(place)\(name) was changed since: it is \(found), the operation left \(conflict.expected ?? "—")."
        }
        return lines + (conflicts.count > 10 ? ["… and \(conflicts.count - 10) more."] : [])
    }
}

extension Words.Past {
    static let chinese = Words.Past(
        asOf: { "显示的是 \($0) 时的样子，操作 \($1) 之后" },
        asksUndo: { summary, minutes, isRedo in
            let line = summary.line
            let did = isRedo ? "重做操作 \(line.undoes ?? 0)" : "撤销操作 \(line.number)"
            let what = summary.field.map {
                "\(Words.Page.fieldName($0)) \(summary.before ?? "—") → \(summary.after ?? "—")"
            }
            let tickets = line.tickets == 0 ? "" : "\(line.tickets) 张工单 "
            return SafeText.line("\(did)（\(line.agent)，\(chineseAge(minutes))）：\(tickets)\(what ?? line.command)。")
                + "继续吗？[Y/n]"
        },
        undone: { undone, isRedo, isDryRun in
            let line = undone.told
            let tickets = line.tickets == 0 ? "" : " · \(line.tickets) 张工单"
            let end = undone.operation.map { " · op \($0)" } ?? ""
            let kept =
                undone.kept.isEmpty
                ? "" : "\n  之后有人处理过，保留：" + undone.kept.map { "#\($0.rawValue)" }.joined(by: " ")
            return "\(isRedo ? "已重做" : "已撤销") op \(line.number)（\(line.agent)）：\(SafeText.line(line.command))"
                + tickets + end + (isDryRun ? "（试运行，未写入）" : "") + kept
        },
        fieldName: { Words.Page.fieldName($0) }, priority: { chinesePriority($0) }, nothingChanged: "无需改动",
        before: "之前", after: "之后", subject: "对象",
        undoes: "撤销了",
        diff: { "#\($0.rawValue) 操作 \($1.from) 之后，到操作 \($1.to)" })

    private static func chineseAge(_ minutes: Int64) -> String {
        if minutes < 60 { return "\(max(0, minutes)) 分钟前" }
        return minutes < 2880 ? "\(minutes / 60) 小时前" : "\(minutes / 1440) 天前"
    }

    /// Each value that stands in the way of an undo.
    static func chinese(_ conflicts: [UndoConflict]) -> [String] {
        let lines = conflicts.prefix(10).map { conflict in
            let place = conflict.ticket.map { "#\($0.rawValue)：" } ?? ""
            let found = conflict.found ?? "—"
            if conflict.field == .ticket { return "\(place)之后有人处理过（\(found)）。" }
            let name = Words.Page.fieldName(conflict.field)
            return "\(place)\(name)之后又改过：现为 \(found)，该操作留下的是 \(conflict.expected ?? "—")。"
        }
        return lines + (conflicts.count > 10 ? ["……另有 \(conflicts.count - 10) 处。"] : [])
    }
}

extension [TicketCommand] {
    /// What edits set is told together, where the first of them stands.
    var sayingEditsOnce: [TicketCommand] {
        func isEdit(_ verb: TicketCommand) -> Bool { if case .edit = verb { true } else { false } }
        guard let first = firstIndex(where: isEdit) else { return self }
        return enumerated().filter { $0.offset == first || !isEdit($0.element) }.map(\.element)
    }
}

extension Words.Past {
    /// What others changed meanwhile, and what was not done because of it.
    package static func english(_ conflict: VersionConflict) -> [String] {
        ["#\(conflict.ticket) was changed meanwhile: it is at version \(conflict.now), not \(conflict.read)."]
            + conflict.theirs.prefix(10).map { "there: \(line($0, $0.field.rawValue))" }
            + conflict.yours.map { "yours: \(line($0, $0.field.rawValue))" } + ["Nothing was written."]
    }

    static func chinese(_ conflict: VersionConflict) -> [String] {
        ["#\(conflict.ticket) 已被改动：现为版本 \(conflict.now)，不是 \(conflict.read)。"]
            + conflict.theirs.prefix(10).map { "现在：\(line($0, Words.Page.fieldName($0.field)))" }
            + conflict.yours.map { "你的：\(line($0, Words.Page.fieldName($0.field)))" } + ["没有写入任何内容。"]
    }

    /// What an edit set: `category 其他类咨询 → 证书问题`.
    package func values(_ changes: [TicketDiff.Change]) -> String {
        guard !changes.isEmpty else { return nothingChanged }
        // The customer's own word for a priority goes without saying.
        let isRaised = changes.contains { $0.field == .priority }
        return changes.filter { !isRaised || $0.field != .priorityText }.map { change in
            let name = fieldName(change.field) + (change.field == .field ? " \(change.subject ?? "")" : "")
            switch change.field {
            case .tag: return "\(name) \(change.after.map { "+\($0)" } ?? "-\(change.before ?? "")")"
            default: return "\(name) \(told(change.before, change.field)) → \(told(change.after, change.field))"
            }
        }.map { SafeText.short($0) }.joined(by: ", ")
    }

    private static func chinesePriority(_ priority: Priority) -> String { Words.chinese.priority(priority) }

    private func told(_ text: String?, _ field: EventField) -> String {
        guard let text else { return "—" }
        return field == .priority ? Priority.allCases.first { $0.name == text }.map(priority) ?? text : text
    }

    private static func line(_ change: TicketDiff.Change, _ field: String) -> String {
        let subject = change.subject.map { " \($0)" } ?? ""
        let before = change.before.map { "\($0) → " } ?? ""
        return "\(field)\(subject): \(before)\(change.after ?? "—")"
    }
}
