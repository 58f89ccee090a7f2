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

    /// The same for a search, which takes what somebody pasted: a word that is no query is a text to be found.
    /// - Returns: the query, and the words that were taken for texts.
    func parsePasted(in db: any Transaction) throws -> (query: Query, texts: [String]) {
        do { return (try Query.parse(text, in: db), []) } catch let error as QueryError {
            guard error.isOfPastedText else { throw QueryFault(error: error, text: text) }
            var texts: [String] = []
            let mended = try words.map { word in
                do {
                    _ = try Query.parse(word, in: db)
                    return word
                } catch let fault as QueryError {
                    guard fault.isOfPastedText else { throw QueryFault(error: fault, text: word) }
                    texts.append(word)
                    return Query.phrase(word)
                }
            }
            guard !texts.isEmpty else { throw QueryFault(error: error, text: text) }
            return (try Query.parse(mended.joined(by: " "), in: db), texts)
        }
    }
}

/// A command line that was refused for a text that looks like a term, as it should be said.
enum CorrectedCommand {
    /// Nil for every other error.
    static func line(_ error: any Error, _ arguments: [String]) -> String? {
        guard let fault = error as? QueryFault, case .unknownField = fault.error else { return nil }
        let place = arguments.firstIndex { argument in
            argument.contains(fault.typed) && (argument.contains { ":=<>~^：＝".contains($0) })
        }
        guard let place else { return nil }
        // The dashes before a query are ours; those before the report of a schedule are the person's.
        let keepsDashes = arguments.contains("schedule")
        var words = arguments.filter { $0 != "--" || keepsDashes }
        let shift = !keepsDashes && arguments[..<place].contains("--") ? 1 : 0
        words[place - shift] = Query.phrase(arguments[place])
        return (["desk"] + words).map(ShellWord.plain).joined(by: " ")
    }
}
