import Presentation

/// Puts the words of a command line into the order that ArgumentParser understands: global options stand behind
/// the verb, query words that begin with a dash (`-tag:spam`, `-"x y"`, `-(…)`) behind a `--`, and the value of an
/// option that begins with a dash is tied to it: `-m -foo` becomes `-m=-foo`, which the parser takes for any text.
struct Arguments: Sendable {
    /// What a verb takes beside options.
    enum Words: Equatable, Sendable {
        /// Nothing that begins with a dash; its arguments are left as they are.
        case plain
        /// A query. A dash and one unknown letter is no negation but a mistyped option, and left to be refused.
        case query
        /// Words that may begin with a dash, such as `-b` of `tag 1042 +a -b`.
        case dashed
    }

    /// A verb and its own options, written with their dashes: `--limit`, `-m`.
    struct Verb: Equatable, Sendable {
        let words: Words
        /// Options with a value.
        var options: Set<String> = []
        var flags: Set<String> = []
    }

    /// Options that stand before and after every verb.
    let globals: Verb
    /// Words that need a verb after them: `category` of `category add`.
    let nouns: Set<String>
    /// By their words: `ls`, `category add`. A noun that takes words itself stands here too. A verb that is missing here
    /// is `plain`.
    let verbs: [String: Verb]

    /// The arguments without the program's name, in their new order.
    func ordered(_ arguments: [String]) -> [String] {
        var rest = Self.namingForm(arguments)[...]
        var moved: [String] = []
        var path: [String] = []
        repeat {
            moved += takeGlobals(from: &rest)
            // `--help` and mistakes stay in front; the parser answers them.
            guard let word = rest.first, !Self.looksLikeOption(word) else { break }
            path.append(rest.removeFirst())
        } while nouns.contains(path.joined(by: " "))
        let verb = verbs[path.joined(by: " ")] ?? verbs[path.first ?? ""] ?? Verb(words: .plain)
        return path + (verb.words == .plain ? inserted(moved, in: rest, for: verb) : separated(rest, for: verb, moved))
    }

    /// `import --as articles` says what files hold, and not who imports them: both may be said.
    private static func namingForm(_ arguments: [String]) -> [String] {
        guard arguments.contains("import"), arguments.contains(where: { $0.hasPrefix("--as") }) else {
            return arguments
        }
        var named = arguments
        for place in named.indices {
            switch named[place] {
            case "--as=tickets", "--as=articles": named[place] = "--form=" + named[place].dropFirst("--as=".count)
            case "tickets" where place > 0 && named[place - 1] == "--as",
                "articles" where place > 0 && named[place - 1] == "--as":
                named[place - 1] = "--form"
            default: break
            }
        }
        return named
    }

    private func takeGlobals(from rest: inout ArraySlice<String>) -> [String] {
        var taken: [String] = []
        while let word = rest.first {
            if globals.options.contains(word) {
                taken += takeOption(from: &rest, of: globals)
            } else if isKnown(word, to: globals) || (Self.looksLikeOption(word) && areFlags(word.dropFirst(), globals))
            {
                taken.append(rest.removeFirst())
            } else {
                break
            }
        }
        return taken
    }

    /// The option that stands first, with its value. A known option in the place of the value means that the value
    /// was forgotten: the parser will say so.
    private func takeOption(from rest: inout ArraySlice<String>, of verb: Verb) -> [String] {
        let option = rest.removeFirst()
        guard let value = rest.first, value != "--", !isKnown(value, to: verb) else { return [option] }
        rest.removeFirst()
        return Self.looksLikeOption(value) ? [option + "=" + value] : [option, value]
    }

    /// The arguments in their order, with `moved` before a `--` of the user, else at the end.
    private func inserted(_ moved: [String], in rest: ArraySlice<String>, for verb: Verb) -> [String] {
        var rest = rest
        var arguments: [String] = []
        while let argument = rest.first, argument != "--" {
            arguments += takesValue(argument, verb) ? takeOption(from: &rest, of: verb) : [rest.removeFirst()]
        }
        return arguments + moved + rest
    }

    /// Options first, then `--`, then all words.
    private func separated(_ rest: ArraySlice<String>, for verb: Verb, _ moved: [String]) -> [String] {
        var rest = rest
        var options = moved
        var words: [String] = []
        while let argument = rest.first, argument != "--" {
            if takesValue(argument, verb) {
                options += takeOption(from: &rest, of: verb)
            } else if isOption(argument, verb) {
                options.append(rest.removeFirst())
            } else {
                words.append(rest.removeFirst())
            }
        }
        words += rest.dropFirst()
        return words.isEmpty ? options : options + ["--"] + words
    }

    private func takesValue(_ argument: String, _ verb: Verb) -> Bool {
        verb.options.contains(argument) || globals.options.contains(argument)
    }

    /// An option or flag as it is declared, also with `=value`.
    private func isKnown(_ argument: String, to verb: Verb) -> Bool {
        takesValue(argument, verb) || verb.flags.contains(argument) || globals.flags.contains(argument)
            || Self.optionName(argument).map { takesValue($0, verb) } == true
    }

    private func isOption(_ argument: String, _ verb: Verb) -> Bool {
        guard Self.looksLikeOption(argument) else { return false }
        if argument.hasPrefix("--") || isKnown(argument, to: verb) { return true }
        let letters = argument.dropFirst()
        let isMistyped = letters.count == 1 && letters.allSatisfy { $0.isASCII && $0.isLetter }
        return areFlags(letters, verb) || (isMistyped && verb.words == .query)
    }

    /// `-nq` is `-n -q`.
    private func areFlags(_ letters: Substring, _ verb: Verb) -> Bool {
        letters.allSatisfy { verb.flags.contains("-\($0)") || globals.flags.contains("-\($0)") }
    }

    /// A lone `-` means standard input.
    private static func looksLikeOption(_ word: String) -> Bool { word.hasPrefix("-") && word != "-" }

    /// The part of `--limit=5` before the sign.
    private static func optionName(_ word: String) -> String? {
        guard looksLikeOption(word), let sign = word.firstIndex(of: "=") else { return nil }
        return String(word[..<sign])
    }
}
