import Testing
import Workflow

@testable import Import

/// Groups whose name is a priority, and codes that begin with nought.
@Suite struct GroupPriorityTests {
    @Test(arguments: [
        ("High Priority", Priority.high), ("P1", .urgent), ("P1 — Major (broken, workaround exists)", .high),
        ("🔴 优先级: 高（影响全部用户）", .high), ("高优先级", .high), ("Low", .low), ("Severity: critical", .urgent),
        ("Critical bugs", .urgent),
    ])
    func `a name that is a priority says one`(name: String, priority: Priority) {
        #expect(PriorityTable.priority(ofGroup: name) == priority)
    }

    @Test(arguments: ["一般", "普通问题", "Default settings", "Important people", "High seas", "Standard", "Gate", "中"])
    func `a name that may be a category's says none`(name: String) {
        #expect(PriorityTable.priority(ofGroup: name) == nil)
    }

    @Test func `tickets below it have it, and no such category`() {
        let dataset = read("# 待办\n\n## P1\n\n- [ ] 上油\n\n## P2\n\n- [ ] 刷漆\n\n## 码头\n\n- [ ] 修灯\n")
        #expect(dataset.drafts.map(\.values.priority) == [.urgent, .high, nil])
        #expect(dataset.drafts.map(\.values.priorityText) == ["P1", "P2", nil])
        #expect(dataset.drafts.map(\.categoryPath) == [[], [], ["码头"]])
    }

    @Test func `who begins with P0 means less by P1`() {
        let dataset = read("# TODO\n\n## P0\n\n- [ ] oil\n\n## P1\n\n- [ ] paint\n\n## P2\n\n- [ ] lamp\n")
        #expect(dataset.drafts.map(\.values.priority) == [.urgent, .high, .normal])
    }
}
