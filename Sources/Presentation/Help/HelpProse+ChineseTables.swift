import Storage
import Workflow

/// What the longest topics say in Chinese.
extension HelpProse {
    static let chineseQuery = QueryProse(
        intro: [
            "条件并列表示都要满足：status:open category:CDN 证书。词语在标题、描述和消息中查找。desk ls 和按 --query 的改动默认只看未完成的工单，除非条件里另有说明。",
            "字段名和取值中英文都可以；全角符号等同半角。",
        ],
        syntax: [
            "字段:a,b": "任一取值", "-字段:a": "不是", "( … 或 … )": "任一条件", "\"a b\"": "整段文字；里面的引号写成 \"\" 或 \\\"",
            "@名称": "已保存的查询（desk view）", "42, 40-45": "单独写时是工单号", "@last": "你最近处理的工单",
            "a..b": "从 a 到 b，含两端；可以省略一端", "was:status=open": "曾经如此", "changed:priority>-7d": "那时改过",
        ],
        joints: "条件之间", sorting: ["名称后加 -desc 表示倒序；field.名称 按自定义字段排序。"],
        kind: { kind in
            switch kind {
            case .id: "工单号"
            case .text: "文字"
            case .name: "名称"
            case .date: "日期"
            case .duration: "时长"
            case .number: "数量"
            case .flag: "标记"
            case .status: "状态"
            case .priority: "优先级"
            case .causeState: "原因的确定程度"
            case .resolution: "处理结果"
            case .sla: "服务承诺"
            case .part: "有什么"
            case .area: "在哪里找词语"
            case .order: "顺序"
            case .history: "过去"
            }
        },
        meaning: { chineseMeaning($0) })

    private static func chineseMeaning(_ field: Query.Field) -> String? {
        switch field {
        case .ref: "文件/7 是该文件的第七张；或别的系统里的编号"
        case .batch: "导入它的批次"
        case .category: "含下级分类；=CDN 只指这一级"
        case .involves: "由其处理，或在其中发过言"
        case .language: "回复客户用的语言"
        case .tag: "也含并入它的工单的标签；=名称 只指它自己的"
        case .custom: "自定义字段；数字和日期按各自的大小比较"
        case .article: "用到的知识条目"
        case .due: "下一个承诺的到期时间"
        case .firstReply: "第一条公开回复"
        case .idle: "距上次改动"
        case .waiting: "客户等待回复的时间"
        case .replyTime: "从创建到首次回复"
        case .sla: "<2h 表示两小时内到期；或一个状态"
        case .wasResolved: "那段时间内解决过，不管后来怎样"
        case .cameBack: "那段时间内解决，后来又重开"
        case .openAt: "那天结束时还没完成"
        case .replies: "客服的公开消息"
        case .handovers: "换人或换组"
        case .area: "in:title、in:note …"
        case .similar: "与该工单相近"
        default: nil
        }
    }

    static let chineseDates = DateProse(
        intro: ["一天按工单库的时区计，或按 --tz。>D 是 D 结束之后，>=D 从 D 开始，<D 在 D 开始之前，<=D 到 D 结束。"],
        forms: [
            "2026-03-01, 2026/3/1": "一天；3月1日 指最近的那一天", "2026-03, 2026Q1, 2026-W10": "一个月、一个季度、一周", "2026": "一年",
            "2026-03-01T09:00": "一分钟；可加 +08:00 指定时区", "2026-03-01..2026-03-07": "含两端；可以省略一端",
            "-7d, +2bd, 3天前, 三天后": "距现在多久；created:-7d 是从那时到现在",
        ],
        named: "有名称的时间段", units: "时长", aboutUnits: ["数字加单位，可以连写：3d4h、2bd、30分钟。bh 和 bd 按工作日历计算。"],
        moments: "时刻，用于 --until 和 --at",
        momentForms: [
            "2bd, +3d, 三天后": "从现在起多久", "friday, 周五, 下周一": "下一个这样的日子", "tomorrow 9:30, 下午3点": "某天某时，或今天某时",
            "tomorrow, 12月1日": "一天：对等待中的工单，指当天开始工作的时刻",
        ])

    static let chineseOutput = OutputProse(
        intro: [
            "在终端上是表格，太长时分屏；在管道里是制表符分隔的值，带表头，完整且没有颜色。用 --format 选择，--json 即 --format json。desk help json 列出每种文档。",
            "文字里的任何内容都不会被终端当作命令；管道和文件得到原样的字节。",
        ],
        format: { format in
            switch format {
            case .table: "给人看的列，宽度随终端"
            case .tsv: "制表符分隔，时间为 RFC 3339"
            case .csv: "给电子表格用"
            case .json: "一份文档，带查询和总数"
            case .jsonl: "每行一份文档"
            case .md: "Markdown"
            case .html: "仅报表：一个不含脚本的网页"
            case .xlsx: "列表和报表，需要构建时启用"
            case .ids: "只有编号，每行一个，可交给别的命令的 -"
            case .count: "只有数量"
            }
        },
        columns: "desk ls --fields 的列", options: "选项",
        optionRows: [
            "--fields a,b": "只要这些列，按此顺序；help 列出全部；点名的列不会省略", "--sort created-desc": "顺序；desk help query 列出可用的名称",
            "--limit 50 --offset 50": "列表的一部分；0 表示全部", "--template 文件": "每张工单一段文字，用 {{title}} 和 {{customer|无}}",
            "--no-header, --no-pager, -q": "少一些附带内容", "--color, NO_COLOR": "是否用颜色", "--lang en|zh, --tz 时区": "语言和时钟",
            "--as-of 时间": "过去某时的样子：日期，或 op:318", "-n": "只说会发生什么，不写入",
        ])
}
