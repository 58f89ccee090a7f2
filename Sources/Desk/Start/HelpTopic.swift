import Presentation
import Workflow

/// What `desk help` tells beside the help of commands.
enum HelpTopic: String, CaseIterable {
    case metrics, json

    /// The topic of `help TOPIC`; nil for anything else, which the parser answers.
    init?(_ arguments: [String]) {
        let words = arguments.filter { !$0.hasPrefix("-") }
        guard words.count >= 2, words[0] == "help", let topic = HelpTopic(rawValue: words[1]) else { return nil }
        self = topic
    }

    /// What is printed, in the format that the arguments name.
    /// - Throws: `UsageError.formatNotHere`
    func bytes(_ words: Words, _ arguments: [String]) throws -> [UInt8] {
        let isJSON = Self.asksForJSON(arguments)
        switch self {
        case .metrics where isJSON: throw UsageError.formatNotHere("json")
        case .metrics: return Array(words.report.metrics.utf8)
        case .json where isJSON: return JSONWriter.bytes(of: DocumentList().json) + [0x0A]
        case .json: return Array(DocumentList().text.utf8)
        }
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
