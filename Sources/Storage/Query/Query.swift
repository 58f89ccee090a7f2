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
        try parse(arguments.joined(separator: " "))
    }
}
