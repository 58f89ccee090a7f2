import Testing
import Workflow
@testable import Storage

struct SearchTokensTests {
    @Test(arguments: [
        ("SSL证书到期", "ssl 证 书 到 期"), ("ＳＳＬ", "ssl"), ("USERID_NOT", "userid | not"), ("h265", "h 265"),
        ("h 265", "h _ 265"), ("域名 证书", "域 _ 名 证 书".replacing("_ 名", with: "名 _")), ("two words", "two words"),
        ("10 20", "10 20"), ("a. b", "a | b"), ("a - b", "a | b"), ("a\nb", "a | b"), ("a\tb", "a | b"),
        ("a\u{0}b", "a | b"), ("。证书。", "| 证 书 |"), ("CDN｜证书", "cdn | 证 书"), ("C++", "c + +"), ("a+ b", "a + _ b"),
        ("a→b", "a → b"), ("≠", "≠"), ("=\u{338}x", "≠ x"), ("→\u{338}", "↛"),
        ("www.example.com", "www | example | com"), ("😀证", "😀 证"), ("👨‍👩‍👧", "👨 👩 👧"), ("❤️", "❤"),
        ("𠀀𪜀", "𠀀 𪜀"), ("e\u{301}te\u{301}", "été"), ("ÉTÉ", "été"), ("Привет мир", "привет мир"),
        ("ﾊﾟｰﾄ", "パ ー ト"), ("が", "が"), ("か\u{3099}", "が"), ("한국어", "한 국 어"), ("ㅎ", "ᄒ"), ("①②", "12"),
        ("域\u{200B}名", "域 名"), ("５Ｇ網", "5 g 網"), ("a", "a"), ("", ""), (" ", ""), ("، ", "|"), ("ไทย", "ไ ท ย"),
        ("“好”，‘坏’", "| 好 | 坏 |"), ("10％", "10 |"), ("ﬁn", "fin"), ("\u{301}a", "\u{301} a"), ("﨑", "﨑"), ("塚", "塚"),
        ("〇々〆", "〇 々 〆"), ("a\u{A0}证", "a _ 证"), ("€5", "€ 5"), ("㎏", "kg"), ("…x", "| x"), ("\u{FEFF}a", "a"),
    ])
    func `SE-01 texts are cut`(text: String, tokens: String) {
        #expect(Array(SearchTokens.line([text]).unicodeScalars) == Array(tokens.unicodeScalars))
    }

    @Test func `a border stands between the texts of a row`() {
        #expect(SearchTokens.line(["证", "书", "。", "a "]) == "证 | 书 | a")
        #expect(SearchTokens.line(["", "a"]) == "a")
    }

    @Test func `the buffer is appended to and can be used again`() {
        var buffer = Array("x".utf8)
        var tokens = SearchTokens()
        tokens.append("a", to: &buffer)
        #expect(String(decoding: buffer, as: UTF8.self) == "xa")
    }

    @Test(arguments: [
        ("SSL证书", "\"ssl 证 书\""), ("证书SSL", "\"证 书 ssl\" *"), ("USERID_NOT", "\"userid | not\" *"),
        ("ssl。", "\"ssl |\""), ("265", "\"265\" *"), ("a\"b", "\"a | b\" *"), ("😀", "\"😀\""), (" a ", "\"a\" *"),
    ])
    func `a phrase is what FTS5 matches`(text: String, match: String) throws {
        #expect(try #require(SearchPhrase(text)).match == match)
    }

    @Test(arguments: ["", " ", "。", "!?", "_", "| |", "\u{200D}", "\n"])
    func `what holds only punctuation cannot be searched`(text: String) {
        #expect(SearchPhrase(text) == nil)
    }

    @Test func `no token holds a quotation mark, a space or a control character`() {
        for value in UInt32(0)..<0x11_0000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let line = SearchTokens.line([String(scalar)])
            let isClean = line.utf8.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x7F || $0 == 0x20 }
            guard isClean, !line.hasPrefix(" "), !line.hasSuffix(" ") else {
                Issue.record("U+\(String(value, radix: 16)) gives \(line.debugDescription)")
                return
            }
        }
    }
}
