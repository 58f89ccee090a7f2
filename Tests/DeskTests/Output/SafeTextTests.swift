import Testing
@testable import Presentation

@testable import Desk

struct SafeTextTests {
    @Test(arguments: [
        ("a\u{1B}[2Jb", "a\u{FFFD}[2Jb"), ("a\u{9B}31m", "a\u{FFFD}31m"), ("a\r\nb\nc\rd", "a⏎b⏎c⏎d"), ("a\tb", "a b"),
        ("a\u{7F}\u{0}\u{7}", "a\u{FFFD}\u{FFFD}\u{FFFD}"), ("a\u{2028}b", "a⏎b"), ("证书 😀", "证书 😀"),
    ])
    func `CL-04 control characters in a cell are harmless`(text: String, expected: String) {
        #expect(SafeText.line(text) == expected)
    }

    @Test func `a text of many lines keeps them`() {
        #expect(SafeText.block("a\r\nb\tc\n\u{1B}]0;x\u{7}") == "a\nb    c\n\u{FFFD}]0;x\u{FFFD}")
    }

    @Test(arguments: ["שלום", "a مرحبا", "a\u{202E}b", "\u{200F}"])
    func `CL-04 right-to-left text is isolated`(text: String) {
        #expect(TextDirection.isolated(text) == "\u{2068}" + text + "\u{2069}")
    }

    @Test func `text from left to right is left alone`() {
        #expect(TextDirection.isolated("SSL 证书 😀 é") == "SSL 证书 😀 é")
    }

    @Test func `text cannot close its isolate or leave one open`() {
        #expect(TextDirection.isolated("a\u{2069}\u{202E}b") == "\u{2068}a\u{202E}b\u{2069}")
        #expect(TextDirection.isolated("a\u{2067}b") == "\u{2068}a\u{2067}b\u{2069}\u{2069}")
    }

    @Test func `every line is isolated by itself`() {
        #expect(SafeText.isolatedBlock("a\nשלום\n") == "a\n\u{2068}שלום\u{2069}\n")
    }
}
