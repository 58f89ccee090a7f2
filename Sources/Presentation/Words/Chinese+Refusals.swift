import Storage
import Workflow

extension Words.Errors {
    static func chinese(_ refusal: Refusal) -> [String] {
        switch refusal {
        case .noEnvironment:
            ["系统没有提供命令的参数或环境变量。", "没有做任何事。"]
        case .noText: ["工单需要标题。", "desk new \"标题\" -m \"详细描述\""]
        case .noDesk(let path):
            ["这里没有工单库。", "已找过本目录及上级目录的 .desk/desk.sqlite，以及 \(path)。", "请先创建：desk init"]
        case .deskOfOthers(let path):
            ["\(path) 处的工单库属于别人。", "如果确实要用它，请指明：--db \(ShellWord.quoted(path))"]
        case .noEditor: ["没有终端，也没有设置编辑器。", "请用 -m 或 -F，或设置 EDITOR。"]
        case .editorFailed(let status):
            ["编辑器以 \(status) 退出，没有提交。"]
        case .noDraft(let name):
            ["没有草稿“\(name)”。", "desk draft 列出所有草稿。"]
        case .draftsNotPrivate(let folder):
            ["\(folder) 不是只属于你的目录。", "不会在那里保存或读取草稿。"]
        case .draftOfNothing(let path):
            ["不知道这段文字原用于哪条命令。", "内容在 \(path)。"]
        case .formConflict(let ticket, let conflicts):
            ["编写期间有人改动了 #\(ticket.rawValue) 的相同内容："]
                + conflicts.map { Words.Drafts.chinese.conflict($0.field, $0.before, $0.mine, $0.now) }
        case .cancelled: ["已取消，没有写入任何内容。"]
        case .noOriginal(let number): ["#\(number.rawValue) 不是从本库的文件导入的。"]
        case .fileExists(let path):
            ["\(path) 已存在，内容不同。", "没有改动它，请用 --out 指定别的文件夹。"]
        case .differs(let count): ["有 \(count) 个文件不能原样导出。"]
        case .partlyDone(let failed, let all):
            ["\(all) 个文件中有 \(failed) 个无法读取，其余已完成。"]
        case .notUnderstood(let count, let all):
            all == 1 ? ["未能读懂该文件，没有保存其中任何内容。"] : ["\(all) 个文件中有 \(count) 个未能读懂，其余已完成。"]
        case .draftNeedsYes(let name, let command):
            [
                "未发送：草稿 \(name) 是为 desk \(SafeText.line(command)) 写的，可能只写了一半。",
                "先用 desk draft show \(name) 查看，再执行：desk draft resume \(name) --yes",
            ]
        case .needsYes(let count):
            ["将改动 \(count) 张工单。", "请加 --yes，或先用 --dry-run 查看。"]
        case .diagnosisStopped(let label): ["已中止。目前的结果保存为 \(label)。"]
        case .needsConsent: ["没有人同意诊断。", "--yes 表示客户已同意；会记录下来。"]
        case .emptyText: ["消息需要内容：-m、-F 或 -e。"]
        case .partlyChanged(let refused, let changed):
            ["改动 \(changed) 张工单，拒绝 \(refused) 张。"]
        case .partlyRead(let bad, let answered):
            ["有 \(bad) 行无法读取，已回答 \(answered) 行。"]
        case .versionChanged(let conflict):
            Words.Past.chinese(conflict)
        case .needsNumber(let number):
            ["此操作无法撤销，又没有人可以输入工单号确认。", "请加 --yes --number \(number)。"]
        case .unhealthy(let problems): ["发现 \(problems) 类问题。"]
        }
    }
}
