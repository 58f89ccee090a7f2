import Testing
@testable import Presentation

@testable import Desk

/// How a word is put into a line of bash, and read out of one.
struct BashWordTests {
    @Test func `safety 1: a quoted word comes back from bash as it was`() throws {
        let names = CompletionSafetyTests.names
        let quoted = names.flatMap { name in
            // Between double quotes nothing keeps an exclamation mark from being looked up and leaves no trace.
            [BashWord.quoted(name), "'\(BashWord.quoted(name, in: "'"))'"]
                + (name.contains("!") ? [] : ["\"\(BashWord.quoted(name, in: "\""))\""])
        }
        let wanted = names.flatMap { [String](repeating: $0, count: $0.contains("!") ? 2 : 3) }
        let desk = try TestDesk(isMade: false)
        try desk.write(Array("printf '%s\\n' \(quoted.joined(separator: " "))\n".utf8), to: "words")
        let result = try desk.shell("exec bash ./words")
        #expect(result.text.split(separator: "\n").map { String($0) } == wanted)
        #expect(try desk.shell("ls").text == "words\n")
    }

    @Test(
        arguments: [
            ("n\\$x", "n$x", nil), ("\"n", "n", "\""), ("'n\\", "n\\", "'"), ("n\\\\b", "n\\b", nil), ("", "", nil),
        ] as [(String, String, Character?)])
    func `safety 1: what was typed is read as bash reads it`(typed: String, word: String, quote: Character?) {
        let read = BashWord.read(typed)
        #expect(read.word == word)
        #expect(read.quote == quote)
    }

    @Test func `safety 1: a title beside a number holds nothing that a shell reads`() {
        let ascii = String(decoding: (0x20...0x7E).map { UInt8($0) }, as: UTF8.self)
        let left = BashWord.harmless(ascii + "证书")
        #expect(left.allSatisfy { !"$`()<>|&;*?[]{}!#~'\"\\^".contains($0) })
        #expect(left.hasSuffix("证书"))
    }
}
