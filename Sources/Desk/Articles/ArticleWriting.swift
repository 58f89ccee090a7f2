import App
import ArgumentParser
import Files
import Import
import Knowledge
import Storage
import Workflow

/// `desk kb new TITLE`
struct ArticleNew: Verb {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Write an article: a draft until it is published.",
        discussion:
            "With -m or -F, else in the editor. Markdown; headings such as Cause and Resolution say what a part tells.")

    @Argument(help: ArgumentHelp("What it is called.", valueName: "title"))
    var title: String?

    @OptionGroup var text: TextOptions

    @Option(
        name: .customLong("from-ticket"),
        help: ArgumentHelp("Draft it from a ticket: its confirmed causes, without personal data.", valueName: "id"),
        completion: Completions.tickets)
    var ticket: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let context = session.context
        if let ticket { return try draft(from: ticket, session, in: store, context) }
        guard let title = self.title?.trimmed.nilWhenEmpty else { throw ArticleError.empty }
        let start = session.words.articles.skeleton(title)
        let written = try text.read(session) ?? session.compose(from: start)
        let body = written.hasPrefix("# ") || written.hasPrefix("---\n") ? written : "# \(title)\n\n\(written)"
        let change = try store.newArticle(try ArticleText.incoming(body, title: title), context)
        try session.tell(change)
    }
}

extension ArticleNew {
    private func draft(from ticket: String, _ session: Session, in store: Store, _ context: CommandContext) throws {
        let (drafted, body) = try store.read { db in
            let number = try OneTicket.first(of: ticket, try session.queryContext(in: db), in: db)
            return try ArticleDraftText.text(from: number, in: db)
        }
        let incoming = try ArticleText.incoming(body, title: title?.trimmed.nilWhenEmpty ?? drafted)
        try session.tell(try store.newArticle(incoming, context))
    }
}

/// `desk kb edit KB-3`
struct ArticleEdit: Verb {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change an article. A published one takes a manager.",
        discussion: """
            With -m or -F, else in the editor; each edit is a version. --sample LINE gives signatures a line of a log that \
            they must match, --review says when to look at it again, --translation-of pairs two languages.
            """)

    @Argument(help: ArgumentHelp("The article.", valueName: "article"))
    var number: String

    @OptionGroup var text: TextOptions

    @Option(help: ArgumentHelp("A line of a log that signatures without a sample must match.", valueName: "line"))
    var sample: String?

    @Option(
        help: ArgumentHelp("When somebody should look at it again: a day or a time; none for never.", valueName: "time")
    )
    var review: String?

    @Option(
        name: .customLong("translation-of"),
        help: ArgumentHelp("The same article in the other language; none parts them.", valueName: "article"))
    var translation: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let number = try ArticleOption.number(number)
        let store = try session.openForWriting()
        let context = session.context
        if let sample { return try session.tell(try store.addSample(sample, to: number, context)) }
        if let review {
            let moment = folded(review) == "none" ? nil : try session.workspace.moment(review, .future, in: store)
            return try session.tell(try store.setReview(of: number, at: moment, context))
        }
        if let translation {
            let other = folded(translation) == "none" ? nil : try ArticleOption.number(translation)
            return try session.tell(try store.pair(number, with: other, context))
        }
        let (article, before) = try store.read { db in
            let article = try Articles.find(number, in: db)
            return (article, String(decoding: try Articles.body(of: article, in: db), as: UTF8.self))
        }
        let body = try text.read(session) ?? session.compose(from: before)
        let incoming = try ArticleText.incoming(body, title: article.title)
        try session.tell(try store.editArticle(number, to: incoming, from: article.version, context))
    }
}

/// A text of an agent as an article.
enum ArticleText {
    /// - Throws: `ArticleError.empty`, `FlowError.faulty`
    static func incoming(_ text: String, title: String) throws -> IncomingArticle {
        guard !text.trimmed.isEmpty else { throw ArticleError.empty }
        let bytes = Array((text.hasSuffix("\n") ? text : text + "\n").utf8)
        let draft = ArticleReader.read(bytes, fallbackTitle: title)
        if let faults = FlowReader.read(draft, bytes)?.refused, !faults.isEmpty { throw FlowError.faulty(faults) }
        return IncomingArticle(draft: draft, bytes: bytes, sha256: SHA256.digest(bytes))
    }
}

/// `desk kb publish KB-3`
struct ArticlePublish: Verb {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Let an article answer. Takes a manager.",
        discussion: "Each of its signatures needs a line that it matches: desk kb edit KB-3 --sample LINE.")

    @Argument(help: ArgumentHelp("The article.", valueName: "article"))
    var number: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let number = try ArticleOption.number(number)
        try session.tell(try session.openForWriting().setState(of: number, to: .published, session.context))
    }
}

/// `desk kb retire KB-3`
struct ArticleRetire: Verb {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "Let an article answer no longer. Takes a manager; undo brings it back.")

    @Argument(help: ArgumentHelp("The article.", valueName: "article"))
    var number: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let number = try ArticleOption.number(number)
        try session.tell(try session.openForWriting().setState(of: number, to: .retired, session.context))
    }
}

extension Session {
    /// Says what was done to an article.
    func tell(_ change: ArticleChange) throws {
        let article = change.article
        let result: WriteResult =
            change.isUnchanged ? .unchanged : change.operation.map { .done($0) } ?? .rehearsed
        try done(
            words.articles.stored(article.number, article.state, article.version) + words.people.end(result),
            change.operation, name: "\(article.number)")
    }
}
