import Workflow

extension Query: CustomStringConvertible {
    /// The query in canonical words: English names, ASCII signs, quotes where needed. It parses to the same tree, and
    /// to the same text again.
    package var description: String {
        var pieces: [String] = []
        if let areas = root.commonAreas {
            pieces.append("in:" + areas.map(\.queryName).joined(by: ","))
            pieces.append(root.text(in: areas, isMember: true))
        } else if root != .all {
            pieces.append(root.text(in: [], isMember: !order.isEmpty))
        }
        if !order.isEmpty {
            pieces.append("sort:" + order.map(\.text).joined(by: ","))
        }
        return pieces.joined(by: " ")
    }
}

extension Query.Node {
    /// The areas of every word, if there are words and all have the same and not the usual ones.
    fileprivate var commonAreas: [Query.Area]? {
        var common: [Query.Area]?
        let differs = contains { node in
            guard case .word(let word) = node else { return false }
            if common == nil { common = word.areas }
            return word.areas != common
        }
        return differs || common?.isEmpty != false ? nil : common
    }

    /// `areas` is what an `in:` around already says. A member of an `and` needs parentheses when it is an `or`.
    fileprivate func text(in areas: [Query.Area], isMember: Bool) -> String {
        switch self {
        case .all: return ""
        case .and(let nodes): return nodes.map { $0.text(in: areas, isMember: true) }.joined(by: " ")
        case .or(let nodes):
            let text = nodes.map { $0.text(in: areas, isMember: false) }.joined(by: " OR ")
            return isMember ? "(\(text))" : text
        case .not(let node): return "-" + node.negatedText(in: areas)
        case .term(let term): return term.text
        case .was(let term): return "was:" + term.text
        case .changed(let change): return change.text
        case .word(let word): return word.text(in: areas)
        case .view(let view): return view.text
        }
    }

    private func negatedText(in areas: [Query.Area]) -> String {
        switch self {
        case .and, .or: return "(\(text(in: areas, isMember: false)))"
        case .all, .not, .term, .was, .changed, .word, .view: return text(in: areas, isMember: true)
        }
    }
}

extension Query.View {
    fileprivate var text: String {
        let isLast = QueryValueReader.lastNames.contains(folded("@" + name))
        return "@" + (isLast ? quoted(name) : quotedUnlessPlain(name) ?? quoted(name))
    }
}

extension Query.Word {
    fileprivate func text(in around: [Query.Area]) -> String {
        let isKeyword = ["OR", "AND", "NOT", "或", "或者", "且", "并且", "非"].contains(text)
        // A number alone would be an id.
        let isNumber = text.unicodeScalars.allSatisfy { "0"..."9" ~= $0 || $0 == "." || $0 == "-" }
        let word = isKeyword || isNumber ? quoted(text) : quotedUnlessPlain(text) ?? quoted(text)
        return areas == around ? word : "(in:\(areas.map(\.queryName).joined(by: ",")) \(word))"
    }
}

extension Query.Term {
    fileprivate var text: String {
        fieldText(field, name) + comparison.rawValue + values.map { $0.content.text }.joined(by: ",")
    }
}

extension Query.Change {
    fileprivate var text: String {
        let subject = "changed:" + fieldText(field, name)
        return dates.isEmpty
            ? subject : subject + comparison.rawValue + dates.map { $0.content.text }.joined(by: ",")
    }
}

extension Query.Order {
    fileprivate var text: String {
        let text = key.queryName + (name.map { "." + $0 } ?? "") + (isDescending ? "-desc" : "")
        return name == nil ? text : quotedUnlessPlain(text) ?? quoted(text)
    }
}

extension Query.Content {
    fileprivate var text: String {
        switch self {
        case .none: "none"
        case .any: "any"
        case .me: "me"
        case .last: "@last"
        case .text(let text):
            quotedUnlessPlain(text).flatMap { QueryValueReader.isKeyword($0) ? nil : $0 } ?? quoted(text)
        case .handle(let handle): "@" + handle
        case .number(let number): String(number)
        case .status(let status): status.queryName
        case .priority(let priority): priority.queryName
        case .flag(let flag): flag.queryName
        case .part(let part): part.queryName
        case .slaState(let state): state.queryName
        case .causeState(let state): state.queryName
        case .resolution(let resolution): resolution.queryName
        case .date(let date): date.description
        case .length(let length): length.description
        case .span(let lower, let upper): (lower?.text ?? "") + ".." + (upper?.text ?? "")
        }
    }
}

private func fieldText(_ field: Query.Field, _ name: String?) -> String {
    guard let name else { return field.rawValue }
    return field.rawValue + "." + (quotedUnlessPlain(name) ?? quoted(name))
}

extension Query {
    /// Values separated by commas, as a term of the language takes them.
    package static func values(_ text: String) -> String {
        text.split(separator: ",", omittingEmptySubsequences: false)
            .map { quotedUnlessPlain(String($0)) ?? quoted(String($0)) }.joined(by: ",")
    }
}

extension Query {
    /// A text as the language takes it for one, whatever it holds.
    package static func phrase(_ text: String) -> String { quoted(text) }
}

/// The text itself when nothing in it means anything to the parser; nil when it must be quoted.
private func quotedUnlessPlain(_ text: String) -> String? {
    guard let first = text.unicodeScalars.first, first != "-", !text.unicodeScalars.isEmpty else { return nil }
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2E, 0x2F, 0x2D: true
        case 0...0x7F, 0xFF01...0xFF5E: false
        default: scalar.properties.isAlphabetic
        }
    }
    return isPlain ? text : nil
}

/// Goes by scalars: a quotation mark with a combining mark behind it is another `Character`.
private func quoted(_ text: String) -> String {
    var quoted: String.UnicodeScalarView = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
        quoted.append(scalar)
        if scalar == "\"" { quoted.append(scalar) }
    }
    quoted.append("\"")
    return String(quoted)
}
