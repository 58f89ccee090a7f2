import Workflow

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
