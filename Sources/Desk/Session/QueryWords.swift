import ArgumentParser
import Presentation
import Storage

/// The query of a command: all its words together.
struct QueryWords: ParsableArguments {
    @Argument(
        help: ArgumentHelp("A query, such as: status:open category:CDN 证书", valueName: "query"),
        completion: Completions.query)
    var words: [String] = []

    var text: String { words.joined(by: " ") }

    /// - Throws: `QueryFault` with the text, for the caret.
    func parse(in db: any Transaction) throws -> Query {
        try check { try Query.parse(text, in: db) }
    }

    /// Runs what may find an unknown name in the query.
    func check<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as QueryError {
            throw QueryFault(error: error, text: text)
        }
    }
}
