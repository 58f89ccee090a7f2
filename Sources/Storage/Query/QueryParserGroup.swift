extension QueryParser {
    /// What one step of the grammar yields.
    enum Item {
        case node(Query.Node)
        case area([Query.Area], Query.SourceRange)
        case order([Query.Order], Query.SourceRange)
    }

    enum Keyword: String {
        case or = "OR"
        case and = "AND"
        case not = "NOT"
    }

    /// The members of an `and` while they are read, and the `in:` that counts for all of them.
    struct Group {
        /// Whether anything has stood here, be it only a `sort:`.
        var isEmpty = true
        private var nodes: [Query.Node] = []
        private var areas: [Query.Area] = []
        private var areaRange: Query.SourceRange?

        mutating func add(_ node: Query.Node) {
            nodes.append(node)
            isEmpty = false
        }

        mutating func restrict(to areas: [Query.Area], at range: Query.SourceRange) throws(QueryError) {
            if areaRange != nil { throw .repeated(.area, at: range) }
            self.areas = areas
            areaRange = range
            isEmpty = false
        }

        /// Nil when there are no members.
        func node() throws(QueryError) -> Query.Node? {
            let node = nodes.isEmpty ? nil : Query.Node.joined(nodes)
            guard let areaRange else { return node }
            guard let node, node.contains(where: \.isWord) else { throw .nothingToSearch(at: areaRange) }
            return node.searched(in: areas)
        }
    }

    /// The keyword that stands here as a word of its own.
    func keyword(_ keyword: Keyword) -> Range<Int>? {
        var end = position
        for scalar in keyword.rawValue.unicodeScalars {
            guard source[end] == scalar else { return nil }
            end += 1
        }
        let isWhole = end >= source.count || source.isSpace(at: end) || source.isParenthesis(at: end)
        return isWhole || source.quote(at: end) != nil ? position..<end : nil
    }

    var isAtGroupEnd: Bool { position >= source.count || source[position] == ")" || keyword(.or) != nil }

    /// `NOT`, or a `-` that touches what it negates.
    func negationMark() throws(QueryError) -> Range<Int>? {
        if let not = keyword(.not) { return not }
        guard source[position] == "-" else { return nil }
        let next = position + 1
        if next >= source.count || source.isSpace(at: next) || source[next] == ")" || source[next] == "-" {
            throw .strayNegation(at: source.range(position..<next))
        }
        return position..<next
    }
}

extension Query.Node {
    fileprivate var isWord: Bool {
        if case .word = self { true } else { false }
    }

    /// The same with every word that has no `in:` of its own looked for in these areas.
    fileprivate func searched(in areas: [Query.Area]) -> Query.Node {
        switch self {
        case .and(let nodes): return .and(nodes.map { $0.searched(in: areas) })
        case .or(let nodes): return .or(nodes.map { $0.searched(in: areas) })
        case .not(let node): return .not(node.searched(in: areas))
        case .word(var word):
            if word.areas.isEmpty { word.areas = areas }
            return .word(word)
        case .all, .term, .was, .changed, .view: return self
        }
    }
}
