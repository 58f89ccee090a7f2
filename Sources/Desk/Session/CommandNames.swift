import ArgumentParser
import Workflow

extension Arguments {
    /// Looks at the words that name a command, because the parser would only call a mistyped one unexpected.
    /// - Throws: `UsageError.unknownCommand` with those there are.
    static func requireCommand(
        _ arguments: [String], below root: any ParsableCommand.Type, isHelp: Bool = false
    ) throws(UsageError) {
        let commands = root.configuration.allSubcommands
        guard let word = arguments.first, !word.hasPrefix("-"), !commands.isEmpty else { return }
        if word == "help" { return try requireCommand(Array(arguments.dropFirst()), below: root, isHelp: true) }
        if let command = commands.first(where: { $0._commandName == word }) {
            return try requireCommand(Array(arguments.dropFirst()), below: command)
        }
        // A list takes no words unless its own name is said: a mistyped verb would be one.
        if let usual = root.configuration.defaultSubcommand, usual._commandName != "list" { return }
        let names = commands.map { $0._commandName } + (isHelp ? HelpTopic.names : [])
        throw .unknownCommand(word, nearest: Nearest(to: folded(word)).among(names), among: names)
    }
}
