import Testing
import Workflow
@testable import Storage

/// Statements that must be fast find their way by an index.
struct QueryPlanTests {
    /// The plan that the engine makes of a statement, once it knows how many rows there are.
    private func plan(_ statement: (any Transaction) throws -> Void) throws -> [String] {
        let desk = try SearchedDesk()
        for index in 0..<200 {
            try desk.file(NewTicket(title: "t\(index)", description: "d", categoryPath: ["c\(index % 20)"]))
        }
        let some = (1...80).map { Ticket.Number($0) }
        _ = try desk.store.perform(
            .edit(TicketEdit(addedTags: ["tag 1", "tag 2", "tag 3"])), on: some, CommandContext.ofTests)
        _ = try desk.store.perform(
            .setCauseState((1...80).map { "cause \($0)" }, .confirmed), on: [some[0]], CommandContext.ofTests)
        _ = try desk.store.perform(
            .edit(TicketEdit(priority: .high, fields: [NamedText(name: "f", text: "text")])), on: some,
            CommandContext.ofTests)
        _ = try desk.store.perform(.take, on: some, CommandContext.ofTests)
        try desk.run("UPDATE ticket_field SET text = text || ticket_id")
        try desk.run("ANALYZE")
        var plans: [String] = []
        try desk.store.read { db in
            try statement(
                WatchedTransaction(db) { watched in
                    guard watched.isRead, let sql = watched.sql else { return }
                    plans += try db.rows("EXPLAIN QUERY PLAN " + sql, watched.values).map { try $0.text(3) }
                })
        }
        return plans
    }

    private func list(_ query: String) throws -> [String] {
        try plan { db in
            let queryContext = QueryContext(
                agent: nil, now: Instant(milliseconds: 0), zone: .utc, categories: try CategoryTree.read(in: db))
            _ = try TicketList(try Query.parse(query), queryContext, in: db).numbers(limit: 50)
        }
    }

    private func expect(_ plan: [String], uses index: String, _ sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(plan.contains { $0.contains("INDEX \(index)") }, "\(plan)", sourceLocation: sourceLocation)
        #expect(!plan.contains { $0.hasPrefix("SCAN ticket") && !$0.contains("INDEX") }, sourceLocation: sourceLocation)
    }

    @Test func `a list of one category and status, newest first, is read in order`() throws {
        let plan = try list("category:c3 status:open")
        expect(plan, uses: "ticket_by_category")
        #expect(!plan.contains("USE TEMP B-TREE FOR ORDER BY"), "\(plan)")
    }

    @Test func `the newest tickets are read in order`() throws {
        expect(try list(""), uses: "ticket_by_creation")
    }

    @Test func `the category report reads one index only`() throws {
        let plan = try plan { db in
            let queryContext = QueryContext(
                agent: nil, now: Instant(milliseconds: 0), zone: .utc, categories: try CategoryTree.read(in: db))
            _ = try TicketCounts.byCategoryAndStatus(try Query.parse(""), queryContext, in: db)
        }
        #expect(plan.contains { $0.contains("COVERING INDEX ticket_by_category") }, "\(plan)")
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    }

    @Test func `tickets by the month they came are counted along indexes only`() throws {
        let plan = try plan { _ = try CreationCounts.ofAll([0..<1000, 1000..<2000], in: $0) }
        #expect(
            plan.contains { $0.contains("COVERING INDEX ticket_by_creation (created_at>? AND created_at<?)") },
            "\(plan)")
        #expect(!plan.contains { $0.contains("ticket") && !$0.contains("COVERING INDEX") }, "\(plan)")
    }

    @Test(arguments: [
        "author:ana", "involves:ana", "-author:ana", "-involves:ana", "author:ana OR id:3", "author:none", "author:any",
        "author:ana author:any",
    ])
    func `who wrote on tickets is read along one index, once`(query: String) throws {
        let plan = try list(query)
        #expect(plan.contains { $0.contains("message USING COVERING INDEX message_by_agent (agent_id") }, "\(plan)")
        #expect(!plan.contains { $0.contains("CORRELATED") }, "\(plan)")
    }

    @Test(arguments: ["cause:~cause", "-cause:~cause", "cause:~cause OR id:3", "in:cause cause", "was:cause:~cause"])
    func `thousands of causes are asked for their tickets, not each ticket for thousands of causes`(
        query: String
    ) throws {
        let plan = try list(query)
        #expect(plan.contains { $0.contains("COVERING INDEX ticket_cause_by_cause (cause_id=?)") }, "\(plan)")
        #expect(plan.contains { $0.contains("json_each") }, "\(plan)")
        #expect(!plan.contains { $0.contains("ticket_cause USING PRIMARY KEY") }, "\(plan)")
    }

    @Test(arguments: ["field.f:~text", "in:field text"])
    func `the texts of a field are read once`(query: String) throws {
        let plan = try list(query)
        #expect(plan.contains { $0.contains("json_each") }, "\(plan)")
        #expect(!plan.contains { $0.contains("CORRELATED") }, "\(plan)")
    }

    @Test(arguments: ["tag:~tag", "-tag:~tag", "tag:~tag OR id:3"])
    func `tickets of several tags are read along their index`(query: String) throws {
        let plan = try list(query)
        #expect(plan.contains { $0.contains("COVERING INDEX ticket_tag_by_tag (tag_id=?)") }, "\(plan)")
        #expect(!plan.contains { $0.contains("CORRELATED") }, "\(plan)")
    }

    @Test func `the past of a ticket is read along indexes, however long the history`() throws {
        let plan = try plan { db in
            let past = try TicketPast(of: [Ticket.Number(3)], last: 4, named: [.operation(2)], in: db)
            let empty = try Store.inMemory().database.maintenance.emptied()
            try empty.write { try past.copy(into: $0) }
        }
        let large = ["ticket", "message", "event", "operation", "customer"]
        #expect(plan.contains { $0.contains("operation USING INTEGER PRIMARY KEY") }, "\(plan)")
        #expect(!plan.contains { line in large.contains { line == "SCAN \($0)" } }, "\(plan)")
    }

    @Test func `files that are missing are looked for where the search index finds their marks`() throws {
        let plan = try list("has:missing-file")
        #expect(plan.filter { $0.hasPrefix("SCAN search VIRTUAL TABLE") }.count == 1, "\(plan)")
        #expect(!plan.contains { $0.contains("attachment USING INDEX attachment_by_ticket") }, "\(plan)")
    }

    @Test(arguments: ["was:status:open", "changed:status", "-changed:status", "changed:prio"])
    func `what a ticket was is read along the index of that field`(query: String) throws {
        let plan = try list(query)
        #expect(
            plan.contains { $0.contains("INDEX event_by_status") || $0.contains("INDEX event_by_priority") }, "\(plan)")
    }

    @Test(arguments: ["first-reply:2025-03", "-first-reply:2025-03"])
    func `a time that has to be looked up is looked up once for both its ends`(query: String) throws {
        #expect(try list(query).filter { $0.hasPrefix("CORRELATED SCALAR SUBQUERY") }.count == 1)
    }

    @Test func `what was undone is found without going through all operations`() throws {
        expect(try plan { _ = try OperationLog.undoneOperations(in: $0) }, uses: "operation_by_undone")
    }

    @Test func `what an agent did is found in its order`() throws {
        let found = try plan { db in
            let queryContext = QueryContext(
                agent: nil, now: Instant(milliseconds: 0), zone: .utc, categories: try CategoryTree.read(in: db))
            _ = try OperationLog.lines(OperationFilter(actor: "ana"), queryContext, limit: 50, in: db)
        }
        expect(found, uses: "operation_by_agent")
        #expect(!found.contains { $0.contains("ORDER BY") }, "\(found)")
    }

    @Test func `messages and history of a ticket are found by it`() throws {
        expect(try plan { _ = try TicketMessages.of(Ticket.Number(3), in: $0) }, uses: "message_by_ticket")
        expect(try plan { _ = try TicketHistory.of(Ticket.Number(3), in: $0) }, uses: "event_by_ticket")
    }
}
