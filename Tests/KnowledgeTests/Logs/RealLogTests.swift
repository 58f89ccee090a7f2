import Foundation
import Testing
import Workflow

@testable import Knowledge

/// A real log and real signatures, where they are at hand: `LOGS_DATA` names their folder, and `make test` sets it. They are no
/// part of the project.
@Suite(.enabled(if: RealLogs.folder != nil, "LOGS_DATA names no folder: no real log is matched"))
struct RealLogTests {
    @Test func `the matcher finds what a plain look finds, at any size of blocks`() throws {
        let log = try RealLogs.log()
        let signatures = try RealLogs.signatures()
        #expect(signatures.count > 1_700)
        let whole = RealLogs.matches(log, signatures, blocks: log.count)
        for size in [4_099] { #expect(RealLogs.matches(log, signatures, blocks: size) == whole) }
        // A plain look at every line takes long: those that were found, and every fiftieth of the others.
        let lines = log.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().map { Array($0) }
        for (place, signature) in signatures.enumerated() where whole.tallies[place] != nil || place % 50 == 0 {
            let first = Array(signature.text.utf8)[0] | 0x20
            let plain = lines.count { line in
                line.contains { $0 | 0x20 == first } && SignatureMatching.grade(signature, in: line) != nil
            }
            let hasLonger = signatures.contains { $0.text != signature.text && $0.text.contains(signature.text) }
            let found = whole.tallies[place]?.lineCount ?? 0
            if hasLonger { #expect(found <= plain) } else { #expect(found == plain, "\(signature.text)") }
        }
    }

    @Test func `unknown lines make no more groups than somebody reads`() throws {
        let found = RealLogs.matches(try RealLogs.log(), try RealLogs.signatures(), blocks: 1 << 20)
        #expect(found.unknown.count <= UnknownGroups.mostShown && found.unknown.count > 100)
        #expect(found.unknown.reduce(found.ungrouped) { $0 + $1.count } > 5_000)
    }
}

private enum RealLogs {
    static let folder = ProcessInfo.processInfo.environment["LOGS_DATA"].map { URL(filePath: $0) }

    static func log() throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/gzip")
        process.arguments = ["-dc", try #require(folder).appending(path: "all.log.gz").path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = Array(pipe.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        return bytes
    }

    static func signatures() throws -> [SignatureDraft] {
        try ["camel", "ident", "sent"].flatMap { name in
            let text = try String(contentsOf: try #require(folder).appending(path: "sig_\(name).txt"), encoding: .utf8)
            return text.split(separator: "\n").map { line in
                let isName = line.utf8.allSatisfy(SignatureMatching.isWord)
                return SignatureDraft(kind: isName ? .identifier : .message, segments: [String(line)], entries: [0])
            }
        }
    }

    static func matches(_ log: [UInt8], _ signatures: [SignatureDraft], blocks: Int) -> LogMatches {
        log.withUnsafeBufferPointer { bytes in
            var matcher = LogMatcher(
                signatures, sample: UnsafeBufferPointer(rebasing: bytes[..<min(1 << 20, bytes.count)]))
            var at = 0
            while at < bytes.count {
                let end = min(bytes.count, at + blocks)
                matcher.feed(UnsafeBufferPointer(rebasing: bytes[at..<end]))
                at = end
            }
            return matcher.finish()
        }
    }
}
