import Glibc
import Presentation

/// Shows a long text a screen at a time.
struct Pager: Equatable, Sendable {
    /// Run by the shell, so that it may have options.
    let command: String

    init(command: String) { self.command = command }

    /// The pager of this person; nil when it is not wanted (`--no-pager`, an empty variable, `cat`) or nobody is there.
    init?(isWanted: Bool, terminal: Terminal, environment: EnvironmentVariables) {
        let command = environment["DESK_PAGER"] ?? environment["PAGER"] ?? "less -FRX"
        guard isWanted, terminal.isTerminal, environment["TERM"] != "dumb", !command.isEmpty, command != "cat" else {
            return nil
        }
        self.command = command
    }

    /// Whether a text needs more lines than the screen has; one line stays free for the prompt.
    static func isLongerThanScreen(_ text: String, terminal: Terminal) -> Bool {
        var room = terminal.rows - 1
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            // A line of fewer bytes than columns cannot wrap.
            let width = line.utf8.count <= terminal.columns ? 1 : DisplayWidth.of(Style.removed(from: String(line)))
            room -= max(1, (width + terminal.columns - 1) / max(1, terminal.columns))
            if room < 0 { return true }
        }
        return false
    }

    /// Shows the text and waits until the person has left. Leaving early is no fault; a pager that cannot be
    /// started gives way to plain output.
    func show(_ text: [UInt8], environment: EnvironmentVariables) throws(OutputError) {
        guard let child = PagerProcess(command: command, environment: environment) else {
            return try Output.send(text[...], to: STDOUT_FILENO)
        }
        let status = ShellProcess.withoutInterrupts {
            // A pager that was left closes the pipe.
            try? Output.send(text[...], to: child.input)
            return child.wait()
        }
        if status == ShellProcess.commandNotFound { try Output.send(text[...], to: STDOUT_FILENO) }
    }
}
