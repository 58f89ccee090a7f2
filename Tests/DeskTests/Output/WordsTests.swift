import Testing
import Workflow
@testable import Presentation

@testable import Desk

struct WordsTests {
    @Test func `the last line of a cut list says how to see all`() {
        #expect(Words.english.list.limited(50, 852) == "50 of 852 shown — --limit 0 for all")
        #expect(Words.chinese.list.limited(50, 852) == "显示 50 条，共 852 条 — --limit 0 显示全部")
    }

    @Test func `statuses and priorities have the names of the vocabulary`() {
        #expect(Status.allCases.map(Words.english.status) == ["new", "open", "pending", "hold", "resolved", "closed"])
        #expect(Status.allCases.map(Words.chinese.status) == ["待受理", "处理中", "待客户反馈", "挂起", "已解决", "已关闭"])
        #expect(Priority.allCases.map(Words.chinese.priority) == ["低", "普通", "重要", "紧急"])
    }

    @Test func `an unknown field is answered with a suggestion`() {
        #expect(Words.english.list.unknownField("titel", "title") == "There is no field “titel”. Did you mean “title”?")
        #expect(Words.chinese.list.unknownField("x", nil) == "没有字段“x”。")
    }
}
