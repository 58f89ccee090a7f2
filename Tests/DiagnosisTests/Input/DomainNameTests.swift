import Testing

@testable import Diagnosis

@Suite(.enabled(if: SiteProbe.isBuiltIn, "this build folds no names in other letters"))
struct DomainNameTests {
    @Test(arguments: [
        ("Example.TEST.", "example.test", "example.test"), ("例子。测试", "xn--fsqu00a.xn--0zwm56d", "例子.测试"),
        ("XN--FSQU00A.xn--0zwm56d", "xn--fsqu00a.xn--0zwm56d", "例子.测试"),
        ("ｅｘａｍｐｌｅ．ｔｅｓｔ", "example.test", "example.test"),
        ("Bücher.test", "xn--bcher-kva.test", "bücher.test"), ("straße.test", "xn--strae-oqa.test", "straße.test"),
    ])
    func `a name is folded`(typed: String, ascii: String, readable: String) throws {
        let name = try DomainName(typed)
        #expect(name.ascii == ascii)
        #expect(name.readable == readable)
    }

    @Test(arguments: ["", ".", "a..b", ".a", "a b", "a/b", "xn--", "xn--a-\u{fffd}", "a\u{0}b", "-\u{202e}例.test"])
    func `what is no name is refused`(typed: String) {
        #expect(throws: DiagnosisError.self) { try DomainName(typed) }
    }

    @Test func `a name of more than 253 bytes is too long`() {
        let typed = String(repeating: "a.", count: 127) + "test"
        #expect(throws: DiagnosisError.badHost(String(typed.prefix(40)) + "…", .longName)) { try DomainName(typed) }
    }
}
