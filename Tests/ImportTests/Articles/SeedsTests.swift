import Foundation
import Testing
import Workflow

@testable import Import

/// The two guides that the knowledge base began with: what a person counted in them. They are no part of the project.
@Suite(.enabled(if: RealGuides.folder != nil, "SEEDS_DATA names no folder: the two guides are not read"))
struct SeedsTests {
    private func draft(_ prefix: String) throws -> (ArticleDraft, [UInt8]) {
        let folder = try #require(RealGuides.folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let name = try #require(names.first { $0.hasPrefix(prefix) })
        let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
        return (ArticleReader.read(bytes, fallbackTitle: name), bytes)
    }

    @Test func `the guide to diagnosis has its scenarios, steps, stops and escalations`() throws {
        let (draft, bytes) = try draft("001")
        #expect(PlacedBytes.faults(draft, count: bytes.count) == [])
        #expect(draft.counts.headings == 5 && draft.counts.images == 5)
        #expect(draft.entries.count { $0.kind == .scenario } == 4)
        let steps = draft.entries.filter { $0.kind == .step }
        let sections = Dictionary(grouping: steps) { $0.parent }.values.map(\.count).sorted()
        #expect(sections == [4, 4, 5])
        // Two ways to sign in, two stops.
        let cases = Dictionary(grouping: draft.entries.filter { $0.kind == .case }) { $0.parent }.values.map(\.count)
        #expect(cases == [2, 2])
        #expect(draft.entries.flatMap(\.texts).count { $0.role == .escalation } == 3)
        #expect(draft.links.count { $0.target.isEmpty } == 1)
        #expect(draft.signatures.isEmpty)
    }

    @Test func `the guide to logs has its ten signatures, pictures and categories`() throws {
        let (draft, bytes) = try draft("002")
        #expect(PlacedBytes.faults(draft, count: bytes.count) == [])
        #expect(draft.counts.headings == 22 && draft.counts.images == 14)
        #expect(draft.signatures.count == 10)
        // One keyword has two causes, and of one message user and database vary.
        #expect(draft.signatures.map(\.entries.count).max() == 2)
        #expect(draft.signatures.map(\.segments.count).max() ?? 0 >= 3)
        #expect(draft.signatures.count { $0.kind == .identifier } == 4)
        #expect(draft.links.count { $0.kind == .escalate && $0.target.contains("level2_name=") } == 2)
    }
}

private enum RealGuides {
    static let folder = ProcessInfo.processInfo.environment["SEEDS_DATA"].map { URL(filePath: $0) }
}
