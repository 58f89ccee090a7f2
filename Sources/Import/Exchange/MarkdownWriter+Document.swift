import Workflow

extension MarkdownWriter {
    /// A whole file of tickets, numbered from 1.
    package static func document(_ drafts: [TicketDraft]) -> String {
        var text = header(title: "工单导出", count: drafts.count)
        for (index, draft) in drafts.enumerated() { text += ticket(draft, ordinal: index + 1) }
        return text
    }
}
