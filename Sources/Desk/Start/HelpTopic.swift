import Presentation

/// What `desk help` tells beside the help of commands.
enum HelpTopic: String, CaseIterable {
    case metrics

    /// The topic of `help TOPIC`; nil for anything else, which the parser answers.
    init?(_ arguments: [String]) {
        let words = arguments.filter { !$0.hasPrefix("-") }
        guard words.count >= 2, words[0] == "help", let topic = HelpTopic(rawValue: words[1]) else { return nil }
        self = topic
    }

    func text(_ words: Words) -> String {
        switch self {
        case .metrics: words.report.metrics
        }
    }

    /// The language that `--lang` names among arguments that nobody has parsed.
    static func language(_ arguments: [String], _ environment: [String: String]) -> Language {
        let place = arguments.firstIndex(of: "--lang")
        let named = place.flatMap { $0 + 1 < arguments.count ? Language(rawValue: arguments[$0 + 1]) : nil }
        return Language(option: named ?? UserConfig(environment).language, environment: environment)
    }
}
