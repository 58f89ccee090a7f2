import Testing

@testable import Diagnosis

struct BodyReaderTests {
    private static let chunked = "5;a=b\r\nhello\r\n3\r\n, w\r\n0\r\nTrailer: 1\r\n\r\n"

    @Test(arguments: [1, 2, 3, 7, 100])
    func `chunks are joined wherever the bytes are cut`(size: Int) {
        var reader = BodyReader(length: .chunked, most: 100)
        var outcome: BodyEvidence.Outcome?
        let bytes = Array(Self.chunked.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) where outcome == nil {
            outcome = reader.take(Array(bytes[start..<min(start + size, bytes.count)]))
        }
        #expect(outcome == .complete)
        #expect(String(decoding: reader.body, as: UTF8.self) == "hello, w")
    }

    @Test(arguments: [
        "zz\r\n", "-1\r\n", "\r\n", "5\r\nhelloo\r\n", "fffffffff\r\n", String(repeating: "1", count: 5000),
    ])
    func `what is no chunk is malformed`(text: String) {
        var reader = BodyReader(length: .chunked, most: 100)
        #expect(reader.take(Array(text.utf8)) == .malformed)
    }

    @Test func `more than the most is cut`() {
        for length in [HTTPHead.BodyLength.untilClose, .bytes(1000), .chunked] {
            var reader = BodyReader(length: length, most: 3)
            #expect(reader.take(Array("4\r\nabcd".utf8)) == .capped)
            #expect(reader.body.count == 3)
        }
    }

    @Test func `a body ends with its connection only where nothing else says how long it is`() {
        #expect(BodyReader(length: .untilClose, most: 9).outcome(of: .closed) == .complete)
        #expect(BodyReader(length: .bytes(5), most: 9).outcome(of: .closed) == .truncated)
        #expect(BodyReader(length: .untilClose, most: 9).outcome(of: .reset) == .truncated)
        #expect(BodyReader(length: .chunked, most: 9).outcome(of: .timedOut) == .timedOut)
    }

    @Test func `only what a page loads is insecure`() {
        let page = """
            <a href="http://a.test/1"><IMG class=x SRC='http://a.test/2?token=s'><script src=http://a.test/3></script>
            <link rel=canonical href="http://a.test/4"><link rel="stylesheet" href="http://a.test/5"><img src="https://a.test/6">
            <p>http://a.test/7</p><img alt="<" src="http://a.test/8"
            """
        #expect(
            InsecureReferences.find(in: Array(page.utf8)) == [
                "http://a.test/2?token=***", "http://a.test/3", "http://a.test/5", "http://a.test/8",
            ])
    }
}
