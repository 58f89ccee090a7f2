import Storage
import Testing
import Workflow

/// Each field of the query language against a small desk whose truth is known.
struct ConditionTests {
    @Test(
        arguments: [
            ("", [1, 2, 3, 4, 5, 6, 7]), ("status:open", [1, 6, 7]), ("status:resolved,closed", [3, 5]), ("状态:新", [4]),
            ("-status:open", [2, 3, 4, 5]), ("is:open", [1, 2, 4, 6, 7]), ("is:waiting", [2]), ("is:deleted", [8]),
            ("is:any", [1, 2, 3, 4, 5, 6, 7]), ("is:deleted OR status:new", [4, 8]), ("is:merged", []),
            ("is:resolved", [5]),
            ("priority:urgent", [1]), ("priority>=high", [1, 3]), ("priority>normal", [1, 3]), ("priority<normal", [4]),
            ("priority<=normal", [2, 4, 5, 6, 7]), ("priority:low..normal", [2, 4, 5, 6, 7]),
            ("优先级:high,urgent", [1, 3]),
        ] as [(String, [Int64]?)])
    func `status and priority`(query: String, expected: [Int64]?) throws { try check(query, expected) }

    @Test(
        arguments: [
            ("category:CDN", [1, 2, 5, 6, 7]), ("category:=CDN", [2]), ("category:证书", [1, 5, 6, 7]),
            ("category:\"CDN｜证书\"", [1, 5, 6, 7]), ("category:CDN|证书", [1, 5, 6, 7]),
            ("category:\"cdn > 证书\"", [1, 5, 6, 7]),
            ("category:CDN>证书", [1, 5, 6, 7]), ("category:存储", [3]), ("category:分片", [3]), ("category:none", [4]),
            ("category:any", [1, 2, 3, 5, 6, 7]), ("category:加速", [1, 2, 5, 6, 7]), ("category!=CDN", [3, 4]),
            ("category~上", [3]), ("category^存", [3]), ("category:CDN,存储", [1, 2, 3, 5, 6, 7]),
            ("category:ＣＤＮ", [1, 2, 5, 6, 7]),
            ("category:CDM", nil), ("in:category 上传", [3]),
        ] as [(String, [Int64]?)])
    func `categories`(query: String, expected: [Int64]?) throws { try check(query, expected) }

    @Test(
        arguments: [
            ("assignee:ana", [1]), ("assignee:me", [1]), ("assignee:@Ben", [2]), ("assignee:none", [3, 4, 5, 6, 7]),
            ("assignee:any", [1, 2]), ("assignee!=me", [2, 3, 4, 5, 6, 7]), ("-assignee:ana", [2, 3, 4, 5, 6, 7]),
            ("assignee:an", nil), ("team:一线", [1]), ("team:none", [2, 3, 4, 5, 6, 7]), ("customer:王五", [1]),
            ("customer:\"li si\"", [2]), ("customer~li", [2]), ("customer^zz", []), ("customer:none", [3, 4, 5, 6, 7]),
            ("organization:acme", [1]), ("author:ben", [1]), ("author:none", [2, 3, 4, 5, 6, 7]), ("author:any", [1]),
            ("involves:none", [3, 4, 5, 6, 7]), ("involves:ben", [1, 2]),
            ("tag:VIP", [1, 3]), ("tag:vip,退款", [1, 3]), ("tag:退款", [1]), ("tag:none", [2, 4, 5, 6, 7]),
            ("-tag:vip", [2, 4, 5, 6, 7]),
            ("tag:vp", nil), ("channel:phone", [1]), ("channel:none", [3, 4, 5, 6, 7]), ("channel:fax", []),
            ("channel~ma", [2]),
        ] as [(String, [Int64]?)])
    func `people, tags and channels`(query: String, expected: [Int64]?) throws { try check(query, expected) }

    @Test(
        arguments: [
            ("cause:证书没有续签", [1, 5]), ("cause:续签", [1, 5]), ("cause:缓存", [7]), ("cause~续签", [1, 5]),
            ("cause:none", [2, 3, 4, 6]),
            ("cause:any", [1, 5, 7]), ("cause.state:confirmed", [1]), ("cause.state:unverified", [5]),
            ("cause.state:suggested", [7]),
            ("cause.state:rejected", [2]), ("has:cause", [1, 5, 7]), ("no:cause", [2, 3, 4, 6]), ("cause:没有的", nil),
            ("in:cause 续签", [1, 5]), ("has:note", [1]), ("no:note", [2, 3, 4, 5, 6, 7]), ("has:attachment", []),
            ("has:pii", nil),
            ("messages:>1", [1]), ("messages:0", [3, 6, 7]), ("messages:1..3", [1, 2, 4, 5]), ("消息>=3", [1]),
        ] as [(String, [Int64]?)])
    func `causes and messages`(query: String, expected: [Int64]?) throws { try check(query, expected) }

    @Test(
        arguments: [
            ("source:PART13", [5, 6, 7]), ("source:part13.md", [5, 6, 7]), ("source~art", [5, 6, 7]),
            ("source:none", [1, 2, 3, 4]),
            ("source:any", [5, 6, 7]), ("source:PART14", nil), ("batch:b1", [5, 6, 7]), ("batch:b2", nil),
            ("ref:PART13/2", [6]),
            ("ref:part13.md/9", []), ("ref:PART13", []), ("ref:PART99/1", nil), ("field.环境:生产", [5]),
            ("field.环境~环境", [6]),
            ("field.环境:none", [1, 2, 3, 4, 7]), ("field.环境:any", [5, 6]), ("field.env:\"prod 1\"", [7]),
            ("field.nix:1", nil),
            ("in:field 测试", [6]), ("-field.环境:生产", [1, 2, 3, 4, 6, 7]),
        ] as [(String, [Int64]?)])
    func `sources and fields`(query: String, expected: [Int64]?) throws { try check(query, expected) }

    @Test(
        arguments: [
            ("#3", [3]), ("3", [3]), ("2-4", [2, 3, 4]), ("1,5", [1, 5]), ("id:2..3", [2, 3]), ("id>=6", [6, 7]),
            ("id<2", [1]),
            ("#99", []), ("@last", [1]), ("id:@last", [1]), ("created:2025-12", [1, 2, 3]),
            ("created:>2025-12-28", [3, 4]), ("created:-2d", [3, 4]),
            ("created:none", [5, 6, 7]), ("created:any", [1, 2, 3, 4]), ("-created:2025-12", [4, 5, 6, 7]),
            ("age>4d", [1, 2]),
            ("age<2d", [3, 4]), ("age:>=10d", [1]), ("idle>4d", [1, 2]), ("idle:none", [5, 6, 7]), ("closed:any", [3]),
            ("resolution-time:2h", [3]), ("resolution-time<1h", []), ("due:today", nil),
        ] as [(String, [Int64]?)])
    func `numbers and times`(query: String, expected: [Int64]?) throws {
        try check(query.replacing("resolution-time", with: Query.Field.resolutionTime.rawValue), expected)
    }

    @Test(
        arguments: [
            ("was:status=pending", [1, 2]), ("was:status:open", [1, 6, 7]), ("was:assignee=me", [1, 2]),
            ("was:assignee:ben", [2]),
            ("was:priority=urgent", [1, 2]), ("was:priority>=high", [1, 2, 3]), ("was:category:上传", [1, 3]),
            ("was:category:存储", [1, 3]),
            ("was:assignee:nobody", nil), ("-was:status=pending", [3, 4, 5, 6, 7]), ("changed:status", [1]),
            ("changed:priority", [2]),
            ("changed:assignee<2025-12", [2]), ("changed:status:2025-12-31", [1]), ("changed:status:2025-12-30", []),
            ("changed:status:2020,2021", []), ("changed:status:2021,2025-12-31", [1]), ("changed:title", nil),
            ("was:tag:退款", [1, 3]), ("was:cause:续签", [1, 5]), ("was:assignee:none", [3, 4, 5, 6, 7]),
            ("was:channel:fax", [4]),
        ] as [(String, [Int64]?)])
    func `the past`(query: String, expected: [Int64]?) throws { try check(query, expected) }

    @Test(
        arguments: [
            ("category:CDN status:open", [1, 6, 7]), ("category:存储 OR tag:退款", [1, 3]),
            ("(status:open OR status:new) -category:CDN", [4]),
            ("-(category:CDN OR category:none)", [3]),
            ("status:open (priority:urgent OR (cause:缓存 -tag:any))", [1, 7]),
            ("NOT (assignee:none)", [1, 2]), ("证书 OR 上传", [1, 3]), ("-证书 category:CDN", [2, 5, 6, 7]),
        ] as [(String, [Int64]?)])
    func `terms joined`(query: String, expected: [Int64]?) throws { try check(query, expected) }

    /// Nil: a `QueryError` with a place in the query.
    private func check(_ query: String, _ expected: [Int64]?) throws {
        let desk = try SearchedDesk.ofConditions()
        guard let expected else {
            #expect(throws: QueryError.self, "\(query)") { try desk.found(query) }
            return
        }
        #expect(try desk.found(query) == expected, "\(query)")
    }

    @Test(arguments: [
        ("category:CDM", "CDN"), ("assignee:anna", "ana"), ("tag:VPI", "VIP"), ("source:PART14", "PART13"),
        ("batch:b2", "b1"),
        ("field.Emv:1", "Env"), ("customer:王六", "王五"), ("team:二线", "一线"),
    ])
    func `SE-03 an unknown name is told with the nearest one that is known`(query: String, nearest: String) throws {
        let desk = try SearchedDesk.ofConditions()
        let error = #expect(throws: QueryError.self) { try desk.found(query) }
        guard case .unknownName(_, _, let suggestion, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(suggestion == nearest)
    }

    @Test(arguments: [
        "'; DROP TABLE ticket; --", "\" OR 1=1", "$1", "title : x", "NEAR(a b)", "* AND *", "x\") OR (\"y", "%' --",
        "col:^x", "\u{0}';",
    ])
    func `an attempt at injection stays a value`(text: String) throws {
        let desk = try SearchedDesk.ofConditions()
        let quoted = "\"" + text.replacing("\"", with: "\"\"") + "\""
        for field in ["", "category~", "tag~", "customer~", "channel:", "field.环境:", "cause~", "in:title "] {
            do { #expect(try desk.found(field + quoted).count < 3) } catch is QueryError {}
        }
        #expect(try desk.found("") == [1, 2, 3, 4, 5, 6, 7])
    }

    @Test func `SE-03 a query of ten thousand characters runs`() throws {
        let desk = try SearchedDesk.ofConditions()
        #expect(try desk.found("\"" + String(repeating: "证", count: 10_000) + "\"") == [])
        #expect(try desk.found(Array(repeating: "证书", count: 5_000).joined(separator: " ")) == [1])
    }

    @Test(arguments: [
        ("证书", 5_000), ("priority:urgent", 5_000), ("#1", 5_000), ("tag:vip", 500), ("category:存储", 500),
        ("cause:续签", 500),
        ("has:note", 500), ("author:ben", 500), ("was:status:open", 500),
    ])
    func `SE-03 thousands of terms are as good as one`(term: String, count: Int) throws {
        let desk = try SearchedDesk.ofConditions()
        #expect(try desk.found(Array(repeating: term, count: count).joined(separator: " OR ")) == desk.found(term))
    }

    @Test(
        arguments: [
            ("", [4, 3, 2, 1, 7, 6, 5]), ("sort:created", [1, 2, 3, 4, 7, 6, 5]),
            ("sort:created-desc", [4, 3, 2, 1, 7, 6, 5]),
            ("sort:id", [1, 2, 3, 4, 5, 6, 7]), ("sort:id-desc", [7, 6, 5, 4, 3, 2, 1]),
            ("sort:age-desc", [1, 2, 3, 4, 7, 6, 5]),
            ("sort:idle", [4, 3, 2, 1, 7, 6, 5]), ("sort:priority-desc", [1, 3, 7, 6, 5, 2, 4]),
            ("sort:status", [4, 7, 6, 1, 2, 5, 3]), ("sort:customer", [2, 1, 7, 6, 5, 4, 3]),
            ("sort:assignee", [1, 2, 7, 6, 5, 4, 3]),
            ("sort:team", [1, 7, 6, 5, 4, 3, 2]), ("sort:category", [2, 7, 6, 5, 1, 3, 4]),
            ("sort:category-desc", [3, 7, 6, 5, 1, 2, 4]),
            ("sort:messages-desc", [1, 5, 4, 2, 7, 6, 3]), ("sort:resolved", [3, 7, 6, 5, 4, 2, 1]),
            ("sort:closed-desc", [3, 7, 6, 5, 4, 2, 1]),
            ("sort:updated", [1, 2, 3, 4, 7, 6, 5]), ("sort:title", [3, 5, 6, 7, 4, 2, 1]),
            ("sort:status,id", [4, 1, 6, 7, 2, 5, 3]),
        ] as [(String, [Int64])])
    func `the order is the asked one, unknown times last, then the newest number`(query: String, expected: [Int64])
        throws
    {
        #expect(try SearchedDesk.ofConditions().ordered(query) == expected)
    }

    @Test func `every sort key orders or says that it is not kept`() throws {
        let desk = try SearchedDesk.ofConditions()
        for key in Query.SortKey.allCases where key != .custom {
            var query = try Query.parse("")
            query.order = [Query.Order(key: key, isDescending: true, range: .nowhere)]
            do {
                let count = try desk.store.read {
                    try TicketList(query, try desk.queryContext($0), in: $0).numbers().count
                }
                #expect(count == 7)
            } catch QueryError.notSupported {}
        }
    }
}
