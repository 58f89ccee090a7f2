import Foundation
import Testing
import Workflow

@testable import Import

/// The real corpus, where it is at hand: `LEGACY_DATA` names its folder, and `make test` sets it. It is not part of the
/// project.
@Suite(.enabled(if: LegacyData.folder != nil, "LEGACY_DATA names no folder: the real corpus is not read"))
struct LegacyDataTests {
    private static func files() throws -> [URL] {
        let folder = try #require(LegacyData.folder)
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "md" }
        #expect(!files.isEmpty)
        return files
    }

    @Test func `no line of a real ticket is lost`() throws {
        for file in try LegacyDataTests.files() {
            let bytes = Array(try Data(contentsOf: file))
            let dataset = Dataset(bytes)
            #expect(dataset.ticketCount > 0, "\(file.lastPathComponent)")
            #expect(LinesAccounted.lost(in: dataset, bytes) == [], "\(file.lastPathComponent)")
        }
    }

    @Test func `real tickets come back from our own Markdown`() throws {
        for file in try LegacyDataTests.files() {
            let drafts = Dataset(Array(try Data(contentsOf: file))).drafts.map(\.withOnlyListedAnswers)
            let written = MarkdownWriterTests.written(drafts)
            #expect(read(written).drafts.map(\.withOnlyListedAnswers) == drafts, "\(file.lastPathComponent)")
        }
    }

    @Test func `a file cut anywhere is read without a crash`() throws {
        for file in try LegacyDataTests.files().prefix(4) {
            let bytes = Array(try Data(contentsOf: file))
            for end in stride(from: 0, to: bytes.count, by: max(bytes.count / 23, 1)) {
                let dataset = Dataset(Array(bytes[0..<end]))
                #expect(dataset.entries.count == dataset.ticketCount)
            }
        }
    }
}

private enum LegacyData {
    static let folder = ProcessInfo.processInfo.environment["LEGACY_DATA"].map { URL(filePath: $0) }
}
