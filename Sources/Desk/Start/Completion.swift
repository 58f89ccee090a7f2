import ArgumentParser

/// `desk completion SHELL`
struct Completion: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completion", abstract: "Print a completion script for a shell.")

    enum Shell: String, CaseIterable, ExpressibleByArgument {
        case bash, zsh, fish
    }

    @Argument(help: "bash, zsh or fish.")
    var shell: Shell

    func run() throws {
        let parsers: [Shell: CompletionShell] = [.bash: .bash, .zsh: .zsh, .fish: .fish]
        guard let parser = parsers[shell] else { return }
        var output = Output()
        try output.write(CompletionScript.text(for: parser) + "\n")
        try output.flush()
    }
}
