import Reporting
import Storage
import Workflow

/// A desk on which anything may have happened, with times, and reports of it.
struct ReportDesk {
    static let day: Int64 = 86_400_000
    static let agents = [
        Agent(id: 1, name: "ana", role: .admin), Agent(id: 2, name: "李雷", role: .agent),
        Agent(id: 3, name: "o'brien", role: .manager),
    ]

    let store: Store
    private var random: SeededChoice
    private(set) var now: Int64

    /// The query and the terms of each policy, in their order.
    static let promises = [
        ("prio:high", "first 2h; next 4h; resolve 1d; pause pending"), ("", "first 8h; next 1d; resolve 3d"),
    ]

    /// - Parameter start: the first instant on the desk.
    init(
        seed: Int, from start: Int64 = 1_772_000_000_000, promises: [(query: String, terms: String)] = Self.promises
    ) throws {
        store = try Store.inMemory(at: Instant(milliseconds: start))
        random = SeededChoice(state: UInt64(seed) &* 2_654_435_761 &+ 1)
        now = start
        for agent in Self.agents.dropFirst() {
            _ = try store.addAgent(agent.name, AgentFacts(role: agent.role), context())
        }
        _ = try store.addTeam("二线", TeamFacts(), context())
        for (place, promise) in promises.enumerated() {
            let terms = try SLATerms(text: promise.terms)
            let policy = SLAPolicy(name: "p\(place)", query: promise.query, terms: terms)
            _ = try store.addPolicy(policy, context(), try slaContext())
        }
    }

    func context(_ agent: Int = 0) -> CommandContext {
        var context = CommandContext(
            agent: Self.agents[agent].name, at: Instant(milliseconds: now), command: "desk", reason: nil)
        context.zones = { _ in .utc }
        return context
    }

    mutating func pass(_ milliseconds: Int64) { now += milliseconds }

    /// Does so many things, some hours apart. A refusal is part of the game.
    mutating func live(_ commands: Int) throws {
        for _ in 0..<commands {
            now += Int64(random.next(below: 40)) * 1_800_000
            let who = context(random.next(below: 3))
            if random.next(below: 4) == 0 { try file(who) } else { try? doSomething(who) }
            // Verdicts are written down now and then.
            if random.next(below: 15) == 0 { try store.writeSLAVerdicts(try slaContext()) }
        }
    }

    private mutating func file(_ context: CommandContext) throws {
        let paths = [["CDN", "证书"], ["CDN"], [], ["对象存储", "上传"], ["a\"b", "x, y"]]
        var ticket = NewTicket(title: "工单 \(now)", description: "怎么办", categoryPath: paths.randomly(&random))
        ticket.customer = [nil, "王女士", "李, \"四\"", "none", "me"].randomly(&random)
        ticket.channel = [nil, "web", "phone", "电话"].randomly(&random)
        ticket.tags = [[], ["急"], ["急", "new tag"]].randomly(&random)
        ticket.priority = Priority.allCases.randomly(&random)
        _ = try store.file(ticket, context)
    }

    private mutating func doSomething(_ context: CommandContext) throws {
        let count = try store.read { try $0.row("SELECT COALESCE(MAX(id), 0) FROM ticket")?.int(0) ?? 0 }
        guard count > 0 else { return }
        let number = Ticket.Number(Int64(random.next(below: count) + 1))
        let kind = random.next(below: 20)
        switch kind {
        case 0: try undo(context)
        case 1 where count > 2:
            let other = Ticket.Number(Int64(random.next(below: count) + 1))
            _ = try store.merge([number], into: other, context.confirming(.anything))
        case 2: _ = try store.unmerge(number, context)
        default: _ = try store.perform(verb(kind), on: [number], context)
        }
    }

    private mutating func undo(_ context: CommandContext) throws {
        let lines = try store.read { try OperationLog.lines(limit: 8, in: $0) }
        let chosen = lines[random.next(below: lines.count)].number
        if chosen > 4 { _ = try store.undo(chosen, context) }
    }

    private mutating func verb(_ kind: Int) -> TicketCommand {
        let causes = ["证书过期", "DNS \"错误\"", "待分析"]
        let resolution = Resolution.allCases.randomly(&random)
        switch kind {
        case 3, 4: return .take
        case 5, 6: return .reply("请看")
        case 7: return .note("备注")
        case 8: return .receive("还是不行", at: nil)
        case 9: return .pend(until: nil)
        case 10: return .hold(until: nil)
        case 11, 12, 13:
            return .resolve(TicketEnd(resolution: resolution, causes: [causes.randomly(&random)], message: "好了"))
        case 14: return .close(TicketEnd(resolution: .spam))
        case 15, 16: return .reopen
        case 17: return .setCauseState([causes.randomly(&random)], CauseState.allCases.randomly(&random))
        case 18: return .remove
        default: return .steal
        }
    }
}

extension ReportDesk {
    /// What somebody sees who asks now.
    func queryContext(in db: any Transaction, now: Int64? = nil, zone: ZoneOffsets = .fixed(secondsEast: 28_800)) throws
        -> QueryContext
    {
        QueryContext(
            agent: Self.agents[0], now: Instant(milliseconds: now ?? self.now), zone: zone,
            categories: try CategoryTree.read(in: db), zones: { _ in .utc })
    }

    func slaContext() throws -> SLAContext {
        SLAContext(queryContext: try store.read { try queryContext(in: $0) }, zones: { _ in .utc })
    }

    func report(
        _ kind: ReportKind, _ query: String = "", _ change: (inout ReportRequest) throws -> Void = { _ in }
    ) throws -> Report {
        try store.read { db in
            var request = ReportRequest(kind, try Query.parse(query), try queryContext(in: db))
            request.calendar = WorkCalendar(zone: .utc)
            try change(&request)
            return try kind.made(request, in: db)
        }
    }

    /// How many tickets the query finds that somebody copies from a report.
    func count(_ query: Query) throws -> Int {
        try store.read { db in
            let typed = try Query.parse(query.spelledOut.description)
            return try TicketList(try typed.listed(in: db), try queryContext(in: db), in: db).total()
        }
    }
}

/// A small generator whose numbers are the same in every run.
struct SeededChoice {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}

extension Array {
    fileprivate func randomly(_ random: inout SeededChoice) -> Element { self[random.next(below: count)] }
}
