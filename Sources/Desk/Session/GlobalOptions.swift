import ArgumentParser
import Presentation

/// Options that every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {
    @Option(name: .customLong("db"), help: ArgumentHelp("The desk's file.", valueName: "file"), completion: .file())
    var database: String?

    @Option(
        name: .customLong("as"), help: ArgumentHelp("Who you are.", valueName: "agent"), completion: Completions.agents)
    var actor: String?

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp("Look at the desk as it was: a day, a time, -7d or op:318.", valueName: "time"))
    var asOf: String?

    @Flag(name: [.customShort("n"), .customLong("dry-run")], help: "Say what would happen, and change nothing.")
    var isDryRun = false

    @Flag(name: .shortAndLong, help: "Answer every question with yes.")
    var yes = false

    @Flag(name: .customLong("no-input"), help: "Never ask.")
    var noInput = false

    @Flag(name: .shortAndLong, help: "Print results and errors only.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Print more.")
    var verbose = false

    @Option(name: .customLong("color"), help: "When to use colour.")
    var colour: ColourChoice = .auto

    @Flag(name: .customLong("no-pager"), help: "Print long results straight.")
    var noPager = false

    @Option(name: .customLong("tz"), help: ArgumentHelp("Time zone to read and show times in.", valueName: "zone"))
    var zone: String?

    @Option(name: .customLong("lang"), help: "Language of the words around the data.")
    var lang: Language?

    @Option(
        name: .customLong("timeout"), help: ArgumentHelp("Seconds to wait for other writers.", valueName: "seconds"))
    var timeoutSeconds = 30

    @Option(
        name: .customLong("if-version"), help: ArgumentHelp("Change a ticket only in this version.", valueName: "n"))
    var ifVersion: Int?

    @Option(name: .customLong("format"), help: "How to print what was found; a table on a terminal, tsv in a pipe.")
    var format: Format?

    @Flag(name: .customLong("json"), help: "The same as --format json.")
    var isJSON = false

    @Flag(name: .customLong("no-header"), help: "Leave out the line of headings.")
    var noHeader = false

    func language(_ environment: EnvironmentVariables) -> Language {
        Language(option: lang ?? UserConfig(environment).language, environment: environment)
    }

    /// The format asked for; nil when the stream decides.
    var askedFormat: Format? { isJSON ? .json : format }

    mutating func validate() throws {
        if timeoutSeconds < 0 || timeoutSeconds > 86_400 {
            throw ValidationError("--timeout takes 0 to 86400 seconds.")
        }
    }
}

extension ColourChoice: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension Format: ExpressibleByArgument {}
