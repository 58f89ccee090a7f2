import Presentation

/// The person's own editor.
struct Editor {
    let command: String
    private let environment: EnvironmentVariables

    /// - Throws: `Refusal.noEditor` when none is named and nobody sits at a terminal to use the usual one.
    init(environment: EnvironmentVariables, isTerminal: Bool) throws(Refusal) {
        let named = [environment["VISUAL"], environment["EDITOR"]].compactMap { $0 }.first { !$0.isEmpty }
        guard let command = named ?? (isTerminal ? "vi" : nil) else { throw .noEditor }
        self.command = command
        self.environment = environment
    }

    /// Opens a file and waits for the editor's end.
    /// - Returns: its exit code.
    func open(_ path: String) -> Int32 {
        ShellProcess.withoutInterrupts {
            ShellProcess("\(command) \"$1\"", [path], environment: environment)?.wait() ?? ShellProcess.commandNotFound
        }
    }
}
