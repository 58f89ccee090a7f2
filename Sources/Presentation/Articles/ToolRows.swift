import Storage
import Workflow

/// The list of tools.
package enum ToolRows {
    package static func list(_ tools: [Tool], _ words: Words) -> Rows {
        Rows(
            .tools,
            fields: [
                RowField("name", .text, column: Column(heading: words.headings.name)),
                RowField("kind", .text, column: Column(heading: words.headings.kind)),
                RowField("command", .text, column: Column(heading: words.headings.command)),
                RowField(
                    "phrases", .list, column: Column(heading: words.articles.phrases, flexibility: .rest(minimum: 20))),
            ],
            entries: tools.map { tool in
                [
                    RowEntry(.text(tool.name)), RowEntry(.text(tool.kind.name)), RowEntry(.text(command(of: tool))),
                    RowEntry(.list(tool.phrases)),
                ]
            })
    }

    /// What somebody types, or opens, who wants it.
    package static func command(of tool: Tool) -> String {
        let target = tool.target ?? ""
        return switch tool.kind {
        case .site: "desk diagnose URL"
        case .domain: "desk domain move NAME"
        case .person: "desk ask \(ShellWord.quoted(tool.name)) -p 重要"
        case .article: "desk kb show \(target)"
        case .url: target
        case .entry: "desk new TITLE -c \(ShellWord.quoted(target))"
        }
    }
}
