import Storage
import Testing

struct RelevanceTests {
    private func desk() throws -> SearchedDesk {
        let desk = try SearchedDesk()
        try desk.ticket("别的事", "顺便问一下证书，还有很多很多别的话要说，说了又说，没有说完")
        try desk.ticket("证书", "证书证书证书")
        try desk.ticket("账单", "费用")
        return desk
    }

    @Test func `the ticket that says it most comes first`() throws {
        let desk = try desk()
        #expect(try desk.ordered("证书 sort:relevance") == [2, 1])
    }

    @Test func `a hit in the title weighs more than one in the text`() throws {
        let desk = try SearchedDesk()
        try desk.ticket("回源", "别的内容若干")
        try desk.ticket("别的", "回源内容若干")
        #expect(try desk.ordered("回源 sort:relevance") == [1, 2])
    }

    @Test func `the rest of the query holds, and every ticket stands there once`() throws {
        let desk = try desk()
        try desk.say("证书的内部备注", on: 2, at: 2, isInternal: true)
        try desk.reindex()
        #expect(try desk.ordered("证书 id:1 sort:relevance") == [1])
        #expect(try desk.ordered("证书 sort:relevance") == [2, 1])
    }

    @Test func `a few that the query leaves are found among many that match`() throws {
        let desk = try SearchedDesk()
        for _ in 1...300 { try desk.ticket("证书 证书") }
        try desk.ticket("说到证书的一个很长很长很长的标题", "没有")
        #expect(try desk.ordered("证书 很长 sort:relevance") == [301])
    }

    @Test func `of tickets that are as relevant the older comes first`() throws {
        let desk = try SearchedDesk()
        for _ in 1...5 { try desk.ticket("证书 续期", "同样的话") }
        #expect(try desk.ordered("证书 sort:relevance") == [1, 2, 3, 4, 5])
    }

    @Test func `without words there is nothing to be relevant to`() throws {
        let desk = try desk()
        #expect(throws: QueryError.self) { try desk.ordered("is:open sort:relevance") }
    }
}
