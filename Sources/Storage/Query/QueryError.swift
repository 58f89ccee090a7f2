/// Why a query was refused. Every case ends with its place; Desk puts it into words.
package enum QueryError: Error, Equatable, Sendable {
    /// A name before an operator that is no field: mistyped, or a text with a colon that needs quotes.
    case unknownField(String, nearest: String?, at: Query.SourceRange)
    case unknownValue(String, of: Query.Field, nearest: String?, at: Query.SourceRange)
    /// For those who compare with the database: no such category, person, tag, cause …
    case unknownName(String, of: Query.Field, nearest: String?, at: Query.SourceRange)
    case unknownView(String, nearest: String?, at: Query.SourceRange)
    case operatorNotAllowed(String, for: Query.Field, at: Query.SourceRange)
    case emptyValue(of: Query.Field, at: Query.SourceRange)
    case emptyPhrase(at: Query.SourceRange)
    case emptyGroup(at: Query.SourceRange)
    /// `@` without a name.
    case emptyName(at: Query.SourceRange)
    case badNumber(String, of: Query.Field, at: Query.SourceRange)
    case badDate(String, of: Query.Field, at: Query.SourceRange)
    case badDuration(String, of: Query.Field, at: Query.SourceRange)
    /// `5..3`
    case reversedRange(at: Query.SourceRange)
    /// Several values with an ordering operator.
    case tooManyValues(of: Query.Field, at: Query.SourceRange)
    case unbalancedQuote(at: Query.SourceRange)
    case unclosedParenthesis(at: Query.SourceRange)
    case strayParenthesis(at: Query.SourceRange)
    /// `OR` or `AND` with nothing on one side.
    case strayOperator(String, at: Query.SourceRange)
    /// `-` or `NOT` before nothing.
    case strayNegation(at: Query.SourceRange)
    /// An operator without a field before it: `=CDN`.
    case missingField(before: String, at: Query.SourceRange)
    /// Something glued to the end of a quoted value.
    case missingSpace(at: Query.SourceRange)
    /// `sort:` in parentheses, `sort:` or `in:` negated.
    case misplaced(Query.Field, at: Query.SourceRange)
    /// A second `in:` in one group.
    case repeated(Query.Field, at: Query.SourceRange)
    /// `in:` with no word to restrict.
    case nothingToSearch(at: Query.SourceRange)
    /// A field whose changes are not kept, in `was:` or `changed:`.
    case noHistory(of: Query.Field, at: Query.SourceRange)
    case nestedTooDeep(limit: Int, at: Query.SourceRange)
    /// The desk keeps nothing that could answer this.
    case notSupported(Query.Field, at: Query.SourceRange)
    /// Business days or hours where no calendar is at hand.
    case businessTimeNotKnown(at: Query.SourceRange)

    /// It comes of marks that mean something in a query and nothing in a text that somebody pasted.
    package var isOfPastedText: Bool {
        switch self {
        case .unknownField, .unbalancedQuote, .unclosedParenthesis, .strayParenthesis, .strayOperator, .strayNegation,
            .missingField, .missingSpace, .emptyGroup, .emptyName, .emptyPhrase, .nestedTooDeep:
            true
        default: false
        }
    }

    /// Where in the query.
    package var range: Query.SourceRange {
        switch self {
        case .unknownField(_, _, let range), .unknownView(_, _, let range),
            .unknownValue(_, _, _, let range), .unknownName(_, _, _, let range),
            .operatorNotAllowed(_, _, let range), .badNumber(_, _, let range),
            .badDate(_, _, let range), .badDuration(_, _, let range),
            .emptyValue(_, let range), .tooManyValues(_, let range), .strayOperator(_, let range),
            .missingField(_, let range), .misplaced(_, let range), .repeated(_, let range),
            .noHistory(_, let range), .nestedTooDeep(_, let range),
            .emptyPhrase(let range), .emptyGroup(let range), .emptyName(let range), .reversedRange(let range),
            .unbalancedQuote(let range), .unclosedParenthesis(let range), .strayParenthesis(let range),
            .strayNegation(let range), .missingSpace(let range), .nothingToSearch(let range),
            .notSupported(_, let range), .businessTimeNotKnown(let range):
            range
        }
    }
}

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
