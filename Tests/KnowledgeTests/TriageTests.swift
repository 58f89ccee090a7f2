import Testing
import Workflow

@testable import Knowledge
@testable import Storage

/// A desk in memory with tickets of some categories.
struct TaughtDesk {
    let store: Store
    private let ana = Agent(id: 1, name: "ana", role: .admin)

    init() throws { store = try Store.inMemory() }

    var context: CommandContext {
        CommandContext(agent: ana.name, at: Instant(milliseconds: 1_000), command: "desk new")
    }

    @discardableResult
    func file(_ path: String?, _ title: String, _ description: String? = nil, tags: [String] = []) throws
        -> Ticket.Number
    {
        let new = NewTicket(
            title: title, description: description,
            categoryPath: path.map { $0.split(separator: "/").map { String($0) } } ?? [], tags: tags)
        return try store.file(new, context).ticket
    }

    func answer(_ text: String, on number: Ticket.Number) throws {
        _ = try store.perform(.reply(text, at: nil), on: [number], context)
        _ = try store.perform(.resolve(TicketEnd(resolution: .answered)), on: [number], context)
    }

    func proposal(_ title: String, _ description: String? = nil) throws -> Proposal {
        var known = KnownCategories()
        return try store.read { db in
            try Triage(in: db).proposal(
                for: AskedText(title: title, description: description), known: &known, in: db)
        }
    }

    func paths(_ proposal: Proposal) -> [String] { proposal.categories.map { $0.path.joined(separator: "/") } }

    /// Ten tickets about certificates, ten about uploading, two about bills.
    static func usual() throws -> TaughtDesk {
        let desk = try TaughtDesk()
        for number in 1...10 {
            try desk.file("CDN/证书问题", "SSL证书到期 \(number)", "证书快要到期，怎么续期")
            try desk.file("对象存储/上传下载", "上传文件失败 \(number)", "用SDK上传报错")
        }
        for _ in 1...2 { try desk.file("财务/发票问题", "发票抬头", "发票怎么开") }
        return desk
    }
}

struct TriageTests {
    @Test func `a text gets the category of the tickets that are like it, with the words that count`() throws {
        let desk = try TaughtDesk.usual()
        let proposal = try desk.proposal("证书到期了", "怎么续期")
        #expect(desk.paths(proposal).first == "CDN/证书问题")
        #expect(proposal.categories[0].score > 0.8)
        // The rest is for none of them.
        #expect((0.99..<1).contains(proposal.categories.reduce(0) { $0 + $1.score }))
        #expect(proposal.because.contains { $0.word.contains("到期") })
        #expect(proposal.evidence.count == 5)
        #expect(proposal.category(atLeast: 0.3)?.path == ["CDN", "证书问题"])
    }

    @Test func `a rare category is not drowned by a common one`() throws {
        let desk = try TaughtDesk.usual()
        #expect(try desk.paths(desk.proposal("发票怎么开")).first == "财务/发票问题")
    }

    @Test func `a new ticket counts at once`() throws {
        let desk = try TaughtDesk.usual()
        try desk.file("直播/卡顿", "直播画面卡顿", "观众看到卡顿")
        #expect(try desk.paths(desk.proposal("画面卡顿")).first == "直播/卡顿")
    }

    @Test func `always three paths where three exist`() throws {
        let desk = try TaughtDesk.usual()
        let proposal = try desk.proposal("发票")
        #expect(desk.paths(proposal).count == 3)
        #expect(Set(desk.paths(proposal)) == ["财务/发票问题", "CDN/证书问题", "对象存储/上传下载"])
    }

    @Test(arguments: ["", "z", "😀", "[图片]", "\"* NEAR AND - :", "ｑｑｑ"])
    func `where nothing is shared nothing is proposed, and the commonest are told first`(text: String) throws {
        let desk = try TaughtDesk.usual()
        let proposal = try desk.proposal(text, text)
        #expect(proposal.category(atLeast: 0) == nil)
        #expect(proposal.categories.allSatisfy { $0.score == 0 })
        #expect(desk.paths(proposal).last == "财务/发票问题")
        #expect(proposal.evidence.isEmpty && proposal.because.isEmpty)
    }

    @Test func `a megabyte of text is as good as its beginning`() throws {
        let desk = try TaughtDesk.usual()
        let long = "证书到期，怎么续期。" + String(repeating: "证书到期怎么办 ", count: 50_000)
        #expect(try desk.paths(desk.proposal("证书", long)).first == "CDN/证书问题")
    }

    @Test func `a desk without tickets knows nothing`() throws {
        let desk = try TaughtDesk()
        #expect(try desk.proposal("证书到期") == Proposal())
        try desk.file(nil, "证书到期")
        #expect(try desk.proposal("证书到期") == Proposal())
    }

    @Test func `a category with one ticket can be proposed`() throws {
        let desk = try TaughtDesk()
        try desk.file("CDN/证书问题", "证书到期")
        #expect(try desk.proposal("证书到期").category(atLeast: 0.9)?.path == ["CDN", "证书问题"])
    }

    @Test func `a ticket is no evidence for itself`() throws {
        let desk = try TaughtDesk.usual()
        let odd = try desk.file("财务/发票问题", "证书到期了", "证书怎么续期")
        var known = KnownCategories()
        let proposal = try desk.store.read { db in
            try Triage(in: db).proposal(for: AskedText(of: odd, in: db), own: odd, known: &known, in: db)
        }
        #expect(desk.paths(proposal).first == "CDN/证书问题")
        #expect(!proposal.evidence.contains(odd))
    }

    @Test func `tickets in the trash and retired categories are not proposed`() throws {
        let desk = try TaughtDesk()
        let gone = try desk.file("甲/一", "证书到期")
        try desk.file("乙/二", "证书到期")
        _ = try desk.store.perform(.remove, on: [gone], desk.context)
        #expect(try desk.proposal("证书到期").category(atLeast: 0.3)?.path == ["乙", "二"])
    }

    @Test func `causes, tags and priority come from the nearest`() throws {
        let desk = try TaughtDesk()
        let number = try desk.file("CDN/证书问题", "SSL证书到期", "证书到期", tags: ["证书"])
        _ = try desk.store.perform(.setCauseState(["证书过期"], .confirmed), on: [number], desk.context)
        _ = try desk.store.perform(.edit(TicketEdit(priority: .high)), on: [number], desk.context)
        try desk.file("对象存储/上传下载", "上传失败", "SDK报错")
        let proposal = try desk.proposal("证书到期")
        let votes = try desk.store.read { try NeighbourVotes(of: proposal.nearest, in: $0) }
        #expect(votes.causes.map(\.name) == ["证书过期"])
        #expect(votes.causes[0].score > 0.9)
        #expect(votes.tags.map(\.name) == ["证书"])
        #expect(votes.priority?.value == .high)
    }

    @Test func `the evaluation holds tickets out and counts what is right`() throws {
        let desk = try TaughtDesk.usual()
        let evaluation = try desk.store.read { try Evaluation(folds: 5, in: $0) }
        #expect(evaluation.tickets == 22 && evaluation.all.asked == 22)
        #expect(evaluation.all.top1 == 22 && evaluation.all.top3 == 22 && evaluation.all.product == 22)
        #expect(evaluation.all.commonest < 22)
        #expect(evaluation.categories.map(\.score.asked) == [10, 10, 2])
    }

    @Test func `a category that stands in one ticket only cannot be guessed when that is held out`() throws {
        let desk = try TaughtDesk.usual()
        try desk.file("直播/卡顿", "直播画面卡顿", "观众看到卡顿")
        let evaluation = try desk.store.read { try Evaluation(folds: 5, in: $0) }
        let odd = try #require(evaluation.categories.first { $0.path == ["直播", "卡顿"] })
        #expect(odd.score.asked == 1 && odd.score.top1 == 0)
    }
}
