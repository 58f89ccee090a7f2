import Foundation
import Testing
import Workflow

@testable import Import

/// Real documents, where they are at hand: `ARTICLES_DATA` names their folder, and `make test` sets it. They are no part of
/// the project.
@Suite(.enabled(if: RealArticles.folder != nil, "ARTICLES_DATA names no folder: the real articles are not read"))
struct RealArticlesTests {
    @Test func `headings, codes, names, images, links and blocks are those an independent reader counted`() throws {
        let expected = try RealArticles.expected()
        #expect(expected.count == 26)
        for wanted in expected {
            let draft = try wanted.draft()
            let headings = draft.entries.filter { $0.level != nil }.map(\.line)
            #expect(headings == wanted.headings.map(\.line), "\(wanted.file)")
            for (entry, heading) in zip(draft.entries.filter { $0.level != nil }, wanted.headings) {
                #expect(RealArticles.sameHeading(entry, heading.text), "\(wanted.file):\(heading.line)")
            }
            let rows = draft.entries.filter { $0.kind == .row }
            if !wanted.codes.isEmpty { #expect(rows.map(\.line) == wanted.codes.map(\.line), "\(wanted.file)") }
            if !wanted.codes.isEmpty { #expect(rows.map(\.title) == wanted.codes.map(\.text), "\(wanted.file)") }
            #expect(draft.counts.codes == wanted.codes.count, "\(wanted.file)")
            #expect(draft.counts.identifiers == wanted.identifiers, "\(wanted.file)")
            #expect(draft.counts.images == wanted.images, "\(wanted.file): images")
            #expect(draft.counts.links == wanted.links, "\(wanted.file): links")
            #expect(draft.counts.fences == wanted.fences, "\(wanted.file): fences")
        }
    }

    @Test func `every byte of a real article stands in one entry`() throws {
        for wanted in try RealArticles.expected() {
            #expect(PlacedBytes.faults(try wanted.draft(), count: try wanted.bytes().count) == [], "\(wanted.file)")
        }
    }

    @Test func `an article cut anywhere is read whole`() throws {
        for wanted in try RealArticles.expected() {
            let bytes = try wanted.bytes()
            for end in stride(from: 0, to: bytes.count, by: max(bytes.count / 17, 1)) {
                let draft = ArticleReader.read(Array(bytes[..<end]), fallbackTitle: "x")
                #expect(PlacedBytes.faults(draft, count: end) == [], "\(wanted.file) cut at \(end)")
            }
        }
    }
}

/// Whether the titles and texts of all entries cover the file without holes and without laying over each other.
enum PlacedBytes {
    static func faults(_ draft: ArticleDraft, count: Int) -> [String] {
        let parts = draft.entries.flatMap { [$0.titleBytes] + $0.texts.map(\.bytes) }.filter { !$0.isEmpty }
            .sorted { $0.lowerBound < $1.lowerBound }
        var faults: [String] = []
        var end = 0
        for part in parts {
            if part.lowerBound > end { faults.append("hole \(end)..<\(part.lowerBound)") }
            if part.lowerBound < end { faults.append("twice \(part.lowerBound)..<\(end)") }
            end = max(end, part.upperBound)
        }
        if end != count { faults.append("ends at \(end) of \(count)") }
        return faults
    }
}

enum RealArticles {
    static let folder = ProcessInfo.processInfo.environment["ARTICLES_DATA"].map { URL(filePath: $0) }

    struct Place: Decodable {
        var line: Int
        var text: String

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            line = try list.decode(Int.self)
            text = try list.decode(String.self)
        }
    }

    struct Wanted: Decodable {
        var file: String
        var lines: Int
        var headings: [Place]
        var codes: [Place]
        var identifiers: [String]
        var images: Int
        var links: Int
        var fences: Int

        func bytes() throws -> [UInt8] {
            Array(try Data(contentsOf: try #require(folder).appending(path: "docs/\(file)")))
        }

        func draft() throws -> ArticleDraft { ArticleReader.read(try bytes(), fallbackTitle: file) }
    }

    static func expected() throws -> [Wanted] {
        let text = try String(contentsOf: try #require(folder).appending(path: "expect.jsonl"), encoding: .utf8)
        return try text.split(separator: "\n").map { try JSONDecoder().decode(Wanted.self, from: Data($0.utf8)) }
    }

    /// The reader takes numbers and anchors off a heading; nothing else may be missing. The count drops what stands in `<>`.
    static func sameHeading(_ entry: EntryDraft, _ text: String) -> Bool {
        let plain = withoutTags(PlainText.line(text))
        let title = withoutTags(entry.title)
        return title.isEmpty ? plain.isEmpty : plain.contains(title) && plain.hasPrefix(entry.number ?? "")
    }

    private static func withoutTags(_ text: String) -> String {
        text.replacing(/<[^>]*>/, with: "").replacing(/\s+/, with: " ")
    }
}
