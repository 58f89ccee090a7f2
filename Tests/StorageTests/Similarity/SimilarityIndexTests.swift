import Testing
import Workflow

@testable import Storage

struct SimilarityIndexTests {
    private func near(_ desk: SearchedDesk, _ title: String, _ description: String? = nil, count: Int = 10) throws
        -> [Int64]
    {
        try desk.store.read { db in
            try SimilarityIndex.read.nearest(
                to: AskedText(title: title, description: description), count: count, in: db
            ) { _ in true }.tickets.map(\.number.rawValue)
        }
    }

    private func blocks(_ desk: SearchedDesk) throws -> [Int64] {
        try desk.store.read { try $0.rows("SELECT block FROM likeness ORDER BY block").map { try $0.integer(0) } }
    }

    @Test func `the nearest ticket comes first, and what shares nothing not at all`() throws {
        let desk = try SearchedDesk()
        try desk.ticket("SSL证书到期", "证书明天到期，怎么续期")
        try desk.ticket("上传文件失败", "用SDK上传报错")
        try desk.ticket("证书申请", "申请免费证书")
        #expect(try near(desk, "证书到期了") == [1, 3])
    }

    @Test func `the same text is as near as can be, and of two the newer comes first`() throws {
        let desk = try SearchedDesk()
        for _ in 1...3 { try desk.ticket("域名解析失败", "解析不到地址") }
        try desk.ticket("别的", "事情")
        let found = try desk.store.read { db in
            try SimilarityIndex.read.nearest(to: AskedText(of: Ticket.Number(1), in: db), count: 9, in: db) { _ in true
            }
        }
        #expect(found.tickets.map(\.number.rawValue) == [3, 2, 1])
        #expect(found.tickets.allSatisfy { abs($0.similarity - 1) < 0.001 })
        #expect(found.tickets.allSatisfy { abs($0.shared.reduce(0) { $0 + $1.part } - $0.similarity) < 0.001 })
    }

    @Test func `a rare word counts more than a common one`() throws {
        let desk = try SearchedDesk()
        for number in 1...30 { try desk.ticket("请问 \(number)") }
        try desk.ticket("kubernetes")
        try desk.ticket("请问")
        #expect(try near(desk, "请问 kubernetes", count: 1) == [31])
    }

    @Test func `tickets that are hidden or do not count are not found`() throws {
        let desk = try SearchedDesk()
        for _ in 1...4 { try desk.ticket("证书到期") }
        let asked = AskedText(title: "证书", description: nil)
        let found = try desk.store.read { db in
            try SimilarityIndex.read.nearest(to: asked, count: 9, besides: { $0 == 2 }, in: db) { $0.rawValue != 4 }
        }
        #expect(found.tickets.map(\.number.rawValue) == [3, 1])
    }

    @Test func `what is found does not depend on how the tickets were read`() throws {
        let desk = try SearchedDesk()
        for number in 1...300 { try desk.ticket("证书到期 \(number % 7)", number % 3 == 0 ? "上传失败" : "续期") }
        let (asked, other) = (AskedText(title: "证书", description: "上传 3"), AskedText(title: "续期 5", description: nil))
        try desk.store.read { db in
            let ways = try [SimilarityIndex(heldFrom: db), SimilarityIndex(knowing: asked, in: db)]
            for text in [asked, other] {
                for hidden in [nil, { $0 % 2 == 0 }] as [((Int64) -> Bool)?] {
                    func found(_ near: SimilarityIndex) throws -> [NearTicket] {
                        try near.nearest(to: text, count: 20, besides: hidden, in: db) { $0.rawValue % 5 != 0 }.tickets
                    }
                    let expected = try found(.read)
                    #expect(!expected.isEmpty)
                    for way in ways { #expect(try found(way) == expected) }
                }
            }
        }
    }

    @Test func `256 tickets are kept together, and give what their texts give`() throws {
        let desk = try SearchedDesk()
        var numbers = SeededNumbers(state: 5)
        let atoms = ["证书", "域名", "上传", "SDK", "失败", "404", "，", " ", "回源", "鉴权"]
        for _ in 0..<600 {
            let text = (0..<6).map { _ in atoms.randomElement(using: &numbers) ?? "" }.joined()
            try desk.ticket("题 " + text, text)
        }
        #expect(try blocks(desk) == [0, 1])
        let kept = try near(desk, "证书上传失败", "SDK 404", count: 600)
        try desk.run("DELETE FROM likeness")
        #expect(try near(desk, "证书上传失败", "SDK 404", count: 600) == kept)
        try desk.reindex()
        #expect(try blocks(desk) == [0, 1])
        #expect(try near(desk, "证书上传失败", "SDK 404", count: 600) == kept)
    }

    @Test func `what a ticket says after a change is what is found`() throws {
        let desk = try SearchedDesk()
        for number in 1...300 { try desk.ticket("编号甲\(number)", "描述乙\(number)") }
        #expect(try blocks(desk) == [0])
        let edit = TicketEdit(title: "唯独丙")
        _ = try desk.store.perform(.edit(edit), on: [Ticket.Number(7)], CommandContext.ofTests)
        #expect(try blocks(desk) == [])
        #expect(try near(desk, "唯独丙") == [7])
        try desk.reindex()
        let place = MessagePlace(ticket: Ticket.Number(9), sequence: 1)
        let edited = try desk.store.editMessage(place, to: "只有丁", CommandContext.ofTests)
        #expect(try blocks(desk) == [])
        #expect(try near(desk, "只有丁") == [9])
        try desk.reindex()
        _ = try desk.store.undo(try #require(edited.result.operation), CommandContext.ofTests)
        #expect(try near(desk, "只有丁").isEmpty)
    }

    @Test func `the doctor sees what is kept of other texts, and makes it anew`() throws {
        let desk = try SearchedDesk()
        for number in 1...512 { try desk.ticket("编号\(number)") }
        #expect(try desk.health.problems == 0)
        try desk.run("UPDATE likeness SET pieces = (SELECT pieces FROM likeness WHERE block = 0) WHERE block = 1")
        #expect(try desk.health.unlikeBlocks == [1])
        try desk.run("UPDATE likeness SET pieces = $1", [.blob([1, 2, 3])])
        #expect(try desk.health.unlikeBlocks == [0, 1])
        #expect(try near(desk, "编号300", count: 1) == [300])
        try desk.reindex()
        #expect(try desk.health.problems == 0)
    }

    @Test func `a reply leaves what is kept alone`() throws {
        let desk = try SearchedDesk()
        for number in 1...256 { try desk.ticket("编号\(number)") }
        _ = try desk.store.perform(.reply("您好", at: nil), on: [Ticket.Number(7)], CommandContext.ofTests)
        #expect(try blocks(desk) == [0])
    }

    @Test(arguments: [
        "", "证", "\"", "*", "NEAR(a b)", "AND OR NOT -x:y", "😀😀", "[图片][图片]", "ＳＳＬ", "a\u{0}b",
        "'; DROP TABLE ticket; --",
    ])
    func `no text is too odd to be asked about`(text: String) throws {
        let desk = try SearchedDesk()
        #expect(try near(desk, text).isEmpty)
        try desk.ticket("SSL证书到期", "图片😀")
        #expect(try near(desk, text, text).count <= 1)
    }

    @Test func `similar finds near tickets in a query`() throws {
        let desk = try SearchedDesk()
        try desk.ticket("SSL证书到期", "证书明天到期")
        try desk.ticket("SSL证书到期了", "证书后天到期")
        try desk.ticket("上传失败", "SDK")
        #expect(try desk.found("similar:1") == [2])
        #expect(try desk.found("similar:1,2") == [1, 2])
        #expect(try desk.found("similar:99").isEmpty)
        #expect(try desk.found("-similar:1") == [1, 3])
    }

    @Test func `tickets that say nearly the same are one group`() throws {
        let desk = try SearchedDesk()
        for text in ["请尽快审核我的域名备案信息", "上传文件报错 403 forbidden"] {
            for _ in 1...2 { try desk.ticket(text, text) }
        }
        try desk.ticket("请尽快审核我的域名备案信息！", "请尽快审核我的域名备案信息。")
        try desk.ticket("账号无法登录", "忘记密码")
        let numbers = (1...6).map { Ticket.Number($0) }
        let groups = try desk.store.read { try NearIdentical(of: numbers, in: $0).groups(from: 0.8) }
        #expect(Set(groups) == [[1, 2, 5].map { Ticket.Number($0) }, [3, 4].map { Ticket.Number($0) }])
    }
}
