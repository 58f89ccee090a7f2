import Testing
import Workflow

struct SLATermsTests {
    @Test(arguments: [
        "first 1bh", "first 1bh; first urgent 15m; next 4bh; resolve 2bd",
        "resolve 8h; pause pending; raise retroactive; reopen total; merged earliest; warn 30bm",
        "first 90bm; pause never; raise reset; reopen first",
    ])
    func `terms read as they are written`(text: String) throws {
        #expect(try SLATerms(text: text).text == text)
    }

    @Test(arguments: ["pause pending; pause hold", "pause pending,hold", "pause hold pending", "暂停 pending；暂停 hold"])
    func `all that is said of waiting counts`(pauses: String) throws {
        #expect(try SLATerms(text: "first 1h; \(pauses)").pauses == [.pending, .hold])
    }

    @Test func `terms are read in both languages`() throws {
        let terms = try SLATerms(text: "首次响应 紧急 15m；解决 2bd；暂停 从不")
        #expect(terms.text == "first urgent 15m; resolve 2bd; pause never")
    }

    @Test(arguments: [
        ("", SLAError.noTargets), ("first", .badTerm("first")), ("first 4q", .badLength("4q")),
        ("first soon 4h", .badTerm("first soon 4h")), ("pause open", .badTerm("pause open")),
        ("raise up", .badTerm("raise up")), ("hurry 4h", .badTerm("hurry 4h")),
        ("first 9999999h", .badLength("9999999h")),
    ])
    func `what is no term is refused with the words`(text: String, error: SLAError) {
        #expect(throws: error) { try SLATerms(text: text) }
    }

    @Test func `a priority without a target of its own has that of all`() throws {
        let terms = try SLATerms(text: "first 4bh; first urgent 15m")
        #expect(terms.target(.first, .urgent) == .wall(900_000))
        #expect(terms.target(.first, .high) == .work(14_400_000))
        #expect(terms.target(.resolve, .high) == nil)
    }
}
