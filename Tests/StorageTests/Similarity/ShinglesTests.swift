import Testing
import Workflow

@testable import Storage

struct ShinglesTests {
    private func words(_ title: String, _ description: String? = nil) -> [String] {
        AskedText(title: title, description: description).pieces.map { $0.joined(separator: "+") }
    }

    @Test func `a text is known by its words and its pairs of words`() {
        #expect(words("证书到期") == ["证", "书", "证+书", "到", "书+到", "期", "到+期"])
        #expect(words("SSL证书 v2") == ["ssl", "证", "ssl+证", "书", "证+书", "v", "书+v", "2", "v+2"])
    }

    @Test func `no pair crosses punctuation or the end of a text`() {
        #expect(words("证，书") == ["证", "书"])
        #expect(words("证", "书") == ["证", "书"])
    }

    @Test func `a space between two words does not part them`() {
        #expect(words("域名 证书") == words("域名证书"))
        #expect(Shingles(title: "h265", descriptions: []) == Shingles(title: "H 265", descriptions: []))
    }

    @Test func `a piece counts once, and as the title's when it is there`() {
        let likeness = Shingles(title: "证书", descriptions: ["证书证书"])
        #expect(likeness.titleCount == 3)
        #expect(likeness.pieces.count == 4)
    }

    @Test func `a long text is known by its beginning`() {
        let long = (0..<100_000).map { "w\($0) " }.joined()
        let likeness = Shingles(title: "题", descriptions: [long])
        #expect(likeness.pieces.count == Shingles.capacity)
        #expect(likeness.titleCount == 1)
    }

    @Test(arguments: ["", " ", "\n", "。。。", "\u{200B}", "\"\"", "((("])
    func `a text without words is like nothing`(text: String) {
        #expect(AskedText(title: text, description: text).isEmpty)
    }

    @Test func `a text that is cut between two bytes of a character loses only that character`() {
        let likeness = Shingles(title: "题", descriptions: ["a" + String(repeating: "证", count: 5000)])
        #expect(likeness.pieces.count == 5)
    }
}
