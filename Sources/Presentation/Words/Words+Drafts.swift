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
        /// Above the form of a ticket.
        package let form: @Sendable (_ ticket: Int64) -> String
        /// In the form, above a value that two people changed.
        package let formConflict: @Sendable (_ before: String, _ now: String) -> String
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
        form: { "# 工单 #\($0)。以 # 开头的行不算。标签用逗号分开。" },
        formConflict: { "# 原为：\($0)\n# 他人改为：\($1)" })
}
