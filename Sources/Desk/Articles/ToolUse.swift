import App
import Presentation
import Storage
import Workflow

/// What a phrase of a tool leads to.
struct ToolUse {
    let tool: Tool
    /// As it was typed; nil where nobody said.
    let priority: String?

    /// - Parameter conversation: what was said so far.
    func run(_ typed: String, _ conversation: String?, _ session: Session) throws {
        guard tool.kind == .person else {
            return try session.print(session.words.articles.toolLeads(tool, ToolRows.command(of: tool)))
        }
        let store = try session.openForWriting()
        let word = try askedPriority(session)
        let (priority, text) = try store.read { try PriorityName.read(word, in: $0) }
        var ticket = NewTicket(title: conversation?.firstLine.trimmed.nilWhenEmpty ?? typed, channel: "ask")
        ticket.description = conversation ?? typed
        (ticket.priority, ticket.priorityText) = (priority, text)
        let (written, consequences) = try session.workspace.file(ticket, in: store)
        try session.filed(
            written.operation.map { _ in written.ticket }, session.words.articles.handedOver(written.ticket, word),
            written.operation)
        try session.tell(consequences)
    }

    /// - Throws: `ToolError.noPriority` where nobody says and nobody can be asked.
    private func askedPriority(_ session: Session) throws -> String {
        if let priority { return priority }
        guard session.canAsk else { throw ToolError.noPriority }
        try session.writeError(session.words.articles.askPriority)
        guard let answer = session.answer()?.trimmed.nilWhenEmpty else { throw Refusal.cancelled }
        return answer
    }
}
