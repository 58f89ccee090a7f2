import Import
import Storage
import Workflow

extension Words.Importing {
    static let chinese = Words.Importing(
        label: "正在导入",
        head: { file in
            let counts = file.dataset.declaredCount.map { "声明 \($0)，实有 \(file.dataset.ticketCount)" }
            let mark = file.dataset.declaredCount.map { $0 != file.dataset.ticketCount } == true ? "  ⚠" : ""
            let sha = String(file.sha256.hexadecimal.prefix(8))
            let name = TextDirection.isolated(SafeText.line(file.name))
            return "\(name)  \(file.bytes.count) 字节  sha256 \(sha)…  " + (counts ?? "实有 \(file.dataset.ticketCount)")
                + mark
        },
        contents: { tally, outcome in
            let messages = tally.customerMessages + tally.agentMessages
            return "\(tally.tickets) 张工单 · \(messages) 条消息（客户 \(tally.customerMessages)，客服 \(tally.agentMessages)）"
                + "· 新分类 \(outcome.newCategories) 个（大类 \(outcome.newTopCategories)）"
                + "· 根本原因 \(tally.causes) 条"
                + (tally.placeholderCauses > 0 ? "，其中占位 \(tally.placeholderCauses) 条 → 无原因" : "")
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
        outcome: { outcome, isDryRun in
            let numbers = isDryRun ? "" : outcome.numberRange.map { " · " + $0 } ?? ""
            let gone = outcome.gone > 0 ? "，文件中已无 \(few(outcome.goneTickets))（保留）" : ""
            return (isDryRun ? "将" : "")
                + "新建 \(outcome.created)，更新 \(outcome.updated)，未变 \(outcome.unchanged)\(gone)\(numbers)"
        },
        recognised: { name, outcome in
            let files = outcome.recognised.filter { !$0.file.isSameText(as: name) }.map { known in
                "\(TextDirection.isolated(SafeText.line(known.file))) 的 \(known.of) 张中已有 \(known.found) 张"
            }
            return files.isEmpty ? nil : files.joined(by: "，")
        },
        oneLine: { oneLine($0, $1, $2) },
        conflict: { path, conflict in
            "⚠ \(path):\(conflict.line): 冲突：#\(conflict.ticket.rawValue) 的 \(conflict.field.rawValue) 在文件和工单库中都改过，保留工单库的值"
        },
        exchange: { path, outcome in
            let conflicts = outcome.conflicts.map { "#\($0.rawValue)" }.joined(by: " ")
            return "\(path)  工单库导出：新建 \(outcome.created)，未变 \(outcome.unchanged)"
                + (outcome.isKnown ? "，早已导入" : "") + (outcome.renumbered > 0 ? "，重新编号 \(outcome.renumbered)" : "")
                + (conflicts.isEmpty ? "" : "，内容不同而保留本库：\(conflicts)")
        },
        total: { totals, isDryRun in
            (isDryRun ? "将" : "")
                + "新建 \(totals.created)，更新 \(totals.updated)，未变 \(totals.unchanged) · \(totals.files) 个文件 · \(totals.warnings) 条警告"
                + (totals.conflicts > 0 ? " · \(totals.conflicts) 处冲突" : "")
                + (totals.rejected.isEmpty ? "" : " · \(totals.rejected.count) 个被拒")
                + (isDryRun ? "（试运行，未写入）" : totals.batch.map { " · 批次 \($0)" } ?? "")
        },
        warning: { warning($0) },
        repeated: { "\($0)（此文件中 \($1) 处）" },
        interrupted: { totals in
            [
                "已停止，正在导入的文件要么完整导入，要么完全没有导入。",
                totals.files == 0 ? "没有文件完成。" : "此前完成的 \(totals.files) 个文件（新建 \(totals.created) 张工单）保留。",
                "再次运行同一命令即可继续。",
            ]
        },
        undone: { label, outcome, isDryRun in
            let kept = outcome.keptArticles.map { "\($0)" } + outcome.kept.map { "#\($0.rawValue)" }
            let mark = isDryRun ? "将" : ""
            let restored = outcome.restoredArticles.map { "\($0.number) 回到 v\($0.version)" }
            let parts = [
                outcome.isAboutTickets ? "\(mark)移开 \(outcome.removed) 张工单，恢复 \(outcome.restored) 张" : "",
                outcome.removedArticles.isEmpty ? "" : "\(mark)移开 " + few(outcome.removedArticles.map { "\($0)" }),
                restored.isEmpty ? "" : "\(mark)恢复 " + few(restored),
                outcome.names > 0 ? "一并移开的名称：\(outcome.names) 个" : "",
                kept.isEmpty ? "" : "之后改过而保留：" + kept.joined(by: " "),
            ]
            return "\(label)：" + parts.filter { !$0.isEmpty }.joined(by: "，")
                + (isDryRun ? "（试运行，未写入）" : outcome.operation.map { " · op \($0)" } ?? "")
        },
        written: { path, isDryRun in (isDryRun ? "将写出 " : "已写出 ") + path },
        writtenEach: { count, folder, isDryRun in "\(isDryRun ? "将写入" : "已写入") \(count) 个文件到 \(SafeText.line(folder))"
        },
        writtenOriginals: { files, bytes, folder, isDryRun in
            (isDryRun ? "将写出 " : "已写出 ") + "\(files) 个文件，共 \(bytes) 字节，到 \(folder)"
        },
        roundtrip: { path, result in
            let same = "导入再导出后 \(result.identical)/\(result.tickets) 张工单逐字节相同"
            let file = result.isFileIdentical ? "文件相同" : "文件不同"
            let places = result.retold.map { String($0 + 1) }.joined(by: "、")
            let told = places.isEmpty ? "Markdown 导出读回一致" : "Markdown 导出读回不同：第 \(places) 张"
            return "\(path)：\(same)，\(file)，\(told)"
        }, reading: .chinese)

    private static func few(_ tickets: [Ticket.Number]) -> String {
        let more = tickets.count - FileOutcome.mostNamed
        return tickets.prefix(FileOutcome.mostNamed).map { "#\($0.rawValue)" }.joined(by: " ")
            + (more > 0 ? " 等共 \(tickets.count) 张" : "")
    }

    private static func few(_ names: [String]) -> String {
        names.count <= 5 ? names.joined(by: "、") : "\(names.count) 篇文章"
    }

    private static func oneLine(_ file: DatasetFile, _ outcome: FileOutcome, _ isDryRun: Bool) -> String {
        let found = file.dataset.ticketCount
        let mark = file.dataset.declaredCount.map { $0 == found ? "" : "（声明 \($0)）⚠" } ?? ""
        let news: String
        switch outcome.kind {
        case _ where found == 0: news = "无可导入"
        case .notUnderstood: news = "未能读懂"
        case .known: news = "没有新内容"
        case .sameAs(let name): news = "内容与 \(name) 相同"
        case .new, .newVersion, .otherDataset:
            news =
                (isDryRun ? "将" : "") + "新建 \(outcome.created)"
                + (isDryRun ? "" : outcome.numberRange.map { " · " + $0 } ?? "")
                + (outcome.updated > 0 ? "，更新 \(outcome.updated)" : "")
                + (outcome.gone > 0 ? "，文件中已无 \(few(outcome.goneTickets))" : "")
                + (chinese.recognised(file.name, outcome).map { "，" + $0 } ?? "")
                + (outcome.conflicts.isEmpty ? "" : "，冲突 \(outcome.conflicts.count) 处")
        }
        return "\(TextDirection.isolated(SafeText.line(file.name)))  实有 \(found)\(mark)  \(news)"
    }

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
        case .unknownValue: return "不认识的值，按原样保留：\(detail)"
        case .rolesGuessed: return "无从得知谁提问、谁解答，推断为：\(detail)"
        case .guessedSection: return "按名称推断的小节：\(detail)"
        case .summarySkipped: return "属于文件而非工单：\(detail)"
        case .headingInsideTicket: return "与工单标题同级，但没有算作工单：\(detail)"
        case .outsideTickets: return "不属于任何工单的行：\(detail)"
        case .byteOrderMark: return "开头有字节顺序标记"
        case .invalidUTF8: return "非 UTF-8 字节已替换为 U+FFFD"
        case .nulByte: return "文本含 NUL 字节"
        case .unclosedFence: return "代码块没有闭合"
        case .unplacedLine: return "无处归类的一行已保存：\(detail)"
        }
    }
}
