import App
import Presentation
import Storage
import Workflow

/// What a phrase of a tool leads to. On a terminal it begins at once and asks for what it needs; elsewhere the command is told
/// that begins it.
struct ToolUse {
    let tool: Tool
    /// As it was typed; nil where nobody said.
    let priority: String?

    /// - Parameter conversation: what was said so far.
    func run(_ typed: String, _ conversation: String?, _ session: Session) throws {
        switch tool.kind {
        case .person: try handOver(typed, conversation, session)
        case .site: try diagnose(named(in: typed), session)
        case .domain: try move(named(in: typed), session)
        case .article: try open(session)
        case .url, .entry: try tell(ToolRows.command(of: tool), session)
        }
    }

    private func tell(_ command: String, _ session: Session) throws {
        try session.print(session.words.articles.toolLeads(tool, command))
    }

    /// The last word that may be an address or the name of a host: `CDN网站无法访问 www.example.com`.
    private func named(in typed: String) -> String? {
        typed.split(separator: " ").map { String($0) }.last { $0.contains(".") || $0.contains("://") }
    }

    private func diagnose(_ url: String?, _ session: Session) throws {
        guard session.canAsk else { return try tell(ToolRows.command(of: tool, url), session) }
        // What was typed is an address, and never an option.
        var site = try DiagnoseSite.parse(["--", try url ?? asked(session.words.articles.askURL, session)])
        site.globals = session.globals
        try site.run(session)
    }

    /// A name is claimed first; once the customer has published the proof, it is moved.
    private func move(_ name: String?, _ session: Session) throws {
        guard session.canAsk else { return try tell(ToolRows.command(of: tool, name), session) }
        let name = try name ?? asked(session.words.articles.askDomain, session)
        let customer = try asked(session.words.articles.askNewOwner, session)
        let request = try DomainRequest(name, customer: customer)
        let isClaimed = try session.openForReading().read { db in
            do {
                _ = try session.workspace.domain(request, in: db)
                return true
            } catch StorageError.domain(.noDomain) {
                return false
            }
        }
        if isClaimed {
            var move = try DomainMove.parse(["--to=\(customer)", "--", name])
            move.globals = session.globals
            return try move.run(session)
        }
        var add = try DomainAdd.parse(["--customer=\(customer)", "--", name])
        add.globals = session.globals
        try add.run(session)
    }

    /// An article that asks is gone through; another is read.
    private func open(_ session: Session) throws {
        let store = try session.openForReading()
        let asks = try store.read { try ToolFlows.asks(tool, in: $0) }
        let command = ToolRows.command(of: tool, asks: asks)
        guard session.canAsk, asks, let article = try FlowVisit.article(tool.target ?? "", in: store) else {
            return try tell(command, session)
        }
        let target = try session.workspace.diagnosisTarget(customer: nil, ticket: nil, priority: nil, in: store)
        try FlowVisit(article, answers: nil, target: target, session: session, store: store).run()
    }

    private func asked(_ question: String, _ session: Session) throws -> String {
        try session.writeError(question)
        guard let answer = session.answer()?.trimmed.nilWhenEmpty else { throw Refusal.cancelled }
        return answer
    }

    private func handOver(_ typed: String, _ conversation: String?, _ session: Session) throws {
        let store = try session.openForWriting()
        let word = try askedPriority(session)
        let (priority, text) = try store.read { try PriorityName.read(word, in: $0) }
        var ticket = NewTicket(title: conversation?.firstLine.trimmed.nilWhenEmpty ?? typed, channel: "ask")
        ticket.description = conversation ?? typed
        (ticket.priority, ticket.priorityText) = (priority, text)
        let (written, consequences) = try session.workspace.file(ticket, in: store)
        try session.filed(
            written.operation.map { _ in written.ticket }, session.words.articles.handedOver(written.ticket, word),
            written.operation)
        try session.tell(consequences)
    }

    /// - Throws: `ToolError.noPriority` where nobody says and nobody can be asked.
    private func askedPriority(_ session: Session) throws -> String {
        if let priority { return priority }
        guard session.canAsk else { throw ToolError.noPriority }
        return try asked(session.words.articles.askPriority, session)
    }
}

/// Tools whose article asks its reader.
enum ToolFlows {
    static func asks(_ tool: Tool, in db: any Transaction) throws -> Bool {
        guard tool.kind == .article, let number = tool.target.flatMap({ Article.Number(text: $0) }) else {
            return false
        }
        guard let article = try Articles.published(number, in: db) else { return false }
        return try FlowVisit.asks(article, in: db)
    }
}
