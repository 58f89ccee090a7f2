import Reporting
import Testing
import Workflow

@testable import Storage

/// A desk on which anything may happen, and beside it a model that is as simple as can be: what every ticket was after each
/// command. Its figures follow from these pictures alone.
struct PastDesk {
    static let day: Int64 = 86_400_000
    static let start: Int64 = 1_772_409_600_000

    let store: Store
    private(set) var now = Self.start
    private(set) var model = PastModel()
    private var random: SeededChoice
    private var done: [Int64] = []
    /// Operations with which something came with an earlier time.
    private var arrivals: Set<Int64> = []
    /// What was done, one line a command.
    private(set) var log: [String] = []
    private(set) var policy = SLAPolicy(name: "p", query: "", terms: SLATerms())

    init(seed: Int) throws {
        store = try Store.inMemory(at: Instant(milliseconds: Self.start))
        random = SeededChoice(state: UInt64(seed) &* 2_654_435_761 &+ 7)
        policy = SLAPolicy(name: "p", query: "", terms: try SLATerms(text: "first 4h; next 8h; resolve 1d"))
        _ = try store.addPolicy(policy, context, try slaContext())
        policy = try store.read { try SLAPolicies.find("p", in: $0) }
    }

    var context: CommandContext {
        var context = CommandContext(agent: "ana", at: Instant(milliseconds: now), command: "desk")
        context.zones = { _ in .utc }
        context.confirmed = [.anything]
        return context
    }

    func queryContext(in db: any Transaction) throws -> QueryContext {
        QueryContext(
            agent: ReportDesk.agents[0], now: Instant(milliseconds: now), zone: .utc,
            categories: try CategoryTree.read(in: db), zones: { _ in .utc })
    }

    func slaContext() throws -> SLAContext {
        SLAContext(queryContext: try store.read { try queryContext(in: $0) }, zones: { _ in .utc })
    }

    mutating func pass(_ milliseconds: Int64) { now += milliseconds }

    /// Does something, some hours later.
    /// - Returns: whether it entered something with an earlier time.
    mutating func live() throws -> Bool {
        now += Int64(random.next(below: 16)) * 1_800_000 + 1000
        let count = model.last.count
        undoesArrival = false
        let kind = count < 2 ? 0 : random.next(below: 29)
        let ticket = Ticket.Number(Int64(random.next(below: max(1, count)) + 1))
        switch kind {
        case 0...4: _ = try note { try $0.store.file(NewTicket(title: "t"), $0.context).operation }
        case 5: try arrive()
        case 6, 7: try undo()
        case 8:
            let other = Ticket.Number(Int64(random.next(below: count) + 1))
            try note { try $0.store.merge([ticket], into: other, $0.context).operation }
        case 9: try note { try $0.store.unmerge(ticket, $0.context).operation }
        case 10: try changePolicy()
        case 28: try note { try $0.store.purge([ticket], $0.context).operation }
        default:
            let verb = verb(kind)
            log.append("\(verb) \(ticket)")
            try note { try $0.store.perform(verb, on: [ticket], $0.context).operation }
        }
        if kind <= 10 || kind == 28 { log.append("\(kind) \(ticket)") }
        return kind == 5 || kind >= 26 || undoesArrival
    }

    private var undoesArrival = false

    private mutating func verb(_ kind: Int) -> TicketCommand {
        switch kind {
        case 11: .remove
        case 12: .restore
        case 13, 14: .reply("请看")
        case 15: .receive("还是不行", at: nil)
        case 16: .pend(until: nil)
        case 17: .edit(TicketEdit(priority: Priority.allCases[random.next(below: 4)]))
        case 18, 19, 20, 21: .resolve(TicketEnd(resolution: .fixed))
        case 22: .close(TicketEnd(resolution: .spam))
        case 26: .reply("昨天说过", at: earlier)
        case 27: .receive("昨天又坏了", at: earlier)
        default: .reopen
        }
    }

    /// Up to two days ago.
    private var earlier: Instant {
        mutating get { Instant(milliseconds: now - Int64(random.next(below: 96)) * 1_800_000 - 1000) }
    }

    /// Tickets that were elsewhere before: with and without their times, open and done.
    private mutating func arrive() throws {
        let isTimed = random.next(below: 3) > 0
        let isDone = random.next(below: 2) == 0
        let created = now - Int64(random.next(below: 200)) * 1_800_000 - 2_000_000
        let resolved = created + Int64(random.next(below: 100)) * 900_000
        let count = done.count
        defer { arrivals.formUnion(done.dropFirst(count)) }
        try note { desk in
            var number: Int64?
            _ = try desk.store.write(desk.context, needs: .importing) { operation in
                var ticket = TicketInsert(
                    number: try operation.takeNumbers(1), uuid: try Self.uuid(desk.now), title: "从前",
                    status: isDone ? .closed : .open)
                ticket.createdAt = isTimed ? Instant(milliseconds: created) : nil
                ticket.resolvedAt = isTimed && isDone ? Instant(milliseconds: min(resolved, desk.now)) : nil
                try operation.insert(ticket)
                number = operation.number
            }
            return number
        }
    }

    private static func uuid(_ number: Int64) throws -> UUIDBytes {
        try #require(UUIDBytes((0..<16).map { UInt8(truncatingIfNeeded: number >> ($0 * 4)) }))
    }

    private mutating func undo() throws {
        guard !done.isEmpty else { return }
        let chosen = done[random.next(below: done.count)]
        log.append("undo \(chosen)")
        let count = done.count
        try note(undoing: chosen) { try $0.store.undo(chosen, $0.context).operation }
        guard done.count > count, arrivals.contains(chosen) else { return }
        undoesArrival = true
        arrivals.insert(done[count])
    }

    private mutating func changePolicy() throws {
        policy.terms = try SLATerms(
            text: ["first 1h; resolve 2h", "first 4h; next 8h; resolve 1d", "first 9d"][random.next(below: 3)])
        _ = try store.change(policy, context, try slaContext())
    }

    /// Gives a command; a refusal is part of the game. What every ticket is after it is kept.
    private mutating func note(undoing: Int64? = nil, _ command: (PastDesk) throws -> Int64?) throws {
        let operation: Int64?
        do {
            operation = try command(self)
        } catch is WorkflowError {
            return
        } catch is StorageError {
            return
        }
        guard let operation else { return }
        done.append(operation)
        log.append("op \(operation) at \(TimeText.local(now, offset: 0))")
        model.add(try store.read { try PastModel.picture(in: $0) }, at: now, operation, undoing: undoing)
    }
}
