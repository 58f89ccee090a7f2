import Testing
@testable import Workflow

/// What a text for a customer still holds that was meant for whoever writes it.
struct UnfinishedTextTests {
    private func found(_ text: String) -> [String] { UnfinishedText.found(in: text) { ["li", "张三"] } }

    @Test(arguments: [
        ("＠li 看一下", "＠li"), ("尊敬的＜客户姓名＞您好", "＜客户姓名＞"), ("［订单号］已处理", "［订单号］"), ("@张三 跟进", "@张三"),
        ("【请填写】", "【请填写】"), ("Dear <customer name>,", "<customer name>"), ("见 TODO", "TODO"), ("{{name}}", "{{name}}"),
    ])
    func `a sign is one in either width`(text: String, piece: String) {
        #expect(found(text) == [piece])
    }

    @Test(arguments: [
        "主机记录填写@，类型 CNAME", "见 [手册](https://a.example/x)", "`{{name}}`", "```\nTODO\n```", "TODOS", "a<b",
    ])
    func `what only looks so is a text`(text: String) {
        #expect(found(text).isEmpty)
    }

    @Test func `of very many some are told`() {
        let text = (0..<100_000).map { "{{a\($0)}}" }.joined()
        #expect(found(text).count == 20)
    }
}
