import Storage
import Testing

struct QueryErrorsTests {
    @Test func `SE-03 an unknown field is refused with its place and the nearest known one`() {
        #expect(refusal("证书 staus:open") == .unknownField("staus", nearest: "status", at: place(3, 5)))
        #expect(refusal("状太:待处理") == .unknownField("状太", nearest: "状态", at: place(0, 2)))
        #expect(refusal("优先集：重要") == .unknownField("优先集", nearest: "优先级", at: place(0, 3)))
    }

    @Test func `SE-03 a text with a colon outside quotes is an unknown field`() {
        #expect(refusal("error code:500") == .unknownField("code", nearest: nil, at: place(6, 4)))
        #expect(refusal("http://x") == .unknownField("http", nearest: nil, at: place(0, 4)))
        #expect(refusal("10.0.0.1:80") == .unknownField("10.0.0.1", nearest: nil, at: place(0, 8)))
    }

    @Test func `SE-03 an unknown value is refused with its place and the nearest known one`() {
        #expect(
            refusal("status:open,pendign")
                == .unknownValue("pendign", of: .status, nearest: "pending", at: place(12, 7)))
        #expect(refusal("优先级:重耍") == .unknownValue("重耍", of: .priority, nearest: "重要", at: place(4, 2)))
        #expect(refusal("is:opne") == .unknownValue("opne", of: .is, nearest: "open", at: place(3, 4)))
        #expect(refusal("sort:deu") == .unknownValue("deu", of: .sort, nearest: "due", at: place(5, 3)))
        #expect(refusal("in:titel x") == .unknownValue("titel", of: .area, nearest: "title", at: place(3, 5)))
        #expect(refusal("status:none") == .unknownValue("none", of: .status, nearest: nil, at: place(7, 4)))
    }

    @Test(arguments: [
        ("a \"b", QueryError.unbalancedQuote(at: place(2, 1))),
        ("tag:“b", .unbalancedQuote(at: place(4, 1))),
        ("a (b", .unclosedParenthesis(at: place(2, 1))),
        ("tag:a(b", .unclosedParenthesis(at: place(5, 1))),
        ("a) b", .strayParenthesis(at: place(1, 1))),
        ("a ()", .emptyGroup(at: place(2, 2))),
        ("a \"\"", .emptyPhrase(at: place(2, 2))),
        ("status:", .emptyValue(of: .status, at: place(6, 1))),
        ("status: open", .emptyValue(of: .status, at: place(7, 1))),
        ("tag:a,,b", .emptyValue(of: .tag, at: place(6, 1))),
        ("tag:\"\"", .emptyValue(of: .tag, at: place(4, 2))),
        ("created:..", .emptyValue(of: .created, at: place(8, 2))),
        ("OR a", .strayOperator("OR", at: place(0, 2))),
        ("a OR", .strayOperator("OR", at: place(2, 2))),
        ("a OR OR b", .strayOperator("OR", at: place(5, 2))),
        ("(a OR) b", .strayOperator("OR", at: place(3, 2))),
        ("a AND", .strayOperator("AND", at: place(2, 3))),
        ("AND a", .strayOperator("AND", at: place(0, 3))),
        ("NOT", .strayNegation(at: place(0, 3))),
        ("a - b", .strayNegation(at: place(2, 1))),
        ("--json", .strayNegation(at: place(0, 1))),
        ("=CDN", .missingField(before: "=", at: place(0, 1))),
        ("tag:\"a\"b", .missingSpace(at: place(7, 1))),
        ("-sort:due", .misplaced(.sort, at: place(1, 8))),
        ("(a sort:due)", .misplaced(.sort, at: place(3, 8))),
        ("-in:title a", .misplaced(.area, at: place(1, 8))),
        ("in:title in:note a", .repeated(.area, at: place(9, 7))),
        ("in:title tag:x", .nothingToSearch(at: place(0, 8))),
        ("@ a", .emptyName(at: place(0, 1))),
        ("field:a", .emptyName(at: place(0, 5))),
        ("field.\" \":a", .emptyName(at: place(0, 9))),
        ("was:title=x", .unknownField("title", nearest: nil, at: place(4, 5))),
        ("was:age>3d", .noHistory(of: .age, at: place(4, 3))),
        ("was:status", .emptyValue(of: .was, at: place(0, 10))),
        ("msgs:viele", .badNumber("viele", of: .messages, at: place(5, 5))),
        ("id:12345678901234567890", .badNumber("12345678901234567890", of: .id, at: place(3, 20))),
        ("#12x", .badNumber("#12x", of: .id, at: place(0, 4))),
        ("created:2026-02-30", .badDate("2026-02-30", of: .created, at: place(8, 10))),
        ("created:>2026-01..2026-02", .badDate("2026-01..2026-02", of: .created, at: place(9, 16))),
        ("age:>3", .badDuration("3", of: .age, at: place(5, 1))),
        ("age:>3d4bh", .badDuration("3d4bh", of: .age, at: place(5, 5))),
        ("1045-1040", .reversedRange(at: place(0, 9))),
        ("msgs:5..3", .reversedRange(at: place(5, 4))),
        ("prio:high..low", .reversedRange(at: place(5, 9))),
        ("prio>low,high", .tooManyValues(of: .priority, at: place(5, 8))),
        ("status>open", .operatorNotAllowed(">", for: .status, at: place(6, 1))),
        ("tag:>=x", .operatorNotAllowed(":>=", for: .tag, at: place(3, 3))),
        ("sort!=due", .operatorNotAllowed("!=", for: .sort, at: place(4, 2))),
    ])
    func `SE-03 each fault has its kind and its place`(query: String, error: QueryError) {
        #expect(refusal(query) == error)
    }

    @Test func `SE-03 a query of ten thousand characters is read`() throws {
        let query = String(repeating: "证书 ", count: 3_333) + "a"
        guard case .and(let words) = try Query.parse(query).root else {
            Issue.record("not a list of words")
            return
        }
        #expect(words.count == 3_334)
    }

    @Test(arguments: [
        "(", "-(", "a (", ")", "\"", "-", "NOT ", "OR ", "a:", "status:open,", "in:title (", "😀", "1,", "状态：（",
    ])
    func `SE-03 a megabyte of anything is answered`(piece: String) {
        let query = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
        let error = refusal(query)
        #expect(error == nil || query.count >= error?.range.offset ?? 0)
    }

    @Test func `parentheses nest two hundred deep and no deeper`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "-(a ", count: depth) + "b" + String(repeating: ")", count: depth)
        }
        let query = try Query.parse(nested(200))
        #expect(try Query.parse(query.description).withoutRanges == query.withoutRanges)
        #expect(refusal(nested(201)) == .nestedTooDeep(limit: 200, at: place(801, 1)))
        #expect(refusal(nested(100_000)) == .nestedTooDeep(limit: 200, at: place(801, 1)))
    }
}
