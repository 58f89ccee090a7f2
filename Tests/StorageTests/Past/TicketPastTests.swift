import Storage
import Testing
import Workflow

/// The past of one ticket, which is read without the rest of the desk.
struct TicketPastTests {
    @Test(arguments: 1...16)
    func `whatever is done, the past of one ticket is what the whole desk's past tells of it`(seed: Int) throws {
        var desk = try RandomDesk(seed: seed, commands: seed % 2 == 0 ? RandomActions.all : RandomActions.inTurn)
        for _ in 1...40 { desk.doSomething() }
        let newest = try desk.newest
        let count = try desk.store.read { try $0.row("SELECT MAX(id) FROM ticket")?.integer(0) ?? 0 }
        for last in stride(from: 0, through: newest, by: Int64.Stride(max(1, newest / 6))) {
            let whole = try desk.store.past(.operation(last))
            for number in (1...count).map({ Ticket.Number($0) }) {
                let named = [Moment.time(Instant(milliseconds: 12 * 60_000)), .operation(9)]
                let past = try desk.store.past(.operation(last), of: [number], named: named)
                #expect(
                    try TicketSight(past, number, named) == TicketSight(whole, number, named), "\(number) op \(last)")
            }
        }
    }

    @Test func `the past of some tickets holds them and no others`() throws {
        let desk = try RandomDesk(seed: 1, tickets: 6)
        let past = try desk.store.past(.operation(4), of: [Ticket.Number(2), Ticket.Number(3)])
        let held = try past.read { db in
            try [1, 2, 3].map { try TicketRows.find(Ticket.Number($0), in: db) != nil }
        }
        #expect(held == [false, true, true])
        // It was filed later.
        #expect(
            try desk.store.past(.operation(4), of: [Ticket.Number(5)]).read {
                try TicketRows.find(Ticket.Number(5), in: $0)?.removal
            } == .undone)
    }

    @Test(arguments: ["prio:high", "category:CDN is:open", "证书", "similar:1", "customer:王", "was:prio:low"])
    func `what is promised by words or names of others is told by the whole desk's past`(query: String) throws {
        let desk = try RandomDesk(seed: 1)
        try desk.store.database.write { db in
            let sql =
                "INSERT INTO sla_policy (name, folded, position, query, terms) VALUES ('p', 'p', 1, $1, 'first 1h')"
            try db.run(sql, [.text(query)])
        }
        let past = try desk.store.past(.operation(try desk.newest), of: [Ticket.Number(1)])
        let isWhole = try past.read { try TicketRows.find(Ticket.Number(2), in: $0) != nil }
        #expect(isWhole == !["prio:high", "category:CDN is:open"].contains(query))
    }
}

/// All that is told of one ticket.
private struct TicketSight: Equatable {
    var record: TicketRecord?
    var merged: [TicketRecord?] = []
    var history: [HistoryEntry] = []
    var diffs: [TicketDiff] = []
    var newest: Int64
    var at: Instant?
    var organisation: String?
    var isVIP = false

    init(_ store: Store, _ number: Ticket.Number, _ moments: [Moment]) throws {
        (record, merged, history, diffs, newest) = try store.read { db in
            let categories = try CategoryTree.read(in: db)
            let record = try TicketRecord.find(number, categories: categories, in: db)
            let merged = try MergeTargets.merged(into: number, in: db)
            return (
                record?.ticket.removal == .undone ? nil : record,
                try merged.map { try TicketRecord.find($0, categories: categories, in: db) },
                try TicketHistory.of(number, in: db),
                try moments.map { try TicketDiff.of(number, from: $0, to: nil, in: db) },
                try OperationLog.lines(limit: 1, in: db).first?.number ?? 0
            )
        }
        at = try store.read { try OperationLog.lines(limit: 1, in: $0).first?.at }
        guard let ticket = record?.ticket else { return }
        (organisation, isVIP) = try store.read { try Customers.standing(of: ticket, in: $0) }
    }
}
