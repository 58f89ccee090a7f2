/// A text with places for what a ticket knows: `您好 {{customer.name|客户}}`. What stands behind the bar is said where nothing
/// is known.
package struct Template: Equatable, Sendable {
    /// What a place can stand for.
    package enum Placeholder: Hashable, Sendable {
        case customerName, ticketNumber, ticketTitle, ticketCategory, agentName, today
        case field(String)

        package static let names = [
            "customer.name", "ticket.number", "ticket.title", "ticket.category", "agent.name", "today",
        ]

        init?(name: String) {
            switch folded(name) {
            case "customer.name", "customer", "客户", "客户.名称": self = .customerName
            case "ticket.number", "ticket.id", "工单.编号", "编号": self = .ticketNumber
            case "ticket.title", "工单.标题", "标题": self = .ticketTitle
            case "ticket.category", "工单.分类", "分类": self = .ticketCategory
            case "agent.name", "agent", "客服", "客服.名称": self = .agentName
            case "today", "date", "今天", "日期": self = .today
            default:
                let prefixes = ["field.", "字段."]
                guard let prefix = prefixes.first(where: { folded(name).hasPrefix($0) }), name.count > prefix.count
                else { return nil }
                self = .field(String(name.dropFirst(prefix.count)))
            }
        }
    }

    /// A piece of the text.
    enum Piece: Equatable, Sendable {
        case text(String)
        case place(Placeholder, name: String, otherwise: String?)
    }

    let pieces: [Piece]

    /// - Throws: `TextError.unknownPlaceholder`, `.unclosedPlaceholder`
    package init(_ text: String) throws(TextError) {
        var pieces: [Piece] = []
        var rest = text[...]
        while let start = rest.firstRange(of: "{{") {
            guard let end = rest[start.upperBound...].firstRange(of: "}}") else {
                throw .unclosedPlaceholder(String(rest[start.lowerBound...].prefix(40)))
            }
            if start.lowerBound > rest.startIndex { pieces.append(.text(String(rest[..<start.lowerBound]))) }
            pieces.append(try Self.place(String(rest[start.upperBound..<end.lowerBound])))
            rest = rest[end.upperBound...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        self.pieces = pieces
    }

    private static func place(_ inside: String) throws(TextError) -> Piece {
        let bar = inside.firstIndex { $0 == "|" || $0 == "｜" }
        let name = String(bar.map { inside[..<$0] } ?? inside[...]).filter { !$0.isWhitespace }
        let otherwise = bar.map { String(inside[inside.index(after: $0)...]) }
        guard let placeholder = Placeholder(name: name) else {
            throw .unknownPlaceholder(name, nearest: Nearest(to: folded(name)).among(Placeholder.names))
        }
        return .place(placeholder, name: name, otherwise: otherwise)
    }

    /// The text for one ticket.
    /// - Throws: `TextError.nothingFor` where neither the ticket nor the text says what to put there.
    package func filled(_ value: (Placeholder) throws -> String?) throws -> String {
        try pieces.map { piece in
            switch piece {
            case .text(let text): return text
            case .place(let placeholder, let name, let otherwise):
                guard let found = try value(placeholder) ?? otherwise else { throw TextError.nothingFor(name) }
                return found
            }
        }.joined(by: "")
    }
}

/// What is wrong with a canned reply, a macro or a rule.
package enum TextError: Error, Equatable, Sendable, CustomStringConvertible {
    case unknownPlaceholder(String, nearest: String?)
    case unclosedPlaceholder(String)
    /// The ticket says nothing for a place that has no other text.
    case nothingFor(String)
    case badStep(String)
    case noSteps
    case unknownText(Kind, String, nearest: String?)
    case exists(Kind, String)

    /// What kind of text, as it is called in commands.
    package enum Kind: String, Sendable {
        case canned, macro, rule, dialect
        case schedule = "report schedule"
    }

    package var description: String {
        switch self {
        case .unknownPlaceholder(let name, _): "no placeholder \(name)"
        case .unclosedPlaceholder(let text): "not closed: \(text)"
        case .nothingFor(let name): "nothing for \(name)"
        case .badStep(let text): "no step: \(text)"
        case .noSteps: "no steps"
        case .unknownText(let kind, let name, _): "no \(kind.rawValue) \(name)"
        case .exists(let kind, let name): "there is a \(kind.rawValue) \(name)"
        }
    }
}

extension TextError {
    /// What programs know it by.
    package var identity: ErrorIdentity {
        switch self {
        case .unknownPlaceholder, .unknownText: ErrorIdentity("text", .unknownValue)
        case .unclosedPlaceholder, .badStep, .noSteps, .exists: ErrorIdentity("text", .usage)
        case .nothingFor: ErrorIdentity("placeholder", .refused)
        }
    }
}
