import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk kb`: the knowledge base.
struct ArticleNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kb", abstract: "Articles: guides, questions with answers, tables of codes.",
        discussion: """
            desk import FILE… brings Markdown articles in and publishes them. An article that an agent writes is a draft; \
            only what is published answers anybody.
            """,
        subcommands: [
            ArticleList.self, ArticleShow.self, ArticleSearchVerb.self, ArticleMatch.self, ArticleNew.self,
            ArticleEdit.self,
            ArticlePublish.self, ArticleRetire.self, ArticleDiffVerb.self, ArticleCheckVerb.self, ArticleGapsVerb.self,
        ], defaultSubcommand: ArticleList.self)
}

/// Which article is meant.
enum ArticleOption {
    /// - Throws: `ArticleError.badNumber`
    static func number(_ word: String) throws -> Article.Number {
        guard let number = Article.Number(text: word.trimmed) else { throw ArticleError.badNumber(word) }
        return number
    }
}

/// `desk kb list`
struct ArticleList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List articles.", discussion: "Retired ones only with --state retired.")

    @Option(help: ArgumentHelp("draft, published or retired.", valueName: "state"))
    var state: String?

    @Option(
        name: .customLong("in"), help: ArgumentHelp("Only articles in this language: zh or en.", valueName: "language"))
    var language: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let states = try state.map { word -> Set<Article.State> in
            guard let state = Article.State(word: word) else { throw ArticleError.badState(word) }
            return [state]
        }
        let store = try session.openForReading()
        try store.read { db in
            let articles = try Articles.all(states: states ?? [.draft, .published], language: language, in: db)
            let uses = try Articles.uses(in: db)
            try session.show(ArticleRows.list(articles, uses, session.words), zone: try session.zone(in: db))
        }
    }
}

/// `desk kb show KB-3`
struct ArticleShow: Verb {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print an article.",
        discussion: "--raw prints its text byte for byte; --versions lists what it was before.")

    @Argument(help: ArgumentHelp("The article.", valueName: "article"))
    var number: String

    @Flag(help: "Its text, byte for byte.")
    var raw = false

    @Flag(help: "Its versions.")
    var versions = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let number = try ArticleOption.number(number)
        let store = try session.openForReading()
        try store.read { db in
            let article = try Articles.find(number, in: db)
            if raw {
                try session.refuseJSON()
                return try session.write(try Articles.body(of: article, in: db))
            }
            let zone = try session.zone(in: db)
            if versions {
                let all = try Articles.versions(of: number, in: db)
                return try session.show(ArticleRows.versions(all, session.words), zone: zone)
            }
            try show(article, session, zone, in: db)
        }
    }

    private func show(_ article: ArticleRow, _ session: Session, _ zone: TimeZoneRules, in db: any Transaction) throws {
        let entries = try ArticleContent.entries(of: article, in: db)
        let links = try ArticleContent.links(of: article, in: db)
        let signatures = try Signatures.of(article, in: db)
        let use = try Articles.use(of: article.number, in: db)
        let linkedFrom = try ArticleContent.articles(linkingTo: article, in: db)
        let rendering = JSONRendering(zone: zone)
        if session.answersInJSON {
            let members = ArticleDocuments.article(
                article, entries, links: links, signatures: signatures, use: use, linkedFrom: linkedFrom,
                time: { rendering.time($0) })
            return try session.answer(.article, members)
        }
        let pair = try article.translationOf.map { try Articles.find($0, in: db) }
        let page = ArticlePage(words: session.words, terminal: session.terminal)
        try session.page(
            page.text(
                article, entries, links: links, signatures: signatures, use: use, pair: pair, linkedFrom: linkedFrom
            ) { TimeText.local($0.milliseconds, offset: zone.offset(at: $0.milliseconds)) })
    }
}
