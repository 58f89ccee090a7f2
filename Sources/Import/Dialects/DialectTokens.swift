/// The words by which a dialect calls the fields of a ticket: those of the query language, in both languages.
package enum DialectWords {
    private static let table: [(String, SectionField)] = [
        ("title", .title), ("category", .category), ("status", .status), ("ref", .reference), ("priority", .priority),
        ("customer", .customer), ("assignee", .assignee), ("created", .created), ("closed", .closed),
        ("resolved", .closed),
        ("tags", .tags), ("tag", .tags), ("description", .description), ("answers", .answers), ("answer", .answers),
        ("causes", .causes), ("cause", .causes), ("conversation", .conversation), ("log", .log), ("notes", .log),
        ("标题", .title), ("分类", .category), ("状态", .status), ("编号", .reference), ("优先级", .priority), ("客户", .customer),
        ("负责人", .assignee), ("创建时间", .created), ("关闭时间", .closed), ("标签", .tags), ("描述", .description),
        ("解答", .answers),
        ("原因", .causes), ("对话", .conversation), ("日志", .log),
    ]

    static let names = table.map(\.0)

    static func field(_ word: String) -> SectionField? { table.first { $0.0 == word.lowercased() }?.1 }

    /// The first word for a field; nil where it has none.
    static func word(for field: SectionField) -> String? { table.first { $0.1 == field }?.0 }
}

/// Cuts a line of a dialect into words, quoted texts and signs. What follows `#` is a remark.
struct DialectTokens {
    private var rest: Substring

    init(_ line: Substring) { rest = line.trimmingBlanks }

    private mutating func skipBlanks() { rest = rest.drop { $0 == " " || $0 == "\t" } }

    var isAtEnd: Bool {
        let next = rest.drop { $0 == " " || $0 == "\t" }
        return next.isEmpty || next.first == "#"
    }

    var isAtText: Bool { rest.drop { $0 == " " || $0 == "\t" }.first == "\"" }

    mutating func take(_ sign: Character) -> Bool {
        skipBlanks()
        guard rest.first == sign else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// `"a \"b\""`; nil when no quotation mark stands here, or none ends it.
    mutating func text() -> String? {
        skipBlanks()
        guard rest.first == "\"" else { return nil }
        var text = ""
        var at = rest.index(after: rest.startIndex)
        while at < rest.endIndex {
            if rest[at] == "\\", rest.index(after: at) < rest.endIndex {
                at = rest.index(after: at)
                text.append(rest[at])
            } else if rest[at] == "\"" {
                rest = rest[rest.index(after: at)...]
                return text
            } else {
                text.append(rest[at])
            }
            at = rest.index(after: at)
        }
        return nil
    }

    func peekWord() -> String {
        var copy = self
        return copy.word()
    }

    /// Up to a blank or a sign; empty at the end.
    mutating func word() -> String {
        skipBlanks()
        let word = rest.prefix { !" \t=,;\"".contains($0) }
        rest = rest.dropFirst(word.count)
        return String(word)
    }
}
