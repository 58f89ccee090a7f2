import ArgumentParser
import Glibc
import Presentation
import Workflow

/// The edge: reads the process's arguments and environment, runs one command, and ends with its exit code.
@main
enum Main {
    static func main() {
        Output.ignoreBrokenPipes()
        do {
            CommandLineRun(streams: .standard) { exit($0) }.run(try Environment.arguments(), try Environment.current())
        } catch {
            exit(ExitReport(words: Language.english.words, isJSON: false).end(with: error))
        }
    }
}

/// One run of the program: words in, texts and an exit code out.
struct CommandLineRun {
    let streams: Streams
    /// Hears how it ends while everything is still open: letting go of a desk costs more than ending a process.
    let ending: (Int32) -> Void

    func run(_ words: [String], _ environment: EnvironmentVariables) {
        if words == ["--version"] { return print("\(Desk.version)\n") }
        if CompletionScript.isRequest(words) { CompletionScript.answer(words) }
        do {
            run(filled: try StandardInputText.filled(words), environment)
        } catch {
            end(with: error, words, environment)
        }
    }

    private func run(filled typed: [String], _ environment: EnvironmentVariables) {
        if let quick = QuickCommand(typed) { return run(quick.verb, environment, quick.arguments) }
        if let topic = HelpTopic(typed) { return print(topic, typed, HelpTopic.language(typed, environment).words) }
        let arguments = Arguments.desk.ordered(typed)
        do {
            try Arguments.requireCommand(arguments, below: Desk.self)
            let command = try Desk.parseAsRoot(arguments)
            if let verb = command as? any Verb { return run(verb, environment, arguments) }
            try runPlain(command)
            ending(0)
        } catch {
            end(with: error, arguments, environment)
        }
    }

    private func end(with error: any Error, _ arguments: [String], _ environment: EnvironmentVariables) {
        let words = Language(option: nil, environment: environment).words
        let isJSON = HelpTopic.asksForJSON(arguments)
        ending(ExitReport(words: words, isJSON: isJSON, streams: streams).end(with: error))
    }

    private func print(_ topic: HelpTopic, _ typed: [String], _ words: Words) {
        do {
            let bytes = try topic.bytes(words, typed)
            // Nobody reads it any more, or nothing can be said about it.
            try? Output.send(bytes[...], to: streams.output)
            ending(0)
        } catch {
            let isJSON = HelpTopic.asksForJSON(typed)
            ending(ExitReport(words: words, isJSON: isJSON, streams: streams).end(with: error))
        }
    }

    /// Without the parser, which learns all that the program declares before it answers.
    private func print(_ text: String) {
        do {
            try Output.send(Array(text.utf8)[...], to: streams.output)
            ending(0)
        } catch {
            ending(1)
        }
    }

    private func run(_ verb: any Verb, _ environment: EnvironmentVariables, _ arguments: [String]) {
        let globals = verb.globals
        do {
            let session = try Session(globals, environment: environment, arguments: arguments, streams: streams)
            do {
                try Self.requireFormat(of: verb)
                try verb.run(session)
                try session.end()
                withExtendedLifetime(session) { ending(0) }
            } catch {
                try session.end(after: error)
                session.closing =
                    session.closing
                    ?? CorrectedCommand.line(error, arguments).map { session.words.session.corrected($0) }
                let isJSON = globals.askedFormat == .json
                let report = ExitReport(
                    words: session.words, isJSON: isJSON, closing: session.closing, streams: streams)
                withExtendedLifetime(session) { ending(report.end(with: error)) }
            }
        } catch {
            let words = globals.language(environment).words
            let isJSON = globals.askedFormat == .json
            ending(ExitReport(words: words, isJSON: isJSON, streams: streams).end(with: error))
        }
    }

    // Asked before anything is done.
    static func requireFormat(of verb: any Verb) throws {
        guard let format = verb.globals.askedFormat, format.isDocument else { return }
        guard type(of: verb).documents.contains(format) else { throw UsageError.formatNotHere(format.rawValue) }
        if format == .xlsx && !WorkbookFile.isBuiltIn { throw UsageError.noWorkbooks }
    }

    private func runPlain(_ command: any ParsableCommand) throws {
        var command = command
        try command.run()
    }
}

/// `desk`: all verbs.
struct Desk: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk", abstract: "A ticket desk in one file.",
        discussion: """
            Tickets live in .desk/desk.sqlite of this folder or one above it; --db FILE or DESK_DB name another. \
            Start with "desk init". Topics: desk help query, dates, output, exit-codes, statuses, sla, import, privacy, metrics, \
            json.
            """,
        version: version,
        groupedSubcommands: [
            CommandGroup(
                name: "Start",
                subcommands: [Init.self, WhoAmI.self, UseVerb.self, Doctor.self, Completion.self, Manual.self]),
            CommandGroup(name: "Tickets", subcommands: [New.self, List.self, Show.self, Search.self]),
            CommandGroup(
                name: "Work",
                subcommands: [
                    Take.self, Release.self, Assign.self, Transfer.self, Reply.self, Note.self, Receive.self, Pend.self,
                    Hold.self,
                    Wake.self, Resolve.self, Close.self, Reopen.self, Edit.self, TagNoun.self, Escalate.self,
                    Next.self, Remove.self, Restore.self, Tick.self, PurgeVerb.self,
                ]),
            CommandGroup(
                name: "Tickets together",
                subcommands: [
                    MergeVerb.self, Unmerge.self, SplitVerb.self, LinkVerb.self, Unlink.self, Watch.self, Unwatch.self,
                    MessageNoun.self, AttachNoun.self, ProblemNoun.self,
                ]),
            CommandGroup(
                name: "History",
                subcommands: [History.self, Diff.self, Log.self, Audit.self, Undo.self, Redo.self]),
            CommandGroup(
                name: "People and settings",
                subcommands: [
                    CustomerNoun.self, OrgNoun.self, AgentNoun.self, TeamNoun.self, RoleNoun.self, CategoryNoun.self,
                    CauseNoun.self, FieldNoun.self, PriorityNoun.self, StatusNoun.self, ViewNoun.self,
                    ConfigNoun.self, CalendarNoun.self, SLANoun.self, CannedNoun.self, MacroNoun.self, RuleNoun.self,
                    ArticleNoun.self, ToolNoun.self,
                    DraftNoun.self,
                ]),
            CommandGroup(name: "Data", subcommands: [Import.self, Export.self, RoundtripVerb.self, DialectNoun.self]),
            CommandGroup(
                name: "Answers from old cases",
                subcommands: [AskVerb.self, SuggestVerb.self, TriageVerb.self, SimilarVerb.self, DuplicatesVerb.self]),
            CommandGroup(name: "Sites", subcommands: [DiagnoseNoun.self, DomainNoun.self]),
            CommandGroup(name: "Counts", subcommands: [ReportNoun.self]),
        ])

    static let version = "0.1.0"
}

/// A command that works on a desk.
protocol Verb: ParsableCommand {
    var globals: GlobalOptions { get }
    /// What it can write beside lines of rows.
    static var documents: Set<Format> { get }

    func run(_ session: Session) throws
}

extension Verb {
    static var documents: Set<Format> { [] }
}
