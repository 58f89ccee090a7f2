import Testing
import Workflow

struct JSONReaderTests {
    @Test func `values of all kinds are read`() throws {
        let value = try read(#" { "a" : [ 1 , -2.5e1 , true , false , null , "x" ] , "b" : { } } "#)
        #expect(value == ["a": [1, .double(-25), true, false, nil, "x"], "b": [:]])
    }

    @Test(arguments: [
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u8bc1\u4E66""#, "证书"), (#""\ud83d\ude00!""#, "😀!"),
        ("\"证书\u{2028}\"", "证书\u{2028}"),
    ])
    func `escapes in strings are resolved`(json: String, text: String) throws {
        #expect(try read(json) == .string(text))
    }

    @Test(arguments: [#""\ud83d""#, #""\ude00""#, #""\ud83dx""#, #""\ud83d\n""#])
    func `a lone surrogate becomes the replacement character and is counted`(json: String) throws {
        var reader = JSONReader(Array(json.utf8))
        let text = try #require(try reader.readValue().text)
        #expect(text.unicodeScalars.first == "\u{FFFD}")
        #expect(reader.replacedSurrogates == 1)
    }

    @Test func `of equal names the last counts also in a large object`() throws {
        let members = (0..<50).map { "\"k\($0 % 25)\":\($0)" }.joined(separator: ",")
        let value = try read("{\(members)}")
        #expect(value["k0"]?.integer == 25)
        #expect(value["k24"]?.integer == 49)
    }

    @Test func `whole numbers that do not fit become doubles`() throws {
        #expect(try read("9223372036854775807") == .integer(.max))
        #expect(try read("9223372036854775808") == .double(9_223_372_036_854_775_808))
        #expect(try read("1e-999") == .double(0))
    }

    @Test(arguments: [
        ("", JSONError.Reason.unexpectedEnd, 0), ("[1,", .unexpectedEnd, 3), ("[1,]", .unexpectedByte(0x5D), 3),
        ("{\"a\" 1}", .unexpectedByte(0x31), 5), ("{a:1}", .unexpectedByte(0x61), 1), ("01", .badNumber, 0),
        ("1.", .badNumber, 0), ("-", .badNumber, 0), ("+1", .unexpectedByte(0x2B), 0), ("1e999", .numberOutOfRange, 0),
        ("1 2", .textAfterValue, 2), ("nul", .unexpectedEnd, 3), ("nulx", .unexpectedByte(0x78), 3),
        ("\"a\nb\"", .controlCharacterInString, 2), (#""\x""#, .badEscape, 1), (#""\u12g4""#, .badEscape, 1),
        ("\"abc", .unexpectedEnd, 4),
    ])
    func `what is not JSON is refused at its byte`(json: String, reason: JSONError.Reason, offset: Int) {
        #expect(throws: JSONError(reason, at: offset)) { try read(json) }
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        #expect(throws: JSONError(.badUTF8, at: 1)) { try JSONReader.value(of: [0x5B, 0x22, 0xC3, 0x28, 0x22, 0x5D]) }
    }

    @Test func `two hundred levels are read and one more is refused`() throws {
        let deep = { (levels: Int) in String(repeating: "[", count: levels) + String(repeating: "]", count: levels) }
        _ = try read(deep(200))
        #expect(throws: JSONError(.tooDeep(limit: 200), at: 200)) { try read(deep(201)) }
    }

    @Test func `values are read one after another`() throws {
        var reader = JSONReader(Array("{\"a\":1}\n{\"a\":2}\n".utf8))
        var numbers: [Int64?] = []
        while !reader.isAtEnd() { numbers.append(try reader.readValue()["a"]?.integer) }
        #expect(numbers == [1, 2])
    }

    private func read(_ json: String) throws(JSONError) -> JSONValue { try JSONReader.value(of: Array(json.utf8)) }
}
