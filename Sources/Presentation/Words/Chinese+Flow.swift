import Workflow

extension Words.Flow {
    static let chinese = Words.Flow(
        answer: { chinese($0) },
        ask: { "\($0.joined(by: "、")) · 返回、退出：" },
        end: "结论：",
        open: "未能判断：没有人知道答案。",
        category: { "分类：\($0)" },
        again: { "继续：\($0)" },
        title: { "\($0)：\($1)" },
        error: { error in
            switch error {
            case .unknownAnswer(let word): ["“\(word)”不是答案。"]
            case .notAsked(let answer, let among):
                ["这里不问“\(chinese(answer))”。", "可答：\(among.map { chinese($0) }.joined(by: "、"))。"]
            case .isOver(let answer): ["已经没有问题：“\(chinese(answer))”是多余的。"]
            case .inLine(let line, let word, let fault): ["第 \(line) 行：" + chinese(fault, word)]
            case .noFlow(let number): ["\(number) 没有提问，不能逐步执行。", "desk kb show \(number) 显示全文。"]
            case .faulty(let faults, let path):
                [path.map { "\($0)：不能逐步执行。" } ?? "不能逐步执行。"]
                    + faults.map { "第 \($0.line) 行：\(chinese($0.code))。" }
            case .waits(let step, let among):
                [
                    "“\(step)”等待回答：\(among.map { chinese($0) }.joined(by: "、"))。",
                    "请写入 --answers 的文件，每行一个。",
                ]
            }
        })

    private static func chinese(_ code: FlowFault.Code) -> String {
        switch code {
        case .missingStep: "答案指向的标题不存在"
        case .missingAnswer: "问题只有是和否中的一个"
        case .doubleAnswer: "同一个答案出现两次"
        case .loop: "答案又回到前面的步骤"
        case .unreachable: "没有答案通向这一步"
        case .noStart: "每一步都在另一步之后：没有第一步"
        case .noEnd: "没有任何一步是终点"
        }
    }

    private static func chinese(_ answer: Workflow.Flow.Answer) -> String {
        switch answer {
        case .yes: "是"
        case .no: "否"
        case .next: "下一步"
        case .unsure: "不知道"
        }
    }

    private static func chinese(_ fault: FlowError.Fault, _ word: String) -> String {
        switch fault {
        case .unknown: "“\(word)”不是答案。"
        case .notAsked(let among): "那里不问“\(word)”；可答：\(among.map { chinese($0) }.joined(by: "、"))。"
        case .isOver: "“\(word)”是多余的：流程在此之前已经结束。"
        }
    }
}
