import Storage
import Workflow

extension Words.Relations {
    static let chinese = Words.Relations(
        mergePart: { "#\(chineseNumber($0.ticket))  \(chineseFacts($0.ticket)) · \(chineseHolds($0))" },
        mergeTarget: { "→ #\(chineseNumber($0))  \(chineseFacts($0))" },
        askMerge: { "把 \($0) 张工单合并到 #\($1.rawValue)？[y/N]" },
        merged: { "#\(chineseNumber($0.ticket)) 已合并到 #\($1.rawValue)（\(chineseHolds($0))）\(chineseEnd($2))" },
        unmerged: { done in
            "#\(chineseNumber(done.ticket)) 恢复为独立工单：\(status(done.ticket.status))，不再属于 #\(done.mergeTarget.rawValue)"
                + (done.messages == 0 ? "" : " · 合并后发到此编号的 \(done.messages) 条消息一并移回") + chineseEnd(done.operation)
        },
        redirected: { "#\($0.from.rawValue) 已合并到 #\($0.to.rawValue)，以下操作的是 #\($0.to.rawValue)。" },
        split: { split in
            "已由 #\(chineseRange(split.from)) 创建 #\(chineseNumber(split.ticket))，并已关联 · \(plain(split.ticket.title))"
                + chineseEnd(split.operation)
        },
        link: { chineseSentence($0) }, linked: { "\(chineseSentence($0))\(chineseEnd($1))" },
        linkedAlready: { "\(chineseSentence($0))：已有此关联，没有改动" },
        unlinked: { "已取消：\(chineseSentence($0))\(chineseEnd($1))" },
        askChildren: { "#\($0.rawValue) 下还有未解决的工单：\(list($1))。继续吗？[y/N]" },
        watched: { $1 ? " · \($0.name) 已关注" : " · \($0.name) 已取消关注" },
        edited: { place, message, operation in
            "\(seenBy(message.isInternal)) \(place.label) 已修改（第 \(message.version) 版）\(chineseEnd(operation))"
                + " · desk message versions \(place.label)"
        },
        same: { "\($0.label) 已是此内容，没有改动" },
        moved: { "\(labels($0.from)) 现为 \(labels($0.to))\(chineseEnd($0.operation))" },
        version: { $1 ? "第 \($0) 版（当前）" : "第 \($0) 版" },
        attached: { attaching in
            let files = attaching.files.map { "\(seenBy($0.isInternal)) \(plain($0.name))（\(chineseSize($0.size))）" }
            return "#\(attaching.ticket.rawValue) · 已添加附件 \(files.joined(by: "、"))"
                + chineseEnd(attaching.operation)
        },
        detached: { attaching in
            let files = attaching.files.map { plain($0.name) }.joined(by: "、")
            return "#\(attaching.ticket.rawValue) · 已移除附件 \(files)\(chineseEnd(attaching.operation))"
        },
        wrote: { "\($0)：\(chineseSize($1))" }, size: { chineseSize($0) }, missing: "缺失",
        purged: { chinesePurged($0) },
        askPurge: { tickets in
            tickets.map { "#\(chineseNumber($0))  \(plain($0.title))" }.joined(by: "\n")
                + "\n彻底删除后无法撤销。请输入工单号以确认："
        },
        problem: { "\($0.label) \(chineseState($0)) · \(plain($0.title)) · \($1) 张工单" },
        problemChanged: { change in
            let which = change.isTakenOff ? "移出" : "工单"
            let incidents = change.incidents.isEmpty ? "" : " · \(which) \(list(change.incidents))"
            let workaround = change.problem.workaround == nil ? "" : " · 已有临时办法"
            return "\(change.problem.label) \(chineseState(change.problem)) · \(plain(change.problem.title))"
                + "\(workaround)\(incidents)" + (change.isUnchanged ? " · 没有改动" : chineseEnd(change.operation))
        },
        problemResolved: { change in
            "\(change.problem.label) 已解决 · 一并解决 \(change.performed.changed.count) 张工单\(chineseEnd(change.operation))"
        },
        untouched: { "\(list($0)) 早已解决，未改动" },
        page: Page(
            links: "关联", watchers: "关注人", articles: "知识库文章",
            resolvedWith: "用它解决", diagnoses: "诊断", attachments: "附件", problems: "问题", workaround: "临时办法",
            incidents: "相关工单",
            resolved: "解决", merged: { "合并到此：#\(chineseNumber($0))  \(chineseFacts($0))" }, link: { chineseListed($0) },
            name: "名称", size: "大小", message: "消息", missing: "缺失", by: "添加人",
            visibility: "可见"),
        event: { chineseEvent($0) })

    private static func chineseNumber(_ ticket: Ticket) -> String { String(ticket.number.rawValue) }

    private static func plain(_ text: String) -> String { TextDirection.isolated(SafeText.short(text)) }

    private static func status(_ status: Status) -> String { Words.chinese.status(status) }

    private static func list(_ numbers: [Ticket.Number]) -> String {
        numbers.map { "#\($0.rawValue)" }.joined(by: "、")
    }

    private static func labels(_ places: [MessagePlace]) -> String { places.map(\.label).joined(by: "、") }

    private static func chineseFacts(_ ticket: Ticket) -> String {
        "\(plain(ticket.title)) · \(plain(ticket.customer ?? "无客户")) · \(status(ticket.status))"
    }

    private static func chineseHolds(_ part: Merge.Part) -> String {
        "\(part.messages) 条消息" + (part.attachments > 0 ? "，\(part.attachments) 个附件" : "")
    }

    static func chineseEnd(_ operation: Int64?) -> String {
        operation.map { " · op \($0)" } ?? "（演习，没有写入）"
    }

    private static func chineseRange(_ places: [MessagePlace]) -> String {
        guard let first = places.first, let last = places.last else { return "" }
        let head = "\(first.ticket.rawValue) m\(first.sequence)"
        return first == last ? head : "\(head)–m\(last.sequence)"
    }

    private static func seenBy(_ isInternal: Bool) -> String {
        isInternal ? Words.chinese.message.isInternal : Words.chinese.message.isPublic
    }

    private static func chineseSize(_ bytes: Int) -> String {
        if bytes < 1024 { return "\(bytes) 字节" }
        if bytes < 1024 * 1024 { return "\((bytes + 512) / 1024) KB" }
        return "\((bytes + 512 * 1024) / (1024 * 1024)) MB"
    }

    private static func chineseSentence(_ link: LinkDraft) -> String {
        let seen = Link(kind: link.kind, isInverse: false, other: link.other)
        return "#\(link.ticket.rawValue) \(chineseName(seen)) #\(link.other.rawValue)"
    }

    private static func chineseName(_ link: Link) -> String {
        switch (link.kind, link.isInverse) {
        case (.relates, _): "相关"
        case (.duplicates, false): "重复于"
        case (.duplicates, true): "被重复"
        case (.blocks, false): "阻塞"
        case (.blocks, true): "被阻塞于"
        case (.parent, false): "的子工单是"
        case (.parent, true): "的父工单是"
        case (.causedBy, false): "起因于"
        case (.causedBy, true): "导致"
        case (.follows, false): "后续于"
        case (.follows, true): "的后续是"
        }
    }

    private static func chineseListed(_ link: Link) -> String {
        switch (link.kind, link.isInverse) {
        case (.parent, false): "子工单"
        case (.parent, true): "父工单"
        case (.follows, true): "后续"
        default: chineseName(link)
        }
    }

    private static func chineseState(_ problem: Problem) -> String {
        if problem.resolvedAt != nil { return "已解决" }
        return problem.workaround == nil ? "未解决" : "已知错误"
    }

    private static func chinesePurged(_ purged: Purged) -> [String] {
        var lines = [
            "\(list(purged.tickets)) 已彻底删除：\(purged.messages) 条消息，\(purged.attachments) 个附件。此操作无法撤销"
                + chineseEnd(purged.operation)
        ]
        if !purged.sources.isEmpty {
            lines.append("导入的文件仍保留其原文：" + purged.sources.map(SafeText.line).joined(by: "、"))
        }
        if !purged.isScrubbed { lines.append("工单库正被使用：下次彻底删除时再清理文件。") }
        return lines
    }

    private static func chineseEvent(_ entry: HistoryEntry) -> String? {
        let subject = entry.event.subject ?? 0
        let isAdded = entry.event.kind != .remove
        switch entry.event.field {
        case .merged: return isAdded ? "#\(subject) 合并到此" : "#\(subject) 不再合并到此"
        case .mergedInto: return entry.after.map { "合并到 \($0)" } ?? "不再合并到 \(entry.before ?? "")"
        case .link:
            let code = (entry.event.after ?? entry.event.before).flatMap { Int64($0) }
            let kind = code.flatMap(LinkKind.init(rawValue:)) ?? .relates
            let name = chineseName(Link(kind: kind, isInverse: false, other: Ticket.Number(subject)))
            return isAdded ? "\(name) #\(subject)" : "取消：\(name) #\(subject)"
        case .incident: return (isAdded ? "归入问题 " : "移出问题 ") + Problem.label(of: subject)
        case .attachment:
            let name = plain(entry.event.after ?? entry.event.before ?? "")
            return (entry.event.kind == .remove ? "移除附件 " : entry.event.kind == .restore ? "恢复附件 " : "添加附件 ") + name
        case .messagePlace:
            guard entry.event.kind == .change else { return "移入一条消息" }
            return "\(chineseLabel(entry.event.before)) 移到 \(chineseLabel(entry.event.after))"
        case .answer: return (isAdded ? "采用答复：" : "不再采用答复：") + plain(entry.subject ?? "")
        default: return nil
        }
    }

    private static func chineseLabel(_ text: String?) -> String {
        (text ?? "").split(separator: " ").joined(separator: ".m")
    }
}
