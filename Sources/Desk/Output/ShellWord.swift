/// A word as a shell reads it back.
enum ShellWord {
    static func quoted(_ word: String) -> String { "'" + word.replacing("'", with: "'\\''") + "'" }
}
