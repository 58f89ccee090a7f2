import Storage
import Workflow

/// What is to be mended in the articles.
package struct ArticleCheck: Equatable, Sendable {
    package enum Problem: Equatable, Sendable {
        /// A link names an article that is not there.
        case dangling(label: String)
        case noSample(signature: String)
        /// The same signature in other articles.
        case shared(signature: String, articles: [Article.Number])
        /// It is found wherever a longer one is.
        case inside(signature: String, other: String)
        /// Its log is a picture, so that nothing can match.
        case imageOnly
        case reviewDue(Instant)
    }

    package struct Finding: Equatable, Sendable {
        package var article: Article.Number
        /// The entry's number or title; nil of the article as a whole.
        package var entry: String?
        package var line: Int?
        package var problem: Problem
    }

    package private(set) var articleCount = 0
    package private(set) var findings: [Finding] = []

    /// - Parameter wanted: nil looks at all that are not retired.
    package init(_ wanted: Article.Number?, now: Instant, in db: any Transaction) throws {
        let all = try Articles.all(states: [.draft, .published], in: db)
        let signatures = try SignatureOverlaps(try Signatures.all(states: [.draft, .published], in: db))
        for article in all where wanted.map({ $0 == article.number }) ?? true {
            articleCount += 1
            try check(article, signatures, now: now, in: db)
        }
    }

    private mutating func check(
        _ article: ArticleRow, _ overlaps: SignatureOverlaps, now: Instant, in db: any Transaction
    ) throws {
        let entries = try ArticleContent.entries(of: article, in: db)
        let byID = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0) })
        for link in try ArticleContent.links(of: article, in: db) where link.isDangling {
            add(article, byID[link.entry], .dangling(label: link.label))
        }
        for entry in entries where entry.showsLogAsImage {
            add(article, entry, .imageOnly)
        }
        for signature in try Signatures.of(article, in: db) {
            let entry = signature.entryIDs.first.flatMap { byID[$0] }
            let text = signature.draft.text
            if signature.draft.sample == nil { add(article, entry, .noSample(signature: text)) }
            let others = overlaps.others(of: signature)
            if !others.isEmpty { add(article, entry, .shared(signature: text, articles: others)) }
            if let longer = overlaps.longer(than: signature) {
                add(article, entry, .inside(signature: text, other: longer))
            }
        }
        if let review = article.reviewAt, review <= now { add(article, nil, .reviewDue(review)) }
    }

    private mutating func add(_ article: ArticleRow, _ entry: EntryRow?, _ problem: Problem) {
        findings.append(
            Finding(
                article: article.number, entry: entry.map { $0.number ?? $0.title }, line: entry?.line, problem: problem
            ))
    }
}

extension EntryRow {
    /// It says that a log shows something, and then shows a picture.
    fileprivate var showsLogAsImage: Bool {
        guard let sample = text(.sample) ?? text(.symptom) else { return false }
        let announces = ["log表现如下", "log 表现如下", "日志如下", "报错如下", "错误如下", "as follows", "shown below"]
        let text = folded(sample)
        let hasImage = texts.contains { $0.body.contains("[image]") }
        return hasImage && announces.contains { text.contains($0) }
    }
}

/// Which signatures stand in several articles, and which within others.
private struct SignatureOverlaps {
    private var owners: [String: Set<Article.Number>] = [:]
    private var longer: [String: String] = [:]

    init(_ signatures: [SignatureRow]) throws {
        for signature in signatures { owners[signature.key, default: []].insert(signature.article) }
        // Sorted by their beginnings, words that hold another word need no look at all pairs: names are cut at their bars.
        let names = Set(signatures.filter { $0.draft.kind == .identifier }.map(\.draft.text))
        for name in names {
            let parts = name.split(separator: "_")
            for start in parts.indices {
                for end in start..<parts.count where end - start < parts.count - 1 {
                    let part = parts[start...end].joined(separator: "_")
                    if names.contains(part) { longer[part] = longer[part].map { min($0, name) } ?? name }
                }
            }
        }
    }

    func others(of signature: SignatureRow) -> [Article.Number] {
        (owners[signature.key] ?? []).subtracting([signature.article]).sorted()
    }

    func longer(than signature: SignatureRow) -> String? {
        signature.draft.kind == .identifier ? longer[signature.draft.text] : nil
    }
}
