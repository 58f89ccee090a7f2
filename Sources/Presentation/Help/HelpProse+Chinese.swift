import Import
import Storage
import Workflow

extension HelpProse {
    static let chinese = HelpProse(
        title: { page in
            switch page {
            case .query: "查询语言"
            case .dates: "日期与时长"
            case .output: "输出内容与格式"
            case .exitCodes: "命令的退出码"
            case .statuses: "状态，以及状态之间的转换"
            case .sla: "服务承诺：策略、计时和状态"
            case .import: "导入工单"
            case .privacy: "谁能看到什么"
            }
        },
        query: chineseQuery, dates: chineseDates, output: chineseOutput, exits: chineseExits,
        statuses: StatusProse(
            intro: ["每张工单处于下列状态之一；desk status rename 可以改成本单位的叫法。"],
            moves: "什么状态下可以做什么，做完到哪里", any: "任何状态", same: "不变"),
        sla: chineseSLA, importing: chineseImport, privacy: chinesePrivacy)

    private static let chineseExits = ExitProse(
        intro: ["加 --json 时错误也是一份文档，其中的 code 比数字说得更细。"],
        done: "完成；列表为空、无需改动、重复导入没有新内容也算完成",
        kind: { kind in
            switch kind {
            case .usage: "命令或查询写得不对"
            case .unknownValue: "名称或取值不存在"
            case .notFound: "找不到"
            case .notAllowed: "你的角色没有权限"
            case .refused: "被规则拒绝"
            case .conflict: "期间别人改过"
            case .busy: "等待超过 --timeout，工单库一直忙"
            case .full: "没有空间"
            case .damaged: "文件损坏"
            case .unavailable: "需要的东西连不上"
            case .failed: "执行失败"
            case .cancelled: "你选择不继续，或编辑器里没有写内容"
            case .partlyDone: "一部分完成，一部分被拒绝"
            }
        },
        or: "；", interrupted: "用 Ctrl-C 中断")

    private static let chineseSLA = SLAProse(
        intro: ["策略对查询找到的工单作出承诺，符合多条时以第一条为准。按策略所指的工作日历计时，也可以按自然时间。", "可以承诺："],
        goal: { goal in
            switch goal {
            case .first: "首次响应：从创建到客服第一条公开回复"
            case .next: "后续响应：从客户最早一条未答消息到下一条公开回复"
            case .resolve: "解决：从创建（或最近一次重开）到解决"
            }
        },
        terms: "条款，用分号隔开：desk sla new 名称 --when 查询 --terms 条款",
        termRows: [
            "first 1bh": "目标和时长：h、d 按自然时间，bh、bd 按工作时间", "first urgent 15m": "只对一个优先级",
            "pause pending": "在这些状态下停止计时", "warn 30bm": "到期前多久提醒，由 desk tick 发出",
        ],
        states: "承诺的状态；用 sla:、sla.first:、sla.next:、sla.resolve: 查询",
        commands: "命令",
        commandRows: [
            "desk sla explain 1042": "每段时间算不算、为什么", "desk sla check": "看起来不该停表却停了的工单",
            "desk sla simulate": "换一套条款会怎样", "desk ls sla:<2h": "两小时内到期的工单", "desk report sla": "承诺的达标情况",
        ])

    private static let chineseImport = ImportProse(
        intro: [
            "desk import 文件… 接受文件和文件夹；-n 只说会发生什么，不写入。每个文件要么全部导入，要么一点不导入；每一行都有去处，--lines 逐行列出。",
            "标题下的工单、问答页、清单、表格、CSV、聊天记录、跟踪系统的导出、一个文件一张工单，都能读取，最有把握的读法优先。像工单的地方不到一半是工单，或超过 30 % 的行不属于任何工单，就是未能读懂：不保存任何内容，退出码 7。",
            "文件里是什么由形式判断并说明；也可以指定：",
        ],
        form: { $0 == .tickets ? "工单：按标题、说话人和字段识别" : "教程和问答" },
        again: "再次导入",
        aboutAgain: ["同样的字节无论叫什么名字都不会重复导入。改过的文件更新它的工单；客服期间的改动保留并列出。desk import undo 撤销一次导入，但有人处理过的工单除外。"],
        aboutConflicts: ["文件和客服都改过的值："],
        rule: { rule in
            switch rule {
            case .skip: "保留这里的（默认）"
            case .update: "采用文件中的"
            case .fail: "整个文件不导入"
            }
        },
        options: "选项",
        optionRows: [
            "--force": "保存未能读懂的文件中找到的工单", "--dialect 名称, --map 文件": "工单的写法、各列的含义；desk dialect --help",
            "--encoding big5": "没有标记又不像 UTF-8 或 GB18030 的文件", "-": "标准输入",
            "--status resolved": "所有工单的状态，不管来源怎么写", "--batch 名称": "这次导入的名称；用 batch:名称 查询",
            "--at 时间": "来源没有时间时，工单的创建时间",
            "desk export": "导出 import 能读回的内容：--out、--one-file、--public-only、--metrics、--mask",
            "desk roundtrip 文件": "证明文件能逐字节还原",
        ])

    private static let chinesePrivacy = PrivacyProse(
        intro: [
            "每段文字要么公开（给客户看），要么内部（只给客服看），保存文字的命令都会说明是哪一种。备注、理由、原因、关联和关注人是内部的；回复和客户说的话是公开的。",
            "desk show --public 和 desk export --public-only 只给出客户可以看到的内容。公开文字像没写完时会被拒绝（desk config get reply.guard），--force 原样发出。",
            "命令失败时没存下的文字成为草稿，放在你自己的文件夹里，只有你能读。", "工单库文件和写出的所有文件都只有所有者可读。",
        ],
        personal: "个人信息", aboutPersonal: ["desk export --mask 在标题、消息和字段中遮盖下列内容；has:pii 查询含有它们的工单。"],
        kind: { kind in
            switch kind {
            case .mobile: "手机号"
            case .identity: "校验位正确的身份证号"
            case .email: "电子邮箱"
            case .ipAddress: "机器地址"
            case .domain: "网站域名"
            case .secret: "密钥、令牌和密码"
            }
        },
        roles: "什么操作需要什么角色", aboutRoles: ["desk role grant 和 deny 可以为一个工单库改动。"])
}
