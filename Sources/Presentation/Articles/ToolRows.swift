import Storage
import Workflow

/// The list of tools.
package enum ToolRows {
    /// - Parameter asking: tools whose article asks its reader.
    package static func list(_ tools: [Tool], asking: Set<Int64>, _ words: Words) -> Rows {
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
                    RowEntry(.text(tool.name)), RowEntry(.text(tool.kind.name)),
                    RowEntry(.text(command(of: tool, asks: asking.contains(tool.id)))),
                    RowEntry(.list(tool.phrases)),
                ]
            })
    }

    /// What somebody types, or opens, who wants it.
    /// - Parameter object: what it is to be done with, where somebody said it.
    package static func command(of tool: Tool, _ object: String? = nil, asks: Bool = false) -> String {
        let target = tool.target ?? ""
        return switch tool.kind {
        case .site: "desk diagnose \(object.map(ShellWord.quoted) ?? "URL")"
        case .domain: "desk domain move \(object.map(ShellWord.quoted) ?? "NAME")"
        case .person: "desk ask \(ShellWord.quoted(tool.name)) -p 重要"
        case .article: asks ? "desk diagnose \(target)" : "desk kb show \(target)"
        case .url: target
        case .entry: "desk new TITLE -c \(ShellWord.quoted(target))"
        }
    }
}
