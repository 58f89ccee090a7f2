import Testing
import Workflow

struct FoldedTextTests {
    @Test(arguments: [
        ("ＳＳＬ　证书 ", "ssl 证书"), ("  A\t\nB ", "a b"), ("Ａ１：", "a1:"), ("ﾊﾟｰﾄ", "パート"), ("e\u{301}É", "éé"),
        ("ﬁ①㎏", "fi1kg"), ("域\u{200B}名", "域名"), ("", ""), ("　 ", ""), ("𠀀Ω", "𠀀ω"), ("İ", "i\u{307}"),
    ])
    func `names fold by width, case and compatibility`(name: String, form: String) {
        #expect(Array(folded(name).unicodeScalars) == Array(form.unicodeScalars))
    }

    @Test(arguments: ["Straße", "ΑΣ", "Ⅷ", "ｶﾞ", "가", "😀️", "…", "½", "\u{212A}"])
    func `folding twice changes nothing`(name: String) {
        #expect(folded(folded(name)) == folded(name))
    }
}
