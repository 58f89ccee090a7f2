extension Words {
    /// Texts that the desk does not have yet, and forms.
    package struct Drafts: Sendable {
        package let draft: String
        package let characters: String
        package let reason: String
        package let desk: String
        /// Where the reason would stand, of a command that has not ended or was killed.
        package let notFinished: String
        /// Below an error: the text is kept. Where nobody can look at it first, resuming it takes a yes.
        package let kept: @Sendable (_ draft: String, _ canAsk: Bool) -> String
        /// There was nowhere to keep it: it is printed.
        package let unsaved: String
        /// The text is on the desk, though the command failed after that.
        package let stored: @Sendable (_ operation: Int64) -> String
        package let discarded: @Sendable (_ draft: String, _ isDryRun: Bool) -> String
        /// What happened to a ticket while somebody wrote.
        package let meanwhile: @Sendable (_ ticket: Int64) -> String
        /// A value that two people changed: what it was, what this one made of it, what the other did.
        package let conflict: @Sendable (_ field: String, _ before: String, _ mine: String, _ now: String) -> String
        /// Who is going to read a text: the customer's name where one is known, and the ticket or tickets.
        package let destiny: @Sendable (Destiny, _ customer: String?, _ subject: String) -> String
        package let lastSaid: @Sendable (_ speaker: String, _ time: String, _ text: String) -> String
        package let destinyHint: String
        /// Above the form of a ticket.
        package let form: @Sendable (_ ticket: Int64) -> String
        /// In the form, above a value that two people changed.
        package let formConflict: @Sendable (_ before: String, _ now: String) -> String

        /// What a text is.
        package enum Destiny: Sendable {
            case reply, note, heard
        }
    }
}

extension Words.Drafts {
    package static let english = Words.Drafts(
        draft: "DRAFT", characters: "CHARS", reason: "FAILED", desk: "DESK", notFinished: "not finished",
        kept: { "text kept: desk draft resume \($0)\($1 ? "" : " --yes")" },
        unsaved: "The text could not be kept anywhere. Here it is:",
        stored: { "The text is stored, as operation \($0)." },
        discarded: { "\($0) is gone" + ($1 ? " (dry run, nothing written)" : "") },
        meanwhile: { "#\($0) was changed while you wrote:" },
        conflict: { "  \($0): it was \($1), you made it \($2), now it is \($3)" },
        destiny: { destiny, customer, subject in
            switch destiny {
            case .reply: "PUBLIC reply to \(customer ?? "the customer") · \(subject)"
            case .note: "INTERNAL note, which only agents see · \(subject)"
            case .heard: "PUBLIC, said by \(customer ?? "the customer") · \(subject)"
            }
        },
        lastSaid: { "last said: \($0) \($1) “\($2)”" },
        destinyHint: "These lines are left out. An empty text cancels.",
        form: { "# Ticket #\($0). Lines that begin with # are left out. Tags are separated by commas." },
        formConflict: { "# it was: \($0)\n# somebody made it: \($1)" })

    static let chinese = Words.Drafts(
        draft: "草稿", characters: "字数", reason: "失败原因", desk: "工单库", notFinished: "没有完成",
        kept: { "文字已保留：desk draft resume \($0)\($1 ? "" : " --yes")" },
        unsaved: "文字无处保存，内容如下：",
        stored: { "文字已保存为操作 \($0)。" },
        discarded: { "\($0) 已删除" + ($1 ? "（试运行，未写入）" : "") },
        meanwhile: { "编写期间 #\($0) 有改动：" },
        conflict: { "  \($0)：原为 \($1)，你改为 \($2)，现为 \($3)" },
        destiny: { destiny, customer, subject in
            switch destiny {
            case .reply: "公开回复 \(customer ?? "客户") · \(subject)"
            case .note: "内部备注，只有客服可见 · \(subject)"
            case .heard: "公开，\(customer ?? "客户")所说 · \(subject)"
            }
        },
        lastSaid: { "上一条：\($0) \($1)“\($2)”" },
        destinyHint: "这几行不算正文。留空则取消。",
        form: { "# 工单 #\($0)。以 # 开头的行不算。标签用逗号分开。" },
        formConflict: { "# 原为：\($0)\n# 他人改为：\($1)" })
}
