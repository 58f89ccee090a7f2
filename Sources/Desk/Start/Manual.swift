import ArgumentParser
import Presentation
import Workflow

/// `desk manual`: the manual page, made from the help of every command, so that it is never behind them.
struct Manual: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Print the manual page in the form that man reads.")

    func run() throws {
        var output = Output()
        try output.write(Self.page)
        try output.flush()
    }

    static var page: String {
        var page = """
            .TH DESK 1 "" "Litedesk \(Desk.version)" "User Commands"
            .SH NAME
            desk \\- a ticket desk in one file
            .SH SYNOPSIS
            .B desk
            .I command
            [\\fIoptions\\fR] [\\fIarguments\\fR]
            .SH DESCRIPTION
            \(escaped(Desk.configuration.discussion))

            """
        // What people look up first; each command follows.
        for topic in HelpPage.allCases { page += section(topic.rawValue, topic.text(.english)) }
        for command in commands(below: Desk.self) {
            page += section(command.name, HelpText(command.help).own)
        }
        if let everywhere = HelpText(Desk.helpMessage(for: List.self, columns: 80)).everywhere {
            page += section("options of every command", everywhere)
        }
        return page + surroundings
    }

    private static func section(_ name: String, _ text: String) -> String {
        ".SH \(name.uppercased())\n.nf\n\(escaped(text.withoutTrailingSpace))\n.fi\n"
    }

    private static func commands(below root: any ParsableCommand.Type) -> [(name: String, help: String)] {
        root.configuration.allSubcommands.flatMap { command -> [(name: String, help: String)] in
            let name = "\(root._commandName) \(command._commandName)"
            let help = Desk.helpMessage(for: command, columns: 80)
            return [(name, help)] + commands(below: command).map { ("desk \($0.name)", $0.help) }
        }
    }

    private static func escaped(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let line = line.replacing("\\", with: "\\e").replacing("-", with: "\\-")
            return line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : String(line)
        }.joined(by: "\n")
    }

    private static let surroundings = """
        .SH ENVIRONMENT
        DESK_DB the desk's file; DESK_USER who you are; DESK_PAGER, PAGER; VISUAL, EDITOR; NO_COLOR; LC_ALL, LC_MESSAGES, LANG \
        the language; TZ the time zone of a new desk.

        """
}

extension CommandConfiguration {
    /// Subcommands with those in groups, in the order of the help.
    var allSubcommands: [any ParsableCommand.Type] {
        let grouped = groupedSubcommands.flatMap(\.subcommands)
        return grouped + ungroupedSubcommands
    }
}
