import Storage
import Testing
import Workflow

struct QueryParsingTests {
    @Test func `the example of the specification is read whole`() throws {
        let query = "status:open category:CDN assignee:me tag:证书 created:>2026-01-01 证书"
        let day = try #require(CivilDate(year: 2026, month: 1, day: 1))
        #expect(
            try tree(query)
                == .and([
                    .term(.status, .matches, .status(.open)), .term(.category, .matches, .text("CDN")),
                    .term(.assignee, .matches, .me), .term(.tag, .matches, .text("证书")),
                    .term(.created, .above, .date(.day(day))), .word("证书"),
                ]))
    }

    @Test func `an empty query asks for everything`() throws {
        #expect(try Query.parse("") == Query(root: .all))
        #expect(try Query.parse(" \t\n　") == Query(root: .all))
    }

    @Test func `spaces join tighter than OR and parentheses tighter than both`() throws {
        #expect(try tree("a b OR c") == .or([.and([.word("a"), .word("b")]), .word("c")]))
        #expect(try tree("a (b OR c)") == .and([.word("a"), .or([.word("b"), .word("c")])]))
        #expect(try tree("a AND b") == .and([.word("a"), .word("b")]))
        #expect(try tree("or and not") == .and([.word("or"), .word("and"), .word("not")]))
    }

    @Test(arguments: [
        "-tag:spam", "NOT tag:spam", "NOT(tag:spam)", "-(tag:spam)", "tag!=spam", "tag:!=spam", "－tag：spam",
    ])
    func `every way to negate gives the same`(query: String) throws {
        #expect(try tree(query) == .not(.term(.tag, .matches, .text("spam"))))
    }

    @Test func `a double negation is none`() throws {
        #expect(try tree("NOT NOT a") == .word("a"))
        #expect(try tree("-(-a)") == .word("a"))
        #expect(try tree("NOT -tag!=x") == .not(.term(.tag, .matches, .text("x"))))
    }

    @Test func `a comma means any of`() throws {
        #expect(try tree("status:open,pending") == .term(.status, .matches, .status(.open), .status(.pending)))
        #expect(try tree("category:=CDN,=存储") == .term(.category, .equals, .text("CDN"), .text("存储")))
    }

    @Test(arguments: [
        (">", Query.Comparison.above), (">=", .atLeast), ("<", .below), ("<=", .atMost), (":>", .above),
        (":<=", .atMost),
        ("：＞＝", .atLeast), (":", .matches), ("=", .matches), (":=", .matches),
    ])
    func `operators stand with and without the colon`(sign: String, comparison: Query.Comparison) throws {
        #expect(try tree("prio\(sign)high") == .term(.priority, comparison, .priority(.high)))
    }

    @Test func `names tell exactly, contains and starts`() throws {
        #expect(try tree("category:=CDN") == .term(.category, .equals, .text("CDN")))
        #expect(try tree("category=CDN") == .term(.category, .equals, .text("CDN")))
        #expect(try tree("customer~科技") == .term(.customer, .contains, .text("科技")))
        #expect(try tree("customer:^某") == .term(.customer, .starts, .text("某")))
    }

    @Test func `quotes keep a value together and from being a keyword`() throws {
        #expect(try tree("category:\"其他类 咨询\"") == .term(.category, .matches, .text("其他类 咨询")))
        #expect(try tree("cause:\"a:b\"") == .term(.cause, .matches, .text("a:b")))
        #expect(try tree("cause:\"none\"") == .term(.cause, .matches, .text("none")))
        #expect(try tree("cause:none") == .term(.cause, .matches, Query.Content.none))
        #expect(try tree("tag:\"a\"\"b\"") == .term(.tag, .matches, .text("a\"b")))
    }

    @Test func `curly and straight quotes hold one another`() throws {
        #expect(try tree("“错误，代码：500”") == .word("错误，代码：500"))
        #expect(try tree("”a“") == .word("a"))
        #expect(try tree("“say \"x\"”") == .word("say \"x\""))
        #expect(try tree("\"他说“好”\"") == .word("他说“好”"))
    }

    @Test func `SE-03 a literal colon in quotes is text`() throws {
        #expect(try tree("\"error code:500\"") == .word("error code:500"))
    }

    @Test func `full-width signs and Chinese names read like ASCII`() throws {
        let english = try tree("status:new,open prio:high -(category:CDN OR tag:x) @v")
        #expect(try tree("状态：待处理，处理中　优先级＝重要 －（分类：CDN OR 标签：x） ＠v") == english)
    }

    @Test func `parentheses that open inside a value belong to it`() throws {
        #expect(try tree("(分类:其他（旧）)") == .term(.category, .matches, .text("其他(旧)")))
    }

    @Test(arguments: ["42", "#42", " 42 ", "＃４２", "id:42", "id:#42", "id=42", "编号:42"])
    func `a number alone is an id`(query: String) throws {
        #expect(try tree(query) == .term(.id, .matches, .number(42)))
        #expect(try Query.parse(query).isOnlyIds)
    }

    @Test func `ranges of numbers are ids and a number among words is text`() throws {
        #expect(try tree("1040-1045,1050") == .term(.id, .matches, .span(.number(1040), .number(1045)), .number(1050)))
        #expect(try tree("1040..1045") == .term(.id, .matches, .span(.number(1040), .number(1045))))
        #expect(try tree("id:1040..") == .term(.id, .matches, .span(.number(1040), nil)))
        #expect(try tree("42 证书") == .and([.word("42"), .word("证书")]))
        #expect(try tree("#42 证书") == .and([.term(.id, .matches, .number(42)), .word("证书")]))
        #expect(try tree("\"42\"") == .word("42"))
        #expect(try tree("@last") == .term(.id, .matches, .last))
    }

    @Test func `a view stands for its query`() throws {
        #expect(try tree("@我的紧急") == .view(Query.View(name: "我的紧急", range: .nowhere)))
        #expect(try tree("-@\"my view\"") == .not(.view(Query.View(name: "my view", range: .nowhere))))
    }

    @Test func `sort is lifted out of the tree`() throws {
        let query = try Query.parse("a OR b sort:due,updated-desc 排序:创建-降序").withoutRanges
        #expect(query.root == .or([.word("a"), .word("b")]))
        #expect(query.order.map(\.key) == [.due, .updated, .created])
        #expect(query.order.map(\.isDescending) == [false, true, true])
        #expect(try Query.parse("sort:first-reply-desc").root == .all)
    }

    @Test func `in restricts the words of its group and the groups within`() throws {
        #expect(
            try tree("in:title a (b OR (in:note,public c)) tag:x")
                == .and([
                    .word("a", in: .title), .or([.word("b", in: .title), .word("c", in: .note, .public)]),
                    .term(.tag, .matches, .text("x")),
                ]))
        #expect(try tree("(在:标题 a) b") == .and([.word("a", in: .title), .word("b")]))
    }

    @Test func `history is asked by value and by time`() throws {
        #expect(
            try tree("was:status=pending")
                == .was(
                    Query.Term(
                        field: .status, values: [Query.Value(.status(.pending), range: .nowhere)], range: .nowhere)))
        guard case .changed(let change) = try tree("changed:assignee>-7d") else {
            Issue.record("no change")
            return
        }
        #expect(change.field == .assignee && change.comparison == .above)
        #expect(change.dates.map(\.content) == [.date(.relative(Query.Amount(-7, .day)))])
        guard case .changed(let ever) = try tree("变更:客服") else {
            Issue.record("no change")
            return
        }
        #expect(ever.field == .assignee && ever.dates.isEmpty)
    }

    @Test func `added fields carry their name`() throws {
        #expect(try tree("field.合同编号:7") == .term(.custom, .matches, .text("7"), name: "合同编号"))
        #expect(try tree("字段.\"合同 编号\":7") == .term(.custom, .matches, .text("7"), name: "合同 编号"))
        #expect(try tree("cause.state:unverified") == .term(.causeState, .matches, .causeState(.unverified)))
    }

    @Test func `sla takes states and durations, people me and handles`() throws {
        #expect(try tree("sla:<2h") == .term(.sla, .below, .length(Query.Length([Query.Amount(2, .hour)]))))
        #expect(try tree("sla:met,running") == .term(.sla, .matches, .slaState(.met), .slaState(.running)))
        #expect(try tree("assignee:@li,我") == .term(.assignee, .matches, .handle("li"), .me))
        #expect(try tree("tag:me") == .term(.tag, .matches, .text("me")))
        #expect(try tree("is:open,resolved") == .term(.is, .matches, .flag(.open), .status(.resolved)))
        #expect(
            try tree("has:附件 no:kb")
                == .and([.term(.has, .matches, .part(.attachment)), .term(.no, .matches, .part(.article))]))
    }

    @Test func `shell words are joined by a space`() throws {
        let whole = try Query.parse(arguments: ["status:open 证书"])
        #expect(try Query.parse(arguments: ["status:open", "证书"]) == whole)
        #expect(try Query.parse(arguments: []).root == .all)
    }

    @Test func `places count characters of the original`() throws {
        guard case .and(let nodes) = try Query.parse("e\u{301}👨‍👩‍👧 状态：待处理，open").root, case .word(let word) = nodes[0],
            case .term(let term) = nodes[1]
        else {
            Issue.record("not a word and a term")
            return
        }
        #expect(word.range == place(0, 2))
        #expect(term.range == place(3, 11))
        #expect(term.values.map(\.range) == [place(6, 3), place(10, 4)])
    }

    @Test(arguments: ["is:open", "a OR status:closed", "-(a (b OR -is:any))", "状态:已关闭"])
    func `any is or status term sets the scope`(query: String) throws {
        #expect(try Query.parse(query).setsItsScope)
    }

    @Test func `without one the scope is what is open`() throws {
        #expect(try !Query.parse("category:CDN was:status=open").setsItsScope)
        #expect(try Query.parse("a OR b").narrowedToOpen.description == "is:open (a OR b)")
        #expect(try Query.parse("").narrowedToOpen.description == "is:open")
    }
}
