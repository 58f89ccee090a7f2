import Presentation

/// What a shell may put in the place of the word that somebody types, and what it can show beside it.
struct Offer: Equatable {
    var word: String
    var about = ""

    /// One offer as the shell reads it: zsh and fish show what stands behind the word.
    fileprivate func line(for shell: RequestingShell) -> String {
        switch shell {
        case .zsh where !about.isEmpty: Self.escaped(word) + ":" + about
        case .zsh: Self.escaped(word)
        case .fish where !about.isEmpty: word + "\t" + about
        case .fish, .other: word
        case .bash(let quote): BashWord.quoted(word, in: quote)
        }
    }

    // A colon ends the word for zsh, and a backslash says that it does not.
    private static func escaped(_ word: String) -> String {
        word.replacing("\\", with: "\\\\").replacing(":", with: "\\:")
    }
}

/// The shell that asks.
enum RequestingShell: Equatable {
    case zsh, fish, other
    /// With the quote that somebody opened before the word, if they did.
    case bash(quote: Character?)
}

extension [Offer] {
    /// Only what goes on from what is typed already. A name that a terminal cannot show as it is, such as one with a line end,
    /// is no word that a shell could put in place.
    func starting(with typed: String) -> [Offer] {
        filter { $0.word.hasPrefix(typed) && TerminalText.line($0.word) == $0.word }
    }

    func lines(for shell: RequestingShell) -> [String] {
        guard case .bash = shell, count > 1 else { return map { $0.line(for: shell) } }
        // Several: bash goes on only as far as they agree, and shows no more than the words, so the titles stand in them. It may
        // be told to put in one after the other, so a title is nothing that a shell reads either.
        return map { $0.line(for: shell) + ($0.about.isEmpty ? "" : "  " + BashWord.harmless($0.about)) }
    }
}

/// Words as they stand in a line of bash, which expands what is not quoted when the line is run.
enum BashWord {
    /// The word such that bash reads it back, behind an open quote or none.
    static func quoted(_ word: String, in quote: Character? = nil) -> String {
        switch quote {
        case "'": word.replacing("'", with: "'\\''")
        case "\"": String(word.flatMap { "$`\"\\!".contains($0) ? ["\\", $0] : [$0] })
        default: String(word.flatMap { isPlain($0) ? [$0] : ["\\", $0] })
        }
    }

    /// A text to be read, with nothing in it that means something to a shell.
    static func harmless(_ text: String) -> String { String(text.map { isPlain($0) || $0 == " " ? $0 : " " }) }

    /// What was typed, and the quote that is open before it.
    static func read(_ typed: String) -> (word: String, quote: Character?) {
        let quote = typed.first.flatMap { "'\"".contains($0) ? $0 : nil }
        let text = quote == nil ? typed[...] : typed.dropFirst()
        if quote == "'" { return (String(text), quote) }
        var (word, isEscaped) = ("", false)
        for character in text {
            isEscaped = character == "\\" && !isEscaped
            if !isEscaped { word.append(character) }
        }
        return (word, quote)
    }

    private static func isPlain(_ character: Character) -> Bool {
        !character.isASCII || character.isLetter || character.isNumber || "_-./:@%+,=".contains(character)
    }
}
