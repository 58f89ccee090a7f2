import App
import Files
import Import
import Knowledge
import Presentation
import Storage
import Workflow

/// Goes through an article that asks: by a file of answers, or with a person at the terminal.
struct FlowVisit {
    let session: Session
    let store: Store
    let target: DiagnosisTarget
    let article: ArticleRow
    /// Where answers are read from, and where those of a person are added, so that the walk can go on another day.
    let answers: String?
    private let flow: Flow
    private let categoryOf: [[String]?]

    /// The published article that a word means: its number, or its title where it asks.
    /// - Returns: nil for anything else, such as a name of the DNS.
    static func article(_ word: String, in store: Store) throws -> ArticleRow? {
        try store.read { db in
            if word.lowercased().hasPrefix("kb"), let number = Article.Number(text: word) {
                return try Articles.find(number, in: db)
            }
            // Any article may be called like a site; only one that asks is meant.
            return try Articles.titled(word, in: db).first { try $0.state == .published && asks($0, in: db) }
        }
    }

    static func asks(_ article: ArticleRow, in db: any Transaction) throws -> Bool {
        FlowReader.read(try Articles.body(of: article, in: db), title: article.title)?.flow != nil
    }

    /// - Throws: `FlowError.noFlow`, `FlowError.faulty`
    init(_ article: ArticleRow, answers: String?, target: DiagnosisTarget, session: Session, store: Store) throws {
        (self.article, self.answers, self.target, self.session, self.store) = (article, answers, target, session, store)
        let body = try store.read { try Articles.body(of: article, in: $0) }
        guard let reading = FlowReader.read(body, title: article.title) else {
            throw FlowError.noFlow(article.number)
        }
        guard let flow = reading.flow else { throw FlowError.faulty(reading.blocking) }
        self.flow = flow
        categoryOf = try store.read { try EscalationCategory.known(at: flow.steps, of: article, in: $0) }
    }

    func run() throws {
        var walk = FlowWalk(flow)
        let given = try given()
        try walk.take(lines: given)
        if !walk.isOver && session.canAsk && session.tellsPeople { try ask(&walk, given) }
        let ticket = walk.isOver && !session.globals.isDryRun ? try remember(walk) : nil
        let page = page(walk)
        if session.answersInJSON {
            try session.answer(.flow, page.json(ticket: ticket))
        } else {
            try session.page(page.lines.joined(by: "\n") + "\n")
        }
        if !walk.isOver { throw FlowError.waits(step: walk.step.title, among: walk.answers) }
    }

    private func page(_ walk: FlowWalk) -> FlowPage {
        FlowPage(walk, of: article.number, category: categoryOf[walk.current], words: session.words)
    }

    // MARK: Answers

    private func given() throws -> String {
        if let resumed = session.resumed { return try resumed.text() }
        guard let answers else { return "" }
        if answers == "-" { return String(decoding: try FileBytes.readStandardInput(), as: UTF8.self) }
        // A file that is not there yet is begun, where somebody is there to answer.
        do {
            return String(decoding: try FileBytes.read(answers), as: UTF8.self)
        } catch FileError.noSuchFile where session.canAsk {
            return ""
        }
    }

    /// Asks until the end; what was answered is kept after every answer.
    private func ask(_ walk: inout FlowWalk, _ given: String) throws {
        var said = given.isEmpty || given.hasSuffix("\n") ? given : given + "\n"
        let draft = try answers == nil ? session.resumed ?? DraftFolder(session.environment).make() : nil
        try draft?.write(session.facts(reason: ""))
        while !walk.isOver {
            try session.writeError(page(walk).stepLines.joined(by: "\n") + "\n" + page(walk).question)
            guard let word = session.answer()?.trimmed, !["q", "quit", "exit", "退出"].contains(folded(word)) else {
                return try stop(draft, said)
            }
            guard !word.isEmpty || walk.step.onlyTells else { continue }
            let line = word.isEmpty ? Flow.Answer.next.rawValue : word
            do { try walk.take(word: folded(line)) } catch {
                try session.writeError(session.words.flow.error(error).joined(by: "\n") + "\n")
                continue
            }
            said += line + "\n"
            if let answers { try FileBytes.write(Array(said.utf8), to: answers) } else { try draft?.write(said) }
        }
        draft?.discard()
    }

    private func stop(_ draft: Draft?, _ said: String) throws {
        if said.isEmpty {
            draft?.discard()
        } else if let draft {
            session.draft = draft
        } else if let answers {
            let command = "desk diagnose \(article.number) --answers \(ShellWord.quoted(answers))"
            try session.note(session.words.flow.again(command))
        }
        throw Refusal.cancelled
    }

    // MARK: Tickets

    /// Says it to the ticket that is there, or files the one that was asked for.
    private func remember(_ walk: FlowWalk) throws -> Ticket.Number? {
        let page = page(walk)
        let text = page.lines.joined(by: "\n")
        if let priority = target.priority {
            var ticket = NewTicket(title: page.title, description: text)
            ticket.customer = target.customer
            (ticket.priority, ticket.priorityText) = priority
            if let category = categoryOf[walk.current] { ticket.categoryPath = category }
            let (written, consequences) = try session.workspace.file(ticket, in: store)
            try session.tell(consequences)
            if !session.answersInJSON { try session.note(session.words.ticket.filed(written, ticket)) }
            return written.ticket
        }
        if let number = target.ticket { try session.workspace.note(text, on: number, because: nil, in: store) }
        return target.ticket
    }
}
