extension Query {
    /// A condition on a ticket, in normal form: `and` and `or` have two members or more and never hold their own
    /// kind directly, `not` never holds `not`.
    package indirect enum Node: Equatable, Sendable {
        /// Every ticket: the empty query.
        case all
        case and([Node])
        case or([Node])
        case not(Node)
        /// `field op values`, and ids (`42`, `#1042`, `@last`).
        case term(Term)
        /// `was:status=pending`: at some time the term held.
        case was(Term)
        /// `changed:assignee>-7d`
        case changed(Change)
        /// A word or a quoted phrase to search for.
        case word(Word)
        /// `@name`: another saved query.
        case view(View)
    }
}

extension Query.Node {
    /// All of them, in normal form. No nodes at all is `.all`.
    static func joined(_ nodes: [Query.Node]) -> Query.Node {
        let members = nodes.flatMap { node in
            if case .and(let inner) = node { inner } else { [node] }
        }
        return members.count > 1 ? .and(members) : members.first ?? .all
    }

    /// Any of them, in normal form. `nodes` is not empty.
    static func either(_ nodes: [Query.Node]) -> Query.Node {
        let members = nodes.flatMap { node in
            if case .or(let inner) = node { inner } else { [node] }
        }
        return members.count > 1 ? .or(members) : members.first ?? .all
    }

    /// The opposite, in normal form.
    var negated: Query.Node {
        if case .not(let inner) = self { inner } else { .not(self) }
    }

    /// Whether any node of the tree, itself included, answers yes.
    func contains(where matches: (Query.Node) -> Bool) -> Bool {
        if matches(self) { return true }
        switch self {
        case .and(let nodes), .or(let nodes): return nodes.contains { $0.contains(where: matches) }
        case .not(let node): return node.contains(where: matches)
        case .all, .term, .was, .changed, .word, .view: return false
        }
    }
}

extension Query {
    /// `field op values`: the field compares so with any one of the values.
    package struct Term: Equatable, Sendable {
        package var field: Field
        /// The NAME of `field.NAME`; nil for every other field.
        package var name: String?
        package var comparison: Comparison
        /// At least one; exactly one with an ordering comparison.
        package var values: [Value]
        package var range: SourceRange

        package init(
            field: Field, name: String? = nil, comparison: Comparison = .matches, values: [Value], range: SourceRange
        ) {
            self.field = field
            self.name = name
            self.comparison = comparison
            self.values = values
            self.range = range
        }
    }
}

/// One value as it stands in the text, not yet understood.
struct QueryAtom {
    /// Without its quotation marks.
    let text: String
    /// Quoted: never a keyword and never a range.
    let isQuoted: Bool
    let range: Query.SourceRange
}

/// An operator as it stands in the text: `:`, `:>=`, `!=` …
struct QueryOperator {
    let comparison: Query.Comparison
    /// `!=`: the opposite of `matches`.
    let isNegated: Bool
    let text: String
    let range: Range<Int>

    /// The operator that begins at an index; nil when none does.
    init?(in source: QuerySource, at start: Int) {
        guard source.isOperator(at: start) else { return nil }
        let symbols = source[start] == ":" ? start + 1 : start
        let sign = QueryOperator.signs.first { sign, _ in
            sign.enumerated().allSatisfy { offset, scalar in source[symbols + offset] == scalar }
        }
        let end = symbols + (sign?.0.count ?? 0)
        comparison = sign?.1 ?? .matches
        isNegated = sign?.0.first == "!"
        range = start..<end
        text = source.text(range)
    }

    /// Longer signs first.
    private static let signs: [([Unicode.Scalar], Query.Comparison)] = [
        ([">", "="], .atLeast), (["<", "="], .atMost), (["!", "="], .matches),
        ([">"], .above), (["<"], .below), (["="], .equals), (["~"], .contains), (["^"], .starts),
    ]
}

extension Query {
    /// What `has:` and `no:` ask for.
    package enum Part: String, CaseIterable, Sendable, QueryVocabulary {
        case attachment, note, draft, cause, article, missingFile, conflict, personalData
        /// What the quality report counts.
        case description, reply, placeholder, differingAnswers
        /// One of an old case or a canned reply, which was taken for it.
        case answer
        /// What the desk itself saw happen: it did not come as done from elsewhere.
        case history

        var names: [String] {
            switch self {
            case .attachment: ["attachment", "attachments", "附件"]
            case .note: ["note", "notes", "备注", "内部备注"]
            case .draft: ["draft", "drafts", "草稿"]
            case .cause: ["cause", "causes", "原因", "根因", "根本原因"]
            case .article: ["kb", "article", "知识", "知识条目"]
            case .missingFile: ["missing-file", "missing-files", "缺失文件", "缺文件"]
            case .conflict: ["conflict", "conflicts", "冲突"]
            case .personalData: ["pii", "个人信息", "隐私"]
            case .description: ["description", "描述", "问题描述"]
            case .reply: ["reply", "public-reply", "回复", "公开回复"]
            case .placeholder: ["placeholder", "占位", "占位原因"]
            case .differingAnswers: ["differing-answers", "解答不一致"]
            case .answer: ["answer", "taken-answer", "采用答复", "采用的答复"]
            case .history: ["history", "经历", "处理过程"]
            }
        }
    }
}

extension Query {
    /// A word or phrase to search for; quotes are gone, a `SearchPhrase` cuts it.
    package struct Word: Equatable, Sendable {
        package var text: String
        /// Where to look, from the `in:` of its group or the nearest group around; empty means the usual places.
        package var areas: [Area]
        package var range: SourceRange

        package init(_ text: String, areas: [Area] = [], range: SourceRange) {
            self.text = text
            self.areas = areas
            self.range = range
        }
    }
}

extension Query {
    /// Where `in:` has words looked for. A word without any looks in title, description, answers and messages, and
    /// for agents in notes.
    package enum Area: String, CaseIterable, Sendable, QueryVocabulary {
        case title, description, `public`, note, log, cause, category, field, article, any

        var names: [String] {
            switch self {
            case .title: ["title", "标题"]
            case .description: ["description", "描述", "问题描述"]
            case .public: ["public", "公开", "回复"]
            case .note: ["note", "notes", "备注", "内部备注"]
            case .log: ["log", "日志"]
            case .cause: ["cause", "原因", "根因", "根本原因"]
            case .category: ["category", "分类"]
            case .field: ["field", "字段"]
            case .article: ["kb", "article", "知识", "知识库"]
            case .any: ["any", "任意", "全部"]
            }
        }
    }
}
