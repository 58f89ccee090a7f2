import Import
import Knowledge
import Storage
import Workflow

/// Lists about articles.
package enum ArticleRows {
    package static func list(_ articles: [ArticleRow], _ uses: [Article.Number: Int], _ words: Words) -> Rows {
        let (headings, own) = (words.headings, words.articles)
        return Rows(
            .articles,
            fields: [
                RowField("article", .text, column: Column(heading: own.article)),
                RowField("state", .text, column: Column(heading: own.state)),
                RowField("language", .text, column: Column(heading: own.language)),
                RowField(
                    "kind", .text, column: Column(heading: headings.kind, flexibility: .yields(rank: 2, minimum: 6))),
                RowField("version", .number, column: Column(heading: headings.version, alignment: .right)),
                RowField(
                    "lines", .number,
                    column: Column(heading: own.lines, alignment: .right, flexibility: .yields(rank: 1, minimum: 4))),
                RowField("uses", .number, column: Column(heading: own.uses, alignment: .right)),
                RowField(
                    "updatedAt", .time,
                    column: Column(heading: headings.updated, flexibility: .yields(rank: 3, minimum: 10))),
                RowField("title", .text, column: Column(heading: headings.title, flexibility: .rest(minimum: 16))),
            ],
            entries: articles.map { article in
                [
                    RowEntry(.text("\(article.number)")),
                    RowEntry(.text(article.state.name), shown: own.stateName(article.state)),
                    RowEntry(.text(article.language)),
                    RowEntry(.text(article.kind.name), shown: own.kindName(article.kind)),
                    RowEntry(.number(Int64(article.version))), RowEntry(.number(Int64(article.lines))),
                    RowEntry(.number(Int64(uses[article.number] ?? 0))), RowEntry(.instant(article.updatedAt)),
                    RowEntry(.text(article.title)),
                ]
            })
    }

    /// Each line of a file with its number, where it went, and what it tells there.
    package static func lines(_ account: LineAccount, _ path: String, _ words: Words) -> String {
        let own = words.articles
        return account.lines.map { line in
            let role =
                line.isTitle ? words.headings.title.lowercased() : line.roles.map(own.roleName).joined(by: "+")
            let owner = line.owner.map { SafeText.line(String($0.prefix(24))) } ?? "—"
            return "\(path):\(line.number)\t\(owner)\t\(role)\t\(SafeText.line(line.text))\n"
        }.joined(by: "")
    }

    package static func versions(_ versions: [ArticleVersion], _ words: Words) -> Rows {
        let headings = words.headings
        return Rows(
            .articleVersions,
            fields: [
                RowField("version", .number, column: Column(heading: headings.version, alignment: .right)),
                RowField("at", .time, column: Column(heading: headings.time)),
                RowField("author", .text, column: Column(heading: headings.agent)),
                RowField(
                    "file", .text, column: Column(heading: headings.file, flexibility: .yields(rank: 1, minimum: 8))),
                RowField("operation", .number, column: Column(heading: headings.operation, alignment: .right)),
                RowField("title", .text, column: Column(heading: headings.title, flexibility: .rest(minimum: 16))),
            ],
            entries: versions.map { version in
                [
                    RowEntry(.number(Int64(version.number))), RowEntry(.instant(version.at)),
                    RowEntry(.text(version.author)), .optional(version.fileName),
                    RowEntry(.number(version.operation)), RowEntry(.text(version.title)),
                ]
            })
    }

    package static func hits(_ hits: [(hit: ArticleSearch.Hit, snippet: Snippet)], query: String, _ words: Words)
        -> Rows
    {
        let (headings, own) = (words.headings, words.articles)
        return Rows(
            .articleHits, query: query,
            fields: [
                RowField("article", .text, column: Column(heading: own.article)),
                RowField("entry", .text, column: Column(heading: own.entry)),
                RowField("line", .number, column: Column(heading: own.line, alignment: .right)),
                RowField("title", .text, column: Column(heading: headings.title, flexibility: .rest(minimum: 16))),
                RowField("articleTitle", .text, column: Column(heading: "", flexibility: .yields(rank: 0, minimum: 6))),
                RowField(
                    "kind", .text, column: Column(heading: headings.kind, flexibility: .yields(rank: 1, minimum: 4))),
                RowField(
                    "snippet", .text,
                    column: Column(heading: headings.snippet, flexibility: .yields(rank: 2, minimum: 20))),
            ],
            entries: hits.map { hit, snippet in
                let entry = hit.entry
                return [
                    RowEntry(.text("\(entry.article)")), .optional(entry.number), RowEntry(.number(Int64(entry.line))),
                    RowEntry(.text(entry.title)), RowEntry(.text(entry.articleTitle)),
                    RowEntry(.text(entry.kind.name), shown: own.entryKind(entry.kind)),
                    RowEntry(
                        .text(snippet.marked(.plain)),
                        parts: snippet.pieces.map { TextPart(text: $0.text, isHit: $0.isHit) }),
                ]
            })
    }

    package static func findings(_ findings: [ArticleCheck.Finding], _ words: Words, day: (Instant) -> String) -> Rows {
        let own = words.articles
        return Rows(
            .articleFindings,
            fields: [
                RowField("article", .text, column: Column(heading: own.article)),
                RowField("entry", .text, column: Column(heading: own.entry, flexibility: .yields(rank: 1, minimum: 8))),
                RowField("line", .number, column: Column(heading: own.line, alignment: .right)),
                RowField(
                    "problem", .text, column: Column(heading: own.problem, flexibility: .yields(rank: 0, minimum: 6))),
                RowField(
                    "message", .text, column: Column(heading: words.headings.what, flexibility: .rest(minimum: 20))),
            ],
            entries: findings.map { finding in
                [
                    RowEntry(.text("\(finding.article)")), .optional(finding.entry),
                    RowEntry(finding.line.map { .number(Int64($0)) } ?? .null), RowEntry(.text(finding.problem.name)),
                    RowEntry(.text(message(finding.problem, own, day))),
                ]
            })
    }

    package static func gaps(_ gaps: [ArticleGaps.Gap], _ words: Words) -> Rows {
        let headings = words.headings
        return Rows(
            .articleGaps,
            fields: [
                RowField("tickets", .number, column: Column(heading: headings.tickets, alignment: .right)),
                RowField(
                    "category", .text,
                    column: Column(heading: headings.category, flexibility: .yields(rank: 2, minimum: 10))),
                RowField(
                    "cause", .text,
                    column: Column(
                        heading: words.articles.roleName(.cause).uppercased(),
                        flexibility: .yields(rank: 3, minimum: 10))),
                RowField(
                    "query", .text, column: Column(heading: words.articles.query, flexibility: .rest(minimum: 20))),
            ],
            entries: gaps.map { gap in
                [
                    RowEntry(.number(Int64(gap.tickets))),
                    RowEntry(.text(gap.path.joined(by: CategoryTree.separator))),
                    RowEntry(.text(gap.cause)), RowEntry(.text(gap.query)),
                ]
            })
    }

    package static func diff(_ lines: [(isNew: Bool, text: String)], _ words: Words) -> Rows {
        Rows(
            .articleDiff,
            fields: [
                RowField("change", .text, column: Column(heading: "±")),
                RowField("text", .text, column: Column(heading: words.texts.text, flexibility: .rest(minimum: 20))),
            ],
            entries: lines.map { [RowEntry(.text($0.isNew ? "+" : "-")), RowEntry(.text($0.text))] })
    }

    private static func message(_ problem: ArticleCheck.Problem, _ words: Words.Articles, _ day: (Instant) -> String)
        -> String
    {
        switch problem {
        case .dangling(let label): words.dangling(label)
        case .noSample(let signature): words.noSample(signature)
        case .shared(let signature, let articles): words.shared(signature, articles.map { "\($0)" })
        case .inside(let signature, let other): words.inside(signature, other)
        case .imageOnly: words.imageOnly
        case .reviewDue(let moment): words.reviewDue(day(moment))
        }
    }
}

extension ArticleCheck.Problem {
    fileprivate var name: String {
        switch self {
        case .dangling: "dangling"
        case .noSample: "no-sample"
        case .shared: "shared"
        case .inside: "inside"
        case .imageOnly: "image-only"
        case .reviewDue: "review-due"
        }
    }
}
