import ArgumentParser
import Diagnosis
import Files
import Import
import Presentation
import Reporting
import Storage
import Workflow

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Tells the person why a command ended, once and in one place.
struct ExitReport {
    let words: Words
    let isJSON: Bool
    /// A last line for people, such as where their text is.
    var closing: String?
    var streams = Streams.standard

    /// The first line about an error.
    func reason(of error: any Error) -> String { complaint(about: error)?.lines.first ?? "" }

    /// Says what went wrong.
    /// - Returns: the exit code that follows from it.
    func end(with error: any Error) -> Int32 {
        if case OutputError.closedPipe = error { return 0 }
        let complaint = complaint(about: error)
        if let complaint { print(complaint) } else { printHelp(error) }
        return complaint?.identity.kind.exitCode ?? 0
    }

    /// Help and versions are what was asked for.
    private func printHelp(_ error: any Error) {
        let text = HelpText(Desk.fullMessage(for: error)).text
        // Nobody reads it any more, or nothing can be said about it.
        try? Output.send(Array(text.utf8)[...], to: streams.output)
    }

    private func print(_ complaint: Complaint) {
        var text = ""
        for (index, line) in complaint.lines.enumerated() {
            text += (index == 0 ? "desk: \(words.session.error): " : "  ") + SafeText.line(line) + "\n"
        }
        if let caret = complaint.caret { text += caret }
        for line in closing?.split(separator: "\n", omittingEmptySubsequences: false) ?? [] {
            text += "  " + SafeText.line(String(line)) + "\n"
        }
        if isJSON {
            text += JSONWriter.text(of: Document.error.json(["error": complaint.json])) + "\n"
        }
        // Nothing is left to do when even this cannot be written.
        try? Output.send(Array(text.utf8)[...], to: streams.errors)
    }

    /// Nil for help and version, which ArgumentParser throws as errors too.
    private func complaint(about error: any Error) -> Complaint? {
        switch error {
        case let error as StorageError: Complaint(error.identity, words.errors.storage(error))
        case let error as WorkflowError: Complaint(error.identity, words.errors.workflow(error))
        case let refused as RefusedTicket:
            Complaint(refused.error.identity, words.errors.workflow(refused.error)).with(refused.members)
        case let error as FileError: Complaint(error.identity, words.errors.importing(error))
        case let error as QueryFault:
            Complaint(ErrorIdentity("query", .usage), words.errors.query(error), caret: error.caret)
        case let error as Refusal: Complaint(error.identity, words.errors.refusal(error))
        case let error as UsageError: Complaint(error.identity, words.errors.usage(error))
        case let error as FieldError: Complaint(ErrorIdentity("field", .unknownValue), words.errors.field(error))
        case let error as SettingError: Complaint(error.identity, words.settings.setting(error))
        case let error as CalendarError: Complaint(error.identity, words.settings.calendar(error))
        case let error as SLAError: Complaint(error.identity, words.sla.error(error))
        case let error as ArticleError: Complaint(error.identity, words.articles.error(error))
        case let error as DialectRefusal:
            Complaint(error.identity, words.importing.reading.dialect(error.fault, error.path))
        case let error as FlowError: Complaint(error.identity, words.flow.error(error))
        case let error as ToolError: Complaint(error.identity, words.articles.toolError(error))
        case let error as TextError: Complaint(error.identity, words.texts.error(error))
        case let error as DiagnosisError: Complaint(error.identity, words.diagnosis.error(error))
        case let error as TimeZoneError: Complaint(ErrorIdentity("zone", .unknownValue), ["\(error)"])
        case OutputError.failed(let code):
            Complaint(
                ErrorIdentity("output", .failed), [words.session.outputFailed(String(cString: strerror(code)))])
        default: Desk.exitCode(for: error) == .success ? nil : misuse(Desk.fullMessage(for: error))
        }
    }

    /// The parser proposes the nearest option, however far it is: `--db` for `--due`.
    private static func withoutWildGuess(_ line: String) -> String {
        let marks = line.split(separator: "'", omittingEmptySubsequences: false).map { String($0) }
        guard line.hasPrefix("Unknown option '"), marks.count == 5, let place = line.firstRange(of: " Did you mean '")
        else {
            return line
        }
        let (typed, guess) = (marks[1].drop { $0 == "-" }, marks[3].drop { $0 == "-" })
        let isNear = guess.count >= 4 && Nearest(to: folded(String(typed))).among([String(guess)]) != nil
        return isNear ? line : String(line[..<place.lowerBound])
    }

    /// What ArgumentParser says of a mistyped command line.
    private func misuse(_ message: String) -> Complaint {
        let lines = message.split(separator: "\n").map { line in
            Self.withoutWildGuess(
                line.hasPrefix("Error: ") ? String(line.dropFirst("Error: ".count)) : String(line).trimmed)
        }
        return Complaint(ErrorIdentity("usage", .usage), lines)
    }
}
