import Workflow

/// Reads the text of a dialect.
struct DialectParser {
    private var dialect: TaughtDialect
    private var line = 0
    private var hasOpening = false

    static let words = [
        "dialect", "ticket", "field", "section", "turn", "customer", "agent", "group", "value", "ignore",
    ]

    /// - Parameter name: what it is called where its text does not say.
    static func parse(_ text: String, name: String) throws(DialectFault) -> TaughtDialect {
        var parser = DialectParser(dialect: TaughtDialect(name: name, text: text))
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            parser.line += 1
            var tokens = DialectTokens(line.hasSuffix("\r") ? line.dropLast() : line)
            guard !tokens.isAtEnd else { continue }
            try parser.read(&tokens)
        }
        if !parser.hasOpening {
            // Names of columns say by themselves that rows are tickets.
            guard !parser.dialect.fields.isEmpty else { throw DialectFault(line: max(parser.line, 1), kind: .noTicket) }
            parser.dialect.opening = .row
        }
        return parser.dialect
    }

    private init(dialect: TaughtDialect) { self.dialect = dialect }

    private func fault(_ kind: DialectFault.Kind) -> DialectFault { DialectFault(line: line, kind: kind) }

    private mutating func read(_ tokens: inout DialectTokens) throws(DialectFault) {
        let word = tokens.word()
        switch word.lowercased() {
        case "dialect": dialect.name = try required(&tokens, "a name")
        case "ticket": try readTicket(&tokens)
        case "field": try readFields(&tokens)
        case "section": try readFields(&tokens, areSections: true)
        case "turn": try readTurn(&tokens)
        case "customer": try readNames(&tokens, \.customers)
        case "agent": try readNames(&tokens, \.agents)
        case "group": try readGroup(&tokens)
        case "value": try readValues(&tokens)
        case "ignore": try readIgnored(&tokens)
        default:
            throw fault(.unknownWord(word, nearest: Nearest(to: word.lowercased()).among(Self.words)))
        }
    }

    private func required(_ tokens: inout DialectTokens, _ what: String) throws(DialectFault) -> String {
        let text = tokens.text() ?? tokens.word()
        guard !text.isEmpty else { throw fault(.expected(what)) }
        return text
    }

    private func pattern(_ tokens: inout DialectTokens) throws(DialectFault) -> LinePattern {
        guard let text = tokens.text() else { throw fault(.expected("a pattern in quotes")) }
        guard let pattern = LinePattern(text) else { throw fault(.badPattern(text)) }
        return pattern
    }

    private mutating func readTicket(_ tokens: inout DialectTokens) throws(DialectFault) {
        hasOpening = true
        let kind = tokens.word()
        switch kind.lowercased() {
        case "heading":
            let level = Int(tokens.peekWord()).flatMap { (1...6).contains($0) ? $0 : nil }
            if level != nil { _ = tokens.word() }
            dialect.opening = .heading(level: level, tokens.isAtText ? try pattern(&tokens) : nil)
        case "line": dialect.opening = .line(try pattern(&tokens))
        case "rule": dialect.opening = .rule
        case "file": dialect.opening = .file
        case "row": dialect.opening = .row
        default:
            throw fault(
                .unknownWord(kind, nearest: Nearest(to: kind).among(["heading", "line", "rule", "file", "row"])))
        }
        try requireEnd(tokens)
    }

    private func requireEnd(_ tokens: DialectTokens) throws(DialectFault) {
        var tokens = tokens
        guard tokens.isAtEnd else { throw fault(.unknownWord(tokens.text() ?? tokens.word(), nearest: nil)) }
    }

    /// `"Requester" = customer, "Opened" = created "YYYY-MM-DD HH:mm"`
    private mutating func readFields(_ tokens: inout DialectTokens, areSections: Bool = false) throws(DialectFault) {
        repeat {
            let name = try required(&tokens, "a name in quotes")
            guard tokens.take("=") else { throw fault(.expected("=")) }
            let word = tokens.word()
            guard let field = DialectWords.field(word) else {
                throw fault(.unknownField(word, nearest: Nearest(to: word.lowercased()).among(DialectWords.names)))
            }
            dialect.fields.append((name, field))
            if areSections { dialect.sectionLines.append((Array(name.utf8), field)) }
            if let form = tokens.text() {
                guard let time = TimeForm(form) else { throw fault(.badTime(form)) }
                dialect.times.append(time)
            } else if tokens.peekWord().lowercased() == "iso" {
                _ = tokens.word()
            }
        } while tokens.take(",") || tokens.take(";")
        try requireEnd(tokens)
    }

    private mutating func readTurn(_ tokens: inout DialectTokens) throws(DialectFault) {
        if tokens.peekWord().lowercased() == "line" { _ = tokens.word() }
        dialect.turn = try pattern(&tokens)
        while !tokens.isAtEnd {
            let word = tokens.word()
            switch word.lowercased() {
            case "customer": try readNames(&tokens, \.customers, mayContinue: true)
            case "agent": try readNames(&tokens, \.agents, mayContinue: true)
            default: throw fault(.unknownWord(word, nearest: Nearest(to: word).among(["customer", "agent"])))
            }
        }
    }

    private mutating func readNames(
        _ tokens: inout DialectTokens, _ list: WritableKeyPath<TaughtDialect, [String]>, mayContinue: Bool = false
    ) throws(DialectFault) {
        guard tokens.take("=") else { throw fault(.expected("=")) }
        repeat { dialect[keyPath: list].append(try required(&tokens, "a name")) } while tokens.take(",")
        if !mayContinue { try requireEnd(tokens) }
    }

    private mutating func readGroup(_ tokens: inout DialectTokens) throws(DialectFault) {
        guard tokens.word().lowercased() == "heading", let level = Int(tokens.word()), (1...6).contains(level),
            tokens.take("=")
        else { throw fault(.expected("heading 2 = category")) }
        let word = tokens.word().lowercased()
        switch DialectWords.field(word) {
        case .category: dialect.group = (level, .category)
        case .status: dialect.group = (level, .status)
        default:
            guard ["nothing", "none", "无"].contains(word) else { throw fault(.unknownField(word, nearest: "category")) }
            dialect.group = (level, .nothing)
        }
        try requireEnd(tokens)
    }

    private mutating func readValues(_ tokens: inout DialectTokens) throws(DialectFault) {
        let word = tokens.word()
        guard let field = DialectWords.field(word), field == .priority || field == .status else {
            throw fault(.unknownField(word, nearest: Nearest(to: word).among(["priority", "status"])))
        }
        repeat {
            let name = try required(&tokens, "a word of the file")
            guard tokens.take("=") else { throw fault(.expected("=")) }
            let meaning = tokens.text() ?? tokens.word()
            if field == .priority {
                guard let priority = Priority(word: meaning) else { throw fault(.badValue(meaning)) }
                dialect.priorities[folded(name)] = priority
            } else {
                let status = Status.allCases.first { $0.words.contains(folded(meaning)) }
                guard let status else { throw fault(.badValue(meaning)) }
                dialect.statuses[folded(name)] = status
            }
        } while tokens.take(",")
        try requireEnd(tokens)
    }

    private mutating func readIgnored(_ tokens: inout DialectTokens) throws(DialectFault) {
        repeat {
            if let text = tokens.text() {
                dialect.ignored.append(text)
            } else {
                let word = tokens.word().lowercased()
                switch word {
                case "fence": dialect.ignoresFences = true
                // Comments are nobody's text in any file.
                case "comment": break
                default: throw fault(.unknownWord(word, nearest: Nearest(to: word).among(["fence", "comment"])))
                }
            }
        } while tokens.take(",")
        try requireEnd(tokens)
    }
}
