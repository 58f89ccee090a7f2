import Testing
@testable import Storage

/// What the driver finds of the phrases that it is handed.
struct SearchExpressionTests {
    private let desk: SearchedDesk

    init() throws {
        desk = try SearchedDesk()
        try desk.ticket("证书 到期", "域名")
        try desk.ticket("域名 解析", "没有别的")
        try desk.ticket("账单", "certificate and domain")
        try desk.say("证书的备注", on: 3, at: 2, isInternal: true)
        try desk.reindex()
    }

    private func expression(_ scope: SearchScope, _ texts: [String]) throws -> SearchExpression {
        let phrases = try texts.map { try #require(SearchPhrase($0)) }
        return try #require(SearchExpression(anyOf: phrases, in: scope))
    }

    private func found(_ scope: SearchScope, _ texts: String..., from lowest: Int64? = nil) throws -> [Int64] {
        let expression = try expression(scope, texts)
        return try desk.store.read { db in
            var values: [SQLValue] = []
            let condition = db.matches(expression, from: lowest.map { .init($0) }) { value in
                values.append(value)
                return "$\(values.count)"
            }
            let sql = "SELECT ticket.id FROM ticket WHERE \(condition) ORDER BY ticket.id"
            return try db.rows(sql, values).map { try $0.integer(0) }
        }
    }

    @Test func `any of the phrases will do`() throws {
        #expect(try found(.everything, "证书") == [1, 3])
        #expect(try found(.everything, "解析", "账单") == [2, 3])
        #expect(try found(.everything, "nothing", "else") == [])
        #expect(SearchExpression(anyOf: [], in: .everything) == nil)
    }

    @Test func `only the texts that are meant count, for every phrase`() throws {
        #expect(try found(.titles, "域名") == [2])
        #expect(try found(.titles, "域名", "证书") == [1, 2])
        #expect(try found(.titles, "nothing", "certificate") == [])
        #expect(try found(.publicText, "证书", "domain") == [1, 3])
        #expect(try found(.notes, "证书", "domain") == [3])
    }

    @Test func `the beginning of a word is enough, and below a number nothing is looked up`() throws {
        #expect(try found(.everything, "cert") == [3])
        #expect(try found(.everything, "域名", "cert", from: 2) == [2, 3])
    }

    @Test func `ranking counts the same texts`() throws {
        func ranked(_ scope: SearchScope, limit: Int?) throws -> [Int64] {
            let expression = try expression(scope, ["证书", "域名"])
            return try desk.store.read { try $0.ranked(expression, limit: limit).map(\.ticket) }
        }
        #expect(try Set(ranked(.everything, limit: nil)) == [1, 2, 3])
        #expect(try ranked(.everything, limit: 2).count == 2)
        #expect(try ranked(.notes, limit: nil) == [3])
        #expect(try Set(ranked(.titles, limit: nil)) == [1, 2])
    }
}
