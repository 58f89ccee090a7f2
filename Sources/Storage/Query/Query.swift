import Workflow

/// What a person asks for in the query language of `spec/cli.md`, section 5: read, checked and typed, but not yet
/// compared with the database. Names (categories, people, tags, views) are resolved later; each keeps its place.
package struct Query: Equatable, Sendable {
    /// What tickets must satisfy; `.all` only here, never deeper.
    package var root: Node
    /// The `sort:` terms in the order they were typed. The id is always the last key.
    package var order: [Order]

    package init(root: Node, order: [Order] = []) {
        self.root = root
        self.order = order
    }

    /// Reads a query. An empty text asks for everything.
    package static func parse(_ text: String) throws(QueryError) -> Query {
        var parser = QueryParser(QuerySource(text))
        return try parser.query()
    }

    /// Reads a query from the words of a shell, joined by one space: `ls 'status:open 证书'` and
    /// `ls status:open 证书` ask the same. A value with a space inside therefore needs quotes that the shell leaves
    /// alone: `'category:"其他类 咨询"'`. Places in errors count in the joined text.
    package static func parse(arguments: [String]) throws(QueryError) -> Query {
        try parse(arguments.joined(by: " "))
    }
}

extension Query {
    /// Whether any `is:` or `status:` term stands anywhere, also negated or nested: then no default scope is added.
    package var setsItsScope: Bool {
        root.contains { node in
            guard case .term(let term) = node else { return false }
            return term.field == .is || term.field == .status
        }
    }

    /// The query that a list or a bulk change asks: of the open tickets, unless the query or a view in it says otherwise.
    package func listed(in db: any Transaction) throws -> Query {
        try setsItsScope || isOnlyIds || viewsSetTheScope(depth: 0, in: db) ? self : narrowedToOpen
    }

    private func viewsSetTheScope(depth: Int, in db: any Transaction) throws -> Bool {
        var names: [String] = []
        _ = root.contains { node in
            if case .view(let view) = node { names.append(view.name) }
            return false
        }
        // A view that asks for itself is refused where it is asked.
        guard depth < 20 else { return false }
        return try names.contains { name in
            guard let text = try Views.query(named: name, in: db) else { return false }
            let view = try Query.parse(text, in: db)
            return try view.setsItsScope || view.viewsSetTheScope(depth: depth + 1, in: db)
        }
    }

    /// The same, of the open tickets only.
    package var narrowedToOpen: Query {
        let open = Term(field: .is, values: [Value(.flag(.open), range: .nowhere)], range: .nowhere)
        return Query(root: root == .all ? .term(open) : .joined([.term(open), root]), order: order)
    }

    /// The same, of some tickets only.
    func narrowed(to tickets: [Ticket.Number]) -> Query {
        let values = tickets.map { Value(.number($0.rawValue), range: .nowhere) }
        let ids = Node.term(Term(field: .id, values: values, range: .nowhere))
        return Query(root: root == .all ? ids : .joined([ids, root]), order: order)
    }

    /// Whether the whole query names tickets by number: `42`, `#1040-1045,1050`, `@last`.
    package var isOnlyIds: Bool {
        guard case .term(let term) = root else { return false }
        return term.field == .id && !term.comparison.isOrdering
    }
}

extension Query {
    /// Every ticket.
    package static let everything = Query(root: .all)

    /// `field op value`, as if it had been typed.
    package static func asking(_ field: Field, _ content: Content, _ comparison: Comparison = .matches) -> Query {
        let value = Value(content, range: .nowhere)
        return Query(root: .term(Term(field: field, comparison: comparison, values: [value], range: .nowhere)))
    }

    /// `field:a,b`
    package static func asking(_ field: Field, anyOf contents: [Content]) -> Query {
        let values = contents.map { Value($0, range: .nowhere) }
        return Query(root: .term(Term(field: field, values: values, range: .nowhere)))
    }

    /// The tickets that both find, in no order of their own.
    package func narrowed(by other: Query) -> Query {
        Query(root: .joined([root, other.root].filter { $0 != .all }))
    }

    package var negated: Query { Query(root: root.negated) }

    /// The same, as a list that shows open tickets only unless told would have to be asked.
    package var spelledOut: Query {
        setsItsScope ? self : Query.asking(.is, .flag(.any)).narrowed(by: self)
    }
}

extension Query {
    /// One key to sort by.
    package struct Order: Equatable, Sendable {
        package var key: SortKey
        /// The NAME of `field.NAME`; nil for every other key.
        package var name: String?
        package var isDescending: Bool
        package var range: SourceRange

        package init(key: SortKey, name: String? = nil, isDescending: Bool, range: SourceRange) {
            self.key = key
            self.name = name
            self.isDescending = isDescending
            self.range = range
        }
    }
}

extension Query {
    /// What `sort:` can order by. `-desc` behind a name turns it round.
    package enum SortKey: String, CaseIterable, Sendable, QueryVocabulary {
        case id, created, updated, resolved, closed, due, priority, status, category, customer, assignee, team, title
        case age, idle, waiting, sla, messages, relevance
        case firstReply, lastCustomer, lastAgent
        /// `field.NAME`
        case custom

        /// Its name in a query.
        package var queryKey: String { queryName }

        var names: [String] {
            switch self {
            case .id: ["id", "number", "编号"]
            case .created: ["created", "创建", "创建时间"]
            case .updated: ["updated", "更新", "更新时间"]
            case .resolved: ["resolved", "解决", "解决时间"]
            case .closed: ["closed", "关闭", "关闭时间"]
            case .due: ["due", "到期", "截止"]
            case .priority: ["priority", "prio", "优先级"]
            case .status: ["status", "状态"]
            case .category: ["category", "cat", "分类"]
            case .customer: ["customer", "客户"]
            case .assignee: ["assignee", "客服", "负责人"]
            case .team: ["team", "团队"]
            case .title: ["title", "标题"]
            case .age: ["age", "年龄"]
            case .idle: ["idle", "闲置"]
            case .waiting: ["waiting", "等待"]
            case .sla: ["sla", "服务级别", "时限"]
            case .messages: ["messages", "msgs", "消息"]
            case .custom: ["field"]
            case .relevance: ["relevance", "rank", "相关", "相关度"]
            case .firstReply: ["first-reply", "首次回复"]
            case .lastCustomer: ["last-customer", "最后客户"]
            case .lastAgent: ["last-agent", "最后客服"]
            }
        }
    }
}

extension Query {
    /// `@name`: the saved query of that name stands here.
    package struct View: Equatable, Sendable {
        /// Without the `@`.
        package var name: String
        package var range: SourceRange

        package init(name: String, range: SourceRange) {
            self.name = name
            self.range = range
        }
    }
}

extension Query {
    /// Reads a query that may say the desk's own words for priorities. They are looked up only where the program's do not
    /// suffice.
    package static func parse(_ text: String, in db: any Transaction) throws -> Query {
        do {
            return try parse(text)
        } catch QueryError.unknownValue(_, of: .priority, _, _) {
            var parser = QueryParser(QuerySource(text))
            parser.priorityWords = try Taxonomy.priorityWords(in: db)
            return try parser.query()
        }
    }
}

extension Query {
    /// The words looked for, without those that must not be there: what a snippet shows.
    package var searchWords: [String] { root.searchWords }
}

extension Query.Node {
    fileprivate var searchWords: [String] {
        switch self {
        case .word(let word): [word.text]
        case .and(let parts), .or(let parts): parts.flatMap(\.searchWords)
        case .all, .not, .term, .was, .changed, .view: []
        }
    }
}

extension Query {
    /// How a ticket ended.
    package enum Resolution: String, CaseIterable, Sendable, QueryVocabulary {
        case fixed, answered, workaround, duplicate, noReply, invalid, withdrawn, spam

        var names: [String] {
            switch self {
            case .fixed: ["fixed", "已修复", "修复"]
            case .answered: ["answered", "已解答", "解答", "已答复"]
            case .workaround: ["workaround", "临时方案", "变通", "规避"]
            case .duplicate: ["duplicate", "重复"]
            case .noReply: ["no-reply", "无回复", "客户未回复"]
            case .invalid: ["invalid", "无效"]
            case .withdrawn: ["withdrawn", "撤销", "已撤销", "撤回"]
            case .spam: ["spam", "垃圾"]
            }
        }
    }
}
