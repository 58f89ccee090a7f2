/// What a person types and what they see, as a text file:
///
///     # A comment.
///     $ desk show 7
///     #7  …
///     [6]
///
/// A command begins with `$ `, its further lines with `> `. Its exact output follows, then `[no newline]` when that does
/// not end with one, and the exit code when it is not 0. One blank line before the next command or comment is layout. A
/// line of output that would read as something else has a backslash in front of it. What was wiped from the screen, such as
/// a progress bar, is left out; other control characters are pictures (␛).
struct Transcript: Equatable {
    /// One command and what came of it.
    struct Step: Equatable {
        /// Where the command stands in the file, from 1.
        var line: Int
        /// The comments and blank lines above the command, as they stand.
        var lead: [String]
        var command: String
        var outcome: Outcome
        var isFollowedByBlank: Bool
    }

    /// What came of a command.
    struct Outcome: Equatable {
        var output: String
        var mark: Mark
    }

    /// How a command ended.
    enum Mark: Equatable {
        case exit(Int32)
        case signal(Int32)
        case timeout
    }

    var steps: [Step]
    /// Comments after the last command.
    var closing: [String] = []
}

/// A line of a transcript that makes no sense where it is.
struct TranscriptError: Error, Equatable, CustomStringConvertible {
    let line: Int
    let reason: String

    var description: String { "line \(line): \(reason)" }
}

/// The kinds of lines that are not output.
enum TranscriptLine {
    static let noNewline = "[no newline]"

    static func isCommand(_ line: String) -> Bool { line.hasPrefix("$ ") }
    static func isContinuation(_ line: String) -> Bool { line == ">" || line.hasPrefix("> ") }
    static func isComment(_ line: String) -> Bool { line == "#" || line.hasPrefix("# ") }

    /// The mark that `[6]`, `[signal 9]` or `[timeout]` stands for.
    static func mark(_ line: String) -> Transcript.Mark? {
        guard line.hasPrefix("["), line.hasSuffix("]") else { return nil }
        let inside = line.dropFirst().dropLast()
        if inside == "timeout" { return .timeout }
        if inside.hasPrefix("signal ") { return Int32(inside.dropFirst(7)).map { .signal($0) } }
        return Int32(inside).map { .exit($0) }
    }

    static func text(of mark: Transcript.Mark) -> String? {
        switch mark {
        case .exit(0): nil
        case .exit(let code): "[\(code)]"
        case .signal(let number): "[signal \(number)]"
        case .timeout: "[timeout]"
        }
    }

    /// Output as it stands in the file.
    static func escaped(_ line: String, isFirst: Bool) -> String {
        let isMistakable =
            isCommand(line) || isComment(line) || mark(line) != nil || line == noNewline || line.hasPrefix("\\")
            || isFirst && isContinuation(line)
        return isMistakable ? "\\" + line : line
    }

    static func unescaped(_ line: String) -> String { line.hasPrefix("\\") ? String(line.dropFirst()) : line }
}
