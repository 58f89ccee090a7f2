import Workflow

/// The query language as a reference tells it: made of the tables that the parser reads, so that it is never behind them.
package enum QueryReference {
    /// A name that stands before an operator, or a value, with the other names that mean the same.
    package struct Entry: Equatable, Sendable {
        package var name: String
        package var others: [String]

        init(_ names: [String]) {
            name = names[0]
            others = Array(names.dropFirst())
        }
    }

    /// A field, what its values are and how it may be compared.
    package struct FieldEntry: Equatable, Sendable {
        package var field: Query.Field
        package var entry: Entry
        package var kind: Query.Field.Kind
        package var comparisons: [String]
        package var admitsNone: Bool
    }

    package static var fields: [FieldEntry] {
        Query.Field.allCases.map { field in
            FieldEntry(
                field: field, entry: Entry(field.names), kind: field.kind,
                comparisons: field.comparisons.map(\.rawValue), admitsNone: field.admitsNone)
        }
    }

    package static var flags: [Entry] { entries(Query.Flag.self) }
    package static var parts: [Entry] { entries(Query.Part.self) }
    package static var areas: [Entry] { entries(Query.Area.self) }
    package static var sortKeys: [Entry] { entries(Query.SortKey.self) }
    package static var slaStates: [Entry] { entries(Query.SLAState.self) }
    package static var causeStates: [Entry] { entries(Query.CauseState.self) }
    package static var resolutions: [Entry] { entries(Query.Resolution.self) }
    package static var statuses: [Entry] { entries(Status.self) }
    package static var priorities: [Entry] { entries(Priority.self) }
    package static var periods: [Entry] { entries(NamedPeriod.self) }
    package static var units: [Entry] { entries(Query.TimeUnit.self) }
    /// Words between terms.
    package static var joints: [Entry] {
        [QueryParser.Keyword.and, .or, .not].map { Entry([$0.rawValue] + $0.chinese) }
    }

    private static func entries<Value: QueryVocabulary>(_ type: Value.Type) -> [Entry] {
        type.allCases.map { Entry($0.names) }
    }
}
