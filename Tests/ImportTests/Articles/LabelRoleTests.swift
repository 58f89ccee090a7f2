import Foundation
import Testing
import Workflow

@testable import Import

/// What labels of real articles tell, beside the judgement of a person who read 200 of them without knowing the program's.
///
/// `labels.tsv` holds the number of the article, the line, the role, and a second one where two readers may differ.
@Suite(.enabled(if: RealArticles.folder != nil, "ARTICLES_DATA names no folder: the real articles are not read"))
struct LabelRoleTests {
    private struct Judgement {
        var article: String
        var line: Int
        var roles: [String]
    }

    private func judgements() throws -> [Judgement] {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "labels.tsv")
        return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map { line in
            let cells = line.split(separator: "\t").map { String($0) }
            return Judgement(article: cells[0], line: try #require(Int(cells[1])), roles: Array(cells[2...]))
        }
    }

    /// What the line tells: its own label's role; where it has none, nothing, or what the text around it tells.
    private func roles(of one: Judgement, in draft: ArticleDraft, _ bytes: [UInt8], _ starts: [Int]) -> [String] {
        let own = bytes.withUnsafeBufferPointer { bytes in
            let line = ArticleScanner(bytes).lines[one.line - 1]
            if case .heading = line.form { return ArticleLabel(heading: bytes.text(line.content))?.role }
            return ArticleLabel(line.content, in: bytes)?.role
        }
        if let own { return [own.name] }
        let place = starts[one.line - 1]
        for entry in draft.entries {
            if entry.titleBytes.contains(place) { return ["other", entry.role.name] }
            if let text = entry.texts.first(where: { $0.bytes.contains(place) }) { return ["other", text.role.name] }
        }
        return ["other"]
    }

    @Test func `labels tell what a person says they tell`() throws {
        let judgements = try judgements()
        #expect(judgements.count == 200)
        let articles = try RealArticles.expected()
        var wrong: [String] = []
        for (article, judged) in Dictionary(grouping: judgements, by: \.article) {
            let real = try #require(articles.first { $0.file.hasPrefix(article) })
            let (bytes, draft) = (try real.bytes(), try real.draft())
            let ends = bytes.indices.filter { bytes[$0] == 0x0A }
            let starts = [0] + ends.map { $0 + 1 }
            for one in judged {
                let found = roles(of: one, in: draft, bytes, starts)
                if Set(found).isDisjoint(with: one.roles) {
                    wrong.append("\(article):\(one.line) \(found), judged \(one.roles)")
                }
            }
        }
        #expect(wrong.count <= 4, "\(wrong.sorted().joined(by: "\n"))")
    }
}
