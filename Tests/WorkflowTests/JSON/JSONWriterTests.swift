import Testing
import Workflow

struct JSONWriterTests {
    @Test func `members keep the order in which they are given`() {
        let value: JSONValue = ["z": 1, "a": [true, nil, "x"], "m": .double(1.5)]
        #expect(JSONWriter.text(of: value) == #"{"z":1,"a":[true,null,"x"],"m":1.5}"#)
    }

    @Test func `a repeated name keeps its place and takes the last value`() {
        let value: JSONValue = ["a": 1, "b": 2, "a": 3]
        #expect(JSONWriter.text(of: value) == #"{"a":3,"b":2}"#)
    }

    @Test(arguments: [
        ("a\"b\\c", #""a\"b\\c""#), ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#), ("\u{0}\u{1B}[2J", #""\u0000\u001b[2J""#),
        ("\u{7F}\u{80}\u{9B}\u{9F}\u{A0}£", "\"\\u007f\\u0080\\u009b\\u009f\u{A0}£\""),
        ("a/b 证书 😀 \u{2028}\u{2029}", "\"a/b 证书 😀 \u{2028}\u{2029}\""), ("", "\"\""),
    ])
    func `control characters are escaped and other text is not`(text: String, json: String) {
        #expect(JSONWriter.text(of: .string(text)) == json)
    }

    @Test func `numbers that JSON cannot write are null`() {
        #expect(JSONWriter.text(of: [.double(.nan), .double(.infinity), .double(0.1)]) == "[null,null,0.1]")
    }

    @Test func `whole numbers keep all their digits`() {
        #expect(JSONWriter.text(of: [.integer(.min), .integer(.max)]) == "[-9223372036854775808,9223372036854775807]")
    }

    @Test func `what is written is read back`() throws {
        let value: JSONValue = ["a": ["\u{1B}\n证书\u{10FFFF}", -1, .double(-0.0)], "b": [:], "c": []]
        #expect(try JSONReader.value(of: JSONWriter.bytes(of: value)) == value)
    }
}
