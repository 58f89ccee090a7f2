import Storage
import Testing
@testable import Presentation

@testable import Desk

struct ChineseSpellingTests {
    @Test(arguments: [
        ("證書", ["证书"]), ("证书", ["證書"]), ("SSL证书", ["SSL證書"]), ("ssl", []), ("", []), ("人", []),
    ])
    func `SE-01 a word has its other spelling`(word: String, others: [String]) {
        #expect(ChineseSpelling.others(of: word) == others)
    }

    @Test func `SE-01 every word of a query may be spelled otherwise, and what must not be there, too`() throws {
        let query = try Query.parse("證書 in:title").spelled(ChineseSpelling.others)
        #expect(query.searchWords == ["證書", "证书"])
        let negated = try Query.parse("-證書").spelled(ChineseSpelling.others)
        guard case .not(.or(let words)) = negated.root else {
            Issue.record("\(negated.root)")
            return
        }
        #expect(words.count == 2)
    }
}
