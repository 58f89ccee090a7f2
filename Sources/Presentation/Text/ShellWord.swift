/// A word as a shell reads it back.
package enum ShellWord {
    package static func quoted(_ word: String) -> String { "'" + word.replacing("'", with: "'\\''") + "'" }
}
