import ArgumentParser
import Presentation
import Reporting
import Storage
import Workflow

/// What the completion scripts ask the desk for while somebody types. Where the desk cannot tell, nothing is offered.
enum Completions {
    static let tickets = kind { typed, queryContext, db in try Offers.tickets(typed, queryContext, in: db) }
    static let categories = kind { _, queryContext, _ in Offers.categories(queryContext) }
    static let agents = kind { _, _, db in try Offers.names(.agents, in: db) }
    static let teams = kind { _, _, db in try Offers.names(.teams, in: db) }
    static let customers = kind { _, _, db in try Offers.names(.customers, in: db) }
    static let tags = kind { _, _, db in try Offers.names(.tags, in: db) }
    static let causes = kind { _, _, db in try Offers.names(.causes, in: db) }
    static let canned = kind { _, _, db in try DeskTexts.all(.canned, in: db).map { Offer(word: $0.name) } }
    static let macros = kind { _, _, db in try DeskTexts.all(.macro, in: db).map { Offer(word: $0.name) } }
    static let dialects = kind { _, _, db in try DeskTexts.all(.dialect, in: db).map { Offer(word: $0.name) } }
    static let rules = kind { _, _, db in try Rules.all(in: db).map { Offer(word: $0.name) } }
    static let schedules = kind { _, _, db in try DeskTexts.all(.schedule, in: db).map { Offer(word: $0.name) } }
    static let organisations = kind { _, _, db in try Offers.names(.organisations, in: db) }
    static let problems = kind { _, _, db in
        try Problems.all(in: db).map { Offer(word: $0.label, about: TerminalText.line($0.title)) }
    }
    static let articles = kind { _, _, db in try Offers.articles(in: db) }
    static let calendars = kind { _, _, db in try Calendars.all(in: db).map { Offer(word: $0.name) } }
    static let fieldNames = kind { _, _, db in try Taxonomy.fields(in: db).map { Offer(word: $0.name) } }
    static let ticketsAndPeople = kind { typed, queryContext, db in
        try Offers.tickets(typed, queryContext, in: db) + Offers.names(.agents, in: db) + Offers.names(.teams, in: db)
    }
    static let fields = kind { _, _, db in
        try Taxonomy.fields(in: db).filter { !$0.isRetired }.map { Offer(word: $0.name + "=") }
    }
    static let axes = kind { _, _, db in
        try TicketAxis.names.map { Offer(word: $0) }
            + Taxonomy.fields(in: db).filter { !$0.isRetired }.map { Offer(word: "field." + $0.name) }
    }
    static let priorities = kind { _, _, db in
        Priority.allCases.map { Offer(word: $0.name) }
            + (try Taxonomy.priorityWords(in: db)).map { Offer(word: $0.word, about: $0.priority.name) }
    }
    static let statuses = kind { _, _, _ in Status.allCases.map { Offer(word: $0.name) } }
    static let resolutions = kind { _, _, _ in Resolution.allCases.map { Offer(word: $0.name) } }
    static let columns = kind { typed, _, db in
        // Several stand in one word, separated by commas.
        let before = typed.lastIndex(of: ",").map { String(typed[...$0]) } ?? ""
        let facts = try TicketFact.common + TicketFact.fields(in: db)
        return (TicketColumns.names + facts.map(\.name)).map { Offer(word: before + $0) }
    }
    static let views = kind { _, _, db in try Offers.views(mark: "", in: db) }
    static let ticketsAndTags = kind { typed, queryContext, db in
        let labels = try Offers.names(.tags, in: db).flatMap {
            [Offer(word: "+" + $0.word), Offer(word: "-" + $0.word)]
        }
        return try Offers.tickets(typed, queryContext, in: db)
            + (typed.hasPrefix("+") || typed.hasPrefix("-") ? labels : [])
    }
    static let query = CompletionKind.custom { words, index, _ in
        offered(words, index) { words, queryContext, db in
            let typed = TypedTerm(words, at: index)
            return try Offers.query(typed, queryContext, in: db).starting(with: typed.word)
        }
    }

    private typealias Source = @Sendable (String, QueryContext, any Transaction) throws -> [Offer]

    private static func kind(_ source: @escaping Source) -> CompletionKind {
        .custom { words, index, _ in
            offered(words, index) { words, queryContext, db in
                let typed = words.indices.contains(index) ? words[index] : ""
                return try source(typed, queryContext, db).starting(with: typed)
            }
        }
    }

    private static func offered(
        _ words: [String], _ index: Int, _ source: ([String], QueryContext, any Transaction) throws -> [Offer]
    ) -> [String] {
        do {
            let environment = try Environment.current()
            var (line, typed) = (QuickLine(words), words)
            var shell = shell(environment)
            if case .bash = shell, typed.indices.contains(index) {
                let read = BashWord.read(typed[index])
                (typed[index], shell) = (read.word, .bash(quote: read.quote))
            }
            var globals = GlobalOptions(quick: &line)
            // A remark would stand in the middle of the line that somebody types.
            globals.quiet = true
            let session = try Session(globals, environment: environment, arguments: [])
            let store = try session.openForReading()
            return try store.read { db in try source(typed, try session.queryContext(in: db), db).lines(for: shell) }
        } catch {
            return []
        }
    }

    // The script says for which shell it was made.
    private static func shell(_ environment: EnvironmentVariables) -> RequestingShell {
        switch environment["SAP_SHELL"] {
        case "bash": .bash(quote: nil)
        case "zsh": .zsh
        case "fish": .fish
        default: .other
        }
    }
}

/// The part of a query that is being typed. Bash takes words apart at colons, so the field may be two words back.
struct TypedTerm: Equatable {
    /// The field whose value is being typed, when one is.
    var field: String?
    /// What the shell will replace.
    var word: String

    init(_ words: [String], at index: Int) {
        var word = words.indices.contains(index) ? words[index] : ""
        let before = index > 0 && words.indices.contains(index - 1) ? words[index - 1] : ""
        if word == ":" {
            field = before
            word = ""
        } else if before == ":", index > 1 {
            field = words[index - 2]
        } else if let colon = word.firstIndex(of: ":") {
            field = String(word[..<colon])
        }
        self.word = word
    }

    /// What stands before the value in the word that the shell replaces.
    var prefix: String {
        word.lastIndex(of: ":").map { String(word[...$0]) } ?? ""
    }
}
