import ArgumentParser
import Glibc
import Workflow

/// The text that a shell loads to complete our commands: the argument parser's, made safe for what the desk offers.
///
/// Names come out of imported files, and a shell that expands a name runs what stands in it. So they must reach the shell as
/// data: zsh and fish take lines as they are, bash needs a way other than `compgen -W`.
enum CompletionScript {
    static func text(for shell: CompletionShell) -> String {
        let script = Desk.completionScript(for: shell)
        return shell == .bash ? safeForBash(script) : script
    }

    /// Whether a script asks, and not a person.
    static func isRequest(_ arguments: [String]) -> Bool { arguments.first == "---completion" }

    /// Answers with the lines as they are: a shell counts them, so not one may be trimmed as if it were help for people. Where
    /// the desk cannot tell, nothing is offered.
    static func answer(_ arguments: [String]) -> Never {
        do {
            _ = try Desk.parseAsRoot(arguments)
        } catch {
            guard Desk.exitCode(for: error) == .success else { exit(ErrorKind.usage.exitCode) }
            let text = Desk.fullMessage(for: error) + "\n"
            // Nobody reads it any more, or nothing can be said about it.
            try? Output.send(Array(text.utf8)[...], to: STDOUT_FILENO)
        }
        exit(0)
    }

    private static func safeForBash(_ script: String) -> String {
        // Where no word of ours fits, bash shall complete names of files: "desk import dem".
        script.replacing("complete -o filenames -F", with: "complete -o filenames -o default -F")
            .replacing(#"__desk_add_completions -W "$(__desk_custom_complete "#, with: "__desk_offer ")
            .replacing(
                #""$(__desk_cursor_index_in_current_word)")""#, with: #""$(__desk_cursor_index_in_current_word)""#
            )
            .replacing("__desk_custom_complete() {", with: offering + "__desk_custom_complete() {")
    }

    private static let offering = """
        # What the desk offers is read as lines, already quoted for the command line. "compgen -W" would expand it here, and the
        # quoting of file names would leave a "$" to be expanded when the line is run.
        __desk_offer() {
            local -a offered
            mapfile -t offered < <(__desk_custom_complete "${@}")
            COMPREPLY+=("${offered[@]}")
            compopt +o filenames 2>/dev/null
        }

        """
}
