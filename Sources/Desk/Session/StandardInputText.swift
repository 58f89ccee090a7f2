import Files
import Presentation
import Workflow

/// A lone dash as the text of an option is what stands on standard input, in every option that takes a text.
enum StandardInputText {
    /// Options whose value is a text that a person wrote. `-F -` reads a file, and numbers of tickets have a dash of their own.
    private static let options = [
        "-m", "--message", "--title", "--reason", "--workaround", "--do", "--body", "--steps", "--description",
    ]

    /// The arguments with the text in place of the dash.
    /// - Throws: `UsageError.standardInputTwice`, `FileError.unknownEncoding`
    static func filled(_ arguments: [String]) throws -> [String] {
        let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
        guard arguments[..<end].contains(where: { $0 == "-" || $0.hasSuffix("=-") }) else { return arguments }
        let places = arguments.indices.filter { $0 < end && isText(arguments, at: $0) }
        guard let place = places.first else { return arguments }
        let isTaken = arguments.indices.contains { $0 != place && isRead(arguments, at: $0) }
        guard places.count == 1, !isTaken else { throw UsageError.standardInputTwice }
        guard let read = TextBytes.read(try FileBytes.readStandardInput()) else {
            throw FileError.unknownEncoding("stdin")
        }
        var filled = arguments
        let text = read.text.withoutTrailingSpace
        // Tied to its option: it may begin with a dash.
        if arguments[place] == "-" {
            filled[place - 1] += "=" + text
            filled.remove(at: place)
        } else {
            filled[place] = arguments[place].dropLast() + text
        }
        return filled
    }

    private static func isText(_ arguments: [String], at place: Int) -> Bool {
        if arguments[place] == "-" { return place > 0 && options.contains(arguments[place - 1]) }
        return options.contains { arguments[place] == $0 + "=-" }
    }

    private static func isRead(_ arguments: [String], at place: Int) -> Bool {
        arguments[place] == "-" || ["-F=-", "--file=-"].contains(arguments[place])
    }
}
