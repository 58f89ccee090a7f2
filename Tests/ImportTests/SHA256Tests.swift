import Testing
@testable import Files

@testable import Import

struct SHA256Tests {
    private func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            String(repeating: "a", count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ])
    func `the published vectors of FIPS 180-4 hold`(text: String, expected: String) {
        #expect(hexadecimal(SHA256.digest(Array(text.utf8))) == expected)
        #expect(hexadecimal(SHA256.digest(Array(text.utf8), usesInstructions: false)) == expected)
    }

    @Test func `every length from 0 to 200 has the digest another program gives`() {
        for (length, expected) in Self.prefixes.split(whereSeparator: \.isWhitespace).enumerated() {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 7 + length) }
            #expect(hexadecimal(SHA256.digest(bytes)).hasPrefix(expected), "\(length) bytes")
            #expect(SHA256.digest(bytes, usesInstructions: false) == SHA256.digest(bytes), "\(length) bytes")
        }
    }

    /// Of `(i * 7 + n) mod 256` for i from 0 to n - 1, n from 0 to 200: the first eight digits, by Python's hashlib.
    private static let prefixes = """
        e3b0c442 4bf5122f 4b2871da 6ab0dba1 cc91969e 548f1ba2 d9bebe62 ea329d80
        f8d2f3f0 ebf38f05 ebed051b ee18d80d 274224d6 c4b39344 f7844170 d31c84cc
        91fa54b4 cf197c74 82b26c63 676dcbee f35ba446 3256422b b570f8ff 480bb272
        6aa20097 46f22d0c 56493089 9e27fdce 6a05fba9 b3c98cf7 546f9cdd 6c56c9f0
        70b25e78 91b1f04c a77a82dd 0def435a 76f26884 604830b3 e9484af3 f2ce036a
        12700850 d52c9271 89e9f1b1 b1dc5861 88a0cbfc adfdb4e4 5d7fb8c3 c05eafab
        1b9bb784 f2fbae74 12e6b65d 45c4681f 7307c900 b960bcf7 1ad616be 81afe5b7
        2aba54f0 903284ef 49298f16 1b70d65e a7395392 eb75a7c8 c2c02d57 733d3d4e
        79322907 d85c007c 4bd07799 bfa53da1 d7b50207 175cb3b4 b6091ec9 8798aff4
        22094512 9562f475 0bb0cef2 6a0ef990 8a33581f 98a67047 0acb3e85 ad6a07a7
        a6e52afb 377a4403 4c3e7a41 fc9fb042 144cf6dd 266b94db f0284cad cd1ae968
        f95c65d1 5716a97f b93c6d70 a9da5f64 01ec3620 bc7eeb52 b8b392cf 9e1c7c73
        4a0a3813 02bb4113 e026184f 2ac66f34 2f52d6c6 a5b81b49 d69dce1d 900ad118
        1e23a812 58ac756b a35cd046 55bf424a ba099012 1495e6b7 87f22f4d b41ae523
        0949563b 797b1388 7da54c63 ef795a2d 618b0c28 5755466e 718ab275 6c87eedf
        42500cf6 bfee8850 e7b3de51 8dd1b5fc 5b97543a e531b989 5ae48c4d 68f6ff71
        489d55fe 4e1556b2 bfeaa0cf 5f1937be 60b4ca24 29b48346 4a2614e2 0eea3025
        b72d3b91 38290bf1 b28d7f68 988a989b ac670bdf 70e38e22 b15447bd 96c2d4ee
        c64a92aa 338b43ec 2e4bf427 d95be774 8c558472 98e91f69 58b2638c 8831025e
        07246a10 46fa41e2 f27239de 89ecf084 292e3866 157cf607 a913a782 338bc069
        c7cb16bc 3a4fd480 338b2e5f 8c18ce05 50d2acd9 a5c8719c a8fd879d 2d25974c
        45583d73 2f094e0e 753c905a 7592e5b5 8fad802b a4c13898 43c856f7 bbaec729
        3ac47e7b bc8eadf7 308b4e67 a345db88 ac718258 1c4d8cad 9a601119 d5569223
        8beeb42f 82908f69 638f1a94 21a04a07 018c8d9d 5b1d3e4a 6e85f442 335b3bf2
        8670a48b 895db6b1 7a92cee2 35080237 770b1844 71fa2c23 91c4aa47 a61a5546
        8e3f3819
        """
}
