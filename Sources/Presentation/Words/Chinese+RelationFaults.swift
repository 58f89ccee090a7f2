import Workflow

extension Words.Errors {
    static func chinese(_ fault: RelationFault) -> [String] {
        switch fault {
        case .mergeIntoItself(let ticket): ["#\(ticket.rawValue) 不能合并到自身。"]
        case .mergedAlready(let ticket, let into):
            ["#\(ticket.rawValue) 已合并到 #\(into.rawValue)。", "可用 desk unmerge \(ticket.rawValue) 取消合并。"]
        case .mergeTargetIsMerged(let ticket, let into):
            ["#\(ticket.rawValue) 本身已合并到 #\(into.rawValue)。", "请合并到后者：--into \(into.rawValue)"]
        case .otherCustomer(let ticket, let customer, let mergeTarget, let other):
            [
                "#\(ticket.rawValue) 的客户是 \(customer)，#\(mergeTarget.rawValue) 的客户是 \(other)：合并后会在一处答复。",
                "--force 可强制合并，需要 merge-customers 权限。",
            ]
        case .notMerged(let ticket): ["#\(ticket.rawValue) 没有合并到其他工单。"]
        case .isMerged(let ticket, let into):
            ["#\(ticket.rawValue) 已合并，属于 #\(into.rawValue)。", "可先用 desk unmerge \(ticket.rawValue) 取消合并。"]
        case .linkToItself(let ticket): ["#\(ticket.rawValue) 不能与自身关联。"]
        case .linkedOppositely(let a, let kind, let b):
            [
                "已有 #\(a.rawValue) \(kind.name) #\(b.rawValue)，两个方向相互矛盾。",
                "desk unlink \(a.rawValue) \(kind.name) \(b.rawValue)",
            ]
        case .parentCycle(let parent, let child):
            ["#\(child.rawValue) 已在 #\(parent.rawValue) 之上，不能又在其下。"]
        case .hasParent(let child, let parent):
            [
                "#\(child.rawValue) 已有父工单 #\(parent.rawValue)。",
                "desk unlink \(parent.rawValue) parent \(child.rawValue)",
            ]
        case .notLinked(let a, let b):
            ["#\(a.rawValue) 与 #\(b.rawValue) 没有这样的关联。"]
        case .openChildren(let ticket, let children):
            [
                "#\(ticket.rawValue) 下还有未解决的工单：" + children.map { "#\($0.rawValue)" }.joined(by: "、"),
                "没有改动；加 --yes 仍可执行。",
            ]
        default: chinesePart(fault)
        }
    }

    private static func chinesePart(_ fault: RelationFault) -> [String] {
        switch fault {
        case .noMessage(let ticket, let sequence):
            ["#\(ticket.rawValue) 没有消息 m\(sequence)。"]
        case .messageMoved(let ticket, let sequence, let to, let place):
            ["\(ticket.rawValue).m\(sequence) 已移走：现为 \(to.rawValue).m\(place)。"]
        case .descriptionStays(let ticket, let sequence):
            ["\(ticket.rawValue).m\(sequence) 是 #\(ticket.rawValue) 的问题描述，不能移走。", "要整张移走请用 desk merge。"]
        case .messageStays(let ticket, let sequence):
            ["\(ticket.rawValue).m\(sequence) 本来就在 #\(ticket.rawValue)。"]
        case .noAttachment(let ticket, let name):
            ["#\(ticket.rawValue) 没有附件“\(name)”。", "desk attach list \(ticket.rawValue)"]
        case .attachmentMissing(let ticket, let name):
            ["#\(ticket.rawValue) 的附件“\(name)”没有随导出文件一起来，此处没有内容。"]
        case .tooLarge(let name, let bytes, let limit):
            ["\(name) 有 \(bytes) 字节，附件最大 \(limit) 字节。", "请放到文件共享处，并把位置写进备注。"]
        case .noProblem(let id):
            ["没有问题 \(Problem.label(of: id))。", "desk problem list"]
        case .problemResolved(let id): ["\(Problem.label(of: id)) 已经解决。"]
        case .notInTrash(let ticket):
            ["#\(ticket.rawValue) 不在回收站中，只有回收站中的工单才能彻底删除。", "请先用 desk rm \(ticket.rawValue)。"]
        case .purged(let ticket): ["#\(ticket.rawValue) 已彻底删除，无法撤销。", "没有留下任何内容。"]
        default: ["\(fault)"]
        }
    }
}
