import Testing
import Workflow

@testable import Knowledge

/// The quick matcher beside a plain one.
struct LogMatcherTests {
    private static let signatures = [
        SignatureDraft(kind: .identifier, segments: ["ERROR_AUTH_FAILED"], entries: [0]),
        SignatureDraft(kind: .identifier, segments: ["ERROR_AUTH_FAILED_NO_KEY"], entries: [0]),
        SignatureDraft(kind: .identifier, segments: ["NoSuchBucket"], entries: [0]),
        SignatureDraft(kind: .message, segments: ["connection refused by the peer"], entries: [0]),
        SignatureDraft(kind: .message, segments: ["access denied for user '", "' to table '", "'"], entries: [0]),
        SignatureDraft(kind: .message, segments: ["服务器主动断开连接"], entries: [0]),
        SignatureDraft(kind: .message, segments: ["a b c d e f g"], entries: [0]),
        SignatureDraft(kind: .code, segments: ["-101"], entries: [0], context: ["code", "错误码"]),
        SignatureDraft(kind: .code, segments: ["404"], entries: [0], context: ["status"]),
    ]

    private func matches(
        _ text: [UInt8], blocks: Int = .max, _ signatures: [SignatureDraft] = LogMatcherTests.signatures
    ) -> LogMatches {
        var matcher: LogMatcher?
        var rest = text[...]
        repeat {
            let block = Array(rest.prefix(blocks))
            rest = rest.dropFirst(block.count)
            block.withUnsafeBufferPointer { bytes in
                if matcher == nil { matcher = LogMatcher(signatures, sample: bytes) }
                matcher?.feed(bytes)
            }
        } while !rest.isEmpty
        return matcher?.finish() ?? LogMatches()
    }

    private func matches(_ text: String) -> LogMatches { matches(Array(text.utf8)) }

    @Test func `the three grades of a name are told apart`() {
        let found = matches("x ERROR_AUTH_FAILED y\nerror_auth_failed\nMY_ERROR_AUTH_FAILED_2\n").tallies[0]
        #expect(found?.first.map(\.grade) == [.exact, .otherCase, .insideLonger])
        #expect(found?.first.map(\.number) == [1, 2, 3])
        #expect(found?.best == .exact)
    }

    @Test(arguments: ["EBSY", "E_BUSY", "a EBSY b", "忙碌", "EBSY_NOW", "no such"])
    func `a name is found at every place of a line, and at its ends`(text: String) {
        let kinds: [ArticleEntry.SignatureClass] = text.contains(" ") ? [.message] : [.identifier, .message]
        for kind in kinds {
            let signature = [SignatureDraft(kind: kind, segments: [text], entries: [0])]
            for (before, behind) in (0..<18).flatMap({ one in [0, 1, 2, 3, 9].map { (one, $0) } }) {
                let line = String(repeating: ".", count: before) + text + String(repeating: ".", count: behind)
                for line in [line, line + "\n"] {
                    let found = matches(Array(line.utf8), signature)
                    #expect(found.tallies[0]?.lineCount == 1, "\(kind) in \(line)")
                }
            }
        }
    }

    @Test func `a longer signature owns what stands within it`() {
        let found = matches("ERROR_AUTH_FAILED_NO_KEY\nERROR_AUTH_FAILED_NO_KEY and ERROR_AUTH_FAILED\n")
        #expect(found.tallies[1]?.lineCount == 2)
        #expect(found.tallies[0]?.first.map(\.number) == [2])
    }

    @Test func `blanks and quotation marks of a message may be others, letters may not`() {
        let found = matches(
            "connection  refused\tby the peer\nConnection refused by the peer\naccess denied for user \"li\" to table “t”\n"
        )
        #expect(found.tallies[3]?.first.map(\.number) == [1])
        #expect(found.tallies[4]?.first.map(\.number) == [3])
    }

    @Test func `parts of a message may stand on lines of one record, and not farther apart than a gap`() {
        let found = matches("access denied for user 'x'\n   ' to table 'y'\n")
        #expect(found.tallies[4]?.first.map(\.number) == [1])
        let far = "access denied for user 'x" + String(repeating: "-", count: 300) + "' to table 'y'\n"
        #expect(matches(far).tallies[4] == nil)
        #expect(matches("access denied for user 'x'\n' to table 'y'\n").tallies[4] == nil)
    }

    @Test func `a bare number is no hit, beside its word it is`() {
        let found = matches("read 404 bytes -101\nstatus=404\ncode: -101 错误码：-101\ncode 1404\n")
        #expect(found.tallies[8]?.first.map(\.number) == [2])
        #expect(found.tallies[7]?.first.map(\.number) == [3])
    }

    @Test(arguments: [
        "\u{1B}[31mERROR\u{1B}[0m \u{1B}[1mNoSuch\u{1B}[0mBucket\n",
        "{\"m\":\"\\u670d\\u52a1\\u5668\\u4e3b\\u52a8\\u65ad\\u5f00\\u8fde\\u63a5\"}\n",
        "{\"m\":\"{\\\"n\\\":\\\"access denied for user \\\\\\\"a\\\\\\\" to table \\\\\\\"b\\\\\\\"\\\"}\"}\n",
        "No\u{0}Such\u{0}Bucket\n",
    ])
    func `colours, escapes and NUL do not hide what a line says`(text: String) {
        #expect(matches(text).tallies.count == 1)
    }

    @Test func `what is found does not depend on where blocks end`() {
        let text = Array(RandomLog.text(seed: 5, lines: 400).utf8)
        let whole = matches(text)
        #expect(whole.tallies.count == Self.signatures.count)
        for size in [1, 2, 3, 7, 64, 1_000, 4_096] {
            #expect(matches(text, blocks: size) == whole, "blocks of \(size)")
        }
    }

    @Test(arguments: 1...12) func `what is found is what a plain look at each line finds`(seed: UInt64) {
        let lines = RandomLog.text(seed: seed, lines: 300).split(separator: "\n", omittingEmptySubsequences: false).map
        { Array($0.utf8) }
        let found = matches(Array(lines.joined(separator: [0x0A])))
        // What lies within a longer signature, and records of several lines, have tests of their own.
        for (place, signature) in Self.signatures.enumerated() where place != 0 && place != 4 {
            let plain = lines.enumerated().filter { SignatureMatching.grade(signature, in: $0.element) != nil }.map {
                $0.offset + 1
            }
            let one = lines.indices.filter { index in
                matches(lines[index]).tallies[place] == nil && plain.contains(index + 1)
            }
            #expect(one.map { String(decoding: lines[$0], as: UTF8.self) } == [], "\(signature.text)")
            #expect(found.tallies[place]?.lineCount ?? 0 == plain.count, "\(signature.text)")
            #expect(
                found.tallies[place]?.first.map(\.number) ?? [] == Array(plain.prefix(LogMatches.mostShownForTests)))
        }
    }

    @Test func `lines that look wrong are grouped by what they have in common`() {
        let found = matches(
            """
            09:12:01 ERROR cannot open /var/a/1 for 10.0.0.1
            09:12:02 ERROR cannot open /var/b/2 for 10.0.0.22
            09:12:03 INFO 0 failed, failed=0, no error in error.log
            09:12:04 IOException: closed
            09:12:05 上传失败，没有错误码
            """)
        #expect(found.unknown.map(\.count) == [2, 1, 1])
        #expect(found.unknown[0].template == "* ERROR cannot open * for *")
        #expect(found.unknown[0].firstLine == 1 && found.unknown[0].lastLine == 2)
        #expect(found.unknown.map(\.firstLine) == [1, 4, 5])
    }

    @Test func `a line without an end and an empty log are read`() {
        #expect(matches("").lineCount == 0)
        #expect(matches("NoSuchBucket").lineCount == 1)
        let long = Array(String(repeating: "x", count: 3 << 20).utf8) + Array("NoSuchBucket\n".utf8)
        #expect(matches(long, blocks: 1 << 16).tallies[2]?.first.map(\.number) == [1])
    }
}

extension LogMatches {
    static var mostShownForTests: Int { SignatureTally.mostFirst }
}

/// Logs of chance in which every signature stands, whole and in parts.
private enum RandomLog {
    private static let parts = [
        "ERROR_AUTH_FAILED", "error_auth_failed", "ERROR_AUTH_FAILED_NO_KEY", "xERROR_AUTH_FAILEDx", "NoSuchBucket",
        "nosuchbucket", "NoSuch",
        "connection refused by the peer", "connection  refused by the peer", "Connection refused",
        "access denied for user '", "' to table '", "'",
        "服务器主动断开连接", "服务器主动", "a b c d e f g", "a b c", "code -101", "错误码：-101", "status 404", "404", "-101", "error",
        " ", "\t", "\"", "2026-03-02",
    ]

    static func text(seed: UInt64, lines: Int) -> String {
        var numbers = SeededNumbers(seed: seed)
        return (0..<lines).map { _ in
            (0..<Int.random(in: 0...5, using: &numbers)).map { _ in parts.randomElement(using: &numbers) ?? "" }.joined(
                separator: Bool.random(using: &numbers) ? " " : ""
            )
            .trimmed
        }.joined(separator: "\n")
    }
}

private struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
