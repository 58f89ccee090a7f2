/// A text of the knowledge base: a guide, a list of questions, a table of codes. Its number reads `KB-17`.
package enum Article {
    package struct Number: Hashable, Comparable, Sendable {
        package let rawValue: Int64

        package init(_ rawValue: Int64) { self.rawValue = rawValue }

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// What an article is, which says how it is read aloud and searched.
    package enum Kind: Int64, CaseIterable, Sendable {
        /// A table of codes or parameters.
        case reference = 1
        /// Questions with their answers.
        case faq
        /// Steps that lead to something.
        case howto
        /// Symptom, causes and remedies.
        case runbook
    }

    /// How far an article has come. Only what is published answers anybody.
    package enum State: Int64, CaseIterable, Sendable {
        case draft = 1
        case published, retired
    }
}

extension Article.Number: CustomStringConvertible {
    package var description: String { "KB-\(rawValue)" }

    /// Reads `KB-17`, `kb17` and `17`.
    package init?(text: some StringProtocol) {
        var digits = text.lowercased()[...]
        if digits.hasPrefix("kb") { digits = digits.dropFirst(2) }
        if digits.hasPrefix("-") { digits = digits.dropFirst() }
        guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int64(digits),
            number > 0
        else { return nil }
        self.init(number)
    }
}

extension Article.Kind {
    package var name: String {
        switch self {
        case .reference: "reference"
        case .faq: "faq"
        case .howto: "howto"
        case .runbook: "runbook"
        }
    }
}

extension Article.State {
    package var name: String {
        switch self {
        case .draft: "draft"
        case .published: "published"
        case .retired: "retired"
        }
    }

    /// A state by its name, or as it is said in Chinese.
    package init?(word: String) {
        switch folded(word) {
        case "draft", "草稿": self = .draft
        case "published", "已发布": self = .published
        case "retired", "已停用": self = .retired
        default: return nil
        }
    }
}
