import Testing
@testable import Presentation

@testable import Desk

struct LineWrapTests {
    @Test(arguments: [
        ("short", 20, ["short"]), ("one two three", 7, ["one two", "three"]),
        ("证书昨晚到期，图片打不开", 12, ["证书昨晚到", "期，图片打不", "开"]),
        ("看 https://img.example/a/b/c 吧", 10, ["看", "https://img.example/a/b/c", "吧"]), ("", 5, [""]),
        ("（甲）乙", 4, ["（甲）", "乙"]),
    ])
    func `lines break where a reader expects it`(text: String, width: Int, lines: [String]) {
        #expect(LineWrap.lines(of: text, width: width) == lines)
    }

    @Test func `nothing but spaces at breaks is lost`() {
        let text = "您好 the certificate of img.example.cn 已于昨天 23:59 到期，please renew 它（免费）。"
        for width in 4...60 {
            let lines = LineWrap.lines(of: text, width: width)
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        }
    }
}
