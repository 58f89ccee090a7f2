import Testing
import Workflow

@testable import Knowledge
@testable import Storage

struct SuggestionsTests {
    private func answers(_ desk: TaughtDesk, _ question: String, count: Int = 3) throws -> [Suggestions.Answer] {
        try desk.store.read { db in
            try Suggestions(for: AskedText(title: question, description: nil), count: count, in: db).answers
        }
    }

    private static let renewing = "证书到期后可以在控制台重新申请一张免费证书，签发以后替换旧的证书即可。"

    @Test func `the answer of the nearest resolved ticket is suggested, and not the greeting before it`() throws {
        let desk = try TaughtDesk()
        let number = try desk.file("CDN/证书问题", "SSL证书到期", "怎么续期")
        _ = try desk.store.perform(.reply("您好，请稍等，这边看一下。", at: nil), on: [number], desk.context)
        try desk.answer(Self.renewing, on: number)
        let other = try desk.file("对象存储/上传下载", "上传失败", "SDK报错")
        _ = try desk.store.perform(.reply("您好，请稍等，这边看一下。", at: nil), on: [other], desk.context)
        try desk.answer("上传失败多半是密钥写错了，请核对 AccessKey 和 SecretKey 是否成对。", on: other)
        let found = try answers(desk, "证书到期怎么办")
        #expect(found.map(\.text) == [Self.renewing])
        #expect(found[0].evidence == [number])
        #expect(found[0].words.contains { $0.contains("证书到期") })
    }

    @Test func `open tickets, notes and what the customer said are no answers`() throws {
        let desk = try TaughtDesk()
        let open = try desk.file(nil, "证书到期")
        _ = try desk.store.perform(.reply(Self.renewing, at: nil), on: [open], desk.context)
        let noted = try desk.file(nil, "证书到期")
        _ = try desk.store.perform(.note(Self.renewing, at: nil), on: [noted], desk.context)
        _ = try desk.store.perform(.resolve(TicketEnd(resolution: .answered)), on: [noted], desk.context)
        #expect(try answers(desk, "证书到期").isEmpty)
    }

    @Test func `the same answer on several tickets is told once, with all of them`() throws {
        let desk = try TaughtDesk()
        for _ in 1...3 { try desk.answer(Self.renewing, on: desk.file(nil, "证书到期怎么办")) }
        let found = try answers(desk, "证书到期怎么办")
        #expect(found.count == 1)
        #expect(found[0].evidence.count == 3)
    }

    @Test func `an answer that was taken is counted, until that is undone`() throws {
        let desk = try TaughtDesk()
        try desk.answer(Self.renewing, on: desk.file(nil, "证书到期"))
        let ticket = try desk.file(nil, "证书到期了")
        let source = try #require(try answers(desk, "证书到期").first?.source)
        guard case .message(let id) = source else { throw WrongSource() }
        let used = try desk.store.useAnswer(.message(id), for: ticket, desk.context)
        let operation = try #require(used.operation)
        _ = try desk.store.useAnswer(.message(id), for: nil, desk.context)
        #expect(try answers(desk, "证书到期").first?.uses == 2)
        _ = try desk.store.undo(operation, desk.context)
        #expect(try answers(desk, "证书到期").first?.uses == 1)
        _ = try desk.store.undo(operation + 1, desk.context)
        #expect(try answers(desk, "证书到期").first?.uses == 0)
    }

    @Test func `a canned reply is suggested when it speaks of the matter`() throws {
        let desk = try TaughtDesk()
        _ = try desk.store.keep("证书到期请重新申请", as: "证书到期", .canned, isNew: true, desk.context)
        _ = try desk.store.keep("发票请在费用中心开具", as: "发票", .canned, isNew: true, desk.context)
        let found = try answers(desk, "证书到期怎么办")
        #expect(found.count == 1)
        guard case .canned(let name, _) = try #require(found.first).source else { throw WrongSource() }
        #expect(name == "证书到期")
    }

    @Test(arguments: ["", "。", "😀", "*"])
    func `a question without words has no answer`(question: String) throws {
        let desk = try TaughtDesk()
        try desk.answer(Self.renewing, on: desk.file(nil, "证书到期"))
        #expect(try answers(desk, question).isEmpty)
    }
}

private struct WrongSource: Error {}
