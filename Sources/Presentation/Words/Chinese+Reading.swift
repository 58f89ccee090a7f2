import Files
import Import
import Workflow

extension Words.Reading {
    static let chinese = Words.Reading(
        readAs: { dataset in
            let reasons = dataset.reasons.compactMap { reason($0) }
            return "按\(name(dataset.form))读取" + (reasons.isEmpty ? "" : "（" + reasons.joined(by: "；") + "）")
        },
        account: { account($0) },
        values: Words.Reading.Values(
            titles: { $0 == $1 ? "标题：\($0)" : "标题：\($0) 至 \($1)" },
            statuses: { "状态：" + $0 },
            priorities: { "优先级：" + $0 },
            customers: { "客户：" + $0 },
            agents: { "客服：" + $0 },
            came: { $0 == $1 ? "受理：\($0)" : "受理：\($0) 至 \($1)" },
            unknown: "不认识", answered: "有答复", unanswered: "无答复", asked: "按要求",
            others: { "其他 \($0)" }, comma: "，"),
        samples: .chinese,
        encoding: { "由 \($0.rawValue) 解码，原文件按原样保存" },
        notUnderstood: { notUnderstood($0) },
        notUnderstoodFiles: { paths in
            ["有 \(paths.count) 个文件未能读懂，没有保存其中任何内容："] + paths.map { "  " + SafeText.line($0) }
        },
        passedOver: { endings, special in
            let count = endings.reduce(0) { $0 + $1.count }
            let names = endings.map { "\($0.ending.isEmpty ? "无扩展名" : $0.ending) \($0.count) 个" }
            let parts = [
                count > 0 ? "跳过 \(count) 个不读取的文件：" + names.joined(by: "，") : "",
                special > 0 ? "跳过 \(special) 个管道、设备或套接字" : "",
            ]
            return parts.filter { !$0.isEmpty }.joined(by: "；")
        },
        dialect: { fault, path in fault.chinese(path) },
        tested: { file in account(file.dataset) },
        unplaced: { "\($0)：\($1)" },
        draft: .chinese)

    private static func name(_ form: DatasetForm) -> String {
        switch form {
        case .sections: "标题下的工单"
        case .blocks: "标签块"
        case .file: "一个文件一张工单"
        case .questions: "问答"
        case .list: "条目清单"
        case .table: "表格行"
        case .csv: "分隔值的行"
        case .chat: "对话"
        case .tracker: "缺陷跟踪系统的导出"
        case .taught: "所教的写法"
        }
    }

    private static func noun(_ form: DatasetForm) -> String {
        switch form {
        case .sections, .tracker, .questions: "标题"
        case .blocks: "标签块"
        case .file: "文件"
        case .list: "条目"
        case .table, .csv: "行"
        case .chat: "会话"
        case .taught: "开头"
        }
    }

    private static func reason(_ reason: DatasetReason) -> String? {
        switch reason {
        case .matched: return nil
        case .fields(let names): return names.isEmpty ? nil : Array(names.prefix(6)).joined(by: "、")
        case .turns(let count): return "\(count) 次发言"
        case .frontMatter(let keys): return "开头的键：" + Array(keys.prefix(6)).joined(by: "、")
        case .borrowed(let file): return "照同一文件夹中 \(SafeText.line(file)) 的写法"
        case .dialect(let name): return SafeText.line(name)
        }
    }

    private static func account(_ dataset: Dataset) -> String {
        let coverage = dataset.coverage
        let outside = coverage.outsideCount == 0 ? "" : "，之外 \(coverage.outsideCount)（\(ranges(coverage.outside))）"
        return "\(noun(dataset.form))匹配 \(coverage.matched)/\(coverage.lookalikes) · 行 \(coverage.lines)："
            + "工单内 \(coverage.inTickets)\(outside)" + comments(dataset)
    }

    private static func comments(_ dataset: Dataset) -> String {
        dataset.comments.isEmpty ? "" : " · 未读注释：" + ranges(dataset.comments, most: 6)
    }

    private static func ranges(_ lines: [ClosedRange<Int>], most: Int = 12) -> String {
        let shown = lines.prefix(most).map {
            $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
        }
        return shown.joined(by: "、") + (lines.count > most ? "…" : "")
    }

    private static func notUnderstood(_ file: DatasetFile) -> [String] {
        let dataset = file.dataset
        var lines: [String] = []
        if dataset.ticketCount == 0 {
            lines.append("未能读懂：没有找到工单，未保存任何内容")
        } else {
            let why =
                dataset.coverage.leavesMuch
                ? "太多内容不属于任何工单"
                : dataset.coverage.leavesTickets ? "文件中有两种写法的工单，只能读出其中一种" : "看不出这些是工单"
            lines.append("未能读懂：\(why)，未保存任何内容")
            lines.append("最接近的读法：\(name(dataset.form)) · " + account(dataset))
        }
        if let sight = dataset.sight { lines += seen(sight, file) }
        let path = SafeText.line(file.path)
        lines.append(
            dataset.ticketCount > 0
                ? "仍要保存：desk import --force \(path)" : "如果是指南而不是工单：desk import --as articles \(path)")
        lines.append("教工单库认识这种写法：desk dialect new \(path)")
        return lines
    }

    private static func seen(_ sight: FileSight, _ file: DatasetFile) -> [String] {
        var lines: [String] = []
        if !sight.columns.isEmpty {
            return [
                "看到：列 " + sight.columns.map { SafeText.line($0) }.joined(by: "、"),
                "说明各列的含义：desk import --map 文件 \(SafeText.line(file.path))",
            ]
        }
        let headings = sight.headings.map { "第 \($0.level) 级 \($0.count) 个" }
        lines.append("看到：" + (headings.isEmpty ? "没有标题" : "标题，" + headings.joined(by: "，")))
        if !sight.labels.isEmpty {
            let labels = sight.labels.map { label in
                let example = label.example.isEmpty ? "" : "：" + SafeText.line(String(label.example.prefix(24)))
                return "\(SafeText.line(label.name))（\(label.count) 次，第 \(label.line) 行\(example)）"
            }
            lines.append("常见标签：" + labels.joined(by: "、"))
        }
        if let alike = resemblance(sight) { lines.append("像是" + alike) }
        return lines
    }

    private static func resemblance(_ sight: FileSight) -> String? {
        let headings = sight.headings.reduce(0) { $0 + $1.count }
        if sight.links * 2 > sight.listItems, sight.links >= 2 { return "链接清单" }
        if sight.tableRows >= 3, sight.labels.isEmpty { return "带表格的手册" }
        if headings >= 2, sight.labels.isEmpty { return "指南：标题下是文字，没有标签" }
        return sight.listItems >= 5 ? "普通清单" : nil
    }
}

extension DialectFault {
    fileprivate func chinese(_ path: String) -> [String] {
        let place = "\(SafeText.line(path)):\(line): "
        switch kind {
        case .unknownWord(let word, let nearest):
            return [place + "不认识“\(SafeText.line(word))”", hint(nearest)].filter { !$0.isEmpty }
        case .unknownField(let word, let nearest):
            return [place + "工单没有“\(SafeText.line(word))”这个字段", hint(nearest)].filter { !$0.isEmpty }
        case .badPattern(let text):
            return [
                place + "不是模式：“\(SafeText.line(text))”",
                "花括号中的名称有 " + LinePattern.names.map { "{\($0)}" }.joined(by: "、") + "，两个之间要有文字。",
            ]
        case .badTime(let text): return [place + "不是时间格式：“\(SafeText.line(text))”", "请写成 YYYY-MM-DD HH:mm。"]
        case .badValue(let text): return [place + "不认识的值“\(SafeText.line(text))”"]
        case .expected(let what): return [place + "此处应为 \(what)"]
        case .noTicket: return [place + "没有说明工单从哪里开始", "请写：ticket heading 2"]
        }
    }

    private func hint(_ nearest: String?) -> String { nearest.map { "是否指“\($0)”？" } ?? "" }
}
