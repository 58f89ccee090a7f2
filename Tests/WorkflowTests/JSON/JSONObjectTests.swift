import Testing
import Workflow

struct JSONObjectTests {
    private func members(_ count: Int) -> [JSONObject.Member] {
        (0..<count).map { .init(name: "n\($0)", value: .integer(Int64($0))) }
    }

    @Test(arguments: [2, 20])
    func `names that are only composed differently are different`(count: Int) {
        let pair = [JSONObject.Member(name: "é", value: 1), JSONObject.Member(name: "e\u{301}", value: 2)]
        let object = JSONObject(members(count) + pair)
        #expect(object.members.count == count + 2)
        #expect(object["é"] == 1)
        #expect(object["e\u{301}"] == 2)
    }

    @Test func `setting a name replaces just that one`() {
        var object = JSONObject([.init(name: "é", value: 1)])
        object.set("e\u{301}", to: 2)
        object.set("é", to: 3)
        #expect(object.members.map { $0.value } == [3, 2])
    }

    @Test(arguments: [2, 20])
    func `a repeated name keeps its place and takes the last value`(count: Int) {
        let object = JSONObject(members(count) + [.init(name: "n0", value: "again")])
        #expect(object.members.count == count)
        #expect(object.members[0].value == "again")
    }

    @Test func `values and names are equal when their bytes are`() {
        #expect(JSONValue.string("é") != .string("e\u{301}"))
        #expect(JSONValue(dictionaryLiteral: ("é", 1)) != JSONValue(dictionaryLiteral: ("e\u{301}", 1)))
        #expect(JSONValue.array([.string("a"), .double(1.5), nil, true]) == ["a", .double(1.5), nil, true])
    }
}
