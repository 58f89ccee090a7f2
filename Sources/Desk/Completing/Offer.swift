/// What a shell may put in the place of the word that somebody types, and what it can show beside it.
struct Offer: Equatable {
    var word: String
    var about = ""

    /// One offer as the shell reads it: zsh and fish show what stands behind the word.
    func line(for shell: RequestingShell) -> String {
        switch shell {
        case .zsh where !about.isEmpty:
            Self.escaped(word) + ":" + about
        case .zsh: Self.escaped(word)
        case .fish where !about.isEmpty: word + "\t" + about
        case .fish, .other: word
        }
    }

    // A colon ends the word for zsh.
    private static func escaped(_ word: String) -> String {
        String(word.flatMap { $0 == ":" ? ["\\", ":"] : [$0] })
    }
}

/// The shell that asks. Bash shows no more than the words themselves, so in a list of several the titles stand in them.
enum RequestingShell {
    case zsh, fish, other
}

extension [Offer] {
    /// Only what goes on from what is typed already.
    func starting(with typed: String) -> [Offer] { filter { $0.word.hasPrefix(typed) } }

    func lines(for shell: RequestingShell) -> [String] {
        guard shell == .other, count > 1 else { return map { $0.line(for: shell) } }
        // Several: bash goes on only as far as they agree, and the person reads the rest.
        return map { $0.about.isEmpty ? $0.word : "\($0.word)  \($0.about)" }
    }
}
