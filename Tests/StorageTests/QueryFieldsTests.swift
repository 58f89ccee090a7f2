import Storage
import Testing
import Workflow

struct QueryFieldsTests {
    @Test func `no two fields share a name`() {
        let names = Query.Field.allCases.flatMap(\.names)
        #expect(Set(names).count == names.count)
    }

    @Test(arguments: Query.Field.allCases)
    func `every name of a field finds it`(field: Query.Field) {
        for name in field.names {
            #expect(folded(name) == name)
            #expect(Query.Field(name: name) == field)
            #expect(Query.Field(name: name.uppercased()) == field)
        }
    }

    @Test(arguments: [
        "id", "ref", "source", "batch", "status", "is", "category", "prio", "priority", "assignee", "team", "author",
        "customer", "org", "involves", "watching", "tag", "channel", "lang", "cause", "cause.state", "kb", "problem",
        "resolution", "created", "updated", "resolved", "closed", "due", "first-reply", "last-customer", "last-agent",
        "age", "idle", "waiting", "resolution-time", "reply-time", "sla", "msgs", "messages", "reopens", "handovers",
        "csat", "attachments", "has", "no", "in", "was", "changed", "similar", "sort", "First_Reply", "状态", "优先级",
        "分类", "标签", "原因", "根因", "客服", "负责人", "客户", "创建", "更新", "是",
    ])
    func `the specification's fields are known`(name: String) {
        #expect(Query.Field(name: name) != nil)
    }

    @Test(arguments: Query.Field.allCases)
    func `every field allows its usual comparison`(field: Query.Field) {
        #expect(field.comparisons.contains(.matches))
    }
}
