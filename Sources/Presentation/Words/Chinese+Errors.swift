import Files
import Import
import Storage
import Workflow

extension Words.Errors {
    static let chinese = Words.Errors(
        storage: { chinese($0) }, importing: { chinese($0) }, query: { chinese($0) }, refusal: { chinese($0) },
        workflow: { chinese($0) }, usage: { chinese($0) },
        field: { error in
            guard case .unknown(let name, let nearest) = error else { return [] }
            let hint = nearest.map { "是否指“\($0)”？" } ?? "--fields help 列出全部字段。"
            return ["没有字段“\(name)”。", hint]
        })

    private static func chinese(_ error: StorageError) -> [String] {
        switch error {
        case .noDesk(let path):
            ["\(path) 处没有工单库。", "请先创建：desk init --db \(path)"]
        case .deskExists(let path): ["\(path) 处已有工单库。", "没有改动它。"]
        case .notADesk(let path): ["\(path) 不是工单库。", "没有写入任何内容。"]
        case .damaged(let detail): ["工单库文件已损坏：\(detail)", "请用备份恢复。"]
        case .newerSchema(let found, let known):
            ["工单库由更新版本的程序写成（结构 \(found)，本程序支持到 \(known)）。", "请使用新版程序。"]
        case .olderSchemaReadOnly(let found, let known):
            ["工单库是旧结构 \(found)，文件只读，无法升级到 \(known)。"]
        case .readOnly(let path): ["\(path) 是只读文件。"]
        case .moved(let path):
            ["\(path) 处的工单库在此期间被移动、删除或替换了。", "这一步的内容没有保存。"]
        case .busy(let seconds):
            ["工单库忙，已等待超过 \(seconds) 秒。", "请重试，或用 --timeout 延长等待。"]
        case .diskFull: ["磁盘已满。", "这一步的内容没有保存。"]
        case .cannotOpen(let path, let detail): ["无法打开 \(path)：\(detail)"]
        case .refused(let rule): ["工单库拒绝了一个值：\(rule)"]
        case .wrongValue(let column, let expected):
            ["工单库的列 \(column) 内容不对（应为 \(expected)）。"]
        case .failed(let detail): ["无法使用工单库文件：\(detail)。", "这一步的内容没有保存。"]
        case .noSuchTicket(let number): ["没有工单 #\(number)。"]
        case .importConflict(let number, let field):
            [
                "#\(number) 的\(Words.Page.fieldName(field))在这里和文件中都改过，整个文件没有导入。",
                "--on-conflict skip 保留这里的，update 采用文件中的。",
            ]
        case .viewInCircle(let name): ["@\(name) 会引用它自己。", "desk view 列出每个视图的查询。"]
        case .noSuchVersion(let version, let number, let newest):
            ["#\(number) 没有版本 \(version)。", "它的版本是 1 到 \(newest)。"]
        case .noTickets(let text): ["\(text) 中没有工单。"]
        case .domain(let fault): Words.Domains.chinese.fault(fault)
        case .noSuchDiagnosis(let label):
            ["没有诊断 \(SafeText.line(label))。", "desk diagnose list 列出所有诊断。"]
        case .noSuchBatch(let label):
            ["没有导入批次“\(label)”。", "desk import list 列出全部批次。"]
        case .batchUndone(let label): ["批次 \(label) 已经撤销。"]
        case .importedAgain(let label, let other):
            ["导入 \(other) 已再次带来 \(label) 的工单，恢复会使工单重复。", "请先撤销那一次：desk import undo \(other)"]
        case .importFollowed(let label, let others):
            [
                "之后的导入 \(others.joined(by: "、")) 也含有 \(label) 的工单。没有改动。",
                "请先撤销那一次：desk import undo \(others[0])",
            ]
        case .versionChanged(let ticket, let read, let now):
            ["#\(ticket) 已被改动：现为版本 \(now)，不是 \(read)。"]
        case .categoryExists(let name): ["同级已有分类“\(name)”。", "没有改动。"]
        case .intoItself(let path): ["\(path) 不能并入自身。", "没有改动。"]
        case .noSuchMessage(let ticket, let sequence):
            ["#\(ticket) 没有消息 m\(sequence)。"]
        case .badFieldValue(let text, let field, let kind, let choices):
            [
                "\(field) 的类型是 \(kind.name)，不能是“\(text)”。",
                choices.isEmpty ? "desk field 列出各字段的类型。" : choices.joined(by: "、"),
            ]
        case .retiredField(let name):
            ["字段 \(name) 已停用。", "desk field retire --back 可恢复。"]
        case .alreadyDone(let number): ["此前已保存为操作 \(number)。"]
        case .noSuchOperation(let number): ["没有操作 \(number)。"]
        case .alreadyUndone(let number): ["操作 \(number) 已经撤销。"]
        case .nothingToUndo(let number): ["操作 \(number) 没有可撤销的改动。"]
        case .cannotUndo(let conflicts):
            Words.Past.chinese(conflicts) + ["没有撤销任何内容。"]
        case .noSuchName, .nameTaken, .retired, .severalCustomers, .mergedIntoItself, .stillHasTickets, .lastAdmin,
            .noCustomer:
            chineseOfPeople(error)
        case .unknownAuthor(let name):
            ["“\(name)”不是本工单库的客服，只能查看。", "用 --as 或 DESK_USER 说明身份。"]
        case .retiredAuthor(let name): ["\(name) 已停用，只能查看。"]
        case .nothingDone: ["没有可撤销的操作。"]
        case .nothingUndone: ["没有可重做的操作：没有撤销过，或此后又做了别的。", "desk log 列出操作；desk undo 编号 可撤销其中任何一个，包括撤销本身。"]
        case .roleTooLow(let name, let has, let needs):
            ["\(name) 的角色是 \(has.name)，此操作需要 \(needs.name)。"]
        case .unknownChange:
            ["这里有更新版本的程序所作的改动，本程序不知道它需要什么权限。", "请使用新版程序。"]
        case .unknownActor(let name): ["没有客服“\(name)”。"]
        }
    }

    private static func chinese(_ error: FileError) -> [String] {
        switch error {
        case .noSuchFile(let path): ["\(path)：文件不存在。"]
        case .cannotRead(let path, let reason): ["\(path)：无法读取：\(reason)。"]
        case .packed(let path, let packing): ["\(path) 是 \(packing) 压缩包，这里不能读取。", "请先解压；gzip 可以直接读取。"]
        case .notText(let path): ["\(path)：不是 UTF-8 文本文件。"]
        case .unknownEncoding(let path):
            [
                "\(path)：不是 UTF-8、UTF-16 或 GB18030 文本。", "转换方法：iconv -f 编码 -t UTF-8 文件",
            ]
        case .tooLarge(let path, let bytes, let limit):
            ["\(path)：有 \(bytes) 字节，最多 \(limit)。", "请拆分文件。"]
        case .noDatasets(let path): ["\(path)：没有 *.md 或 *.txt 文件。"]
        case .badLine(let path, let line, let reason):
            ["\(path):\(line)：\(reason)。", "该文件的内容没有保存。"]
        case .notCalendar(let path):
            ["\(path) 不是 iCalendar 文件。", "应以 BEGIN:VCALENDAR 开头。"]
        case .cutOff(let path, let line):
            ["\(path):\(line)：首尾不配对。", "未作任何改动：文件可能不完整。"]
        case .cannotWrite(let path, let reason): ["\(path)：无法写入：\(reason)。"]
        }
    }

    private static func chinese(_ error: UsageError) -> [String] {
        let lines: [String]
        switch error {
        case .badClock(let text): lines = ["DESK_NOW 的值“\(text)”不是时间，应如 2026-03-02T09:12:00+08:00。"]
        case .badNumber(let text): lines = ["“\(text)”不是数字。"]
        case .badNumbers(let text): lines = ["“\(text)”不是工单编号。", "请给出编号或范围：1042 或 1040-1045,1050"]
        case .noNumbers: lines = ["要看哪些工单？", "请给出编号或范围：1042 或 1040-1045,1050"]
        case .standardInputTwice: lines = ["“-”表示标准输入，只能读一次。", "请用别的方式给出其中一个。"]
        case .emptyQuery: lines = ["空的查询等于所有未完成的工单。", "如果确实如此，请写明：--query is:open"]
        case .numbersBesideQuery: lines = ["编号与查询只能选其一。", "请只给一种，或把编号写进查询：is:any id:5,7"]
        case .oneTicket: lines = ["表单一次只能编辑一张工单。"]
        case .noWords: lines = ["要查找什么？", "desk search 证书 status:open"]
        case .unknownCommand(let word, let nearest, let all):
            lines = [
                "没有命令“\(word)”。" + meant(nearest), all.count > 20 ? "desk --help 列出全部命令。" : "可用：" + all.joined(by: "、"),
            ]
        case .badCategory(let text, let nearest):
            lines = ["没有分类“\(text)”。" + meant(nearest), "desk category 列出全部分类，desk category add 新建。"]
        case .ambiguousCategory(let text, let paths): lines = ["“\(text)”可能是：\(paths.joined(by: "、"))。"]
        case .badChoice(let text, let option, let nearest): lines = ["\(option) 不认识“\(text)”。" + meant(nearest)]
        case .noSuchAnswer(let place, let count): lines = [Words.Knowledge.chinese.noSuchAnswer(place, count)]
        case .badFolds: lines = ["--folds 取 2 到 50。"]
        case .badPriority(let text): lines = ["“\(text)”不是优先级。", "low, normal, high, urgent；低、普通、重要、紧急"]
        case .badStatus(let text): lines = ["“\(text)”不是状态。", "new, open, pending, hold, resolved, closed"]
        case .noWorkbooks:
            lines = ["此版本不能写 XLSX 文件。", "可自行构建：apt install libxlsxwriter-dev，然后 make xlsx（swift build --traits XLSX）。"]
        case .workbookOnTerminal: lines = ["工作簿不能显示在终端上。", "请写入文件：desk … --format xlsx > report.xlsx"]
        case .formatNotHere("html"): lines = ["只有报表可以输出为网页。", "desk report category --format html"]
        case .formatNotHere(let format): lines = ["此命令没有格式“\(format)”。"]
        case .onlyBytes: lines = ["此命令原样输出字节，没有其他格式。"]
        case .badTime(let text): lines = ["“\(text)”不是时间。", "2026-12-01、+3d、2bd、周五、14:00、明天 9:30"]
        case .timeHasPassed(let text): lines = ["“\(text)”已经过去。", "请给出将来的时间：2bd、周五"]
        case .timeToCome(let text): lines = ["“\(text)”还没有到。", "请给出过去的时间：09:12、昨天 14:00"]
        case .badResolution(let text):
            lines = ["“\(text)”不是处理结果。", Resolution.allCases.map(\.name).joined(by: ", ")]
        case .badField(let text): lines = ["“\(text)”不是 名称=内容。"]
        case .badRole(let text): lines = ["“\(text)”不是角色。", "agent, manager, admin"]
        case .badPermission(let text, let nearest): lines = ["没有权限“\(text)”。" + meant(nearest), "desk role 列出全部。"]
        case .badRule(let text):
            lines = ["“\(text)”不是分配规则。", AssignmentRule.allCases.map(\.rawValue).joined(by: "、")]
        case .badName(let text): lines = ["“\(text)”不能作名称。"]
        case .badContact(let text): lines = ["“\(text)”不是电话号码或邮箱。"]
        case .orgNeedsCustomer: lines = ["客户公司属于客户。", "请用 --customer 指定客户。"]
        case .noAssignee: lines = ["交给谁？", "desk assign 1042 zhang；desk transfer 1042 CDN"]
        case .relation(let misuse): return chinese(misuse)
        case .report(let misuse): return chinese(misuse)
        case .retiredCategory(let path): lines = ["分类“\(path)”已停用。"]
        case .badTag(let text, let nearest): lines = ["没有标签“\(text)”。" + meant(nearest), "desk tag list 列出全部标签。"]
        case .badCause(let text, let nearest):
            lines = [
                "没有原因“\(text)”。" + meant(nearest),
                "desk cause 列出全部原因；desk cause new \(ShellWord.quoted(text)) 新建一个。",
            ]
        case .badFieldName(let text, let nearest):
            lines = [
                "没有字段“\(text)”。" + meant(nearest),
                "desk field 列出全部字段；desk field add \(ShellWord.quoted(text)) 新建一个。",
            ]
        case .badFieldKind(let text):
            lines = ["“\(text)”不行。", "--kind text、number 或 date；choice 需要每个值一个 --choice。"]
        case .noName: lines = ["缺少名称。"]
        case .nameOrQuery: lines = ["请只改名称或只改查询。"]
        case .badMoment(let text): lines = ["“\(text)”不是过去的时间。", "2026-03-01、2026-03-01T09:12、昨天、-7d、op:318"]
        case .asOfOnlyLooks: lines = ["--as-of 只用于查看过去，不能写入。", "请去掉它。"]
        case .undoWhich: lines = ["请只给出操作编号、--last 或 --query 之一。"]
        case .badView(let text): lines = ["没有视图“@\(text)”。"]
        case .nothingToChange: lines = ["请说明要改什么。"]
        case .outNeedsFolder: lines = ["--original 需要目标文件夹：--out DIR"]
        }
        return lines
    }

    private static func chinese(_ fault: QueryFault) -> [String] {
        chinese(fault.error, typed: fault.typed)
    }

    private static func chinese(_ error: QueryError, typed: String) -> [String] {
        switch error {
        case .unknownField(let name, let nearest, _):
            ["没有字段“\(name)”。" + meant(nearest)]
        case .unknownValue(_, let field, let nearest, _), .unknownName(_, let field, let nearest, _):
            ["\(field.rawValue) 没有“\(typed)”。" + meant(nearest)]
        case .unknownView(let name, let nearest, _): ["没有视图“@\(name)”。" + meant(nearest)]
        case .operatorNotAllowed(let sign, let field, _): ["\(field.rawValue) 不能用 \(sign) 比较。"]
        case .emptyValue(let field, _): ["\(field.rawValue) 缺少值。"]
        case .emptyPhrase: ["引号里没有内容。"]
        case .emptyGroup: ["括号里没有内容。"]
        case .emptyName: ["@ 后面缺少名称。"]
        case .badNumber(let text, let field, _): ["“\(text)”不是 \(field.rawValue) 可用的数字。"]
        case .badDate(let text, let field, _):
            ["“\(text)”不是 \(field.rawValue) 可用的日期。", "2026-03-01、2026-03、2026-W10、2026Q1、今天、上月、-7d"]
        case .badDuration(let text, let field, _): ["“\(text)”不是 \(field.rawValue) 可用的时长。", "3d、4h、2w、30m"]
        case .reversedRange: ["范围的终点在起点之前。"]
        case .tooManyValues(let field, _): ["\(field.rawValue) 用此符号时只能有一个值。"]
        case .unbalancedQuote: ["引号没有闭合。"]
        case .unclosedParenthesis: ["括号没有闭合。"]
        case .strayParenthesis: ["多余的右括号。"]
        case .strayOperator(let word, _): ["\(word) 两边都需要条件。"]
        case .strayNegation: ["否定后面缺少条件。"]
        case .missingField(let sign, _): ["\(sign) 前面缺少字段。"]
        case .missingSpace: ["引号后面缺少空格。"]
        case .misplaced(let field, _): ["\(field.rawValue): 不能放在这里。"]
        case .repeated(let field, _): ["\(field.rawValue): 在这里出现了两次。"]
        case .nothingToSearch: ["in: 需要要查找的词。"]
        case .noHistory(let field, _): ["\(field.rawValue) 没有历史记录。"]
        case .nestedTooDeep(let limit, _): ["括号嵌套超过 \(limit) 层。"]
        case .notSupported(let field, _): ["本工单库没有可以回答 \(field.rawValue) 这一用法的数据。"]
        case .businessTimeNotKnown: ["这里不能用工作时间查询。", "age 和 idle 可以：age:>2bd；日期也可以：created:>-2bd"]
        }
    }

    private static func meant(_ nearest: String?) -> String { nearest.map { "是否指“\($0)”？" } ?? "" }
}
