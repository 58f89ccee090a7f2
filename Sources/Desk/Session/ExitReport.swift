import ArgumentParser
import Import
import Storage
import Workflow

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Tells the person why a command ended, once and in one place, and ends the process.
struct ExitReport {
    let words: Words
    let isJSON: Bool

    func end(with error: any Error) -> Never {
        if case OutputError.closedPipe = error { exit(0) }
        let complaint = complaint(about: error)
        if let complaint { print(complaint) } else { printHelp(error) }
        exit(complaint?.exit ?? 0)
    }

    /// Help and versions are what was asked for.
    private func printHelp(_ error: any Error) {
        let text = HelpText(Desk.fullMessage(for: error)).text
        // Nobody reads it any more, or nothing can be said about it.
        try? Output.send(Array(text.utf8)[...], to: STDOUT_FILENO)
    }

    private func print(_ complaint: Complaint) {
        var text = ""
        for (index, line) in complaint.lines.enumerated() {
            text += (index == 0 ? "desk: \(words.session.error): " : "  ") + SafeText.line(line) + "\n"
        }
        if let caret = complaint.caret { text += caret }
        if isJSON {
            let error: JSONValue = [
                "code": .string(complaint.code), "exit": .integer(Int64(complaint.exit)),
                "message": .string(complaint.lines.first ?? ""),
            ]
            text += JSONWriter.text(of: ["error": error]) + "\n"
        }
        // Nothing is left to do when even this cannot be written.
        try? Output.send(Array(text.utf8)[...], to: STDERR_FILENO)
    }

    /// Nil for help and version, which ArgumentParser throws as errors too.
    private func complaint(about error: any Error) -> Complaint? {
        switch error {
        case let error as StorageError: words.errors.storage(error)
        case let error as WorkflowError: words.errors.workflow(error)
        case let error as ImportError: words.errors.importing(error)
        case let error as QueryFault: words.errors.query(error)
        case let error as Refusal: words.errors.refusal(error)
        case let error as UsageError: words.errors.usage(error)
        case let error as FieldError: words.errors.field(error)
        case let error as TimeZoneError: Complaint("zone", DeskExit.usage, ["\(error)"])
        case OutputError.failed(let code):
            Complaint("output", DeskExit.failed, [words.session.outputFailed(String(cString: strerror(code)))])
        default: Desk.exitCode(for: error) == .success ? nil : misuse(Desk.fullMessage(for: error))
        }
    }

    /// What ArgumentParser says of a mistyped command line.
    private func misuse(_ message: String) -> Complaint {
        let lines = message.split(separator: "\n").map { line in
            line.hasPrefix("Error: ") ? String(line.dropFirst("Error: ".count)) : String(line).trimmed
        }
        return Complaint("usage", DeskExit.usage, lines)
    }
}

/// What went wrong, in words: what, why, and what to do.
struct Complaint: Equatable, Sendable {
    /// A short name for programs.
    var code: String
    var exit: Int32
    var lines: [String]
    /// The query with a caret under the place, where there is one.
    var caret: String?

    init(_ code: String, _ exit: Int32, _ lines: [String], caret: String? = nil) {
        self.code = code
        self.exit = exit
        self.lines = lines
        self.caret = caret
    }
}

/// A query that was refused, with its text.
struct QueryFault: Error {
    var error: QueryError
    var text: String

    /// The words at the place that is wrong.
    var typed: String { String(text.dropFirst(error.range.offset).prefix(error.range.length)) }

    /// The query, and a caret under the place that is wrong.
    var caret: String {
        let range = error.range
        let characters = Array(text)
        let before = SafeText.line(String(characters.prefix(range.offset)))
        let place = SafeText.line(String(characters.dropFirst(range.offset).prefix(max(1, range.length))))
        let marks = String(repeating: "^", count: max(1, DisplayWidth.of(place)))
        return "  \(SafeText.line(text))\n  \(String(repeating: " ", count: DisplayWidth.of(before)))\(marks)\n"
    }
}
