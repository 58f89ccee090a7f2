import Storage
import Testing
import Workflow

struct TaxonomyTests {
    private static let ana = Agent(id: 1, name: "ana", role: .admin)
    private let store: Store
    private let context = CommandContext(agent: Self.ana.name, at: Instant(milliseconds: 0), command: "desk")

    init() throws {
        store = try Store.inMemory()
        for path in [["CDN", "证书"], ["CDN", "证书"], ["CDN", "缓存"], ["加速", "证书"]] {
            _ = try store.file(NewTicket(title: "t", categoryPath: path, tags: ["急", "\(path[1])"]), context)
        }
    }

    private func found(_ query: String) throws -> [Int64] {
        try store.read { db in
            let queryContext = QueryContext(
                agent: Self.ana, now: Instant(milliseconds: 0), zone: .utc, categories: try CategoryTree.read(in: db))
            return try TicketList(try Query.parse(query), queryContext, in: db).numbers().map(\.rawValue).sorted()
        }
    }

    private func category(_ path: String) throws -> Category.ID {
        let match = try store.read { try CategoryTree.read(in: $0).find(path, in: $0) }
        guard case .found(let id) = match else { throw StorageError.failed(detail: path) }
        return id
    }

    private func file(_ path: [String]) throws -> String? {
        let number = try store.file(NewTicket(title: "neu", categoryPath: path), context).ticket
        return try store.read { db in
            try CategoryTree.read(in: db).printedPath(of: TicketRows.find(number, in: db)?.category)
        }
    }

    @Test func `LC-11 a renamed category is found by its old path, for queries and for new tickets`() throws {
        _ = try store.renameCategory(try category("CDN"), to: "内容分发", context)
        #expect(try found("category:CDN") == [1, 2, 3])
        #expect(try found("category:CDN｜证书") == [1, 2])
        #expect(try found("category:内容分发") == [1, 2, 3])
        #expect(try file(["CDN", "证书"]) == "内容分发｜证书")
    }

    @Test func `LC-11 a moved category is found by its old path`() throws {
        _ = try store.moveCategory(try category("CDN｜证书"), under: nil, context)
        #expect(try found("category:CDN") == [3])
        #expect(try found("category:CDN｜证书") == [1, 2])
        #expect(try file(["CDN", "证书"]) == "证书")
    }

    @Test func `LC-11 a merged category gives its tickets away and is found by its old path`() throws {
        let outcome = try store.mergeCategory(try category("加速"), into: try category("CDN"), context)
        #expect(outcome.content == 1)
        #expect(try found("category:CDN｜证书") == [1, 2, 4])
        #expect(try found("category:加速｜证书") == [1, 2, 4])
        #expect(try found("category:加速") == [1, 2, 3, 4])
        #expect(try file(["加速", "缓存"]) == "CDN｜缓存")
        guard case .done(let operation) = outcome.result else { throw StorageError.failed(detail: "not done") }
        _ = try store.perform(.remove, on: [Ticket.Number(5)], context)
        _ = try store.undo(operation, context)
        #expect(try found("category:加速") == [4])
        #expect(try found("category:CDN") == [1, 2, 3])
    }

    @Test func `LC-11 a retired category keeps its tickets and is found, and is chosen no more`() throws {
        _ = try store.retireCategory(try category("CDN｜缓存"), true, context)
        #expect(try found("category:CDN｜缓存") == [3])
        let match = try store.read { try CategoryTree.read(in: $0).find("CDN｜缓存", in: $0) }
        #expect(match == .retired("CDN｜缓存"))
    }

    @Test func `a category cannot go below itself, nor beside one of its name`() throws {
        let (cdn, below) = (try category("CDN"), try category("CDN｜证书"))
        #expect(throws: StorageError.self) { try store.moveCategory(cdn, under: below, context) }
        #expect(throws: StorageError.self) { try store.mergeCategory(cdn, into: below, context) }
        let other = try category("加速")
        #expect(throws: StorageError.categoryExists("证书")) { try store.moveCategory(below, under: other, context) }
    }

    private func tag(_ name: String) throws -> Int64 {
        let all = try store.read { try Taxonomy.tags(in: $0) }
        return try #require(Taxonomy.find(name, among: all).found).id
    }

    @Test func `a renamed tag is found by its old name, and so is a merged one`() throws {
        _ = try store.renameTag(try tag("急"), to: "紧急", context)
        #expect(try found("tag:急") == [1, 2, 3, 4])
        _ = try store.mergeTags([try tag("证书"), try tag("缓存")], into: try tag("紧急"), context)
        #expect(try found("tag:证书") == [1, 2, 3, 4])
        #expect(try store.read { try Taxonomy.tags(in: $0) }.map(\.aliases) == [["急", "缓存", "证书"].sortedByBytes()])
        let edit = TicketCommand.edit(TicketEdit(addedTags: ["急"]))
        _ = try store.perform(edit, on: [Ticket.Number(1)], context)
        #expect(try store.read { try Taxonomy.tags(in: $0) }.count == 1)
        #expect(throws: StorageError.nameTaken("缓存")) { try store.renameTag(try tag("紧急"), to: "缓存", context) }
    }

    @Test func `of two merged causes the surer state counts, and the old name finds the one that stays`() throws {
        _ = try store.perform(.setCauseState(["A"], .confirmed), on: [Ticket.Number(1), Ticket.Number(2)], context)
        _ = try store.perform(.setCauseState(["B"], .unverified), on: [Ticket.Number(2), Ticket.Number(3)], context)
        let all = try store.read { try Taxonomy.causes(in: $0) }
        let outcome = try store.mergeCauses([all[0].id], into: all[1].id, context)
        #expect(outcome.content == 2)
        #expect(try found("cause:=A") == [1, 2, 3])
        #expect(try found("cause:B cause.state:confirmed") == [1, 2])
        _ = try store.perform(.setCauseState(["A"], .rejected), on: [Ticket.Number(4)], context)
        #expect(try store.read { try Taxonomy.causes(in: $0) }.map(\.name) == ["B"])
    }

    @Test func `one cause of a ticket counts most, and a message of it shows it`() throws {
        _ = try store.perform(.reply("看日志"), on: [Ticket.Number(1)], context)
        let setCauseState = { (name: String, proof: CauseProof) in
            _ = try store.perform(.setCauseState([name], .confirmed, proof), on: [Ticket.Number(1)], context)
        }
        try setCauseState("A", CauseProof(isPrimary: true, evidence: 1))
        try setCauseState("B", CauseProof(isPrimary: true))
        let record = try store.read { try TicketRecord.find(Ticket.Number(1), categories: CategoryTree([]), in: $0) }
        let causes = try #require(record).causes
        #expect(causes.map(\.isPrimary) == [false, true])
        #expect(causes.map(\.evidence) == [1, nil])
        #expect(causes.map(\.agent) == ["ana", "ana"])
        #expect(throws: StorageError.noSuchMessage(ticket: 1, sequence: 9)) {
            try setCauseState("A", CauseProof(evidence: 9))
        }
    }

    @Test func `a declared field takes what it was declared for`() throws {
        _ = try store.declareField("等级", .choice, choices: ["金", "银"], context)
        _ = try store.declareField("日期", .date, choices: [], context)
        _ = try store.declareField("数量", .number, choices: [], context)
        func set(_ name: String, _ text: String) throws {
            let edit = TicketEdit(fields: [NamedText(name: name, text: text)])
            _ = try store.perform(.edit(edit), on: [Ticket.Number(1)], context)
        }
        for (name, text) in [("等级", "金"), ("日期", "2026-03-01"), ("数量", "1.5"), ("别的", "什么都行")] {
            try set(name, text)
        }
        for (name, text) in [("等级", "铜"), ("日期", "2026-02-30"), ("数量", "多")] {
            #expect(throws: StorageError.self) { try set(name, text) }
        }
        let fields = try store.read { try Taxonomy.fields(in: $0) }
        _ = try store.retireField(try #require(fields.first { $0.name == "等级" }).id, true, context)
        #expect(throws: StorageError.retiredField("等级")) { try set("等级", "银") }
        #expect(try found("field.等级:金") == [1])
    }

    @Test func `words of the desk mean priorities, and statuses are shown by them`() throws {
        _ = try store.aliasPriority("P1", .urgent, context)
        #expect(try store.read { try Taxonomy.priority(named: "ｐ1", in: $0) } == .urgent)
        _ = try store.aliasPriority("P1", nil, context)
        #expect(try store.read { try Taxonomy.priority(named: "P1", in: $0) } == nil)
        _ = try store.renameStatus(.pending, to: "等客户", context)
        let labels = try store.read { try Taxonomy.statusLabels(in: $0) }
        #expect(labels.map(\.status) == [.pending] && labels.map(\.label) == ["等客户"])
    }
}
