import Testing
@testable import Presentation

@testable import Desk

struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("证书", 4), ("SSL证书到期", 11), ("ＳＳＬ", 6), ("，。", 4), ("한국", 4), ("ｱｲ", 2), ("é", 1),
        ("e\u{301}", 1), ("a\u{200B}b\u{FEFF}", 2), ("→—…·☆", 5), ("\u{20000}", 2), ("\u{1B}[", 1),
    ])
    func `CL-04 wide characters count two and combining ones none`(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test(arguments: [
        ("😀", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🇨🇳", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("1\u{FE0F}\u{20E3}", 2), ("👩‍💻x", 3),
    ])
    func `CL-04 an emoji counts two however it is composed`(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test(arguments: [
        ("SSL证书到期", 11, "SSL证书到期"), ("SSL证书到期", 10, "SSL证书到…"), ("SSL证书到期", 9, "SSL证书…"), ("证书", 3, "证…"),
        ("证书", 2, "…"), ("证书", 1, "…"), ("证书", 0, ""), ("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 3, "👨‍👩‍👧‍👦…"), ("ee\u{301}e", 2, "e…"),
    ])
    func `a text is cut between characters`(text: String, columns: Int, expected: String) {
        #expect(DisplayWidth.truncated(text, to: columns) == expected)
    }

    @Test func `a text is padded on either side`() {
        #expect(DisplayWidth.padded("证书", to: 6) == "证书  ")
        #expect(DisplayWidth.padded("证书", to: 6, alignment: .right) == "  证书")
        #expect(DisplayWidth.padded("证书", to: 3) == "证书")
    }
}
