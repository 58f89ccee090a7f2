import Testing

@testable import Diagnosis

struct AddressKindTests {
    @Test(arguments: [
        ("8.8.8.8", AddressKind.global), ("0.0.0.0", .unspecified), ("0.0.0.1", .thisNetwork),
        ("10.0.0.1", .privateUse), ("11.0.0.0", .global), ("100.64.0.1", .sharedByCarrier), ("100.128.0.0", .global),
        ("127.0.0.1", .loopback), ("127.255.255.254", .loopback), ("128.0.0.0", .global),
        ("169.254.169.254", .linkLocal), ("172.15.255.255", .global), ("172.16.0.0", .privateUse),
        ("172.31.255.255", .privateUse), ("172.32.0.0", .global), ("192.0.0.8", .protocolUse),
        ("192.0.2.1", .documentation), ("192.88.99.1", .protocolUse), ("192.168.1.1", .privateUse),
        ("198.18.0.1", .benchmarking), ("198.19.255.255", .benchmarking), ("198.20.0.0", .global),
        ("198.51.100.1", .documentation), ("203.0.113.1", .documentation), ("224.0.0.1", .multicast),
        ("239.255.255.255", .multicast), ("240.0.0.1", .reserved), ("255.255.255.255", .broadcast),
        ("::", .unspecified), ("::1", .loopback), ("::2", .thisNetwork), ("::127.0.0.1", .loopback),
        ("::ffff:127.0.0.1", .loopback), ("::ffff:8.8.8.8", .global), ("::ffff:10.1.2.3", .privateUse),
        ("::ffff:0:127.0.0.1", .loopback),
        ("64:ff9b::7f00:1", .loopback), ("64:ff9b::808:808", .global), ("64:ff9b::a9fe:a9fe", .linkLocal),
        ("64:ff9b:1::1", .protocolUse), ("2002:7f00:1::1", .loopback), ("2002:a00:1::", .privateUse),
        ("2002:808:808::1", .global), ("100::1", .discard), ("2001::1", .protocolUse), ("2001:2::1", .benchmarking),
        ("2001:db8::1", .documentation), ("2001:4860:4860::8888", .global), ("2606:4700::1111", .global),
        ("3fff::1", .documentation), ("4000::1", .reserved), ("5f00::1", .protocolUse), ("fc00::1", .uniqueLocal),
        ("fd12::1", .uniqueLocal), ("fe80::1", .linkLocal), ("fec0::1", .siteLocal), ("ff02::1", .multicast),
    ])
    func `every special range is known, also inside another form`(text: String, kind: AddressKind) throws {
        #expect(try #require(NetworkAddress(text)).kind == kind)
    }

    @Test(arguments: [
        "", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "0x7f.0.0.1", "::g", "1.2.3.4 ", "fe80::1%eth0", "[::1]",
        ":::",
    ])
    func `only the usual form of an address is read`(text: String) {
        #expect(NetworkAddress(text) == nil)
    }

    @Test(arguments: [
        ("2130706433", "127.0.0.1"), ("0x7f000001", "127.0.0.1"), ("017700000001", "127.0.0.1"), ("127.1", "127.0.0.1"),
        ("127.0.1", "127.0.0.1"), ("0177.0.0.1", "127.0.0.1"), ("0x7f.0x0.0x0.0x1", "127.0.0.1"), ("0", "0.0.0.0"),
        ("127.0.0.1.", "127.0.0.1"), ("10.65535", "10.0.255.255"), ("4294967295", "255.255.255.255"), ("0x", "0.0.0.0"),
        ("192.168.0x101", "192.168.1.1"),
    ])
    func `numbers in every base are addresses`(text: String, address: String) throws {
        #expect(NumericHost(text) == .address(try #require(NetworkAddress(address))))
    }

    @Test(arguments: [
        "4294967296", "1.2.3.4.5", "256.1", "1.2.3.256", "08", "example.1", "99999999999999999999", "1..2",
    ])
    func `what ends in a number and is no address is broken`(text: String) {
        #expect(NumericHost(text) == .broken)
    }

    @Test(arguments: ["a.test", "1a", "0xg", "12.test", ""])
    func `names are no numbers`(text: String) {
        #expect(NumericHost(text) == nil)
    }

    @Test func `blocks end in the middle of a byte`() throws {
        let block = try #require(AddressBlock("172.16.0.0/12"))
        #expect(block.contains(try #require(NetworkAddress("172.31.0.1"))))
        #expect(!block.contains(try #require(NetworkAddress("172.32.0.1"))))
        #expect(!block.contains(try #require(NetworkAddress("::1"))))
    }

    @Test(arguments: ["", "1.2.3.4/33", "1.2.3.4/-1", "1.2.3.4/", "::/129", "a/8", "1.2.3.4/8/8", "1.2.3.4/+8"])
    func `a wrong block is refused`(text: String) {
        #expect(throws: DiagnosisError.badNetwork(text)) { try AllowedNetworks(texts: [text]) }
    }

    @Test(arguments: [
        ("127.0.0.1", nil), ("127.0.0.2", AddressKind.loopback), ("::ffff:127.0.0.1", nil), ("64:ff9b::7f00:1", nil),
        ("8.8.8.8", nil), ("10.0.0.1", .privateUse), ("0.0.0.0", .unspecified), ("::", .unspecified),
    ])
    func `only what was allowed beside the internet may be connected to`(text: String, refusal: AddressKind?) throws {
        let allowed = try AllowedNetworks(texts: ["127.0.0.1/32", "0.0.0.0/32"])
        #expect(allowed.refusal(of: try #require(NetworkAddress(text))) == refusal)
    }
}
