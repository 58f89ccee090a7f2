import Files
import Foundation
import Import
import Storage
import Testing
import Workflow

@testable import Knowledge

/// Whether a sentence out of an article finds the entry that it stands in, among the entries of all real articles: by our order
/// and, beside it, by the engine's alone.
@Suite(.enabled(if: KnownItems.folder != nil, "ARTICLES_DATA names no folder: no known items are looked for"))
struct KnownItemTests {
    @Test func `the first symptom sentence of an entry finds the entry`() throws {
        let store = try KnownItems.store()
        try store.read { db in
            let items = try KnownItems.items(300, in: db)
            #expect(items.count == 300)
            var (own, plain, bounded) = ([0, 0], [0, 0], [0, 0])
            // As hard as twelve thousand places are among ten thousand articles.
            let places = try #require(try db.row("SELECT COUNT(*) FROM article_entry")).int(0) * 15 / 100
            for item in items {
                let found = try ArticleSearch.like(item.sentence, limit: 3, in: db).map(\.entry.id)
                if found.first == item.entry { own[0] += 1 }
                if found.contains(item.entry) { own[1] += 1 }
                let few = try ArticleSearch.like(item.sentence, limit: 3, places: places, in: db).map(\.entry.id)
                if few.first == item.entry { bounded[0] += 1 }
                if few.contains(item.entry) { bounded[1] += 1 }
                let ranked = try EntryTerms.likeness(item.sentence).map { try db.rankedEntries($0, limit: 3) } ?? []
                if ranked.first?.entry == item.entry { plain[0] += 1 }
                if ranked.contains(where: { $0.entry == item.entry }) { plain[1] += 1 }
            }
            print(
                "known items: first \(own[0]), among three \(own[1]) of \(items.count);",
                "by rare terms \(bounded[0]), \(bounded[1]); bm25 alone \(plain[0]), \(plain[1])")
            for found in [own, bounded] {
                #expect(found[0] * 100 >= items.count * 80)
                #expect(found[1] * 100 >= items.count * 90)
            }
        }
    }
}

private enum KnownItems {
    static let folder = ProcessInfo.processInfo.environment["ARTICLES_DATA"].map {
        URL(filePath: $0).appending(path: "docs")
    }

    struct Item {
        var entry: Int64
        var sentence: String
    }

    static func store() throws -> Store {
        let store = try Store.inMemory()
        let folder = try #require(folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let sources = try names.map { name in
            Importer.Source(path: name, bytes: Array(try Data(contentsOf: folder.appending(path: name))))
        }
        let context = CommandContext(agent: "ana", at: Instant(milliseconds: 1_000), command: "import")
        try Importer(context: context, form: .articles).run(sources, into: store) { _ in }
        return store
    }

    /// Entries in the order of their articles, taken evenly, whose first text that tells a symptom, or else anything, has a
    /// sentence; the same sentence in two entries is no item.
    static func items(_ count: Int, in db: any Transaction) throws -> [Item] {
        var items: [Item] = []
        for article in try Articles.all(in: db) {
            for entry in try ArticleContent.entries(of: article, in: db) where entry.parent != nil {
                let text = entry.text(.symptom) ?? entry.text(.other) ?? entry.text(.cause)
                guard let sentence = text.flatMap(sentence) else { continue }
                items.append(Item(entry: entry.id, sentence: sentence))
            }
        }
        let counts = Dictionary(items.map { ($0.sentence, 1) }, uniquingKeysWith: +)
        let distinct = items.filter { counts[$0.sentence] == 1 }
        let step = max(1, distinct.count / count)
        return stride(from: 0, to: distinct.count, by: step).prefix(count).map { distinct[$0] }
    }

    private static func sentence(_ text: String) -> String? {
        let ends: Set<Character> = ["。", "！", "？", ".", "!", "?", "\n", "；"]
        return text.split(whereSeparator: { ends.contains($0) }).map { String($0).trimmed }.first { $0.count >= 10 }
    }
}
