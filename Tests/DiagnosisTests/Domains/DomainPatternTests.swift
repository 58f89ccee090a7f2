import Testing

@testable import Diagnosis

@Suite(.enabled(if: SiteProbe.isBuiltIn, "this build has no list of public suffixes"))
struct DomainPatternTests {
    @Test(arguments: [
        ("com", true), ("co.uk", true), ("公司.cn", true), ("github.io", true), ("example.com", false),
        ("例子.公司.cn", false),
        ("a.co.uk", false), ("test", true), ("a.test", false),
    ])
    func `public suffixes are known in every alphabet`(typed: String, isSuffix: Bool) throws {
        #expect(try DomainName(typed).isPublicSuffix() == isSuffix)
    }

    @Test(arguments: [
        ("www.example.co.uk", "example.co.uk"), ("a.b.例子.公司.cn", "xn--fsqu00a.xn--55qx5d.cn"), ("co.uk", nil),
    ])
    func `the part that was registered is found`(typed: String, registrable: String?) throws {
        #expect(try DomainName(typed).registrable()?.ascii == registrable)
    }

    @Test(arguments: ["com", "*.co.uk", "github.io", "公司。ｃｎ"])
    func `nobody owns a public suffix`(typed: String) {
        #expect(throws: DiagnosisError.self) { try DomainPattern(typed) }
    }

    @Test(arguments: [
        ("a.test", "A.TEST.", DomainPattern.Relation.same), ("*.a.test", "b.a.test", .covers),
        ("b.a.test", "*.a.test", .isCovered), ("*.a.test", "*.b.a.test", .covers),
        ("*.b.a.test", "*.a.test", .isCovered),
        ("a.test", "b.a.test", .above), ("b.a.test", "a.test", .below), ("a.test", "*.a.test", .above),
        ("*.a.test", "a.test", .below), ("a.test", "b.test", .apart), ("aa.test", "a.test", .apart),
        ("a.test", "*.b.a.test", .above),
    ])
    func `patterns lie to each other in one way`(one: String, other: String, relation: DomainPattern.Relation) throws {
        #expect(try DomainPattern(one).relation(to: DomainPattern(other)) == relation)
    }

    @Test func `a pattern covers what it says`() throws {
        let star = try DomainPattern("＊.a.test")
        #expect(star.covers(try DomainName("c.b.a.test")))
        #expect(!star.covers(try DomainName("a.test")))
        #expect(try DomainPattern("a.test").covers(DomainName("a.test")))
        #expect(try !DomainPattern("a.test").covers(DomainName("b.a.test")))
    }

    @Test(arguments: ["", "*.", "1.2.3.4", "a..test", "*.*.test"])
    func `what is no pattern is refused`(typed: String) {
        #expect(throws: DiagnosisError.self) { try DomainPattern(typed) }
    }
}
