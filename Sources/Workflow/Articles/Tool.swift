/// Something that somebody can do without an agent, or a quick way to an agent.
package struct Tool: Equatable, Sendable {
    /// What it leads to.
    package enum Kind: Int64, CaseIterable, Sendable {
        /// A site is probed: `desk diagnose`.
        case site = 1
        /// A name is claimed and moved: `desk domain`.
        case domain
        /// A ticket with all that was said.
        case person
        case article, url
        /// A new ticket of a category.
        case entry
    }

    package var id: Int64
    package var name: String
    package var kind: Kind
    /// A URL, an article's number or a category, as the kind has it.
    package var target: String?
    package var phrases: [String]

    package init(id: Int64, name: String, kind: Kind, target: String?, phrases: [String]) {
        self.id = id
        self.name = name
        self.kind = kind
        self.target = target
        self.phrases = phrases
    }

    /// Whether a question is one of its phrases or its name, or begins with one.
    package func isMeant(by question: String) -> Bool {
        let asked = Self.bare(question)
        return ([name] + phrases).map(Self.bare).contains { !$0.isEmpty && (asked == $0 || asked.hasPrefix($0)) }
    }

    /// Without blanks and quotation marks: people write `“CDN 域名迁移”`.
    private static func bare(_ text: String) -> String {
        folded(text).filter { !$0.isWhitespace && !"\"'“”‘’「」".contains($0) }
    }
}

extension Tool.Kind {
    package var name: String {
        switch self {
        case .site: "site"
        case .domain: "domain"
        case .person: "person"
        case .article: "article"
        case .url: "url"
        case .entry: "entry"
        }
    }

    package init?(name: String) {
        guard let kind = Tool.Kind.allCases.first(where: { $0.name == folded(name) }) else { return nil }
        self = kind
    }

    /// Whether it leads to something that has to be named.
    package var needsTarget: Bool {
        switch self {
        case .site, .domain, .person: false
        case .article, .url, .entry: true
        }
    }
}

/// Why something about a tool was refused.
package enum ToolError: Error, Equatable, Sendable, CustomStringConvertible {
    case noTool(String, nearest: String?)
    case exists(String)
    case badKind(String)
    case needsTarget(Tool.Kind)
    /// A person is asked for, and nobody says how urgent it is.
    case noPriority

    package var description: String {
        switch self {
        case .noTool(let name, _): "no tool \(name)"
        case .exists(let name): "there is a tool \(name)"
        case .badKind(let text): "no kind of tool: \(text)"
        case .needsTarget(let kind): "\(kind.name) needs a target"
        case .noPriority: "no priority"
        }
    }

    /// What programs know it by.
    package var identity: ErrorIdentity {
        switch self {
        case .noTool: ErrorIdentity("tool", .notFound)
        case .badKind: ErrorIdentity("tool", .unknownValue)
        case .exists, .needsTarget, .noPriority: ErrorIdentity("tool", .usage)
        }
    }
}
