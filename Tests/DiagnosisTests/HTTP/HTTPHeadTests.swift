import Testing

@testable import Diagnosis

struct HTTPHeadTests {
    private func read(_ text: String) -> HTTPHead? { HTTPHead(Array(text.utf8)) }

    @Test func `a head is read with all its lines`() throws {
        let head = try #require(read("HTTP/1.1 404 Not Found\r\nServer:  a b \r\nX:\r\nserver: c"))
        #expect(head.status == 404)
        #expect(head.reason == "Not Found")
        #expect(head.values("server") == ["a b", "c"])
    }

    @Test(arguments: [
        "", "HTTP/2 200", "HTTP/1.1 20 OK", "HTTP/1.1 abc", "HTTP/1.1  200", "http/1.1 200 OK", "HTTP/1.1 200 OK\r\nA",
        "HTTP/1.1 200 OK\r\nA : 1", "HTTP/1.1 200 OK\r\n folded", "HTTP/1.1 200 OK\r\n: 1", "HTTP/1.1 099 OK",
        "SSH-2.0",
    ])
    func `what is no head is refused`(text: String) {
        #expect(read(text) == nil)
    }

    @Test(arguments: [
        ("", HTTPHead.BodyLength.untilClose), ("Content-Length: 5", .bytes(5)), ("Content-Length: 5, 5", .bytes(5)),
        ("Transfer-Encoding: chunked", .chunked), ("Content-Length: 5\r\nContent-Length: 6", nil),
        ("Content-Length: -1", nil),
        ("Content-Length: 5\r\nTransfer-Encoding: chunked", nil), ("Transfer-Encoding: gzip, chunked", nil),
        ("Content-Length: +5", nil),
    ])
    func `a body has one length`(lines: String, length: HTTPHead.BodyLength?) throws {
        let head = try #require(read("HTTP/1.1 200 OK" + (lines.isEmpty ? "" : "\r\n" + lines)))
        #expect(head.bodyLength(isHead: false) == length)
        #expect(head.bodyLength(isHead: true) == HTTPHead.BodyLength.none)
    }

    @Test(
        arguments: [
            ("a\r\n\r\nb", 2, 5), ("a\n\nb", 1, 3), ("a\r\nb", nil, nil), ("a\r\n\r", nil, nil), ("", nil, nil),
        ] as [(String, Int?, Int?)])
    func `the empty line is found wherever the bytes are cut`(text: String, start: Int?, end: Int?) {
        var place = 0
        var found: HeadEnding?
        for count in 0...text.utf8.count {
            if found == nil { found = HeadEnding.find(in: Array(text.utf8.prefix(count)), from: &place) }
        }
        #expect(found?.start == start)
        #expect(found?.end == end)
    }
}
