import Presentation
import Storage
import Workflow

/// The offers of each kind.
enum Offers {
    /// More than a person reads in a list.
    private static let limit = 100

    /// The newest open tickets, with their titles.
    static func tickets(_ typed: String, _ queryContext: QueryContext, in db: any Transaction) throws -> [Offer] {
        guard typed.allSatisfy({ $0.isASCII && $0.isNumber }) else { return [] }
        let list = try TicketList(try Query.parse("is:open"), queryContext, in: db)
        return try list.tickets(limit: limit).map { ticket in
            let title = DisplayWidth.truncated(TerminalText.line(ticket.title), to: 40)
            return Offer(word: String(ticket.number.rawValue), about: title)
        }
    }

    static func categories(_ queryContext: QueryContext) -> [Offer] {
        let offered = queryContext.categories.categories.filter { !$0.isRetired }
        return offered.compactMap { queryContext.categories.printedPath(of: $0.id) }.sortedByBytes().map {
            Offer(word: $0)
        }
    }

    static func names(_ known: KnownNames, in db: any Transaction) throws -> [Offer] {
        try known.all(in: db).map { Offer(word: $0) }
    }

    static func views(mark: String, in db: any Transaction) throws -> [Offer] {
        try Views.all(in: db).map { Offer(word: mark + $0.name, about: TerminalText.line($0.query)) }
    }

    /// Fields, and the values of the field that is being typed.
    static func query(_ typed: TypedTerm, _ queryContext: QueryContext, in db: any Transaction) throws -> [Offer] {
        guard let name = typed.field else {
            if typed.word.hasPrefix("@") { return try views(mark: "@", in: db) }
            let mark = typed.word.hasPrefix("-") ? "-" : ""
            return Query.Field.allCases.map { Offer(word: mark + $0.rawValue + ":") }
        }
        let field = Query.Field(name: String(name.drop { $0 == "-" }))
        return try values(of: field, queryContext, in: db).map { Offer(word: typed.prefix + $0, about: "") }
    }

    private static func values(
        of field: Query.Field?, _ queryContext: QueryContext, in db: any Transaction
    ) throws -> [String] {
        switch field {
        case .status: Status.allCases.map(\.name)
        case .is: Query.Flag.allCases.map(\.rawValue) + Status.allCases.map(\.name)
        case .priority: Priority.allCases.map(\.name)
        case .resolution: Resolution.allCases.map(\.name)
        case .category: categories(queryContext).map(\.word) + ["none"]
        case .assignee, .author, .involves, .watching: try KnownNames.agents.all(in: db) + ["me", "none"]
        case .team: try KnownNames.teams.all(in: db) + ["none"]
        case .customer: try KnownNames.customers.all(in: db) + ["none"]
        case .tag: try KnownNames.tags.all(in: db) + ["none"]
        case .cause: try KnownNames.causes.all(in: db) + ["none"]
        case .has, .no: Query.Part.allCases.map(\.rawValue)
        case .organization: try KnownNames.organisations.all(in: db) + ["none"]
        case .causeState: Query.CauseState.allCases.map(\.rawValue)
        case .sla, .slaFirst, .slaNext, .slaResolve: Query.SLAState.allCases.map(\.rawValue)
        case .area: Query.Area.allCases.map(\.rawValue)
        case .problem: try Problems.all(in: db).map(\.label) + ["none"]
        case .was, .changed: Query.Field.allCases.filter(\.hasHistory).map(\.rawValue)
        case .sort: try sortKeys(in: db)
        default: []
        }
    }

    private static func sortKeys(in db: any Transaction) throws -> [String] {
        let fields = try Taxonomy.fields(in: db).map { "field." + $0.name }
        let keys = Query.SortKey.allCases.filter { $0 != .custom }.map(\.queryKey) + fields
        return keys.flatMap { [$0, $0 + "-desc"] }
    }

    /// Articles that are in use, with their titles.
    static func articles(in db: any Transaction) throws -> [Offer] {
        try Articles.all(in: db).map { article in
            Offer(
                word: "\(article.number)",
                about: DisplayWidth.truncated(TerminalText.line(article.title), to: 40))
        }
    }
}
