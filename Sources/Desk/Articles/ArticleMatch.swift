import App
import ArgumentParser
import Files
import Knowledge
import Presentation
import Storage
import Workflow

/// `desk kb match -F LOG`
struct ArticleMatch: Verb {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Say what a log or a sentence shows: cause, remedy, and how often that was right.",
        discussion: """
            Looks for the signatures of all published articles, and groups the other lines that look wrong. Reads gzip, UTF-8, \
            UTF-16 and GB18030. --ticket keeps what was found as an INTERNAL note, --file files a ticket from it; secrets are \
            masked in both.
            """)

    @Option(
        name: [.customShort("F"), .customLong("log")],
        help: ArgumentHelp("The log; - is standard input.", valueName: "file"), completion: .file())
    var log: String?

    @Option(
        name: [.customShort("m"), .customLong("message")], help: ArgumentHelp("What somebody tells.", valueName: "text")
    )
    var message: String?

    @Option(
        help: ArgumentHelp("Only lines since then, where a line says when: 2h, yesterday 14:00.", valueName: "time"))
    var since: String?

    @Option(
        help: ArgumentHelp("utf-8, utf-16le, gb18030, big5 …, instead of what it looks like.", valueName: "name"))
    var encoding: String?

    @Option(help: ArgumentHelp("How many groups of unknown lines.", valueName: "n"))
    var limit = 10

    @Option(
        help: ArgumentHelp("Keep what was found as an internal note of this ticket.", valueName: "id"),
        completion: Completions.tickets)
    var ticket: String?

    @Flag(name: .customLong("file"), help: "File a ticket from what was found.")
    var files = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        guard (log == nil) != (message == nil) else { throw ArticleError.noLog }
        let writes = ticket != nil || files
        let store = writes ? try session.openForWriting() : try session.openForReading()
        let signatures = try store.read { try Signatures.all(in: $0) }
        let search = try LogSearch(session, signatures: signatures, since: since, encoding: encoding, in: store)
        let found = try message.map { search.matches(inText: $0) } ?? search.matches(inFile: log ?? "-")
        try store.read { db in
            let report = try LogReport(found.matches, of: signatures, in: db)
            let nearest = try found.matches.unknown.prefix(limit).map { group in
                try ArticleSearch.like(group.template, limit: 1, in: db).first?.entry
            }
            let remarks = found.remarks.map { session.words.logs.remark($0) }
            if session.answersInJSON {
                let members = LogDocuments.matches(report, found.matches, nearest: nearest, remarks: remarks)
                try session.answer(.logMatches, members)
            } else {
                try remarks.forEach { try session.note($0) }
                if signatures.isEmpty { try session.note(session.words.logs.noSignatures) }
                let page = LogMatchPage(words: session.words)
                try session.page(page.text(report, found.matches, groups: limit, nearest: nearest))
                if let message { try tellLike(message, report, session, in: db) }
            }
        }
        if writes { try keep(found.matches, signatures, session, in: store) }
    }

    /// What articles tell something like a sentence that holds no signature.
    private func tellLike(_ text: String, _ report: LogReport, _ session: Session, in db: any Transaction) throws {
        let hits = try ArticleSearch.like(text, limit: 5, in: db)
        guard !hits.isEmpty else {
            if report.findings.isEmpty { try session.print(session.words.logs.nothing) }
            return
        }
        try session.print("\n" + session.words.logs.similar)
        var context = EntryContext(db)
        for hit in hits {
            let candidate = try context.candidate(hit.entry)
            try session.print(LogMatchPage(words: session.words).text(candidate))
        }
    }

    private func keep(_ matches: LogMatches, _ signatures: [SignatureRow], _ session: Session, in store: Store) throws {
        let text = try store.read { db in
            let report = try LogReport(matches, of: signatures, in: db)
            let page = LogMatchPage(words: session.words)
            return (page.note(report, matches, of: log ?? "-", groups: limit), report.findings.first?.signature.text)
        }
        let note = PersonalData.masked(text.0, [.secret])
        var number = ticket
        if files {
            let what = text.1 ?? matches.unknown.first?.template ?? log ?? "-"
            let title = session.words.logs.title(PersonalData.masked(String(what.prefix(80)), [.secret]))
            let (written, consequences) = try session.workspace.file(
                NewTicket(title: title, channel: "log"), in: store)
            try session.print(session.words.ticket.filed(written, NewTicket(title: title)))
            try session.tell(consequences)
            guard written.operation != nil else { return }
            number = String(written.ticket.rawValue)
        }
        guard let number else { return }
        let queryContext = try store.read { try session.queryContext(in: $0) }
        let result = try session.workspace.change(
            .note(note), on: TicketChoice(numbers: [number]), queryContext, in: store)
        for change in result.performed.changed { try session.print(session.words.logs.noted(change.after.number)) }
        try session.tell(result.consequences)
    }
}

/// Reads a log and looks for signatures in it.
struct LogSearch {
    struct Found {
        var matches: LogMatches
        var remarks: [LogFile.Remark]
    }

    private let drafts: [SignatureDraft]
    private let encoding: TextEncoding?
    private let keeps: (@Sendable (String) -> Bool)?

    init(
        _ session: Session, signatures: [SignatureRow], since: String?, encoding: String?, in store: Store
    ) throws {
        drafts = signatures.map(\.draft)
        self.encoding = try encoding.map { name in
            guard let encoding = TextEncoding(name: name) else { throw ArticleError.badEncoding(name) }
            return encoding
        }
        guard let since else {
            keeps = nil
            return
        }
        let first = try session.workspace.moment(since, .past, in: store)
        let time = LogTime(zone: try store.read { try session.zone(in: $0) }, now: session.now)
        keeps = { line in time.moment(of: line).map { $0 >= first } ?? true }
    }

    func matches(inText text: String) -> Found {
        var text = text
        let matches = text.withUTF8 { bytes in
            var matcher = LogMatcher(drafts, sample: bytes, keeps: keeps)
            matcher.feed(bytes)
            return matcher.finish()
        }
        return Found(matches: matches, remarks: [])
    }

    func matches(inFile path: String) throws -> Found {
        var file = LogFile(path, encoding: encoding)
        var matcher: LogMatcher?
        try file.read { block in
            block.withUnsafeBufferPointer { bytes in
                if matcher == nil { matcher = LogMatcher(drafts, sample: bytes, keeps: keeps) }
                matcher?.feed(bytes)
            }
        }
        return Found(matches: matcher?.finish() ?? LogMatches(), remarks: file.remarks)
    }
}
