/// A query that was refused, with its text.
package struct QueryFault: Error {
    package var error: QueryError
    package var text: String

    package init(error: QueryError, text: String) {
        self.error = error
        self.text = text
    }

    /// Runs what may find something wrong in a query.
    /// - Throws: `QueryFault`
    package static func naming<T>(_ text: String, _ body: () throws -> T) throws -> T {
        do { return try body() } catch let error as QueryError { throw QueryFault(error: error, text: text) }
    }
}
