import Presentation
import Workflow

/// What `desk help` tells beside the help of commands.
enum HelpTopic {
    case metrics, json
    case page(HelpPage)

    /// The topic of `help TOPIC`; nil for anything else, which the parser answers. `help sla list` is about a command.
    init?(_ arguments: [String]) {
        let words = arguments.filter { !$0.hasPrefix("-") && $0 != "en" && $0 != "zh" }
        guard words.count == 2, words[0] == "help" else { return nil }
        switch words[1] {
        case "metrics": self = .metrics
        case "json": self = .json
        default:
            guard let page = HelpPage(rawValue: words[1]) else { return nil }
            self = .page(page)
        }
    }

    /// What `desk help` may be asked for beside commands.
    static var names: [String] { ["metrics", "json"] + HelpPage.allCases.map(\.rawValue) }

    /// What is printed, in the format that the arguments name.
    /// - Throws: `UsageError.formatNotHere`
    func bytes(_ words: Words, _ arguments: [String]) throws -> [UInt8] {
        let isJSON = Self.asksForJSON(arguments)
        switch self {
        case .metrics where isJSON: throw UsageError.formatNotHere("json")
        case .metrics: return Array(words.report.metrics.utf8)
        case .json where isJSON: return JSONWriter.bytes(of: DocumentList().json) + [0x0A]
        case .json: return Array(DocumentList().text.utf8)
        case .page where isJSON: throw UsageError.formatNotHere("json")
        case .page(let page):
            let language: Language = words === Language.chinese.words ? .chinese : .english
            return Array((page.text(language) + Self.command(of: page)).utf8)
        }
    }

    /// `import` and `sla` are commands, too.
    private static func command(of page: HelpPage) -> String {
        let isCommand = Desk.configuration.allSubcommands.contains { $0._commandName == page.rawValue }
        return isCommand ? "\ndesk \(page.rawValue) --help\n" : ""
    }

    /// Whether arguments that nobody has parsed ask for JSON.
    static func asksForJSON(_ arguments: [String]) -> Bool {
        let words = arguments.prefix { $0 != "--" }
        return words.contains("--json") || words.contains("--format=json")
            || zip(words, words.dropFirst()).contains { $0 == "--format" && $1 == "json" }
    }

    /// The language that `--lang` names among arguments that nobody has parsed.
    static func language(_ arguments: [String], _ environment: EnvironmentVariables) -> Language {
        let place = arguments.firstIndex(of: "--lang")
        let named = place.flatMap { $0 + 1 < arguments.count ? Language(rawValue: arguments[$0 + 1]) : nil }
        return Language(option: named ?? UserConfig(environment).language, environment: environment)
    }
}
