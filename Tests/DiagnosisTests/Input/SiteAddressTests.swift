import Testing

@testable import Diagnosis

@Suite(.enabled(if: SiteProbe.isBuiltIn, "this build folds no names in other letters"))
struct SiteAddressTests {
    @Test(arguments: [
        ("http：//ｗｗｗ。例子。测试", "http://www.xn--fsqu00a.xn--0zwm56d/"), ("https://Example.TEST.", "https://example.test/"),
        ("example.test", "http://example.test/"), ("example.test:8080/a", "http://example.test:8080/a"),
        ("localhost:8080", "http://localhost:8080/"), ("//example.test/a", "http://example.test/a"),
        ("https://example.test:443/a?b#c", "https://example.test/a?b"), ("http://a.test?x=1", "http://a.test/?x=1"),
        ("  http://a.test/图 片 ", "http://a.test/%E5%9B%BE%20%E7%89%87"), ("http://127.0.0.1:80", "http://127.0.0.1/"),
        ("HTTPS://[2001:DB8::1]:8443", "https://[2001:db8::1]:8443/"), ("http://2130706433/", "http://127.0.0.1/"),
        ("http://０ｘ７ｆ．１", "http://127.0.0.1/"), ("http://[::ffff:127.0.0.1]/", "http://[::ffff:127.0.0.1]/"),
        ("http://a.test:/", "http://a.test/"), ("http://_dmarc.a.test", "http://_dmarc.a.test/"),
        ("http://a.test：８０８０", "http://a.test:8080/"),
    ])
    func `an address is folded`(typed: String, masked: String) throws {
        #expect(try SiteAddress(typed).masked == masked)
    }

    @Test(arguments: [
        ("", DiagnosisError.empty), ("   ", .empty), ("ftp://a.test", .unknownScheme("ftp")),
        ("javascript:alert(1)", .unknownScheme("javascript")), ("mailto:a@b.test", .unknownScheme("mailto")),
        ("http://", .noHost), ("http:///a", .noHost), ("https:a.test", .noHost), ("http://:80", .noHost),
        ("http://u:p@a.test", .containsCredentials), ("u@a.test", .containsCredentials),
        ("http://a.test:0", .badPort("0")), ("http://a.test:70000", .badPort("70000")), ("a.test:x", .badPort("x")),
        ("http://a.test:-1", .badPort("-1")), ("http://a.test:+1", .badPort("+1")),
        ("http://a..test", .badHost("a..test", .emptyLabel)), ("http://a b.test", .badHost("a b.test", .character)),
        ("http://a%2etest", .badHost("a%2etest", .character)), ("http://1.2.3.256", .badHost("1.2.3.256", .number)),
        ("http://[::1", .badHost("[::1", .address)), ("http://[1.2.3.4]", .badHost("[1.2.3.4]", .address)),
        ("http://[fe80::1%25eth0]/", .badHost("[fe80::1%25eth0]", .address)), ("http://::1/", .noHost),
        ("http://a.test\\@b.test", .containsCredentials), ("http://a\\b.test", .badHost("a\\b.test", .character)),
        ("http://a.test/\r\nX: 1", .controlCharacter), ("http://a\u{0}.test", .controlCharacter),
        (
            "http://\(String(repeating: "a", count: 64)).test",
            .badHost("\(String(repeating: "a", count: 64)).test", .longLabel)
        ),
    ])
    func `what is no address is refused with its reason`(typed: String, error: DiagnosisError) {
        #expect(throws: error) { try SiteAddress(typed) }
    }

    @Test func `ten thousand bytes are too many`() {
        let typed = "http://a.test/" + String(repeating: "x", count: 9986)
        #expect(throws: DiagnosisError.tooLong(bytes: 10000, limit: 4096)) { try SiteAddress(typed) }
    }

    @Test(arguments: [
        ("/b", "http://a.test:8080/b"), ("c", "http://a.test:8080/x/c"), ("../c", "http://a.test:8080/c"),
        ("?q", "http://a.test:8080/x/y?q"),
        ("//b.test/", "http://b.test/"), ("https://b.test", "https://b.test/"), ("#f", "http://a.test:8080/x/y?1"),
        (".", "http://a.test:8080/x/"), ("../../../c?a/../b", "http://a.test:8080/c?a/../b"),
    ])
    func `a location is followed from where it was found`(location: String, masked: String) throws {
        #expect(try SiteAddress("http://a.test:8080/x/y?1").following(location).masked == masked)
    }

    @Test(arguments: [
        ("ftp://b.test", DiagnosisError.unknownScheme("ftp")), ("http://u:p@b.test/", .containsCredentials),
        ("", .empty),
        ("http://b.test:0/", .badPort("0")),
    ])
    func `a location that leads nowhere is refused`(location: String, error: DiagnosisError) throws {
        let address = try SiteAddress("http://a.test/")
        #expect(throws: error) { try address.following(location) }
    }
}
