import Testing
import Workflow

struct PercentEncodingTests {
    @Test(
        arguments: [
            ("%E5%90%A6", "否"), ("a%20b+c", "a b+c"), ("100%", "100%"), ("%zz%4", "%zz%4"), ("%2", "%2"), ("", ""),
            ("%FF", nil),
        ] as [(String, String?)])
    func `bytes written as two digits are read`(text: String, expected: String?) {
        #expect(PercentEncoding.decoded(text[...]) == expected)
    }

    @Test func `in a query a plus is a blank`() {
        #expect(PercentEncoding.decoded("a+b%2Bc", isForm: true) == "a b+c")
    }
}
