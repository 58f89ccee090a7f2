import ArgumentParser
import Knowledge
import Presentation
import Storage
import Workflow

/// `desk kb search WORDS`
struct ArticleSearchVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find parts of articles by their words.",
        discussion: "All words must stand in a part, or with --like most of what a sentence tells. The best come first."
    )

    @Argument(help: ArgumentHelp("What to look for.", valueName: "text"))
    var text: [String]

    @Option(help: ArgumentHelp("How many.", valueName: "n"))
    var limit = 10

    @Flag(help: "What tells the same as the text, rather than what holds its words.")
    var like = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let words = text.joined(by: " ")
        guard !words.trimmed.isEmpty else { throw UsageError.noWords }
        let store = try session.openForReading()
        try store.read { db in
            let hits =
                try like
                ? ArticleSearch.like(words, limit: limit, in: db) : ArticleSearch.words(words, limit: limit, in: db)
            let rows = hits.map { hit in
                let marks = like ? hit.shared : words.split(separator: " ").map { String($0) }
                let snippets = Snippets(words: marks, width: 24)
                let messages = hit.entry.texts.map(\.body).filter { !$0.isEmpty }
                return (hit: hit, snippet: snippets.best(title: hit.entry.title, texts: messages))
            }
            try session.show(ArticleRows.hits(rows, query: words, session.words), zone: .utc)
        }
    }
}

/// `desk kb check`
struct ArticleCheckVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "List what is to be mended in articles.",
        discussion: """
            Links that lead nowhere, signatures without a sample, shared with other articles or within longer ones, logs that \
            are only a picture, reviews that are due.
            """)

    @Argument(help: ArgumentHelp("Only this article.", valueName: "article"))
    var number: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let wanted = try number.map { try ArticleOption.number($0) }
        let store = try session.openForReading()
        try store.read { db in
            if let wanted { _ = try Articles.find(wanted, in: db) }
            let check = try ArticleCheck(wanted, now: session.now, in: db)
            let zone = try session.zone(in: db)
            let rows = ArticleRows.findings(check.findings, session.words) { moment in
                TimeText.localDate(moment.milliseconds, offset: zone.offset(at: moment.milliseconds))
            }
            if check.findings.isEmpty, session.isTable {
                return try session.print(session.words.articles.noFaults(check.articleCount))
            }
            try session.show(rows, zone: zone)
        }
    }
}

/// `desk kb diff KB-3`
struct ArticleDiffVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "What differs between two versions of an article.",
        discussion: "Without --from and --to, what the last edit changed.")

    @Argument(help: ArgumentHelp("The article.", valueName: "article"))
    var number: String

    @Option(help: ArgumentHelp("The version before.", valueName: "n"))
    var from: Int?

    @Option(help: ArgumentHelp("The version after.", valueName: "n"))
    var to: Int?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let number = try ArticleOption.number(number)
        let store = try session.openForReading()
        try store.read { db in
            let article = try Articles.find(number, in: db)
            let after = to ?? article.version
            let before = try Articles.body(of: number, version: from ?? max(1, after - 1), in: db)
            let lines = TextMerge.differences(before, try Articles.body(of: number, version: after, in: db))
            try session.show(ArticleRows.diff(lines, session.words), zone: .utc)
        }
    }
}

/// `desk kb gaps`
struct ArticleGapsVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "gaps", abstract: "List what is resolved again and again without an article.",
        discussion: "A category and a cause a line, with the query that finds its tickets.")

    @Option(help: ArgumentHelp("How many tickets make a gap.", valueName: "n"))
    var min = 3

    @Option(help: ArgumentHelp("How many lines; 0 for all.", valueName: "n"))
    var limit = 20

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        try store.read { db in
            let gaps = try ArticleGaps(least: min, limit: limit, in: db).gaps
            try session.show(ArticleRows.gaps(gaps, session.words), zone: .utc)
        }
    }
}
