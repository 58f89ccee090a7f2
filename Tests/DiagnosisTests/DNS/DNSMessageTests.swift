import Testing

@testable import Diagnosis

struct DNSMessageTests {
    /// The head of an answer with as many records in each section.
    private func head(_ counts: [UInt8], flags: [UInt8] = [0x84, 0]) -> [UInt8] {
        [0, 7] + flags + counts.flatMap { [0, $0] }
    }

    private func name(_ text: String) -> [UInt8] {
        text.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
    }

    private func record(_ type: UInt16, _ value: [UInt8], ttl: UInt8 = 60) -> [UInt8] {
        [0xC0, 12, UInt8(type >> 8), UInt8(type & 0xFF), 0, 1, 0, 0, 0, ttl, 0, UInt8(value.count)] + value
    }

    @Test func `records are read with their names and times`() throws {
        let bytes =
            head([1, 5, 0, 0]) + name("A.test") + [0, 1, 0, 1] + record(1, [127, 0, 0, 1])
            + record(5, [1, 0x42, 0xC0, 14]) + record(16, [2, 0x61, 0x62, 1, 0x63])
            + record(257, [0, 5] + Array("issueca.test".utf8))
            + record(99, [1, 2, 3])
        let message = try #require(DNSMessage(bytes))
        #expect(
            message.answers == [
                DNSRecord(name: "a.test", type: .a, ttl: 60, value: "127.0.0.1"),
                DNSRecord(name: "a.test", type: .cname, ttl: 60, value: "b.test"),
                DNSRecord(name: "a.test", type: .txt, ttl: 60, value: "abc"),
                DNSRecord(name: "a.test", type: .caa, ttl: 60, value: "issue ca.test"),
            ])
        #expect(message.isAuthoritative)
    }

    @Test func `absence lasts as long as the zone or its record says, whichever is less`() throws {
        let times: [UInt8] = [0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 50]
        let bytes =
            head([1, 0, 1, 0], flags: [0x84, 3]) + name("a.test") + [0, 1, 0, 1]
            + record(6, [0xC0, 12, 0xC0, 12] + times)
        let message = try #require(DNSMessage(bytes))
        #expect(message.code == 3)
        #expect(message.negativeTTL == 50)
    }

    @Test func `bytes that are no letters of a name stay visible`() throws {
        let bytes = head([1, 1, 0, 0]) + name("a.test") + [0, 1, 0, 1] + record(5, [3, 0x2E, 0x20, 0xFF, 0])
        #expect(try #require(DNSMessage(bytes)).answers.map(\.value) == ["\\046\\032\\255"])
    }

    @Test(
        arguments: [
            [], [0, 7], [0, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            // A name that points at itself, forwards, and beyond the end.
            [0, 7, 0x84, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0xC0, 12, 0, 1, 0, 1],
            [0, 7, 0x84, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0xC0, 14, 0, 0],
            [0, 7, 0x84, 0, 0, 1, 0, 0, 0, 0, 0, 0, 40, 1], [0, 7, 0x84, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0],
            // An address of three bytes.
            [0, 7, 0x84, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1, 0, 3, 1, 2, 3],
        ] as [[UInt8]])
    func `what is no answer is refused`(bytes: [UInt8]) {
        #expect(DNSMessage(bytes) == nil)
    }

    @Test func `whatever comes, reading ends`() {
        let pristine =
            head([1, 2, 0, 0]) + name("a.test") + [0, 1, 0, 1] + record(1, [1, 2, 3, 4]) + record(16, [1, 0x61])
        var bytes = pristine
        var seed: UInt64 = 20_261_126
        var read = 0
        for _ in 0..<20_000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let place = Int(seed >> 33) % bytes.count
            bytes[place] = UInt8(truncatingIfNeeded: seed >> 24)
            if DNSMessage(bytes) != nil { read += 1 }
            bytes[place] = pristine[place]
        }
        // Most changes hit a time or an address and leave an answer.
        #expect(read > 100)
    }

    @Test(arguments: [
        ("127.0.0.1", "127.0.0.1:53"), ("127.0.0.1:5300", "127.0.0.1:5300"), ("::1", "[::1]:53"),
        ("[::1]:5300", "[::1]:5300"),
    ])
    func `a resolver has an address and a port`(text: String, full: String) throws {
        #expect(try ResolverAddress(text).description == full)
    }

    @Test(arguments: ["", "dns.test", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:70000", "[::1]53", "[::1", "1.2.3:53"])
    func `what is no resolver is refused`(text: String) {
        #expect(throws: DiagnosisError.badResolver(text)) { try ResolverAddress(text) }
    }
}
