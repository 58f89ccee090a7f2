import Import
import Storage
import Workflow
@testable import Files

/// A desk in memory to import into, and what stands on it afterwards.
struct ImportDesk {
    let store: Store
    var context = CommandContext(agent: "ana", at: Instant(milliseconds: 1_000), command: "import")

    init(_ store: Store? = nil) throws { self.store = try store ?? Store.inMemory() }

    @discardableResult
    func bring(_ text: String, as path: String = "a.md", status: Status? = nil) throws -> FileReport {
        try bring([Importer.Source(path: path, bytes: Array(text.utf8))], status: status)[0]
    }

    func bring(_ files: [Importer.Source], status: Status? = nil) throws -> [FileReport] {
        var reports: [FileReport] = []
        try Importer(context: context, status: status).run(files, into: store) { reports.append($0) }
        return reports
    }

    /// The outcome of a dataset's import.
    func outcome(_ text: String, as path: String = "a.md") throws -> FileOutcome {
        guard case .dataset(_, _, let outcome, _) = try bring(text, as: path) else { throw Unexpected() }
        return outcome
    }

    func restored(_ text: String, as path: String = "tickets.jsonl") throws -> RestoreOutcome {
        guard case .exchange(_, let outcome, _) = try bring(text, as: path) else { throw Unexpected() }
        return outcome
    }

    struct Unexpected: Error {}

    private func records(_ query: String) throws -> [TicketRecord] {
        try store.read { db in
            var records: [TicketRecord] = []
            let queryContext = QueryContext(
                agent: try Agents.find(context.agent, in: db), now: context.at, zone: .utc,
                categories: try CategoryTree.read(in: db))
            try Exporter.eachRecord(try Query.parse(query), queryContext, in: db) { records.append($0) }
            return records
        }
    }

    /// Every ticket there, in number order.
    var tickets: [TicketRecord] { get throws { try records("") } }

    func found(_ query: String) throws -> [Int64] { try records(query).map(\.ticket.number.rawValue) }

    func ticket(_ number: Int64) throws -> TicketRecord {
        guard let found = try tickets.first(where: { $0.ticket.number.rawValue == number }) else { throw Unexpected() }
        return found
    }

    var export: String {
        get throws {
            try tickets.map { JSONWriter.text(of: $0.json) + "\n" }.joined()
        }
    }

    var markdown: String { get throws { MarkdownWriter.document(try tickets.map(\.draft)) } }

    /// What `desk doctor` finds.
    var health: Health { get throws { try store.examine(hash: SHA256.digest) { _, _ in } } }

    func number(_ sql: String) throws -> Int64 {
        try store.read { try $0.row(sql)?.integer(0) ?? -1 }
    }

    var operations: Int64 { get throws { try number("SELECT COUNT(*) FROM operation") } }

    /// What somebody does on the desk, for which there is no verb yet: a change with its event.
    func edit(_ statement: String, of ticket: Int64) throws {
        try store.database.write { db in
            let next = "UPDATE counter SET last = last + 1 WHERE name = 'change' RETURNING last"
            let operation = try db.row(next)?.integer(0) ?? 0
            try db.run(
                "INSERT INTO operation (id, agent_id, at, command) VALUES ($1, 1, 0, 'edit')", [.integer(operation)])
            try db.run(
                "INSERT INTO event (operation_id, sequence, ticket_id, kind, field) VALUES ($1, 1, $2, 'change', 'title')",
                [.integer(operation), .integer(ticket)])
            try db.run(statement, [.integer(ticket)])
        }
        try store.rebuildSearch(context) { _, _ in }
    }
}

/// A dataset in the shape of the seeds.
enum Written {
    struct Ticket {
        var title: String
        var category = "CDN｜证书"
        var description = "证书过期了"
        var causes: [String] = ["没有续签"]
        var turns: [(String, String)] = [("客户", "打不开"), ("客服", "请续签")]
        var extra: [(String, String)] = []
    }

    static func file(_ tickets: [Ticket]) -> String {
        "# 工单\n\n" + tickets.enumerated().map { ticket($0.element, $0.offset + 1) }.joined()
    }

    /// A ticket a title.
    static func file(_ titles: String...) -> String { file(titles.map { Ticket(title: $0, description: "关于\($0)") }) }

    private static func ticket(_ ticket: Ticket, _ ordinal: Int) -> String {
        var text = "## 问题 \(ordinal): \(ticket.title)\n\n**分类标签**: \(ticket.category)\n\n"
        text += "### 问题描述\n\n\(ticket.description)\n\n"
        if !ticket.causes.isEmpty { text += "### 根本原因分析\n\n\(ticket.causes.map { "- \($0)\n" }.joined())\n" }
        let turns = ticket.turns.map { "**\($0.0)**：\($0.1)\n\n" }.joined()
        text += "### 完整对话记录\n\n\(turns)"
        text += ticket.extra.map { "### \($0.0)\n\n\($0.1)\n\n" }.joined()
        return text + "---\n\n"
    }
}
