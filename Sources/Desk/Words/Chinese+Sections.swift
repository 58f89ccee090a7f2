import Import
import Reporting
import Storage
import Workflow

extension Words.Session {
    static let chinese = Words.Session(
        error: "错误",
        unknownReader: { "“\($0)”不是本工单库的客服：可以查看，但查询中的 me 不指任何人。" },
        outputFailed: { "无法写出结果：\($0)。" })
}

extension Words.Start {
    static let chinese = Words.Start(
        created: { path, admin, zone in "已创建 \(path) · 时区 \(zone) · 你是管理员“\(admin)”" },
        wouldCreate: { "将创建 \($0)" })
}

extension Words.Ticket {
    static let chinese = Words.Ticket(
        filed: { written, ticket in
            "#\(written.ticket.rawValue) 待受理 · " + facts(ticket) + " · 公开 · op \(written.operation)"
        },
        wouldFile: { "将提交：待受理 · " + facts($0) + " · 公开" })

    private static func facts(_ ticket: NewTicket) -> String {
        let priority = ticket.priorityText ?? Words.chinese.priority(ticket.priority)
        let category = ticket.categoryPath.joined(separator: CategoryTree.separator)
        return [priority, category, ticket.customer ?? "", ticket.title].filter { !$0.isEmpty }
            .map { SafeText.isolated(SafeText.line($0)) }.joined(separator: " · ")
    }
}

extension Words.Page {
    static let chinese = Words.Page(
        customer: "客户", assignee: "处理人", category: "分类", created: "创建", updated: "更新", resolved: "解决",
        statusText: "来源状态", causes: "根本原因", tags: "标签", source: "来源", mergedInto: "已合并到", inTrash: "在回收站中",
        description: "问题描述", listedAnswer: "所列解答",
        place: { source, number in
            "\(source.file) 第 \(source.ordinal) 张，第 \(source.line) 行（批次 \(source.batch)）— desk show \(number.rawValue) --original"
        },
        causeState: { cause in
            if cause.isPlaceholder { return "（未指明原因）" }
            switch cause.state {
            case .confirmed: return "✔ 已确认"
            case .unverified: return "? 未核实"
            case .suggested: return "? 建议"
            case .rejected: return "✘ 已否定"
            }
        },
        edited: { "（已修改 \($0) 次）" }, event: { event($0) })

    private static func event(_ entry: HistoryEntry) -> String {
        let field = entry.event.field.map(name) ?? ""
        switch entry.event.kind {
        case .create: return "创建"
        case .change where entry.event.field == .message: return "修改了消息"
        case .change: return "\(field)：\(entry.before ?? "—") → \(entry.after ?? "—")"
        case .add: return "增加\(field)"
        case .remove: return "移除\(field)"
        case .restore: return "恢复\(field)"
        }
    }

    private static func name(_ field: Event.Field) -> String {
        switch field {
        case .ticket: "工单"
        case .title: "标题"
        case .status: "状态"
        case .statusText: "来源状态"
        case .priority: "优先级"
        case .priorityText: "优先级原话"
        case .category: "分类"
        case .customer: "客户"
        case .assignee: "处理人"
        case .team: "技能组"
        case .channel: "渠道"
        case .source: "来源"
        case .message: "消息"
        case .cause: "根本原因"
        case .tag: "标签"
        case .field: "字段"
        case .createdAt: "创建时间"
        case .updatedAt: "更新时间"
        case .resolvedAt: "解决时间"
        case .closedAt: "关闭时间"
        case .resolution: "处理结果"
        case .wakeAt: "等待到"
        case .categoryName: "分类名"
        case .categoryRetired: "分类停用"
        }
    }
}

extension Words.Importing {
    static let chinese = Words.Importing(
        label: "正在导入",
        head: { file in
            let counts = file.dataset.declaredCount.map { "声明 \($0)，实有 \(file.dataset.ticketCount)" }
            let mark = file.dataset.declaredCount.map { $0 != file.dataset.ticketCount } == true ? "  ⚠" : ""
            let sha = String(file.sha256.hexadecimal.prefix(8))
            let name = SafeText.isolated(SafeText.line(file.name))
            return "\(name)  \(file.bytes.count) 字节  sha256 \(sha)…  " + (counts ?? "实有 \(file.dataset.ticketCount)")
                + mark
        },
        contents: { tally, outcome in
            let messages = tally.customerMessages + tally.agentMessages
            return "\(tally.tickets) 张工单 · \(messages) 条消息（客户 \(tally.customerMessages)，客服 \(tally.agentMessages)）"
                + " · 新分类 \(outcome.newCategories) 个（大类 \(outcome.newTopCategories)）"
                + " · 根本原因 \(tally.causes) 条，其中占位 \(tally.placeholderCauses) 条 → 无原因"
        },
        derived: { tally in
            "解答 = 客服发言：\(tally.answersDerived)/\(tally.conversationsWithAnswers)；"
                + "描述 = 客户发言：\(tally.describedByTurn)/\(tally.described)"
        },
        attachments: { "缺失附件：\($0) 处标记" },
        times: "时间：无 → 响应与解决时长不计",
        nothing: "没有工单，无可导入",
        known: { "没有新内容：新建 0，更新 0，未变 \($0.unchanged)" },
        sameAs: { name, outcome in "内容与 \(name) 相同：仅登记来源，新建 0，未变 \(outcome.unchanged)" },
        otherDataset: { "⚠ 另有同名文件 \($0) 但工单不同：作为独立数据集保存" },
        outcome: { outcome in
            let numbers = outcome.numbers.map { " · #\($0.lowerBound)–#\($0.upperBound)" } ?? ""
            let gone = outcome.gone > 0 ? "，文件中已无 \(outcome.gone)（保留）" : ""
            return "新建 \(outcome.created)，更新 \(outcome.updated)，未变 \(outcome.unchanged)\(gone)\(numbers)"
        },
        conflict: { path, conflict in
            "⚠ \(path):\(conflict.line): 冲突：#\(conflict.ticket.rawValue) 的 \(conflict.field.rawValue) 在文件和工单库中都改过，保留工单库的值"
        },
        exchange: { path, outcome in
            let conflicts = outcome.conflicts.map { "#\($0.rawValue)" }.joined(separator: " ")
            return "\(path)  工单库导出：新建 \(outcome.created)，未变 \(outcome.unchanged)"
                + (outcome.isKnown ? "，早已导入" : "") + (outcome.renumbered > 0 ? "，重新编号 \(outcome.renumbered)" : "")
                + (conflicts.isEmpty ? "" : "，内容不同而保留本库：\(conflicts)")
        },
        total: { totals, isDryRun in
            "新建 \(totals.created)，更新 \(totals.updated)，未变 \(totals.unchanged) · \(totals.files) 个文件 · \(totals.warnings) 条警告"
                + (totals.conflicts > 0 ? " · \(totals.conflicts) 处冲突" : "")
                + (totals.rejected.isEmpty ? "" : " · \(totals.rejected.count) 个被拒")
                + (isDryRun ? "（试运行，未写入）" : totals.batch.map { " · 批次 \($0)" } ?? "")
        },
        warning: { warning($0) },
        undone: { label, outcome, isDryRun in
            let kept = outcome.kept.map { "#\($0.rawValue)" }.joined(separator: " ")
            return "\(label)：移开 \(outcome.removed) 张工单，恢复 \(outcome.restored) 张"
                + (kept.isEmpty ? "" : "，之后改过而保留：\(kept)")
                + (isDryRun ? "（试运行，未写入）" : " · op \(outcome.operation)")
        },
        written: { "已写出 \($0)" },
        writtenOriginals: { files, bytes, folder in "已写出 \(files) 个文件，共 \(bytes) 字节，到 \(folder)" },
        roundtrip: { path, result in
            let same = "导入再导出后 \(result.identical)/\(result.tickets) 张工单逐字节相同"
            let file = result.isFileIdentical ? "文件相同" : "文件不同"
            let places = result.retold.map { String($0 + 1) }.joined(separator: "、")
            let told = places.isEmpty ? "Markdown 导出读回一致" : "Markdown 导出读回不同：第 \(places) 张"
            return "\(path)：\(same)，\(file)，\(told)"
        })

    private static func warning(_ warning: DatasetWarning) -> String {
        let detail = warning.detail
        let pair = detail.split(separator: "/").map { String($0) }
        switch warning.code {
        case .countDiffers: return "声明 \(pair.first ?? "") 张工单，实有 \(pair.last ?? "") 张"
        case .noTicket: return "没有找到工单"
        case .noCategory: return "工单没有分类"
        case .noDescription: return "工单没有描述"
        case .noReply: return "工单既无解答也无对话"
        case .emptyMessage: return "一条消息没有内容"
        case .numberingJumps: return "编号应为 \(pair.first ?? "")，实为 \(pair.last ?? "")"
        case .unknownSection: return "未知小节，按原名保存：\(detail)"
        case .guessedSection: return "按名称推断的小节：\(detail)"
        case .summarySkipped: return "属于文件而非工单：\(detail)"
        case .byteOrderMark: return "开头有字节顺序标记"
        case .invalidUTF8: return "非 UTF-8 字节已替换为 U+FFFD"
        case .nulByte: return "文本含 NUL 字节"
        case .unclosedFence: return "代码块没有闭合"
        case .unplacedLine: return "无处归类的一行已保存：\(detail)"
        }
    }
}

extension Words.Report {
    static let chinese = Words.Report(
        own: "本级", total: "合计", share: "占比", open: "未解决", done: "已解决", noCategory: "（无分类）", cause: "根本原因",
        confirmed: "已确认", unverified: "未核实", noCause: "（无）", lack: "缺什么",
        categoryTitle: { "按分类统计的工单：\($0)" },
        causeTitle: { report in
            let share = Share.of(report.known, report.tickets)
            return "\(report.tickets) 张工单的根本原因：已知 \(report.known)（\(share)），已确认 \(report.confirmed)，无 \(report.none)"
        },
        moreCauses: { "显示 \($0) 条，共 \($1) 条 — --format tsv 显示全部" },
        qualityTitle: { "\($0) 张工单缺什么" }, lackName: { name(of: $0) })

    private static func name(of lack: QualityReport.Lack) -> String {
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

extension Words.Doctor {
    static let chinese = Words.Doctor(
        examining: "正在检查", rebuilding: "正在重建搜索索引",
        lines: { health in
            let indexed = health.tickets - health.unindexed.count
            let places = health.unindexed.prefix(10).map { "#\($0.rawValue)" }.joined(separator: " ")
            return [
                mark(health.damage.isEmpty) + "文件完整性" + (health.damage.first.map { "：\($0)" } ?? ""),
                mark(health.orphans == 0) + "引用" + (health.orphans > 0 ? "：\(health.orphans) 处断裂" : ""),
                mark(health.unindexed.isEmpty) + "搜索索引 \(indexed)/\(health.tickets)"
                    + (places.isEmpty ? "" : "：\(places) — desk doctor --fix"),
                mark(health.alteredSources.isEmpty) + "导入的文件 \(health.sources)"
                    + (health.alteredSources.isEmpty ? "" : "：已被改动：" + health.alteredSources.joined(separator: "、")),
            ]
        })

    private static func mark(_ isWell: Bool) -> String { isWell ? "✓ " : "✗ " }
}
