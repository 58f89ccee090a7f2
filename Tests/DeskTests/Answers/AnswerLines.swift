import Foundation
import Testing

/// What `Documents/commands.txt` says: how the small desk is made, and every command with the document it answers with.
struct AnswerLines {
    /// A command and what its answer is.
    struct Line: Sendable, CustomTestStringConvertible {
        let document: String
        /// What is done before it, in the same shell.
        let before: String
        /// Without `desk`.
        let words: String

        var isRefused: Bool { document == "refused" }
        var testDescription: String { "\(before) desk \(words)" }

        /// The shell script that runs it.
        func script(format: String) -> String {
            let option = words.contains("--format ") ? "" : format
            return "desk() { \"$DESK\" \"$@\"; }; { \(before) :; } >/dev/null 2>&1; desk \(option) \(words)"
        }
    }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Documents").standardizedFileURL

    let founding: [String]
    let lines: [Line]

    init() throws {
        let text = try String(contentsOf: Self.folder.appending(path: "commands.txt"), encoding: .utf8)
        let all = text.split(separator: "\n").map { String($0) }.filter { !$0.hasPrefix("#") }
        founding = all.filter { $0.hasPrefix("$ ") }.map { String($0.dropFirst(2)) }
        lines = try all.filter { !$0.hasPrefix("$ ") }.map(Self.line)
    }

    private static func line(_ text: String) throws -> Line {
        let colon = try #require(text.range(of: ": "), "\(text) names no document")
        let script = text[colon.upperBound...]
        let start = try #require(script.range(of: "desk ", options: .backwards), "\(text) is no command")
        // The last command, and not a word "desk" inside one.
        let last = script.ranges(of: "; desk ").last?.upperBound ?? start.upperBound
        let words =
            script.hasPrefix("desk ") && script.ranges(of: "; desk ").isEmpty ? script.dropFirst(5) : script[last...]
        let before = script[..<words.startIndex].dropLast("desk ".count)
        return Line(document: String(text[..<colon.lowerBound]), before: String(before), words: String(words))
    }
}
