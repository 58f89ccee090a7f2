/// A word as a shell reads it back.
package enum ShellWord {
    /// The word as it is, where a shell leaves it so; else quoted.
    package static func plain(_ word: String) -> String {
        let isPlain = word.allSatisfy { !$0.isASCII || $0.isLetter || $0.isNumber || "_-./:@%+,=#".contains($0) }
        return isPlain && !word.isEmpty ? word : quoted(word)
    }

    package static func quoted(_ word: String) -> String { "'" + word.replacing("'", with: "'\\''") + "'" }
}
