/// The languages that the desk speaks.
package enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case chinese = "zh"

    /// `--lang` wins; otherwise the first of these variables that is set decides, as in every POSIX program.
    package init(option: Language?, environment: EnvironmentVariables) {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
        let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        self = option ?? (locale.lowercased().hasPrefix("zh") ? .chinese : .english)
    }

    package var words: Words {
        switch self {
        case .english: .english
        case .chinese: .chinese
        }
    }
}
