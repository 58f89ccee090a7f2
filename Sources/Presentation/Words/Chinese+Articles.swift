import Files
import Import
import Storage
import Workflow

extension Words.Articles {
    package static let chinese = Words.Articles(
        article: "条目", state: "状态", language: "语言", entries: "小节", lines: "行数", uses: "使用", review: "复查",
        signatures: "特征",
        signature: "特征", sample: "示例", links: "链接", role: "角色", line: "行", entry: "小节", problem: "问题", query: "查询",
        phrases: "用语",
        stateName: { chinese($0) }, kindName: { chinese($0) }, entryKind: { chinese($0) }, roleName: { chinese($0) },
        sideName: { chinese($0) },
        head: { article in
            "\(article.number) · \(chinese(article.state)) · \(article.language) \(chinese(article.kind)) · 第 \(article.version) 版 · "
                + "\(article.lines) 行"
        },
        evidence: { chinese($0) },
        readAs: { form, evidence, isAsked, hasOther in
            let what = form == .articles ? "知识条目" : "工单"
            if isAsked { return "按\(what)读取：已指定" }
            let other = form == .articles ? "tickets" : "articles"
            let why = evidence.isEmpty ? "依其名称" : evidence.joined(by: "、")
            return "按\(what)读取：\(why)" + (hasOther ? "（--as \(other) 可改）" : "")
        },
        imported: { file, outcome, isDryRun in chinese(file, outcome, isDryRun) },
        fault: { fault in
            switch fault.code {
            case .unclosedFence: "代码块没有结束，按普通文字读取"
            case .headingJumps: "标题级别跳跃"
            case .duplicateAnchor: "两个标题使用同一个锚点"
            case .missingCells: "这一行的单元格比表头少"
            case .notUTF8: "不是 UTF-8 的字节"
            case .longLine: "这一行特别长"
            case .brokenFlow: "答案没有通向下一步：desk diagnose 不能逐步执行"
            }
        },
        error: { chinese($0) },
        stored: { number, state, version in "\(number) 第 \(version) 版已保存 · \(chinese(state))" },
        dangling: { "指向“\($0)”，但没有这个条目" },
        noSample: { "特征 \($0) 没有示例行" },
        shared: { "\($0) 也出现在 \($1.joined(by: "、"))" },
        inside: { "\($0) 是 \($1) 的一部分" },
        imageOnly: "日志只有图片，无法匹配",
        reviewDue: { "\($0) 起待复查" },
        noFaults: { "\($0) 个条目没有需要处理的问题" },
        used: { use, last in
            use.times == 0
                ? "还没有使用过"
                : "使用 \(use.times) 次，用于解决 \(use.resolved) 次，原因确认 \(use.confirmed) 次，\(use.agents) 名客服"
                    + (last.map { "，最近 \($0)" } ?? "")
        },
        linkedFrom: { number, title in "被引用于 \(number) \(title)" },
        usedBy: { "工单 \($0)" },
        toolError: { error in
            switch error {
            case .noTool(let name, let nearest):
                ["没有工具“\(name)”。" + (nearest.map { "是不是“\($0)”？" } ?? ""), "desk tools 列出已有工具。"]
            case .exists(let name): ["已有工具“\(name)”。"]
            case .badKind(let text): ["“\(text)”不是工具的类型。", "site, domain, person, article, url, entry"]
            case .noPriority: ["请说明紧急程度：-p 重要 或 -p 普通。"]
            case .needsTarget(let kind): ["\(kind.name) 类型的工具需要目标：--to 目标。"]
            }
        },
        toolLeads: { "\(SafeText.line($0.name))：\(SafeText.line($1))" }, askPriority: "请选择 重要 或 普通：",
        askURL: "无法访问的网站地址（URL）：", askDomain: "域名：", askNewOwner: "归属客户：",
        handedOver: { "#\($0.rawValue) 已转人工 · \($1)" },
        skeleton: { "# \($0)\n\n## 问题现象\n\n\n## 适用环境\n\n\n## 可能原因\n\n\n## 解决办法\n\n" },
        translation: { "另一种语言：\($0)" })

    private static func chinese(_ state: Article.State) -> String {
        switch state {
        case .draft: "草稿"
        case .published: "已发布"
        case .retired: "已停用"
        }
    }

    private static func chinese(_ kind: Article.Kind) -> String {
        switch kind {
        case .reference: "参考"
        case .faq: "问答"
        case .howto: "操作指南"
        case .runbook: "排障手册"
        }
    }

    private static func chinese(_ kind: ArticleEntry.Kind) -> String {
        switch kind {
        case .section: "章节"
        case .scenario: "场景"
        case .item: "问题"
        case .cause: "原因"
        case .check: "检查"
        case .step: "步骤"
        case .case: "情况"
        case .row: "代码"
        }
    }

    private static func chinese(_ role: ArticleEntry.Role) -> String {
        switch role {
        case .symptom: "现象"
        case .cause: "原因"
        case .remedy: "处理"
        case .environment: "环境"
        case .sample: "示例"
        case .note: "说明"
        case .seeAlso: "参见"
        case .escalation: "升级"
        case .other: "正文"
        }
    }

    private static func chinese(_ side: ArticleEntry.Side) -> String {
        switch side {
        case .server: "服务端"
        case .ios: "iOS"
        case .android: "Android"
        case .console: "控制台"
        }
    }

    private static func chinese(_ evidence: FileJudgement.Evidence) -> String {
        switch evidence {
        case .asked: "已指定"
        case .tickets(let count): "\(count) 个工单"
        case .headings(let count): "\(count) 个标题"
        case .questions(let count): "\(count) 个问题"
        case .causes(let count): "\(count) 处原因"
        case .remedies(let count): "\(count) 处处理办法"
        case .steps(let count): "\(count) 个步骤"
        case .codes(let count): "\(count) 个代码"
        case .signatures(let count): "\(count) 个特征"
        case .asks: "逐步提问"
        }
    }

    private static func chinese(_ file: ArticleFile, _ outcome: ArticleOutcome, _ isDryRun: Bool) -> [String] {
        let counts = file.draft.counts
        let samples = file.draft.signatures.count { $0.sample == nil }
        let contents =
            "“\(SafeText.line(file.draft.title))” · \(file.draft.language) \(chinese(file.draft.kind)) · "
            + "\(file.draft.entries.count) 个小节 · \(file.draft.signatures.count) 个特征"
            + (samples > 0 ? "（\(samples) 个没有示例：desk kb check）" : "") + " · \(counts.images) 张图片 · \(counts.links) 个链接"
        let lines = "共 \(counts.lines) 行：\(counts.placed) 行归入小节，\(counts.lines - counts.placed) 行在外"
        let did =
            switch outcome.kind {
            case .created: isDryRun ? "将发布一个条目" : "已发布 \(outcome.number) 第 1 版"
            case .known: "没有变化：\(outcome.number) 与此文件完全相同"
            case .updated:
                (isDryRun ? "将更新 " : "已更新 ") + "\(outcome.number)，第 \(outcome.version) 版"
                    + (outcome.isMerged ? "；客服的修改予以保留" : "")
            case .unchanged: "\(outcome.number) 的内容已经如此"
            }
        let conflicts = outcome.conflicts.map { "⚠ 第 \($0) 行：文件和工单台都改过，保留工单台的内容" }
        return [contents, lines, did] + conflicts
    }

    private static func chinese(_ error: ArticleError) -> [String] {
        switch error {
        case .noArticle(let number): ["没有 \(number)。", "desk kb list 列出已有条目。"]
        case .badNumber(let text): ["\(text) 不是条目编号。", "写法如 KB-17。"]
        case .badState(let text): ["“\(text)”不是条目的状态。", "draft, published, retired"]
        case .badForm(let text): ["“\(text)”不是文件可以包含的内容。", "tickets, articles"]
        case .badEncoding(let text): ["“\(text)”不是可以读取的编码。", TextEncoding.allCases.map(\.rawValue).joined(by: ", ")]
        case .noLog: ["请用 -F 给出日志，或用 -m 给出一段话。", "desk kb match -F server.log"]
        case .isAlready(let number, let state): ["\(number) 已经是“\(chinese(state))”。"]
        case .notIn(let number, let state): ["\(number) 处于“\(chinese(state))”状态，不能这样操作。"]
        case .noSample(let number, let text): ["\(number)：特征“\(text)”没有示例。", "请给出一行能匹配的日志：--sample 行。"]
        case .sampleDiffers(let number, let text): ["\(number)：示例中没有“\(text)”。"]
        case .noVersion(let number, let version): ["\(number) 没有第 \(version) 版。"]
        case .changedMeanwhile(let number, let version): ["\(number) 期间已被修改：现在是第 \(version) 版。"]
        case .noCause(let ticket):
            ["#\(ticket.rawValue) 没有经过证实的原因：知识条目只写证实过的内容。", "desk cause confirm \(ticket.rawValue) --cause 名称"]
        case .empty: ["知识条目不能没有内容。"]
        }
    }
}
